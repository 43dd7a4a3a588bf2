package org.redress.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.IssueView;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** One stage, called with its number: who answers, the answers, the letter, and what the complainant wants then. */
@ProductTest
class StageTests {
    private static final LocalDate TUE_2023_08_29 = LocalDate.of(2023, 8, 29);
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate WED_2026_06_10 = LocalDate.of(2026, 6, 10);
    private static final LocalDate TUE_2026_06_16 = LocalDate.of(2026, 6, 16);
    private static final LocalDate TUE_2026_07_21 = LocalDate.of(2026, 7, 21);
    private static final LocalDate MON_2027_02_01 = LocalDate.of(2027, 2, 1);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private CaseFiles cases;

    @Test
    void isTheSameModelThreeTimesInAProcedureOfThreeStages() {
        office.on(TUE_2023_08_29);
        var reference = casework.accepted("cambridgeshire");
        casework.respond(reference, "cambridgeshire-manager");
        casework.wish(reference, "next-stage");
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(TUE_2023_08_29));
        casework.respond(reference, "cambridgeshire-assistant-director");
        casework.wish(reference, "next-stage");
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(TUE_2023_08_29));

        casework.respond(reference, "cambridgeshire-director");

        assertThat(cases.get(reference).stage()).isEqualTo(3);
        assertThat(cases.issues(reference)).allSatisfy(issue ->
                assertThat(issue.answers()).extracting(IssueView.Answer::stage).containsExactly(1, 2, 3));
        assertThat(office.openTasks(reference)).containsExactly("Signpost the Ombudsman");
    }

    @Test
    void asksForAnAnswerToEachIssueFromThePersonWhoWasChosen() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.complete(reference, "Decide who answers", Answers.responder("kent-director"));

        office.complete(reference, "Investigate complaint", Answers.investigate());

        assertThat(office.tasks(reference, "Answer issue")).hasSize(2).allSatisfy(task ->
                assertThat(task.getAssignee()).isEqualTo("kent-director"));
    }

    @Test
    void givesADraftBackUntilItIsApproved() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        casework.answerIssues(reference, "kent-manager");
        office.complete(reference, "Draft response", Answers.draft());

        office.complete(reference, "Approve response", Map.of("approval", "return", "comments", "Say what will be done."));
        var afterTheReturn = office.task(reference, "Draft response").getAssignee();
        office.complete(reference, "Draft response", Map.of("letterText", "We uphold it and empty the bins weekly."));
        office.complete(reference, "Approve response", Answers.approve());
        office.complete(reference, "Send response", Answers.send(MON_2026_06_01));

        assertThat(afterTheReturn).isEqualTo("kent-manager");
        assertThat(cases.letters(reference)).last().extracting("text").isEqualTo("We uphold it and empty the bins weekly.");
    }

    @Test
    void needsReasonsToGiveADraftBack() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        casework.answerIssues(reference, "kent-manager");
        office.complete(reference, "Draft response", Answers.draft());

        assertThatThrownBy(() -> office.complete(reference, "Approve response", Map.of("approval", "return")))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("What must change: an answer is needed");
    }

    @Test
    void sendsNoResponseThatLeavesAnAddedIssueWithoutAnAnswer() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        casework.answerIssues(reference, "kent-manager");
        office.event(reference, "issue", Map.of("details", "The gate was left open."));
        office.complete(reference, "Draft response", Answers.draft());
        office.complete(reference, "Approve response", Answers.approve());

        assertThatThrownBy(() -> office.complete(reference, "Send response", Answers.send(MON_2026_06_01)))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("No answer yet to issue 3");
        office.complete(reference, "Answer added issue", Answers.issue(Map.of()));
        casework.approveAgain(reference);
        office.complete(reference, "Send response", Answers.send(MON_2026_06_01));

        assertThat(office.openTasks(reference)).containsExactly("Record complainant’s wish");
    }

    @Test
    void isAnsweredBySomebodyWhoDecidedNoEarlierStage() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        casework.respond(reference, "kent-manager");
        casework.wish(reference, "next-stage");
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(MON_2026_06_01));

        assertThatThrownBy(() -> office.complete(reference, "Decide who answers", Answers.responder("kent-manager")))
                .isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("Service manager (Kent) decided stage 1 of this complaint: another person decides the next stage (CORP-26)");
    }

    @Test
    void isFollowedByTheNextThatTheComplainantAsksForAfterTheResponse() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        casework.respond(reference, "kent-manager");
        office.on(WED_2026_06_10);

        office.event(reference, "next-stage", Map.of());

        assertThat(cases.get(reference).stage()).isEqualTo(2);
        assertThat(office.openTasks(reference)).containsExactly("Acknowledge complaint");
        assertThat(office.deadline(reference, "acknowledgement").triggerOn()).isEqualTo(WED_2026_06_10);
    }

    @Test
    void needsNoReasonsForTheNextCorporateStage() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        casework.respond(reference, "kent-manager");

        office.complete(reference, "Record complainant’s wish", Map.of("wish", "next-stage", "saidOn", MON_2026_06_01.toString()));

        assertThat(cases.get(reference).stage()).isEqualTo(2);
    }

    @Test
    void isLeftUnansweredWhenTheComplainantWaitsNoLongerForAnOverdueResponse() {
        office.on(MON_2026_06_01);
        var reference = casework.statutory("kent");
        office.on(TUE_2026_06_16);

        office.event(reference, "next-stage", Map.of());

        assertThat(cases.get(reference).stage()).isEqualTo(2);
        assertThat(office.openTasks(reference)).containsExactly("Appoint investigators", "Explain the delay to the complainant");
        assertThat(office.deadline(reference, "response").triggerOn()).isEqualTo(TUE_2026_06_16);
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(TUE_2026_07_21);
    }

    @Test
    void isNotClosedBySilenceInTheStatutoryProcedure() {
        office.on(MON_2026_06_01);
        var reference = casework.statutory("kent");
        casework.respond(reference, "kent-manager");

        assertThatThrownBy(() -> casework.wish(reference, "no-request")).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("there is no time limit for asking for stage 2");
        office.on(MON_2027_02_01);
        casework.wish(reference, "next-stage");

        assertThat(cases.get(reference).stage()).isEqualTo(2);
    }
}
