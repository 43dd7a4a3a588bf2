package org.redress.liaison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.redress.testing.OmbudsmanAnswers.action;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.casefile.ActionState;
import org.redress.casefile.ActionView;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.LetterView;
import org.redress.deadline.DeadlineState;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.gate.AnswersRefused;
import org.redress.gate.AskedBack;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A council alone: its Ombudsman works elsewhere, and the link officer records each letter by hand (LGS-09). */
@ProductTest
class OmbudsmanLetterTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate THU_2026_06_04 = LocalDate.of(2026, 6, 4);
    private static final LocalDate MON_2026_06_15 = LocalDate.of(2026, 6, 15);
    private static final LocalDate WED_2026_06_24 = LocalDate.of(2026, 6, 24);
    private static final LocalDate MON_2026_06_29 = LocalDate.of(2026, 6, 29);
    private static final LocalDate WED_2026_07_01 = LocalDate.of(2026, 7, 1);
    private static final LocalDate FRI_2026_07_31 = LocalDate.of(2026, 7, 31);
    private static final String OTHER_COMPLAINT = "25 009 009";
    private static final Map<String, Object> CONFIRM = Map.of("confirmation", "confirm");

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private AgreedActions actions;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    /** Each test is about a complaint of its own: the Ombudsman's reference finds the case. */
    private String complaint;

    @BeforeEach
    void theOfficeIsOpen() {
        office.on(MON_2026_06_01);
        complaint = "25 " + String.valueOf(System.nanoTime() % 1_000_000 + 1_000_000).substring(1).replaceFirst("(\\d{3})", "$1 ");
    }

    @Test
    void opensACaseForAComplaintThatIsNotRecordedHere() {
        var reference = letter("notice", Map.of());

        var opened = cases.get(reference);
        assertThat(opened.council()).isEqualTo("kent");
        assertThat(opened.status()).isEqualTo(CaseStatus.WITH_OMBUDSMAN);
        assertThat(opened.counterpart()).isNull();
        assertThat(opened.counterpartReference()).isEqualTo(complaint);
        assertThat(cases.people(reference)).extracting(person -> person.label()).containsExactly("Ms T");
        assertThat(cases.letters(reference)).extracting(LetterView::kind, LetterView::to, LetterView::sentOn, LetterView::receivedOn)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("notice", "Kent County Council", MON_2026_06_01, MON_2026_06_01));
    }

    @ParameterizedTest
    @ValueSource(strings = {"notice", "other"})
    void keepsALetterThatAsksForNothing(String kind) {
        var reference = letter(kind, Map.of());

        assertThat(office.openTasks(reference)).isEmpty();
        assertThat(ends(reference)).contains("Letter noted", "Letter on its way");
    }

    @ParameterizedTest
    @CsvSource({"enquiry, enquiry-reply", "draft-decision, council-comments"})
    void countsTheDayThatTheLetterSets(String kind, String deadline) {
        assertThatThrownBy(() -> letter(kind, Map.of("newDueDate", "2026-06-01"))).hasMessage("Reply by, or new date: is not after the day of the letter.");

        assertThat(office.deadline(letter(kind, Map.of("newDueDate", "2026-06-19")), deadline).dueOn()).isEqualTo(LocalDate.of(2026, 6, 19));
    }

    @Test
    void putsALetterIntoTheCaseThatTheCouncilNames() {
        var own = office.receive("kent", Map.of());

        assertThat(letter("notice", Map.of("caseReference", " " + own.toLowerCase(Locale.ROOT) + " "))).isEqualTo(own);
        assertThat(cases.letters(own)).extracting(LetterView::kind).containsExactly("notice");
        assertThat(cases.get(own).counterpartReference()).isEqualTo(complaint);
        assertThat(cases.get(own).status()).as("its own procedure goes on").isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void findsTheCaseOfEarlierLettersByTheOmbudsmansReference() {
        var own = office.receive("kent", Map.of());
        letter("notice", Map.of("caseReference", own));
        var opened = ombudsman.letter("kent", "notice", Map.of("ombudsmanReference", complaint + "9"));

        assertThat(letter("enquiry", Map.of())).isEqualTo(own);
        assertThat(ombudsman.letter("kent", "enquiry", Map.of("ombudsmanReference", complaint + "9"))).isEqualTo(opened);
        assertThat(ombudsman.letter("leicestershire", "enquiry", Map.of("ombudsmanReference", complaint))).startsWith("LEICESTERSHIRE-");
    }

    @Test
    void knowsOneMatterHoweverItsNumberIsWritten() {
        var opened = letter("notice", Map.of());

        for (var between : List.of("", "-", "  ", "\u00A0", "–", "\u2009")) {
            var written = "Our ref: " + complaint.replace(" ", between) + ".";
            assertThat(letter("enquiry", Map.of("ombudsmanReference", written))).as(written).isEqualTo(opened);
        }
        assertThat(cases.get(opened).counterpartReference()).isEqualTo(complaint);
    }

    @Test
    void asksBackAboutALetterThatComesByItself() {
        var own = office.receive("kent", Map.of());
        var theirs = ombudsman.notified("Kent County Council", Map.of("councilReference", own));

        var back = catchThrowableOfType(AskedBack.class, () -> letter("enquiry", Map.of("ombudsmanReference", theirs.replace(' ', '-'), "complainant", complaint)));

        assertThat(back).hasMessage("The letters of the Ombudsman’s case " + theirs + " come by themselves, into " + own
                + ". If this one is of another Ombudsman, it gets a case of its own.");
    }

    @Test
    void givesTheSameAnswerForACaseOfAnotherCouncilAndForNone() {
        var foreign = office.receive("leicestershire", Map.of());
        var ombudsmans = ombudsman.receive("Kent County Council", Map.of());

        for (var reference : new String[] {foreign, ombudsmans, "KENT-2026-99999"}) {
            assertThatThrownBy(() -> letter("notice", Map.of("caseReference", reference)))
                    .hasMessage("Our case: your council has no case " + reference + ".");
        }
        assertThat(cases.letters(foreign)).isEmpty();
    }

    @Test
    void refusesALetterByHandWhereTheOmbudsmanWorksHere() {
        var own = office.receive("kent", Map.of());
        ombudsman.notified("Kent County Council", Map.of("councilReference", own));

        assertThatThrownBy(() -> letter("enquiry", Map.of("caseReference", own))).hasMessageContaining("its letters come by themselves");
    }

    @Test
    void keepsTheLettersOfTwoComplaintsApart() {
        var own = office.receive("kent", Map.of());
        letter("notice", Map.of("caseReference", own));
        var another = office.receive("kent", Map.of());

        assertThatThrownBy(() -> letter("notice", Map.of("caseReference", own, "ombudsmanReference", OTHER_COMPLAINT)))
                .hasMessageContaining("it holds the letters of the Ombudsman’s case " + complaint);
        assertThatThrownBy(() -> letter("notice", Map.of("caseReference", another)))
                .hasMessageContaining("the letters of the Ombudsman’s case " + complaint + " are in " + own);
        assertThat(cases.get(own).counterpartReference()).isEqualTo(complaint);
    }

    @Test
    void refusesALetterThatArrivedBeforeItWasWritten() {
        office.on(THU_2026_06_04);

        assertThatThrownBy(() -> letter("enquiry", Map.of("letterReceivedOn", MON_2026_06_01.toString())))
                .hasMessage("Received on: is before the day of the letter.");
    }

    @Test
    void countsTheReplyFromTheDayOfTheEnquiryAndTellsEnquiriesApart() {
        office.on(THU_2026_06_04);
        var reference = letter("enquiry", Map.of("letterDatedOn", MON_2026_06_01.toString()));
        letter("enquiry", Map.of());

        assertThat(office.tasks(reference, "Reply to enquiry")).extracting(task -> Office.london(task.getDueDate()).toLocalDate())
                .containsExactlyInAnyOrder(MON_2026_06_29, LocalDate.of(2026, 7, 2));
        office.complete(office.taskOf(reference, "Reply to enquiry", "enquiryNumber", 1), OmbudsmanAnswers.reply(office.today(), Map.of()));

        assertThat(office.openTasks(reference)).containsExactly("Reply to enquiry");
        assertThat(ends(reference)).contains("Enquiry answered", "Reply sent");
        assertThat(office.deadline(reference, "enquiry-reply").state()).isEqualTo(DeadlineState.OPEN);
        assertThat(cases.letters(reference)).extracting(LetterView::kind).contains("enquiry-reply");
    }

    @Test
    void commentsOnADraft() {
        var reference = letter("draft-decision", Map.of());

        assertThat(office.deadline(reference, "council-comments").dueOn()).isEqualTo(MON_2026_06_15);
        office.complete(reference, "Comment on draft", OmbudsmanAnswers.councilComments(office.today(), "The date is wrong\nThe rest is right"));

        assertThat(cases.lastLetter(reference, "draft-comments").orElseThrow().text()).isEqualTo("The date is wrong\nThe rest is right");
        assertThat(cases.lastLetter(reference, "draft-decision").orElseThrow().marking()).isEqualTo(LetterView.DRAFT_CONFIDENTIAL);
        assertThat(ends(reference)).contains("Comments sent", "Draft dealt with");
        assertThat(office.running(reference)).isFalse();
    }

    @Test
    void neverTakesTheTextOfADraftForTheComplaint() {
        var reference = letter("draft-decision", Map.of("letterText", "We find fault with the social worker."));

        assertThat(cases.get(reference).complainedOf()).isEqualTo("A complaint to the Ombudsman; the letters say what it is about.");
    }

    @Test
    void takesADecisionWithItsActionsToTheLastVerdict() {
        var reference = decided(2);
        assertThat(office.openTasks(reference)).containsExactly("Record agreed action", "Record agreed action");
        propose(reference, 1, action("apology", "1 month", Map.of()));
        assertThat(office.openTasks(reference)).as("not before every action is worded").containsExactly("Record agreed action");
        propose(reference, 2, action("payment", "20 Working Days", Map.of("amount", 200, "countsFrom", "not-stated")));

        assertThat(actions.views(reference)).extracting(ActionView::within, ActionView::countsFrom, ActionView::fromAssumed).containsExactly(
                org.assertj.core.groups.Tuple.tuple("1 month", MON_2026_06_01, false), org.assertj.core.groups.Tuple.tuple("20 working days", MON_2026_06_01, true));
        assertThat(office.taskOf(reference, "Carry out action", "actionNumber", 1).getDueDate()).isEqualTo(java.sql.Timestamp.valueOf(Office.endOf(WED_2026_07_01)));
        ombudsman.show(reference, 1, Map.of());
        ombudsman.show(reference, 2, Map.of("amountPaid", 200));
        verdict(reference, 1, "accepted", Map.of());

        assertThat(cases.get(reference).status()).as("one action is open").isEqualTo(CaseStatus.WITH_OMBUDSMAN);
        verdict(reference, 2, "not-complete", Map.of());
        assertThat(actions.views(reference)).extracting(ActionView::state).containsExactly(ActionState.COMPLETE, ActionState.NOT_COMPLETE);
        assertThat(ends(reference)).contains("Action accepted", "Action left undone", "Verdict recorded", "Decision carried out");
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(office.running(reference)).isFalse();
    }

    @Test
    void carriesOutAgainWhatWasSentBack() {
        var reference = decided(1);
        propose(reference, 1, action("apology", "1 month", Map.of()));
        ombudsman.show(reference, 1, Map.of());
        verdict(reference, 1, "sent-back", Map.of());

        assertThat(office.openTasks(reference)).containsExactly("Carry out action");
        assertThat(office.deadline(reference, "agreed-action").state()).isEqualTo(DeadlineState.OPEN);
        ombudsman.show(reference, 1, Map.of());
        verdict(reference, 1, "more-time", Map.of("newDueDate", FRI_2026_07_31.toString()));

        assertThat(Office.london(office.task(reference, "Carry out action").getDueDate())).isEqualTo(Office.endOf(FRI_2026_07_31));
        assertThat(office.timers(reference)).containsEntry("BoundaryEvent_AgreedActionOverdue", LocalDate.of(2026, 8, 1).atStartOfDay());
    }

    @Test
    void closesACaseAfterADecisionWithoutActions() {
        var reference = decided(0);

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(office.running(reference)).isFalse();
    }

    @Test
    void answersAReportBesideItsActions() {
        office.on(THU_2026_06_04);
        var reference = letter("report", Map.of("letterDatedOn", MON_2026_06_01.toString(), "actionCount", 1));

        assertThat(office.openTasks(reference)).containsExactly("Give public notice", "Record agreed action", "Report to members", "Respond to report");
        assertThat(office.deadline(reference, "report-notice").dueOn()).as("from receipt").isEqualTo(LocalDate.of(2026, 6, 18));
        assertThat(office.deadline(reference, "report-response").dueOn()).as("beginning with receipt").isEqualTo(LocalDate.of(2026, 9, 3));
        propose(reference, 1, action("apology", "1 month", Map.of()));
        ombudsman.show(reference, 1, Map.of());
        verdict(reference, 1, "accepted", Map.of());
        assertThat(cases.get(reference).status()).as("the report is not answered").isEqualTo(CaseStatus.WITH_OMBUDSMAN);
        office.complete(reference, "Respond to report", PublicReportTests.response(office.today()));
        office.complete(reference, "Give public notice", PublicReportTests.notice(office.today(), office.today()));
        assertThat(cases.get(reference).status()).as("the members have not been told").isEqualTo(CaseStatus.WITH_OMBUDSMAN);
        office.complete(reference, "Report to members", PublicReportTests.members(office.today()));

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(office.running(reference)).isFalse();
    }

    @Test
    void movesTheDayWhenTheOmbudsmanGrantsMoreTime() {
        var reference = letter("enquiry", Map.of());
        letter("more-time", Map.of("extends", "enquiry-reply", "newDueDate", WED_2026_07_01.toString(), "letterText", "Two more days."));

        assertThat(office.deadline(reference, "enquiry-reply").dueOn()).isEqualTo(WED_2026_07_01);
        assertThat(office.deadline(reference, "enquiry-reply").originalDueOn()).isEqualTo(MON_2026_06_29);
        assertThat(Office.london(office.task(reference, "Reply to enquiry").getDueDate())).isEqualTo(Office.endOf(WED_2026_07_01));
    }

    @ParameterizedTest
    @CsvSource({"enquiry-reply, 2026-06-29, not after Mon 29 Jun 2026", "council-comments, 2026-07-31, No council comments is owed now",
        "report-response, 2026-07-31, No report response is owed now"})
    void refusesMoreTimeForWhatIsNotOwedOrNotLater(String what, LocalDate until, String why) {
        letter("enquiry", Map.of());

        assertThatThrownBy(() -> letter("more-time", Map.of("extends", what, "newDueDate", until.toString()))).hasMessageContaining(why);
    }

    @Test
    void endsWhatWasAskedWhenTheOmbudsmanClosesTheCase() {
        var reference = letter("enquiry", Map.of());
        office.on(WED_2026_07_01);
        assertThat(office.openTasks(reference)).containsExactly("Explain the delay to the complainant", "Reply to enquiry");
        letter("closing-statement", Map.of());

        assertThat(office.openTasks(reference)).isEmpty();
        assertThat(office.deadline(reference, "enquiry-reply").outcome()).endsWith("cancelled because the Ombudsman closed the case");
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void leavesTheCouncilsOwnProcedureAloneWhenTheOmbudsmanClosesTheCase() {
        var own = office.receive("kent", Map.of());
        letter("enquiry", Map.of("caseReference", own));
        office.on(WED_2026_06_24);
        assertThat(office.openTasks(own)).containsExactly("Acknowledge complaint", "Explain the delay to the complainant", "Reply to enquiry");
        letter("closing-statement", Map.of());

        assertThat(office.openTasks(own)).containsExactly("Acknowledge complaint", "Explain the delay to the complainant");
        assertThat(office.deadline(own, "acknowledgement").state()).isEqualTo(DeadlineState.OPEN);
        assertThat(cases.get(own).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(letter("enquiry", Map.of("caseReference", own, "ombudsmanReference", OTHER_COMPLAINT))).as("free for a new complaint").isEqualTo(own);
    }

    @Test
    void endsTheActionsWhenTheDecisionIsSetAside() {
        var reference = decided(1);
        propose(reference, 1, action("apology", "1 month", Map.of()));
        letter("set-aside", Map.of());

        assertThat(office.openTasks(reference)).isEmpty();
        assertThat(actions.views(reference)).isEmpty();
        assertThat(office.deadline(reference, "agreed-action").outcome()).isEqualTo("cancelled because the decision was set aside after a review");
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.WITH_OMBUDSMAN);
    }

    /** A made-up letter ends nothing: a second person sees what it would end, and every period goes on until they have confirmed it. */
    @ParameterizedTest
    @CsvSource({"set-aside, true", "closing-statement, true", "decision, true", "report, false", "set-aside, false"})
    void endsNothingBeforeASecondPersonHasConfirmedIt(String kind, boolean confirmed) {
        var reference = decided(1);
        propose(reference, 1, action("apology", "1 month", Map.of()));
        record(kind, kind.equals("decision") || kind.equals("report") ? Map.of("actionCount", 0) : Map.of());

        var waiting = office.task(reference, "Confirm colleague’s change");
        assertThat(office.openTasks(reference)).containsExactly("Carry out action", "Confirm colleague’s change");
        assertThat(office.variable(reference, "changes")).isEqualTo("Agreed action 1, due on Wed 1 Jul 2026: not owed any more.");
        assertThat(cases.lastLetter(reference, kind)).as("it is in the file").isPresent();
        office.as("kent-link-officer");
        assertThat(office.sees(waiting)).isFalse();
        assertThatThrownBy(() -> office.completeAs("kent-link-officer", waiting, CONFIRM)).isInstanceOf(AuthorizationException.class);
        office.on(LocalDate.of(2026, 7, 3));
        assertThat(office.deadline(reference, "agreed-action").overdue()).as("every period goes on").isTrue();

        office.completeAs("kent-supervisor", waiting, confirmed ? CONFIRM : Map.of("confirmation", "leave", "confirmationReason", "There is no such letter."));

        assertThat(office.deadline(reference, "agreed-action").outcome()).isEqualTo(!confirmed ? "overdue since Thu 2 Jul 2026" : "cancelled because " + Map.of("set-aside",
                "the decision was set aside after a review", "closing-statement", "the Ombudsman closed the case", "decision", "the Ombudsman has decided").get(kind));
        assertThat(office.openTasks(reference)).containsExactly(confirmed ? new String[] {} : new String[] {"Carry out action", "Explain the delay to the complainant"});
    }

    @Test
    void asksASecondPersonAboutActionsThatAreStillToBeWorded() {
        var reference = decided(2);
        record("set-aside", Map.of());

        assertThat(office.variable(reference, "changes")).isEqualTo("Record agreed action 1: not owed any more.\nRecord agreed action 2: not owed any more.");
        assertThat(office.openTasks(reference)).contains("Record agreed action");
    }

    @Test
    void needsNobodyWhereNothingIsOwed() {
        var reference = letter("notice", Map.of());
        record("closing-statement", Map.of());

        assertThat(office.openTasks(reference)).isEmpty();
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void endsLessThanWasShownWhereSomethingWasDoneMeanwhileAndNeverMore() {
        var reference = letter("enquiry", Map.of());
        letter("draft-decision", Map.of());
        record("closing-statement", Map.of());
        office.complete(reference, "Reply to enquiry", OmbudsmanAnswers.reply(office.today(), Map.of()));
        record("set-aside", Map.of());
        var first = office.tasks(reference, "Confirm colleague’s change").stream().filter(task -> String.valueOf(changes(task)).contains("Enquiry reply")).findFirst().orElseThrow();
        record("enquiry", Map.of("letterText", "Something else."));

        assertThatThrownBy(() -> office.completeAs("kent-supervisor", office.tasks(reference, "Confirm colleague’s change").stream()
                .filter(task -> !task.getId().equals(first.getId())).findFirst().orElseThrow(), CONFIRM)).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("Something else would change now").hasMessageContaining("Enquiry reply");
        office.complete(office.taskOf(reference, "Reply to enquiry", "enquiryNumber", 2), OmbudsmanAnswers.reply(office.today(), Map.of()));
        office.completeAs("kent-supervisor", first, CONFIRM);

        assertThat(office.deadline(reference, "council-comments").state()).isEqualTo(DeadlineState.CANCELLED);
        assertThat(deadlines.of(reference)).filteredOn(deadline -> deadline.kind().equals("enquiry-reply")).extracting(DeadlineView::state).containsOnly(DeadlineState.MET);
    }

    @Test
    void givesMoreTimeWhenASecondPersonHasSeenTheDay() {
        var reference = letter("enquiry", Map.of());
        record("more-time", Map.of("extends", "enquiry-reply", "newDueDate", FRI_2026_07_31.toString()));

        assertThat(office.deadline(reference, "enquiry-reply").dueOn()).isEqualTo(MON_2026_06_29);
        assertThat(office.variable(reference, "changes")).isEqualTo("Enquiry reply 1 due moves from Mon 29 Jun 2026 to Fri 31 Jul 2026.");
        office.on(WED_2026_07_01);
        assertThat(office.deadline(reference, "enquiry-reply").overdue()).isTrue();
        office.completeAs("kent-supervisor", office.task(reference, "Confirm colleague’s change"), Map.of("confirmation", "leave", "confirmationReason", "There is no such letter."));
        assertThat(office.deadline(reference, "enquiry-reply").dueOn()).isEqualTo(MON_2026_06_29);
    }

    @Test
    void givesMoreTimeThatIsConfirmedWhenTheDayHasPassed() {
        var reference = letter("enquiry", Map.of());
        record("more-time", Map.of("extends", "enquiry-reply", "newDueDate", FRI_2026_07_31.toString()));
        office.on(WED_2026_07_01);
        office.completeAs("kent-supervisor", office.task(reference, "Confirm colleague’s change"), Map.of("confirmation", "confirm", "confirmationReason", "I have seen the letter."));

        assertThat(office.deadline(reference, "enquiry-reply").dueOn()).isEqualTo(FRI_2026_07_31);
    }

    @Test
    void takesALaterDecisionInThePlaceOfWhatWasAskedBefore() {
        var reference = letter("enquiry", Map.of());
        decided(2);
        propose(reference, 1, action("apology", "1 month", Map.of()));
        propose(reference, 2, action("training", "3 months", Map.of()));
        office.on(MON_2026_06_15);
        decided(1);
        propose(reference, 1, action("apology", "1 month", Map.of()));

        assertThat(office.openTasks(reference)).containsExactly("Carry out action");
        assertThat(actions.views(reference)).singleElement().satisfies(only -> assertThat(only.countsFrom()).isEqualTo(MON_2026_06_15));
        assertThat(office.deadline(reference, "agreed-action").dueOn()).isEqualTo(LocalDate.of(2026, 7, 15));
        assertThat(office.deadline(reference, "enquiry-reply").outcome()).isEqualTo("cancelled because the Ombudsman has decided");
    }

    @Test
    void answersTheOmbudsmanWhileTheCouncilsOwnProcedureIsPaused() {
        var own = casework.accepted("kent");
        letter("enquiry", Map.of("caseReference", own));
        office.event(own, "proceedings-started", Answers.prejudice());
        letter("draft-decision", Map.of());

        assertThat(cases.get(own).status()).isEqualTo(CaseStatus.PAUSED);
        assertThat(office.deadline(own, "response").state()).isEqualTo(DeadlineState.PAUSED);
        assertThat(office.deadline(own, "enquiry-reply").outcome()).isEqualTo("due on Mon 29 Jun 2026");
        assertThat(office.deadline(own, "council-comments").outcome()).isEqualTo("due on Mon 15 Jun 2026");
        office.complete(own, "Reply to enquiry", OmbudsmanAnswers.reply(office.today(), Map.of()));
        office.complete(own, "Comment on draft", OmbudsmanAnswers.councilComments(office.today(), null));
        assertThat(office.deadline(own, "enquiry-reply").state()).isEqualTo(DeadlineState.MET);
    }

    @Test
    void letsNobodyWithdrawACaseThatIsWithTheOmbudsmanOnly() {
        var reference = letter("enquiry", Map.of());

        assertThatThrownBy(() -> office.event(reference, "withdrawal", Map.of())).hasMessageContaining("the case is with the ombudsman since Mon 1 Jun 2026");
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.WITH_OMBUDSMAN);
    }

    private String letter(String kind, Map<String, Object> different) {
        return ombudsman.letter("kent", kind, Answers.with(Map.of("ombudsmanReference", complaint), different));
    }

    private void record(String kind, Map<String, Object> different) {
        ombudsman.recordLetter("kent", kind, Answers.with(Map.of("ombudsmanReference", complaint), different));
    }

    private Object changes(Task task) {
        return runtime.getVariable(task.getExecutionId(), "changes");
    }

    private String decided(int count) {
        return letter("decision", Map.of("actionCount", count));
    }

    private void propose(String reference, int number, Map<String, Object> answers) {
        office.complete(office.taskOf(reference, "Record agreed action", "actionNumber", number), answers);
    }

    private void verdict(String reference, int number, String verdict, Map<String, Object> different) {
        office.complete(office.taskOf(reference, "Record verdict", "actionNumber", number), OmbudsmanAnswers.verdict(verdict, office.today(), different));
    }

    private java.util.List<String> ends(String reference) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .flatMap(instance -> history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).finished().list().stream())
                .filter(activity -> activity.getActivityType().endsWith("EndEvent")).map(activity -> activity.getActivityName()).toList();
    }
}
