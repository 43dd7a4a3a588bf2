package org.redress.ombudsman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.EvidenceRegister;
import org.redress.casefile.EvidenceView;
import org.redress.casefile.IssueView;
import org.redress.casefile.LetterView;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The Ombudsman's investigation: allocated in time, the council notified, enquiries in rounds, chased, extended, and evidence registered. */
@ProductTest
class OmbudsmanInvestigationTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate THU_2026_06_25 = LocalDate.of(2026, 6, 25);
    private static final LocalDate MON_2026_06_29 = LocalDate.of(2026, 6, 29);
    private static final LocalDate TUE_2026_06_30 = LocalDate.of(2026, 6, 30);
    private static final LocalDate FRI_2026_07_10 = LocalDate.of(2026, 7, 10);
    private static final String KENT = "Kent County Council";

    @Autowired
    private Office office;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private EvidenceRegister evidence;

    @Autowired
    private Deadlines deadlines;

    @BeforeEach
    void itIsMonday() {
        office.on(MON_2026_06_01);
    }

    @Test
    void remindsAndReportsWhenNobodyAllocatesTheCase() {
        var reference = ombudsman.forwarded(KENT, Map.of());

        assertThat(office.deadline(reference, "allocation").dueOn()).isEqualTo(MON_2026_06_29);
        assertThat(Office.london(office.task(reference, "Allocate case").getDueDate())).isEqualTo(Office.endOf(MON_2026_06_29));
        assertThat(office.timers(reference)).containsEntry("BoundaryEvent_AllocationDueSoon", THU_2026_06_25.atTime(9, 0))
                .containsEntry("BoundaryEvent_AllocationOverdue", TUE_2026_06_30.atStartOfDay());

        office.on(THU_2026_06_25);
        assertThat(office.chronology(reference, "Reminder")).containsExactly("Reminder: Allocation: due on Mon 29 Jun 2026.");

        office.on(TUE_2026_06_30);
        assertThat(office.chronology(reference, "Overdue")).hasSize(1);
        assertThat(office.openTasks(reference)).containsExactly("Allocate case", "Explain the delay to the complainant");
        assertThat(office.task(reference, "Allocate case").getPriority()).isEqualTo(75);
    }

    @Test
    void givesTheCaseToTheInvestigatorWhoGotIt() {
        var reference = ombudsman.forwarded(KENT, Map.of());
        assertThatThrownBy(() -> office.complete(reference, "Allocate case", Map.of("investigator", "kent-officer", "allocatedOn", "2026-06-01")))
                .isInstanceOf(AnswersRefused.class);

        office.complete(reference, "Allocate case", Map.of("investigator", "ombudsman-investigator-two", "allocatedOn", "2026-06-01"));

        assertThat(office.task(reference, "Notify council").getAssignee()).isEqualTo("ombudsman-investigator-two");
        assertThat(office.deadline(reference, "allocation").outcome()).isEqualTo("met on Mon 1 Jun 2026");
    }

    @Test
    void doesNotAllocateACaseBeforeItWasForwarded() {
        var reference = ombudsman.forwarded(KENT, Map.of());

        assertThatThrownBy(() -> office.complete(reference, "Allocate case", OmbudsmanAnswers.allocate(MON_2026_06_01.minusDays(3))))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("the case was forwarded on Mon 1 Jun 2026");
    }

    @Test
    void sendsTheStatementOfComplaintToBothBeforeAnyEnquiry() {
        var council = ombudsman.signposted("kent");
        var reference = ombudsman.forwarded(KENT, Map.of("councilReference", council));
        office.complete(reference, "Allocate case", OmbudsmanAnswers.allocate(MON_2026_06_01));

        assertThatThrownBy(() -> office.complete(reference, "Notify council", Map.of("noticeSentOn", "2026-06-01"))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("Statement of complaint: an answer is needed.");

        office.complete(reference, "Notify council", OmbudsmanAnswers.notice(MON_2026_06_01));

        assertThat(cases.letters(reference)).extracting(LetterView::kind, LetterView::to, LetterView::text).containsExactly(
                tuple("notice", "Ms T", "We investigate whether the council listened."), tuple("notice", KENT, "We investigate whether the council listened."));
        assertThat(cases.letters(council)).extracting(LetterView::kind, LetterView::to).contains(tuple("notice", KENT));
        assertThat(office.openTasks(council)).as("nothing is asked for").isEmpty();
    }

    @Test
    void asksInAsManyRoundsAsItTakes() {
        var council = ombudsman.signposted("kent");
        var reference = ombudsman.notified(KENT, Map.of("councilReference", council));
        for (int round = 1; round <= 3; round++) {
            office.complete(reference, "Weigh evidence", OmbudsmanAnswers.ask("council", office.today()));
            assertThat(office.openTasks(reference)).containsExactly("Record reply to enquiry");

            office.on(office.today().plusDays(1));
            office.complete(council, "Reply to enquiry", OmbudsmanAnswers.reply(office.today(), Map.of("documents", "Minutes " + round)));
            assertThat(office.openTasks(reference)).containsExactly("Weigh evidence");
        }
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.enough());

        assertThat(deadlines.of(reference)).filteredOn(d -> d.kind().equals("enquiry-reply")).extracting(DeadlineView::item, DeadlineView::outcome)
                .containsExactly(tuple(1, "met on Tue 2 Jun 2026"), tuple(2, "met on Wed 3 Jun 2026"), tuple(3, "met on Thu 4 Jun 2026"));
        assertThat(evidence.of(reference)).extracting(EvidenceView::what).containsExactly("Minutes 1", "Minutes 2", "Minutes 3");
    }

    @Test
    void asksOthersByLetterThatTheCouncilDoesNotSee() {
        var council = ombudsman.signposted("kent");
        var reference = ombudsman.notified(KENT, Map.of("councilReference", council));

        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.ask("other", MON_2026_06_01));

        assertThat(office.openTasks(council)).isEmpty();
        assertThat(cases.letters(council)).extracting(LetterView::kind).doesNotContain("enquiry");
        assertThat(cases.lastLetter(reference, "enquiry")).hasValueSatisfying(letter -> assertThat(letter.to()).isEqualTo("The school"));
        office.complete(reference, "Record reply to enquiry", OmbudsmanAnswers.reply(MON_2026_06_01, Map.of()));
        assertThat(office.openTasks(reference)).containsExactly("Weigh evidence");
    }

    @Test
    void chasesALateReplyUpToTheWitnessSummons() {
        var council = ombudsman.signposted("kent");
        var reference = ombudsman.notified(KENT, Map.of("councilReference", council));
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.ask("council", MON_2026_06_01));

        assertThat(office.deadline(reference, "enquiry-reply").dueOn()).isEqualTo(MON_2026_06_29);
        assertThat(office.timers(reference)).containsEntry("BoundaryEvent_EnquiryReplyDueSoon", THU_2026_06_25.atTime(9, 0))
                .containsEntry("BoundaryEvent_EnquiryReplyOverdue", TUE_2026_06_30.atStartOfDay());
        office.on(THU_2026_06_25);
        assertThat(office.chronology(reference, "Reminder")).containsExactly("Reminder: Enquiry reply 1: due on Mon 29 Jun 2026.");

        office.on(TUE_2026_06_30);
        assertThat(office.chronology(reference, "Overdue")).hasSize(1);
        assertThat(office.openTasks(reference)).containsExactly("Chase council", "Record reply to enquiry");
        assertThatThrownBy(() -> chase(reference, "summons-issued", false)).isInstanceOf(AnswersRefused.class)
                .hasMessage("Flag: threaten the witness summons first (LGS-10).");

        chase(reference, "delay-responding", true);
        chase(reference, "summons-threatened", true);
        chase(reference, "inadequate-response", true);
        chase(reference, "summons-issued", false);

        assertThat(office.openTasks(reference)).containsExactly("Record reply to enquiry");
        assertThat(office.chronology(reference, "Late reply flagged")).containsExactly("Late reply flagged: Delay responding to enquiries: null",
                "Late reply flagged: Threat of witness summons issued: null", "Late reply flagged: Inadequate response: null",
                "Late reply flagged: Witness summons issued: null");
        assertThat(cases.letters(council)).extracting(LetterView::kind).contains("reminder", "summons-threatened", "summons-issued");
        office.complete(council, "Reply to enquiry", OmbudsmanAnswers.reply(TUE_2026_06_30, Map.of()));
        assertThat(office.deadline(reference, "enquiry-reply").outcome()).isEqualTo("late by 1 working day, done on Tue 30 Jun 2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"complaint-handling-failure", "delay-responding", "extension-requested", "inadequate-response", "not-signposted"})
    void flagsWhatWasWrongWithAReply(String flag) {
        var reference = overdue("council");

        chase(reference, flag, false);

        assertThat(office.chronology(reference, "Late reply flagged")).hasSize(1);
        assertThat(office.openTasks(reference)).containsExactly("Record reply to enquiry");
    }

    @Test
    void needsNoLetterWhenTheReplyHasComeMeanwhile() {
        var reference = overdue("council");
        office.complete(reference, "Record reply to enquiry", OmbudsmanAnswers.reply(office.today(), Map.of()));

        office.complete(reference, "Chase council", Map.of("lateFlag", "settled", "chasedOn", office.today().toString()));

        assertThat(office.openTasks(reference)).containsExactly("Weigh evidence");
        assertThat(cases.letters(reference)).extracting(LetterView::kind).doesNotContain("reminder");
    }

    @Test
    void remindsWhoeverWasAskedAndNotTheCouncil() {
        var reference = overdue("other");
        chase(reference, "delay-responding", false);

        assertThat(cases.lastLetter(reference, "reminder")).hasValueSatisfying(letter -> assertThat(letter.to()).isEqualTo("The school"));
        var council = cases.linked("kent", "ombudsman", reference).orElseThrow();
        assertThat(cases.letters(council.reference())).extracting(LetterView::kind).containsOnly("notice");
    }

    @Test
    void grantsMoreTimeOnBothSides() {
        var council = ombudsman.signposted("kent");
        var reference = ombudsman.notified(KENT, Map.of("councilReference", council));
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.ask("council", MON_2026_06_01));

        ombudsman.event(reference, "more-time", Map.of("extends", "enquiry-reply", "newDueDate", "2026-07-10"));

        for (var side : java.util.List.of(reference, council)) {
            assertThat(office.deadline(side, "enquiry-reply").dueOn()).isEqualTo(FRI_2026_07_10);
            assertThat(office.deadline(side, "enquiry-reply").originalDueOn()).isEqualTo(MON_2026_06_29);
            assertThat(office.timers(side)).containsEntry("BoundaryEvent_EnquiryReplyOverdue", FRI_2026_07_10.plusDays(1).atStartOfDay());
        }
        assertThat(Office.london(office.task(council, "Reply to enquiry").getDueDate())).isEqualTo(Office.endOf(FRI_2026_07_10));
        assertThat(Office.london(office.task(reference, "Record reply to enquiry").getDueDate())).isEqualTo(Office.endOf(FRI_2026_07_10));
    }

    @Test
    void refusesMoreTimeForWhatIsNotOwedOrForNoLaterDay() {
        var reference = ombudsman.notified(KENT, Map.of());

        assertThatThrownBy(() -> ombudsman.event(reference, "more-time", Map.of("extends", "enquiry-reply", "newDueDate", "2026-07-10")))
                .isInstanceOf(AnswersRefused.class).hasMessage("New date: No enquiry reply is owed now.");

        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.ask("council", MON_2026_06_01));
        assertThatThrownBy(() -> ombudsman.event(reference, "more-time", Map.of("extends", "enquiry-reply", "newDueDate", "2026-06-29")))
                .isInstanceOf(AnswersRefused.class).hasMessage("New date: The new date is not after Mon 29 Jun 2026.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The minutes – the school    | both        | The minutes       | the school
            A letter - Mrs Z            | third-party | A letter          | Mrs Z
            Counsel’s advice            | privileged  | Counsel’s advice  | the case
            Notes of a call             | council     | Notes of a call   | the case
            A diary – Mr Quill              | complainant | A diary           | Mr Quill
            A report – the police       | withheld    | A report          | the police
            """)
    void registersEvidenceWithWhoMaySeeIt(String details, String marking, String what, String from) {
        var reference = ombudsman.notified(KENT, Map.of());

        ombudsman.event(reference, "evidence", Map.of("details", details, "marking", marking));

        assertThat(evidence.of(reference)).containsExactly(new EvidenceView(1, what, from, marking, MON_2026_06_01));
    }

    @Test
    void keepsWithheldDocumentsApartAndRefusesANoticeByEMail() {
        var reference = ombudsman.notified(KENT, Map.of());
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.ask("council", MON_2026_06_01));
        var withheld = new HashMap<String, Object>(Map.of("withholds", true, "withheld", "Strategy meeting", "noticeChannel", "email"));

        assertThatThrownBy(() -> office.complete(reference, "Record reply to enquiry", OmbudsmanAnswers.reply(MON_2026_06_01, withheld)))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("may not be given electronically");

        withheld.put("noticeChannel", "letter");
        office.complete(reference, "Record reply to enquiry", OmbudsmanAnswers.reply(MON_2026_06_01, withheld));

        assertThat(evidence.of(reference)).extracting(EvidenceView::what, EvidenceView::marking).containsExactly(
                tuple("Minutes of the meeting", "both"), tuple("E-mail of the manager", "both"), tuple("Strategy meeting", "withheld"));
        assertThat(cases.lastLetter(reference, "section-32-3-notice")).isPresent();
    }

    @Test
    void excludesAPartInTheMiddleButNeverAll() {
        var reference = ombudsman.notified(KENT, Map.of());

        assertThatThrownBy(() -> ombudsman.event(reference, "excluded", Map.of("excludedIssues", "1, 2", "excludedGround", "schools")))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("nothing would be left");
        ombudsman.event(reference, "excluded", Map.of("excludedIssues", "1", "excludedGround", "schools"));
        assertThatThrownBy(() -> ombudsman.event(reference, "excluded", Map.of("excludedIssues", "2", "excludedGround", "schools")))
                .hasMessageContaining("nothing would be left");

        assertThat(cases.issues(reference)).extracting(IssueView::notConsidered).containsExactly("schools", null);
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.enough());
        assertThat(office.openTasks(reference)).containsExactly("Find on issue");
    }

    @Test
    void recordsEventsOnlyInCasesOfTheOmbudsmanAndNotBeforeTheComplaint() {
        var council = ombudsman.signposted("kent");
        var reference = ombudsman.notified(KENT, Map.of());

        assertThatThrownBy(() -> ombudsman.event(council, "note", Map.of())).isInstanceOf(AnswersRefused.class)
                .hasMessage("Case: there is no case " + council + " here.");
        assertThatThrownBy(() -> ombudsman.event("26 999 999", "note", Map.of())).hasMessage("Case: there is no case 26 999 999 here.");
        assertThatThrownBy(() -> ombudsman.event(reference, "note", Map.of("happenedOn", "2026-05-31")))
                .hasMessageContaining("the complaint was received on Mon 1 Jun 2026.");

        ombudsman.event(reference, "note", Map.of());
        assertThat(office.chronology(reference, "Something else to note")).hasSize(1);
    }

    private String overdue(String whom) {
        var reference = ombudsman.notified(KENT, Map.of());
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.ask(whom, MON_2026_06_01));
        office.on(TUE_2026_06_30);
        return reference;
    }

    private void chase(String reference, String flag, boolean again) {
        office.complete(reference, "Chase council",
                Map.of("lateFlag", flag, "letterText", "We have not had your reply.", "chasedOn", office.today().toString(), "chaseAgain", again));
    }
}
