package org.redress.liaison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.testing.OmbudsmanAnswers.action;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.LetterView;
import org.redress.deadline.DeadlineState;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A public report: the council gives notice of it, answers it, and carries out its actions meanwhile (LGA-20 to LGA-24). */
@ProductTest
class PublicReportTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate MON_2026_06_08 = LocalDate.of(2026, 6, 8);
    private static final LocalDate TUE_2026_06_09 = LocalDate.of(2026, 6, 9);
    private static final LocalDate THU_2026_06_11 = LocalDate.of(2026, 6, 11);
    private static final LocalDate MON_2026_06_15 = LocalDate.of(2026, 6, 15);
    private static final LocalDate TUE_2026_06_16 = LocalDate.of(2026, 6, 16);
    private static final LocalDate THU_2026_08_27 = LocalDate.of(2026, 8, 27);
    private static final LocalDate MON_2026_08_31 = LocalDate.of(2026, 8, 31);
    private static final LocalDate TUE_2026_09_01 = LocalDate.of(2026, 9, 1);

    @Autowired
    private Office office;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private CaseFiles cases;

    private String reference;
    private String council;

    @BeforeEach
    void theOmbudsmanIssuesAReport() {
        office.on(MON_2026_06_01);
        reference = ombudsman.investigated("Kent County Council", Map.of());
        ombudsman.draft(reference, action("apology", "1 month", Map.of()));
        ombudsman.decide(reference, Map.of("statementKind", "report"));
        council = ombudsman.isNew(cases.linked("kent", "ombudsman", reference).orElseThrow().reference());
    }

    @Test
    void asksForNoticeAndResponseBesideTheActions() {
        assertThat(office.openTasks(council)).containsExactly("Carry out action", "Give public notice", "Report to members", "Respond to report");
        assertThat(cases.letters(council)).extracting(LetterView::kind).contains("report").doesNotContain("decision");
        assertThat(office.deadline(council, "report-notice").dueOn()).isEqualTo(MON_2026_06_15);
        assertThat(office.deadline(council, "report-response").dueOn()).isEqualTo(MON_2026_08_31);
        assertThat(office.deadline(reference, "report-response").dueOn()).isEqualTo(MON_2026_08_31);
    }

    @Test
    void remindsOfTheNoticeAndReportsThatItIsOverdue() {
        assertThat(office.timers(council)).containsEntry("BoundaryEvent_ReportNoticeDueSoon", THU_2026_06_11.atTime(9, 0))
                .containsEntry("BoundaryEvent_ReportNoticeOverdue", TUE_2026_06_16.atStartOfDay());
        office.on(THU_2026_06_11);
        assertThat(office.chronology(council, "Reminder: Report notice")).hasSize(1);
        office.on(MON_2026_06_15);
        assertThat(office.openTasks(council)).doesNotContain("Explain the delay to the complainant");
        office.on(TUE_2026_06_16);

        assertThat(office.openTasks(council)).contains("Explain the delay to the complainant");
        assertThat(office.task(council, "Give public notice").getPriority()).isEqualTo(75);
    }

    @Test
    void remindsOfTheResponseAndReportsThatItIsOverdueToBothSides() {
        office.complete(council, "Give public notice", notice(office.today(), office.today()));
        office.complete(council, "Report to members", members(office.today()));
        ombudsman.show(council, 1, Map.of());
        ombudsman.judge(reference, 1, "accepted", Map.of());

        assertThat(office.timers(council)).containsEntry("BoundaryEvent_ReportResponseDueSoon", THU_2026_08_27.atTime(9, 0))
                .containsEntry("BoundaryEvent_ReportResponseOverdue", TUE_2026_09_01.atStartOfDay());
        office.on(THU_2026_08_27);
        assertThat(office.chronology(council, "Reminder: Report response")).hasSize(1);
        office.on(TUE_2026_09_01);

        assertThat(office.openTasks(council)).containsExactly("Explain the delay to the complainant", "Respond to report");
        assertThat(office.openTasks(reference)).contains("Chase council");
    }

    @Test
    void sendsTheResponseAtOnceWhetherOrNotTheNoticeWasGiven() {
        office.on(MON_2026_06_08);
        office.complete(council, "Respond to report", response(office.today()));

        assertThat(office.deadline(reference, "report-response").outcome()).isEqualTo("met on Mon 8 Jun 2026");
        assertThat(cases.lastLetter(reference, "report-response").orElseThrow().text()).isEqualTo("We have trained our staff.");
        assertThat(office.openTasks(council)).containsExactly("Carry out action", "Give public notice", "Report to members");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-01", "2026-06-08"})
    void opensTheReportForInspectionAtMostAWeekAfterTheNotice(LocalDate from) {
        office.complete(council, "Give public notice", notice(MON_2026_06_01, from));

        assertThat(office.deadline(council, "report-notice").state()).isEqualTo(DeadlineState.MET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-05-31", "2026-06-09"})
    void refusesAnInspectionBeforeTheNoticeOrMoreThanAWeekAfterIt(LocalDate from) {
        assertThatThrownBy(() -> office.complete(council, "Give public notice", notice(MON_2026_06_01, from)))
                .hasMessageContaining("between Mon 1 Jun 2026 and Mon 8 Jun 2026 (LGA-20)");
    }

    @Test
    void isOverWhenActionsAndReportAreBothSettled() {
        office.complete(council, "Give public notice", notice(office.today(), office.today()));
        office.complete(council, "Report to members", members(office.today()));
        office.complete(council, "Respond to report", response(office.today()));
        assertThat(cases.get(council).status()).as("the apology is owed").isEqualTo(CaseStatus.WITH_OMBUDSMAN);
        ombudsman.show(council, 1, Map.of());
        ombudsman.judge(reference, 1, "accepted", Map.of());

        assertThat(cases.get(council).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(office.running(council)).isFalse();
    }

    @Test
    void answersAFurtherReportWhileAnActionIsStillOpen() {
        office.complete(council, "Give public notice", notice(office.today(), office.today()));
        office.complete(council, "Report to members", members(office.today()));
        office.complete(council, "Respond to report", response(office.today()));
        office.on(TUE_2026_06_09);
        office.complete(reference, "Judge response to report", judged("further-report"));

        assertThat(office.openTasks(council)).containsExactly("Carry out action", "Give public notice", "Report to members", "Respond to report");
        assertThat(office.deadline(council, "report-response").dueOn()).isEqualTo(LocalDate.of(2026, 9, 8));
        office.complete(council, "Give public notice", notice(office.today(), office.today()));
        office.complete(council, "Report to members", members(office.today()));
        office.complete(council, "Respond to report", response(office.today()));

        assertThat(office.openTasks(council)).containsExactly("Carry out action");
        assertThat(cases.get(council).status()).isEqualTo(CaseStatus.WITH_OMBUDSMAN);
    }

    @Test
    void hearsOfAStatementInANewspaperAsALetter() {
        office.complete(reference, "Judge response to report", judged("further-report"));
        office.complete(reference, "Judge response to report", judged("newspaper"));

        assertThat(cases.letters(council)).extracting(LetterView::kind).contains("further-report", "newspaper-statement");
    }

    private Map<String, Object> judged(String verdict) {
        return new HashMap<>(Map.of("reportAnsweredOn", office.today().toString(), "reportVerdict", verdict, "furtherReportSentOn", office.today().toString(),
                "letterText", "We are not satisfied."));
    }

    static Map<String, Object> response(LocalDate on) {
        return Map.of("laidBefore", "The council", "letterText", "We have trained our staff.", "reportAnsweredOn", on.toString());
    }

    static Map<String, Object> members(LocalDate on) {
        return Map.of("membersReportedOn", on.toString(), "membersReport", "The monitoring officer’s report; the cabinet considers it on the 15th.");
    }

    static Map<String, Object> notice(LocalDate on, LocalDate inspectionFrom) {
        return Map.of("noticeGivenOn", on.toString(), "newspapers", "The Gazette", "inspectionFrom", inspectionFrom.toString());
    }
}
