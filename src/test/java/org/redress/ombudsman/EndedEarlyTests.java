package org.redress.ombudsman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.LetterView;
import org.redress.deadline.DeadlineState;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Withdrawn, discontinued, or remedied by the council itself: nothing stays open on either side. */
@ProductTest
class EndedEarlyTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate FRI_2026_06_12 = LocalDate.of(2026, 6, 12);
    private static final LocalDate MON_2026_06_15 = LocalDate.of(2026, 6, 15);
    private static final LocalDate TUE_2026_06_30 = LocalDate.of(2026, 6, 30);
    private static final String KENT = "Kent County Council";

    @Autowired
    private Office office;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private Casework casework;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Deadlines deadlines;

    @BeforeEach
    void itIsMonday() {
        office.on(MON_2026_06_01);
    }

    @Test
    void endsWhatTheCouncilOwesWithTheCase() {
        var council = ombudsman.signposted("kent");
        var reference = ombudsman.notified(KENT, Map.of("councilReference", council));
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.ask("council", MON_2026_06_01));
        office.on(TUE_2026_06_30);
        assertThat(office.openTasks(reference)).containsExactly("Chase council", "Record reply to enquiry");

        ombudsman.event(reference, "withdrawn", Map.of("happenedOn", MON_2026_06_15.toString()));

        assertThat(office.openTasks(reference)).containsExactly("Issue decision");
        assertThat(office.deadline(reference, "enquiry-reply").state()).isEqualTo(DeadlineState.CANCELLED);
        assertThat(office.deadline(reference, "enquiry-reply").closedOn()).as("the day on which it happened").isEqualTo(MON_2026_06_15);
        assertThat(office.timers(reference)).isEmpty();
        close(reference);
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.WITHDRAWN);
        assertThat(cases.get(reference).statusBecause()).isEqualTo("Closed after initial enquiries: Complaint withdrawn");
        assertThat(cases.letters(reference)).filteredOn(letter -> letter.kind().equals("decision")).extracting(LetterView::to)
                .containsExactly("Ms T", KENT);
        assertThat(cases.lastLetter(council, "decision")).isPresent();
        assertThat(office.openTasks(council)).as("nobody waits for it any more").isEmpty();
        assertThat(deadlines.of(council)).extracting(DeadlineView::state).doesNotContain(DeadlineState.OPEN);
        assertThatThrownBy(() -> ombudsman.event(reference, "withdrawn", Map.of())).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("the case is withdrawn since Tue 30 Jun 2026; it cannot end otherwise any more");
    }

    /** The one who records it ends nothing alone, here or at the council. */
    @ParameterizedTest
    @ValueSource(strings = {"withdrawn", "discontinued", "remedy-accepted"})
    void endsNothingBeforeASecondPersonHasConfirmedIt(String happening) {
        var council = ombudsman.signposted("kent");
        var reference = ombudsman.notified(KENT, Map.of("councilReference", council));
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.ask("council", MON_2026_06_01));
        var here = office.openTasks(reference);
        var there = office.openTasks(council);

        ombudsman.askForEvent(reference, happening, Map.of());

        var waiting = office.task(reference, "Confirm colleague’s change");
        assertThat(office.openTasks(reference)).hasSize(here.size() + 1).containsAll(here);
        assertThat(office.openTasks(council)).isEqualTo(there);
        assertThat(office.deadline(council, "enquiry-reply").state()).isEqualTo(DeadlineState.OPEN);
        assertThat(String.valueOf(office.variable(reference, "changes"))).contains("Enquiry reply 1, due on Mon 29 Jun 2026: not owed any more.");
        assertThatThrownBy(() -> office.completeAs("ombudsman-investigator", waiting, Map.of("confirmation", "confirm"))).isInstanceOf(AuthorizationException.class);
        office.completeAs("ombudsman-supervisor", waiting, Map.of("confirmation", "confirm"));

        assertThat(office.deadline(reference, "enquiry-reply").state()).isEqualTo(DeadlineState.CANCELLED);
        assertThat(office.openTasks(reference)).doesNotContainAnyElementsOf(here);
    }

    @Test
    void goesOnWhereTheSecondPersonFindsNoEnd() {
        var reference = ombudsman.notified(KENT, Map.of());
        var here = office.openTasks(reference);
        ombudsman.askForEvent(reference, "withdrawn", Map.of());

        office.completeAs("ombudsman-supervisor", office.task(reference, "Confirm colleague’s change"), Map.of("confirmation", "leave", "confirmationReason", "He wrote of another case."));

        assertThat(office.openTasks(reference)).isEqualTo(here);
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.OPEN);
    }

    /** What ended without a finding is a decision all the same: outcome, review, publication (LGS-18, LGS-22). */
    @Test
    void isReviewedAndPublishedLikeEveryDecision() {
        var reference = ombudsman.notified(KENT, Map.of());
        ombudsman.event(reference, "withdrawn", Map.of());
        close(reference);

        assertThat(office.chronology(reference, "Outcome: Closed after initial enquiries")).hasSize(1);
        assertThat(office.deadline(reference, "review-request").dueOn()).isEqualTo(LocalDate.of(2026, 7, 1));
        office.on(LocalDate.of(2026, 7, 13));
        office.complete(reference, "Prepare publication copy", OmbudsmanAnswers.copy());
        office.complete(reference, "Publish decision", OmbudsmanAnswers.publish(office.today()));
        assertThat(office.running(reference)).isFalse();
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.WITHDRAWN);
    }

    @Test
    void isTakenUpWhenTheReviewFindsAWithdrawalUnsound() {
        var reference = ombudsman.notified(KENT, Map.of());
        ombudsman.event(reference, "withdrawn", Map.of());
        close(reference);
        ombudsman.event(reference, "review", Map.of("reviewGround", "inaccurate-evidence"));

        office.completeAs("ombudsman-reviewer", office.task(reference, "Decide on review"), OmbudsmanAnswers.review("not-sound", office.today()));

        assertThat(office.openTasks(reference)).containsExactly("Assess jurisdiction");
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(cases.letters(reference)).filteredOn(letter -> letter.kind().equals("decision")).extracting(LetterView::marking).containsOnly(LetterView.SET_ASIDE);
        assertThat(office.variable(reference, "course")).isEqualTo("investigation");
    }

    @Test
    void endsAnInvestigationWithADraftThatBothSidesCommentOn() {
        var council = ombudsman.signposted("kent");
        var reference = ombudsman.notified(KENT, Map.of("councilReference", council));
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.ask("council", MON_2026_06_01));

        office.on(MON_2026_06_15);
        ombudsman.event(reference, "discontinued", Map.of("happenedOn", FRI_2026_06_12.toString()));

        assertThat(office.openTasks(reference)).containsExactly("Find on issue", "Find on issue");
        assertThat(office.openTasks(council)).as("no reply is needed any more").isEmpty();
        assertThat(office.deadline(reference, "enquiry-reply").closedOn()).isEqualTo(office.deadline(council, "enquiry-reply").closedOn()).isEqualTo(FRI_2026_06_12);
        assertThat(office.deadline(council, "enquiry-reply").state()).isEqualTo(DeadlineState.CANCELLED);
        office.tasks(reference, "Find on issue").forEach(task -> office.complete(task, OmbudsmanAnswers.finding("no-finding", null)));
        assertThatThrownBy(() -> office.complete(reference, "Draft decision", OmbudsmanAnswers.draft(0, Map.of("closingReason", "late", "furtherReason", "late"))))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("is given twice");
        assertThatThrownBy(() -> office.complete(reference, "Draft decision", OmbudsmanAnswers.draft(1, Map.of("closingReason", "remedied"))))
                .hasMessageStartingWith("Agreed actions: an investigation that ends without a finding agrees nothing.");
        office.complete(reference, "Draft decision", OmbudsmanAnswers.draft(0, Map.of("closingReason", "late", "furtherReason", "remedied")));
        office.complete(reference, "Approve draft", Answers.approve());
        ombudsman.decide(reference, Map.of("informationSharing", "not-needed"));

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.DISCONTINUED);
        assertThat(cases.get(reference).statusBecause()).isEqualTo("Not upheld: Investigation ended: late; Investigation ended: remedied by the council");
        assertThat(cases.letters(reference)).filteredOn(letter -> letter.kind().equals("decision")).extracting(LetterView::to).containsExactly("Ms T", KENT);
        assertThat(cases.lastLetter(council, "decision")).isPresent();
        assertThat(office.openTasks(council)).isEmpty();
        assertThat(office.deadline(reference, "publication").dueOn()).isEqualTo(LocalDate.of(2026, 7, 27));
    }

    @Test
    void endsAnInvestigationWhoseDraftHasBeenSentWithANewDraft() {
        var council = ombudsman.signposted("kent");
        var reference = ombudsman.investigated(KENT, Map.of("councilReference", council));
        ombudsman.draft(reference, OmbudsmanAnswers.action("apology", "1 month", Map.of()));
        office.complete(reference, "Send draft", OmbudsmanAnswers.sendDraft(MON_2026_06_01));

        ombudsman.discontinue(reference, Map.of("closingReason", "nothing-to-achieve"));

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.DISCONTINUED);
        assertThat(office.openTasks(council)).as("nothing of the first draft is agreed or commented on").isEmpty();
    }

    @Test
    void goesBackToTheInvestigationWhenItsEndIsUnsound() {
        var reference = ombudsman.notified(KENT, Map.of());
        ombudsman.discontinue(reference, Map.of("closingReason", "fault-unlikely"));
        ombudsman.event(reference, "review", Map.of("reviewGround", "new-information"));
        office.on(TUE_2026_06_30);

        office.completeAs("ombudsman-reviewer", office.task(reference, "Decide on review"), OmbudsmanAnswers.review("not-sound", office.today()));

        assertThat(office.openTasks(reference)).containsExactly("Allocate case");
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(office.deadline(reference, "allocation").triggerOn()).as("from the review").isEqualTo(TUE_2026_06_30);
        assertThat(office.variable(reference, "course")).isEqualTo("investigation");
    }

    @Test
    void isNotDiscontinuedAtIntake() {
        var reference = ombudsman.receive(KENT, Map.of());

        assertThatThrownBy(() -> ombudsman.event(reference, "discontinued", Map.of())).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("the case is not being investigated; close it with a reason in Decide on intake");
    }

    @Test
    void issuesNoReportWithoutAnInvestigation() {
        var reference = ombudsman.notified(KENT, Map.of());
        ombudsman.event(reference, "withdrawn", Map.of());

        assertThatThrownBy(() -> office.complete(reference, "Issue decision", OmbudsmanAnswers.issue(office.today(), Map.of("statementKind", "report"))))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("a public report follows a completed investigation");
    }

    @Test
    void leavesTheCouncilsOwnProcedureAlone() {
        var council = casework.accepted("kent");
        var reference = ombudsman.notified(KENT, Map.of("councilReference", council));
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.ask("council", MON_2026_06_01));

        ombudsman.event(reference, "withdrawn", Map.of());
        close(reference);

        assertThat(office.deadline(council, "enquiry-reply").outcome()).contains("the Ombudsman closed the case");
        assertThat(office.deadline(council, "response").state()).isEqualTo(DeadlineState.OPEN);
        assertThat(office.openTasks(council)).containsExactly("Decide who answers");
        assertThat(cases.get(council).status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void closesTheFileOfACouncilThatHadNoneBefore() {
        var reference = ombudsman.notified(KENT, Map.of());
        var council = cases.linked("kent", "ombudsman", reference).orElseThrow().reference();
        assertThat(cases.get(council).status()).isEqualTo(CaseStatus.WITH_OMBUDSMAN);

        ombudsman.event(reference, "withdrawn", Map.of());
        close(reference);

        assertThat(cases.get(council).status()).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void tellsACouncilNothingOfAComplaintThatIsWithdrawnBeforeItHears() {
        var reference = ombudsman.receive(KENT, Map.of());

        ombudsman.event(reference, "withdrawn", Map.of());
        close(reference);

        assertThat(cases.linked("kent", "ombudsman", reference)).isEmpty();
        assertThat(cases.letters(reference)).extracting(LetterView::to).containsExactly("Mr Quill");
    }

    @Test
    void endsTheCommentsOfBothSides() {
        var council = ombudsman.signposted("kent");
        var reference = ombudsman.investigated(KENT, Map.of("councilReference", council));
        ombudsman.draft(reference);
        office.complete(reference, "Send draft", OmbudsmanAnswers.sendDraft(MON_2026_06_01));

        ombudsman.event(reference, "withdrawn", Map.of());
        close(reference);

        assertThat(deadlines.of(reference)).filteredOn(deadline -> deadline.state() == DeadlineState.OPEN).extracting(DeadlineView::kind)
                .as("only what follows a decision").containsExactlyInAnyOrder("publication", "review-request");
        assertThat(office.openTasks(council)).isEmpty();
    }

    @Test
    void recordsTheEndOnce() {
        var reference = ombudsman.notified(KENT, Map.of());
        ombudsman.event(reference, "withdrawn", Map.of());

        assertThatThrownBy(() -> ombudsman.event(reference, "discontinued", Map.of())).isInstanceOf(AnswersRefused.class)
                .hasMessage("What happened?: the case has ended; its statement of reasons is to be issued (LGA-18).");
    }

    @Test
    void isNotWithdrawnAfterTheDecision() {
        var reference = ombudsman.decided(KENT, Map.of());

        assertThatThrownBy(() -> ombudsman.event(reference, "withdrawn", Map.of())).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("the case is decided since Mon 1 Jun 2026; it cannot end otherwise any more; a decision is reviewed");
    }

    @Test
    void goesToTheDraftWhenTheCouncilsOwnRemedyIsAccepted() {
        var council = ombudsman.signposted("kent");
        var reference = ombudsman.notified(KENT, Map.of("councilReference", council));
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.ask("council", MON_2026_06_01));

        office.on(MON_2026_06_15);
        ombudsman.event(reference, "remedy-accepted", Map.of("happenedOn", FRI_2026_06_12.toString()));

        assertThat(office.openTasks(reference)).containsExactly("Find on issue", "Find on issue");
        assertThat(office.deadline(reference, "enquiry-reply").state()).isEqualTo(DeadlineState.CANCELLED);
        assertThat(office.deadline(reference, "enquiry-reply").closedOn()).isEqualTo(office.deadline(council, "enquiry-reply").closedOn()).isEqualTo(FRI_2026_06_12);
        assertThat(office.openTasks(council)).as("no reply is needed any more").isEmpty();
        assertThat(office.deadline(council, "enquiry-reply").state()).isEqualTo(DeadlineState.CANCELLED);
        office.tasks(reference, "Find on issue").forEach(task -> office.complete(task, OmbudsmanAnswers.finding("no-finding", null)));
        office.complete(reference, "Draft decision", OmbudsmanAnswers.draft(1, Map.of()));
        office.complete(reference, "Propose action", OmbudsmanAnswers.action("apology", "1 month", Map.of()));
        office.complete(reference, "Approve draft", Answers.approve());
        ombudsman.decide(reference, Map.of());
        assertThat(cases.get(reference).statusBecause()).isEqualTo("Remedy agreed during investigation");
        assertThat(office.openTasks(council)).containsExactly("Carry out action");
    }

    @Test
    void acceptsARemedyInTheDraftOnceThereIsOne() {
        var reference = ombudsman.investigated(KENT, Map.of());

        assertThatThrownBy(() -> ombudsman.event(reference, "remedy-accepted", Map.of())).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("a remedy is accepted at the end of intake, or in the draft");
    }

    private void close(String reference) {
        ombudsman.state(reference);
    }
}
