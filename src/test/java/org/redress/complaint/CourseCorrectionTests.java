package org.redress.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.DutyDone;
import org.redress.casefile.IssueView;
import org.redress.deadline.DeadlineState;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A wrong course goes back to the assessment as long as nothing was sent that this would undo, and gains nobody time (CHD-03, CORP-22, CORP-26). */
@ProductTest
class CourseCorrectionTests {
    private static final String SECOND = "Confirm colleague’s change";
    private static final String OWN = "Confirm change";
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate WED_2026_06_03 = LocalDate.of(2026, 6, 3);
    private static final LocalDate MON_2026_06_15 = LocalDate.of(2026, 6, 15);
    private static final LocalDate WED_2026_06_17 = LocalDate.of(2026, 6, 17);
    private static final LocalDate MON_2026_06_22 = LocalDate.of(2026, 6, 22);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private TaskService tasks;

    @Test
    void goesBackToTheAssessmentWhenTheWrongSubjectWasChosen() {
        office.on(MON_2026_06_01);
        var reference = casework.statutory("leicestershire");
        var wrong = office.deadline(reference, "response").dueOn();
        office.on(WED_2026_06_03);

        ask(reference, "subject", Map.of("rightSubject", "other-service"));
        var shown = tasks.getVariable(confirming(reference).getId(), "changes");
        var before = office.openTasks(reference);
        confirm(reference, OWN, "leicestershire-officer");
        var assessing = office.openTasks(reference);
        var owedMeanwhile = office.deadline(reference, "response");
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of()));

        assertThat(owedMeanwhile.state()).as("the answer is owed while the complaint is assessed again").isEqualTo(DeadlineState.OPEN);
        assertThat(owedMeanwhile.dueOn()).isEqualTo(MON_2026_06_15);
        assertThat(deadlines.of(reference)).filteredOn(deadline -> deadline.kind().equals("response") && deadline.state() == DeadlineState.OPEN).as("the stage owes it once").hasSize(1);
        assertThat(shown).asString().contains("The procedure is code instead of statutory.").contains("Response of stage 1 due stays Mon 15 Jun 2026.");
        assertThat(before).containsExactly(OWN, "Decide who answers");
        assertThat(assessing).containsExactly("Assess complaint");
        assertThat(cases.get(reference).procedure()).isEqualTo("code");
        assertThat(office.openTasks(reference)).containsExactly("Decide who answers");
        assertThat(deadlines.of(reference)).filteredOn(deadline -> deadline.kind().equals("response")).extracting(DeadlineView::dueOn).first().isEqualTo(wrong);
        assertThat(cases.issues(reference)).hasSize(2);
    }

    @Test
    void saysWhyWhatTheWrongCourseOwedHasEnded() {
        var reference = backAtTheAssessment();

        var ended = deadlines.of(reference).stream().filter(deadline -> deadline.kind().equals("response")).findFirst().orElseThrow();
        assertThat(ended.state()).isEqualTo(DeadlineState.CANCELLED);
        assertThat(ended.outcome()).isEqualTo("cancelled because the course was put right");
        assertThat(cases.get(reference).procedure()).isNull();
        assertThat(office.chronology(reference, "Course put right")).singleElement().asString().contains("Stage 1 stops; what was answered and not sent does not stand.");
    }

    @Test
    void setsAsideWhatWasAnsweredAndKeepsItReadable() {
        office.on(MON_2026_06_01);
        var reference = casework.statutory("kent");
        casework.answerIssues(reference, "kent-manager");
        ask(reference, "subject", Map.of("rightSubject", "other-service"));
        confirm(reference, open(reference), "kent-supervisor");
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of()));
        casework.respond(reference, "kent-director");

        assertThat(cases.issues(reference)).extracting(IssueView::answers).allSatisfy(answers -> {
            assertThat(answers).extracting(IssueView.Answer::by).containsExactlyInAnyOrder("kent-manager", "kent-director");
            assertThat(answers).filteredOn(answer -> answer.by().equals("kent-manager")).extracting(IssueView.Answer::setAsideOn).containsExactly(MON_2026_06_01);
        });
        assertThat(cases.lastAnswer(reference, "investigate-complaint", "found")).isPresent();
    }

    @Test
    void keepsWhoHadAPartOutOfTheNextStage() {
        office.on(MON_2026_06_01);
        var reference = casework.statutory("kent");
        casework.answerIssues(reference, "kent-manager");
        ask(reference, "subject", Map.of("rightSubject", "other-service"));
        confirm(reference, open(reference), "kent-supervisor");
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of()));
        casework.respond(reference, "kent-director");
        casework.wish(reference, "next-stage");
        casework.acknowledgeNextStage(reference);

        assertThat(cases.duties(reference)).contains(new DutyDone(1, "respond", "kent-manager", MON_2026_06_01));
        assertThatThrownBy(() -> office.complete(reference, "Decide who answers", Answers.responder("kent-manager")))
                .hasMessageContaining("Service manager (Kent) decided stage 1 of this complaint");
    }

    @Test
    void goesBackToStageOneThatWasLeftOutByMistake() {
        office.on(MON_2026_06_01);
        var reference = casework.straightToStage2("kent");
        office.complete(reference, "Appoint investigators", Answers.investigators("kent", MON_2026_06_01, Map.of()));

        ask(reference, "straight", Map.of());
        var shown = tasks.getVariable(confirming(reference).getId(), "changes");
        confirm(reference, OWN, "kent-officer");
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of("subject", "child-in-need")));

        assertThat(shown).isEqualTo("The complaint is assessed again; stage 2 stops.\nResponse of stage 1 due moves from Mon 6 Jul 2026 to Mon 15 Jun 2026.");
        assertThat(cases.get(reference).stage()).isEqualTo(1);
        assertThat(office.openTasks(reference)).containsExactly("Decide who answers");
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(MON_2026_06_15);
    }

    @Test
    void goesStraightToStageTwoWhereThatWasForgotten() {
        office.on(MON_2026_06_01);
        var reference = casework.statutory("kent");

        ask(reference, "straight", Map.of("rightStraightOn", MON_2026_06_01.toString()));
        confirm(reference, SECOND, "kent-supervisor");
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01,
                Map.of("subject", "child-in-need", "straightToStage2On", MON_2026_06_01.toString())));

        assertThat(office.openTasks(reference)).containsExactly("Appoint investigators");
    }

    @Test
    void takesBackARefusalThatHasNotBeenSent() {
        office.on(MON_2026_06_01);
        var reference = Point.BEFORE_THE_REFUSAL.reach(office, casework);

        ask(reference, "refusal", Map.of());
        var assessing = office.openTasks(reference);
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of()));

        assertThat(assessing).containsExactly("Assess complaint");
        assertThat(office.openTasks(reference)).containsExactly("Decide who answers");
    }

    @Test
    void putsTheFileAloneRightWhereTheCourseIsTheSame() {
        office.on(MON_2026_06_01);
        var reference = casework.statutory("kent");
        var open = office.openTasks(reference);

        ask(reference, "subject", Map.of("rightSubject", "adoption"));

        assertThat(office.openTasks(reference)).isEqualTo(open);
        assertThat(office.variable(reference, "subject")).isEqualTo("adoption");
        assertThat(cases.facts(reference)).filteredOn(fact -> fact.field().equals("subject")).extracting("value").containsExactly("adoption");
    }

    @Test
    void gainsNoTimeForAnOverdueResponseAndTheMissStaysTold() {
        office.on(MON_2026_06_01);
        var reference = casework.statutory("leicestershire");
        office.on(WED_2026_06_17);
        var told = office.openTasks(reference);

        ask(reference, "straight", Map.of("rightStraightOn", MON_2026_06_01.toString()));
        var shown = tasks.getVariable(confirming(reference).getId(), "changes");
        confirm(reference, SECOND, "leicestershire-supervisor");

        assertThat(told).containsExactly("Decide who answers", "Explain the delay to the complainant");
        assertThat(shown).asString().contains("Response of stage 2 due moves from Mon 15 Jun 2026 to Mon 6 Jul 2026. It was missed, and stays told as missed.");
        assertThat(office.openTasks(reference)).containsExactly("Assess complaint", "Explain the delay to the complainant");
        assertThat(deadlines.of(reference)).filteredOn(deadline -> deadline.kind().equals("response")).extracting(DeadlineView::outcome)
                .containsExactly("missed, overdue since Tue 16 Jun 2026, then cancelled because the course was put right", "due on Mon 6 Jul 2026");
        assertThat(office.chronology(reference, "Overdue: Response, stage 1")).hasSize(1);
    }

    @Test
    void isConfirmedByAnotherPersonWhoHasNoPartInTheCase() {
        office.on(MON_2026_06_01);
        var reference = casework.statutory("leicestershire");
        office.joins("leicestershire-manager", "supervisors");
        casework.answerIssues(reference, "leicestershire-manager");
        office.as("leicestershire-supervisor");
        office.start("course-correction", course(reference, "straight", Map.of("rightStraightOn", MON_2026_06_01.toString())));
        office.signOut();

        assertThatThrownBy(() -> confirm(reference, SECOND, "leicestershire-supervisor"))
                .hasMessageContaining("you asked for this change; a second person confirms it");
        tasks.setAssignee(confirming(reference).getId(), null);
        assertThatThrownBy(() -> confirm(reference, SECOND, "leicestershire-manager"))
                .hasMessageContaining("Service manager (Leicestershire) has had a part in this case since Monday 1 June 2026");
        tasks.setAssignee(confirming(reference).getId(), null);
        confirm(reference, SECOND, "leicestershire-supervisor-two");

        assertThat(office.openTasks(reference)).containsExactly("Assess complaint");
    }

    @Test
    void changesNothingBeforeItIsConfirmedNorWhenItIsLeft() {
        office.on(MON_2026_06_01);
        var reference = casework.statutory("leicestershire");
        ask(reference, "straight", Map.of("rightStraightOn", MON_2026_06_01.toString()));
        var pending = office.openTasks(reference);

        office.completeAs("leicestershire-supervisor", confirming(reference), Map.of("confirmation", "leave", "confirmationReason", "She did not agree."));

        assertThat(pending).containsExactly(SECOND, "Decide who answers");
        assertThat(office.openTasks(reference)).containsExactly("Decide who answers");
        assertThat(cases.get(reference).procedure()).isEqualTo("statutory");
    }

    @Test
    void isNotConfirmedAsSomethingElseThanWhatWasShown() {
        office.on(MON_2026_06_01);
        var reference = casework.statutory("leicestershire");
        ask(reference, "straight", Map.of("rightStraightOn", MON_2026_06_01.toString()));
        office.event(reference, "extension", Answers.extension(MON_2026_06_22));

        assertThatThrownBy(() -> confirm(reference, SECOND, "leicestershire-supervisor")).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("Something else would change now").hasMessageContaining("moves from Mon 22 Jun 2026");
        assertThat(office.openTasks(reference)).containsExactly(SECOND, "Decide who answers");
    }

    @Test
    void holdsTheAssessmentToWhatWasConfirmed() {
        var reference = backAtTheAssessment("child-protection");

        assertThatThrownBy(() -> office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of("subject", "adoption"))))
                .hasMessageContaining("the course was put right for another one");
        assertThatThrownBy(() -> office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of("subject", "child-protection", "voluntaryStatutory", true))))
                .hasMessageContaining("the course was put right otherwise");
    }

    @Test
    void undoesNoResponseThatWasSent() {
        office.on(MON_2026_06_01);
        var reference = Point.BEFORE_THE_WISH.reach(office, casework);

        assertRefused(reference, "subject", Map.of("rightSubject", "adoption"), "the response of stage 1 was sent on Mon 1 Jun 2026, and a correction would undo it");
        casework.wish(reference, "next-stage");
        assertRefused(reference, "subject", Map.of("rightSubject", "adoption"), "the response of stage 1 was sent on Mon 1 Jun 2026, and a correction would undo it");
    }

    @Test
    void saysWhatIsPossibleWhereThereIsNoCourseYetOrAnyMore() {
        office.on(MON_2026_06_01);
        assertRefused(casework.accepted("kent"), "tests", Map.of(), "that can be wrong in a case of the Ombudsman’s only");
        var early = casework.acknowledged("kent", Map.of());
        assertRefused(early, "subject", Map.of("rightSubject", "adoption"), "nothing has been chosen yet; choose rightly in Assess complaint");

        var running = casework.accepted("kent");
        assertRefused(running, "refusal", Map.of(), "the complaint was accepted, and stage 1 has begun");
        assertRefused(running, "subject", Map.of("rightSubject", "other-service"), "that is what was chosen; say what is right");
        assertRefused(running, "straight", Map.of("rightStraightOn", "2026-05-29"), "the complaint was received on Mon 1 Jun 2026");

        office.event(running, "withdrawal", Map.of());
        assertRefused(running, "subject", Map.of("rightSubject", "adoption"), "the case is withdrawn since Mon 1 Jun 2026. Use Taking up again");

        var signposted = Point.BEFORE_THE_SIGNPOST.reach(office, casework);
        assertRefused(signposted, "subject", Map.of("rightSubject", "adoption"), "stage 1 was answered, and a correction would undo that");
    }

    @Test
    void leavesAloneAStageThatWasAskedForBecauseTheOneBeforeWasNotAnswered() {
        office.on(MON_2026_06_01);
        var reference = casework.statutory("kent");
        office.on(WED_2026_06_17);
        office.event(reference, "next-stage", Map.of());

        assertRefused(reference, "subject", Map.of("rightSubject", "other-service"), "stage 2 was asked for because stage 1 was not answered in time; that stands (CHD-35)");
    }

    @Test
    void findsNoCaseOfAnotherCouncil() {
        office.on(MON_2026_06_01);
        var own = casework.accepted("kent");
        var others = casework.accepted("leicestershire");

        assertRefused(own, "straight", Map.of("caseReference", others), "there is no case " + others);
    }

    @Test
    void endsWithTheCaseThatIsWithdrawnMeanwhile() {
        office.on(MON_2026_06_01);
        var reference = casework.statutory("leicestershire");
        ask(reference, "straight", Map.of("rightStraightOn", MON_2026_06_01.toString()));

        office.event(reference, "withdrawal", Map.of());

        assertThat(office.openTasks(reference)).containsExactly("Confirm withdrawal");
    }

    @Test
    void doesNotMoveTheDayOfAnInterestThatWasDecidedBefore() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent", Map.of("complainantRole", "other-person"),
                Map.of("subject", "child-in-need", "sufficientInterest", "yes", "straightToStage2On", MON_2026_06_01.toString()));
        office.on(WED_2026_06_03);
        ask(reference, "straight", Map.of());
        confirm(reference, open(reference), "kent-officer");

        assertThatThrownBy(() -> office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01,
                Map.of("subject", "child-in-need", "sufficientInterest", "yes", "straightToStage2On", MON_2026_06_01.toString()))))
                .hasMessageContaining("it was confirmed that stage 1 is not left out");
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of("subject", "child-in-need", "sufficientInterest", "yes")));

        assertThat(office.deadline(reference, "response").triggerOn()).isEqualTo(MON_2026_06_01);
    }

    /** From straight to stage 2 back to the assessment, without anybody's second person: the day moves earlier. */
    private String backAtTheAssessment() {
        return backAtTheAssessment("other-service");
    }

    private String backAtTheAssessment(String rightSubject) {
        office.on(MON_2026_06_01);
        var reference = casework.statutory("kent");
        ask(reference, "subject", Map.of("rightSubject", rightSubject));
        confirm(reference, open(reference), "kent-supervisor");
        return reference;
    }

    private String open(String reference) {
        return office.openTasks(reference).stream().filter(name -> name.equals(OWN) || name.equals(SECOND)).findFirst().orElseThrow();
    }

    private Task confirming(String reference) {
        return office.task(reference, open(reference));
    }

    private void confirm(String reference, String task, String person) {
        office.completeAs(person, office.task(reference, task), Map.of("confirmation", "confirm"));
    }

    private void ask(String reference, String mistake, Map<String, Object> different) {
        office.as(reference.replaceFirst("-\\d{4}-\\d+$", "").toLowerCase() + "-officer");
        try {
            office.start("course-correction", course(reference, mistake, different));
        } finally {
            office.signOut();
        }
    }

    private Map<String, Object> course(String reference, String mistake, Map<String, Object> different) {
        return Answers.with(Map.of("caseReference", reference, "mistake", mistake, "foundOn", office.today().toString(), "reason", "The first page was read only."),
                different);
    }

    private void assertRefused(String reference, String mistake, Map<String, Object> different, String sentence) {
        assertThatThrownBy(() -> ask(reference, mistake, different)).isInstanceOf(AnswersRefused.class).hasMessageContaining(sentence);
    }
}
