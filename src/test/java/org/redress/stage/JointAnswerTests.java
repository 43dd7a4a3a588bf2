package org.redress.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseLinks;
import org.redress.casefile.DutyDone;
import org.redress.casefile.LetterView;
import org.redress.casefile.LinkView;
import org.redress.deadline.DeadlineState;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** One letter answers several cases that are linked for it, and each keeps its own days, issues and people (CORP-26, CORP-31, DAT-02). */
@ProductTest
class JointAnswerTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate WED_2026_06_03 = LocalDate.of(2026, 6, 3);
    private static final LocalDate MON_2026_06_08 = LocalDate.of(2026, 6, 8);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private CaseLinks links;

    private String leading;
    private String other;

    @BeforeEach
    void twoNeighboursComplainOfOneStreet() {
        office.on(MON_2026_06_01);
        leading = casework.accepted("kent");
        office.on(WED_2026_06_03);
        other = casework.accepted("kent", Map.of("complainant", "Mr Q"), Map.of());
    }

    @Test
    void isWrittenOnceAndStandsInBothFilesWithTheSameDay() {
        join(other, leading);
        casework.answerIssues(other, "kent-director");
        office.on(MON_2026_06_08);
        draft(Map.of());
        office.complete(leading, "Approve response", Answers.approve());
        var shown = office.variable(leading, "alsoAnswers");
        office.complete(leading, "Send response", Answers.send(MON_2026_06_08));

        assertThat(shown).isEqualTo(other);
        assertThat(office.openTasks(leading)).containsExactly("Record complainant’s wish");
        assertThat(office.openTasks(other)).containsExactly("Record complainant’s wish");
        assertThat(cases.lastLetter(leading, "response").orElseThrow()).extracting(LetterView::to, LetterView::sentOn, LetterView::stage).containsExactly("Ms T", MON_2026_06_08, 1);
        assertThat(cases.lastLetter(other, "response").orElseThrow()).extracting(LetterView::to, LetterView::sentOn, LetterView::stage).containsExactly("Mr Q", MON_2026_06_08, 1);
        assertThat(cases.lastLetter(other, "response")).map(LetterView::text).isEqualTo(cases.lastLetter(leading, "response").map(LetterView::text));
        assertThat(office.deadline(other, "response")).satisfies(deadline -> {
            assertThat(deadline.state()).isEqualTo(DeadlineState.MET);
            assertThat(deadline.closedOn()).isEqualTo(MON_2026_06_08);
        });
        assertThat(office.chronology(other, "Answered in the letter of " + leading)).hasSize(1);
        assertThat(links.of(other)).extracting(LinkView::undoneOn, LinkView::undoneBecause).containsExactly(tuple(MON_2026_06_08, "One letter answered both."));
    }

    @Test
    void keepsOutOfTheNextStageOfEachWhoDecidedTheLetter() {
        join(other, leading);
        casework.answerIssues(other, "kent-director");
        draft(Map.of());
        office.complete(leading, "Approve response", Answers.approve());
        office.complete(leading, "Send response", Answers.send(WED_2026_06_03));
        casework.wish(other, "next-stage");
        casework.acknowledgeNextStage(other);

        assertThat(cases.duties(other)).contains(new DutyDone(1, "respond", "kent-manager", WED_2026_06_03), new DutyDone(1, "approve", "kent-approver", WED_2026_06_03));
        assertThatThrownBy(() -> office.complete(other, "Decide who answers", Answers.responder("kent-manager"))).hasMessageContaining("Service manager (Kent) decided stage 1 of this complaint");
        assertThat(office.openTasks(leading)).containsExactly("Record complainant’s wish");
    }

    @Test
    void meetsEachDeadlineAsItIsDue() {
        var due = office.deadline(leading, "response").dueOn();
        join(other, leading);
        casework.answerIssues(other, "kent-director");
        draft(Map.of());
        office.complete(leading, "Approve response", Answers.approve());
        office.on(due.plusDays(1));
        office.complete(leading, "Send response", Answers.send(due.plusDays(1)));

        assertThat(office.deadline(leading, "response").outcome()).contains("late");
        assertThat(office.deadline(other, "response").outcome()).doesNotContain("late");
    }

    @Test
    void saysThatTheOtherFileStaysAsItIsWhenTheDayOfTheLetterIsPutRight() {
        join(other, leading);
        casework.answerIssues(other, "kent-director");
        draft(Map.of());
        office.complete(leading, "Approve response", Answers.approve());
        office.on(MON_2026_06_08);
        office.complete(leading, "Send response", Answers.send(MON_2026_06_08));

        for (var file : new String[] {leading, other}) {
            office.as("kent-officer").start("correction", Map.of("caseReference", file, "mistake", "It went on Friday."));
            office.signOut();
            var sent = cases.facts(file).stream().filter(fact -> fact.field().equals("responseSentOn")).findFirst().orElseThrow();
            office.complete(file, "Say what is right", Map.of("kind", "day", "fact", "day-" + sent.id(), "rightDay", MON_2026_06_08.minusDays(3).toString()));
            assertThat(office.variable(file, "changes")).asString().contains("If " + (file.equals(leading) ? other : leading) + " was answered in the same letter, put the day right there too.");
            office.complete(file, "Confirm change", Map.of("confirmation", "confirm"));
        }

        assertThat(cases.lastLetter(other, "response")).map(LetterView::sentOn).hasValue(MON_2026_06_08.minusDays(3));
        assertThat(office.deadline(other, "response").closedOn()).isEqualTo(MON_2026_06_08.minusDays(3));
    }

    @Test
    void namesNobodyToThePeopleOfAnotherCaseUnlessAllMaySeeIt() {
        join(other, leading);
        casework.answerIssues(other, "kent-director");
        casework.answerIssues(leading, "kent-manager");

        assertThatThrownBy(() -> office.complete(leading, "Draft response", Map.of("letterText", "Dear ms t, you and MR Q are right.")))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("it names number 1 of " + leading + ", and goes to those who complain in " + other + " too");
        office.complete(leading, "Draft response", Map.of("letterText", "Dear Ms T and Mr Q, you are right.", "allMaySee", true));
        office.complete(leading, "Approve response", Answers.approve());
        office.complete(leading, "Send response", Answers.send(WED_2026_06_03));

        assertThat(cases.lastLetter(leading, "response")).map(LetterView::to).hasValue("Ms T, Mr Q");
        assertThat(cases.lastLetter(other, "response")).map(LetterView::to).hasValue("Ms T, Mr Q");
    }

    @Test
    void namesNobodyOfARestrictedCaseInTheLetterOfAnotherAlsoWhereAllMaySeeIt() {
        join(other, leading);
        casework.answerIssues(other, "kent-director");
        restrict(other, "kent-director\nkent-officer\nkent-manager\nkent-approver");
        draft(Map.of("allMaySee", true));
        office.complete(leading, "Approve response", Answers.approve());
        office.complete(leading, "Send response", Answers.send(WED_2026_06_03));

        assertThat(cases.lastLetter(leading, "response")).map(LetterView::to).hasValue("Ms T");
        assertThat(cases.lastLetter(other, "response")).map(LetterView::to).hasValue("Ms T, Mr Q");
    }

    @Test
    void leavesNoSecondLetterToBeWritten() {
        casework.answerIssues(other, "kent-director");
        join(other, leading);

        assertThatThrownBy(() -> office.complete(other, "Draft response", Answers.draft())).hasMessageContaining("This case is answered in the letter of " + leading);
        undo(other, leading);
        office.complete(other, "Draft response", Answers.draft());
        office.complete(other, "Approve response", Answers.approve());
        join(other, leading);
        assertThatThrownBy(() -> office.complete(other, "Send response", Answers.send(WED_2026_06_03))).hasMessageContaining("so it gets no letter of its own");
    }

    @Test
    void waitsUntilTheOtherIsReady() {
        join(other, leading);
        draft(Map.of());
        office.complete(leading, "Approve response", Answers.approve());

        refusedToSend("has no answer yet to issue 1, 2, and a response addresses every point");
        office.event(other, "proceedings-started", Answers.prejudice());
        refusedToSend("is paused since Wed 3 Jun 2026");
        office.event(other, "proceedings-ended", Map.of());
        casework.answerIssues(other, "kent-director");
        assertThatThrownBy(() -> office.complete(leading, "Send response", Answers.send(LocalDate.of(2026, 6, 2))))
                .hasMessageContaining(other + ", which it answers too, was received on Wed 3 Jun 2026");
        assertThatThrownBy(() -> office.complete(leading, "Send response", Answers.send(WED_2026_06_03))).hasMessageContaining("This is not the letter that was approved");
        casework.approveAgain(leading);
        office.complete(leading, "Send response", Answers.send(WED_2026_06_03));

        assertThat(office.openTasks(other)).containsExactly("Record complainant’s wish");
    }

    @Test
    void goesAloneWhereTheOtherIsNotAtThePointOrIsOver() {
        var early = casework.acknowledged("kent", Map.of());
        join(early, leading);
        join(other, leading);
        draft(Map.of());
        office.event(other, "withdrawal", Map.of());
        office.complete(leading, "Approve response", Answers.approve());

        refusedToSend("This letter answers " + early + " too, which is not at the point where a response is prepared");
        undo(leading, early);
        assertThat(office.variable(leading, "alsoAnswers")).as("the withdrawn one needs no answer").isNull();
        office.complete(leading, "Send response", Answers.send(WED_2026_06_03));

        assertThat(cases.lastLetter(early, "response")).isEmpty();
        assertThat(cases.lastLetter(other, "response")).isEmpty();
    }

    @Test
    void isWrittenByNobodyWhoDecidedAnEarlierStageOfOneOfThem() {
        answerAlone(leading, "kent-director");
        answerAlone(other, "kent-manager");
        join(other, leading);
        office.complete(leading, "Decide who answers", Answers.responder("kent-manager"));
        office.complete(leading, "Investigate complaint", Answers.investigate());
        office.tasks(leading, "Answer issue").forEach(task -> office.complete(task, Answers.issue(Map.of())));

        assertThatThrownBy(() -> office.complete(leading, "Draft response", Answers.draft()))
                .hasMessageContaining("This letter answers " + other + " too. There, Service manager (Kent) decided stage 1 of this complaint");
    }

    @Test
    void putsTheLetterOnFileWhereNobodyCanBeReached() {
        office.people("kent-officer", other, "unreachable", Map.of("personNumber", 1));
        join(other, leading);
        casework.answerIssues(other, "kent-director");
        draft(Map.of());
        office.complete(leading, "Approve response", Answers.approve());
        office.complete(leading, "Send response", Answers.send(WED_2026_06_03));

        assertThat(cases.lastLetter(other, "response")).map(LetterView::channel).hasValue("cannot-be-reached");
        assertThat(cases.lastLetter(leading, "response")).map(LetterView::channel).hasValue("email");
        assertThat(office.deadline(other, "response").state()).isEqualTo(DeadlineState.MET);
    }

    @Test
    void isRefusedWhereOneLetterCannotAnswerBoth() {
        var third = casework.accepted("kent");
        var statutory = casework.statutory("kent");
        var investigated = casework.straightToStage2("kent");
        join(other, leading);

        refused(other, third, "it is answered in the letter of " + leading + "; undo that link first");
        refused(third, other, "it is answered itself in the letter of " + leading + "; name that one");
        refused(leading, third, "its own letter answers " + other);
        refused(statutory, third, "the two are at different stages, or follow different procedures");
        refused(investigated, third, "stage 2 of the statutory procedure looks at one complaint by itself");
        casework.respond(third, "kent-manager");
        var fourth = casework.accepted("kent");
        refused(fourth, third, "its response of stage 1 was sent on Wed 3 Jun 2026");
        office.event(third, "withdrawal", Map.of());
        refused(fourth, third, "it is withdrawn since Wed 3 Jun 2026, so no letter is owed in it");
        casework.answerIssues(fourth, "kent-manager");
        office.complete(fourth, "Draft response", Answers.draft());
        refused(casework.accepted("kent"), fourth, "its letter is drafted already; whoever approves it gives it back first");
        var one = ombudsman.receive("Kent County Council", Map.of());
        var two = ombudsman.receive("Kent County Council", Map.of());
        assertThatThrownBy(() -> link("ombudsman-intake", two, one, "one-answer")).hasMessageContaining("the Ombudsman decides each complaint in a statement of its own");
    }

    private void draft(Map<String, Object> different) {
        casework.answerIssues(leading, "kent-manager");
        office.complete(leading, "Draft response", Answers.with(Answers.draft(), different));
    }

    private void answerAlone(String reference, String responder) {
        casework.respond(reference, responder);
        casework.wish(reference, "next-stage");
        casework.acknowledgeNextStage(reference);
    }

    private void join(String one, String with) {
        link("kent-officer", one, with, "one-answer");
    }

    private void undo(String one, String with) {
        link("kent-officer", one, with, "undo");
    }

    private void refused(String one, String with, String sentence) {
        assertThatThrownBy(() -> join(one, with)).isInstanceOf(AnswersRefused.class).hasMessageContaining(sentence);
    }

    @Test
    void saysNothingElseOfARestrictedCaseToWhoeverMayNotReadIt() {
        join(other, leading);
        casework.answerIssues(other, "kent-director");
        draft(Map.of());
        office.complete(leading, "Approve response", Answers.approve());
        office.event(other, "proceedings-started", Answers.prejudice());
        restrict(other, "kent-director");

        refusedToSend("This letter answers " + other + " too, which is restricted: it is written, approved and sent by people who may read that case");
        restrict(other, "kent-director\nkent-officer");
        refusedToSend("is paused since Wed 3 Jun 2026");
    }

    @Test
    void saysNotWhoIsInARestrictedCaseToWhoeverWritesOrApproves() {
        join(other, leading);
        casework.answerIssues(other, "kent-director");
        casework.answerIssues(leading, "kent-manager");
        restrict(other, "kent-director\nkent-officer");
        var sentence = "which is restricted: it is written, approved and sent by people who may read that case";

        assertThatThrownBy(() -> office.complete(leading, "Draft response", Map.of("letterText", "Dear Mr Q, you are right."))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining(sentence).hasMessageNotContaining("number 1");
        restrict(other, "kent-director\nkent-manager");
        office.complete(leading, "Draft response", Map.of("letterText", "You are right."));
        assertThatThrownBy(() -> office.complete(leading, "Approve response", Answers.approve())).isInstanceOf(AnswersRefused.class).hasMessageContaining(sentence);
    }

    private void restrict(String reference, String readers) {
        office.as("kent-supervisor").start("case-restriction", Map.of("caseReference", reference, "restriction", "restrict", "reason", "It is about a colleague.", "readers", readers));
        office.signOut();
    }

    private void refusedToSend(String sentence) {
        assertThatThrownBy(() -> office.complete(leading, "Send response", Answers.send(WED_2026_06_03))).isInstanceOf(AnswersRefused.class).hasMessageContaining(sentence);
    }

    private void link(String user, String one, String with, String how) {
        office.as(user);
        try {
            office.start("link-cases", Map.of("caseReference", one, "otherReference", with, "link", how, "linkedOn", office.today().toString(), "reason", "One street."));
        } finally {
            office.signOut();
        }
    }
}
