package org.redress.ombudsman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.LetterView;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A public report instead of a statement: the council's three months, the further report, and the statement in a newspaper. */
@ProductTest
class PublicReportTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate THU_2026_08_27 = LocalDate.of(2026, 8, 27);
    private static final LocalDate MON_2026_08_31 = LocalDate.of(2026, 8, 31);
    private static final LocalDate TUE_2026_09_01 = LocalDate.of(2026, 9, 1);
    private static final LocalDate MON_2026_11_30 = LocalDate.of(2026, 11, 30);

    @Autowired
    private Office office;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Deadlines deadlines;

    @BeforeEach
    void itIsMonday() {
        office.on(MON_2026_06_01);
    }

    @Test
    void givesTheCouncilThreeMonthsBeginningWithReceipt() {
        var reference = reported();

        assertThat(office.deadline(reference, "report-response").dueOn()).isEqualTo(MON_2026_08_31);
        assertThat(Office.london(office.task(reference, "Judge response to report").getDueDate())).isEqualTo(Office.endOf(MON_2026_08_31));
        assertThat(office.timers(reference)).containsEntry("BoundaryEvent_ReportResponseDueSoon", THU_2026_08_27.atTime(9, 0))
                .containsEntry("BoundaryEvent_ReportResponseOverdue", TUE_2026_09_01.atStartOfDay());

        office.on(TUE_2026_09_01);

        assertThat(office.chronology(reference, "Reminder: Report response")).hasSize(1);
        assertThat(office.chronology(reference, "Overdue: Report response")).hasSize(1);
        assertThat(office.openTasks(reference)).contains("Chase council", "Judge response to report");
    }

    @Test
    void isSatisfiedWithWhatTheCouncilDid() {
        var reference = reported();

        office.complete(reference, "Judge response to report", Map.of("reportAnsweredOn", "2026-06-01", "reportVerdict", "satisfied"));

        assertThat(office.deadline(reference, "report-response").outcome()).isEqualTo("met on Mon 1 Jun 2026");
        office.on(LocalDate.of(2026, 7, 13));
        office.complete(reference, "Prepare publication copy", OmbudsmanAnswers.copy());
        office.complete(reference, "Publish decision", OmbudsmanAnswers.publish(office.today()));
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.COMPLETED);
    }

    @Test
    void reportsAgainAndRequiresAStatementInANewspaperOnlyAfterThat() {
        var reference = reported();
        office.on(MON_2026_08_31);
        assertThatThrownBy(() -> judge(reference, "newspaper")).isInstanceOf(AnswersRefused.class)
                .hasMessage("Satisfied?: a statement in a newspaper follows a further report; issue that first (LGA-22, LGA-23).");

        judge(reference, "further-report");

        assertThat(deadlines.of(reference)).filteredOn(d -> d.kind().equals("report-response")).extracting(DeadlineView::dueOn)
                .containsExactly(MON_2026_08_31, MON_2026_11_30);
        judge(reference, "newspaper");
        assertThat(cases.letters(reference)).extracting(LetterView::kind).contains("report", "further-report", "newspaper-statement");
        assertThat(office.openTasks(reference)).containsExactly("Prepare publication copy", "Settle statement");
    }

    /** s.31(2A)(c): what was promised is confirmed within three months after those for the response. */
    @Test
    void waitsForTheConfirmationOfWhatWasPromisedOnBothSides() {
        var reference = reported();
        var council = cases.linked("kent", "ombudsman", reference).orElseThrow().reference();
        judge(reference, "promised");

        assertThat(office.deadline(reference, "report-confirmation").dueOn()).isEqualTo(MON_2026_11_30);
        assertThat(office.deadline(council, "report-confirmation").dueOn()).isEqualTo(MON_2026_11_30);
        assertThat(office.openTasks(council)).contains("Confirm report action");
        office.on(MON_2026_08_31);
        ombudsman.event(reference, "more-time", Map.of("extends", "report-confirmation", "newDueDate", "2026-12-31"));
        assertThat(office.deadline(council, "report-confirmation").dueOn()).isEqualTo(LocalDate.of(2026, 12, 31));
        office.complete(council, "Confirm report action", Map.of("letterText", "All staff are trained.", "reportConfirmedOn", office.today().toString()));

        assertThat(office.deadline(reference, "report-confirmation").outcome()).isEqualTo("met on Mon 31 Aug 2026");
        assertThat(cases.lastLetter(reference, "report-confirmation")).isPresent();
        confirm(reference, "satisfied");
        assertThat(office.openTasks(reference)).doesNotContain("Judge confirmation");
    }

    @Test
    void remindsOfTheConfirmationAndReportsAgainWhenItDoesNotCome() {
        var reference = reported();
        var council = cases.linked("kent", "ombudsman", reference).orElseThrow().reference();
        judge(reference, "promised");

        office.on(LocalDate.of(2026, 12, 1));
        assertThat(office.chronology(reference, "Reminder: Report confirmation")).hasSize(1);
        assertThat(office.chronology(council, "Reminder: Report confirmation")).hasSize(1);
        assertThat(office.chronology(reference, "Overdue: Report confirmation")).hasSize(1);
        assertThat(office.chronology(council, "Overdue: Report confirmation")).hasSize(1);
        assertThatThrownBy(() -> confirm(reference, "newspaper")).isInstanceOf(AnswersRefused.class).hasMessageContaining("a statement in a newspaper follows a further report");
        confirm(reference, "further-report");

        assertThat(office.openTasks(reference)).contains("Judge response to report");
        assertThat(office.deadline(reference, "report-response").dueOn()).isEqualTo(LocalDate.of(2027, 2, 28));
    }

    /** s.31(2D) to (2H): the form within a month, two editions within a fortnight. */
    @Test
    void hasTheStatementInTheNewspaperInItsTime() {
        var reference = reported();
        judge(reference, "further-report");
        judge(reference, "newspaper");

        assertThat(office.deadline(reference, "newspaper-statement").dueOn()).isEqualTo(LocalDate.of(2026, 6, 30));
        office.on(LocalDate.of(2026, 7, 1));
        assertThat(office.chronology(reference, "Reminder: Newspaper statement")).hasSize(1);
        assertThat(office.chronology(reference, "Overdue: Newspaper statement")).hasSize(1);
        office.complete(reference, "Settle statement", Map.of("statementAgreed", "no", "statementSettledOn", "2026-07-01", "newspapers", "The Gazette", "firstEdition", "2026-07-06"));

        assertThat(office.deadline(reference, "newspaper-editions").dueOn()).isEqualTo(LocalDate.of(2026, 7, 19));
        office.on(LocalDate.of(2026, 7, 20));
        assertThat(office.chronology(reference, "Reminder: Newspaper editions")).hasSize(1);
        assertThat(office.chronology(reference, "Overdue: Newspaper editions")).hasSize(1);
        office.complete(reference, "Record editions", Map.of("firstEditionOn", "2026-07-06", "secondEditionOn", "2026-07-20"));

        assertThat(office.deadline(reference, "newspaper-editions").outcome()).startsWith("late by 1 working day");
        assertThat(office.openTasks(reference)).doesNotContain("Record editions");
    }

    @Test
    void grantsMoreTimeForTheResponse() {
        var reference = reported();

        ombudsman.event(reference, "more-time", Map.of("extends", "report-response", "newDueDate", "2026-09-30"));

        assertThat(office.deadline(reference, "report-response").dueOn()).isEqualTo(LocalDate.of(2026, 9, 30));
        var council = cases.linked("kent", "ombudsman", reference).orElseThrow().reference();
        assertThat(office.deadline(council, "report-response").dueOn()).isEqualTo(LocalDate.of(2026, 9, 30));
    }

    @Test
    void isNotReviewed() {
        var reference = reported();

        assertThatThrownBy(() -> ombudsman.event(reference, "review", Map.of("reviewGround", "new-information"))).isInstanceOf(AnswersRefused.class)
                .hasMessage("What happened?: a public report is not reviewed; it can be challenged in court only (LGS-22, LGS-23).");
        assertThat(deadlines.of(reference)).extracting(DeadlineView::kind).contains("report-response").doesNotContain("review-request");
    }

    private String reported() {
        var reference = ombudsman.investigated("Kent County Council", Map.of());
        ombudsman.draft(reference);
        ombudsman.decide(reference, Map.of("statementKind", "report"));
        return reference;
    }

    private void judge(String reference, String verdict) {
        office.complete(reference, "Judge response to report", verdict("reportAnsweredOn", verdict));
    }

    private void confirm(String reference, String verdict) {
        office.complete(reference, "Judge confirmation", verdict("reportConfirmedOn", verdict));
    }

    private Map<String, Object> verdict(String day, String verdict) {
        var answers = new HashMap<String, Object>(Map.of(day, office.today().toString(), "reportVerdict", verdict));
        if (!verdict.equals("satisfied") && !verdict.equals("promised")) {
            answers.putAll(Map.of("furtherReportSentOn", office.today().toString(), "letterText", "We are not satisfied."));
        }
        return answers;
    }
}
