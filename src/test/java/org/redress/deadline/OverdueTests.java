package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens when the day on which something was owed is over (CORP-22, CHD-44), and what a late or timely answer then is. */
@ProductTest
class OverdueTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate FRI_2026_06_12 = LocalDate.of(2026, 6, 12);
    private static final LocalDate MON_2026_06_15 = LocalDate.of(2026, 6, 15);
    private static final LocalDate TUE_2026_06_16 = LocalDate.of(2026, 6, 16);
    private static final LocalDate WED_2026_06_17 = LocalDate.of(2026, 6, 17);
    private static final LocalDate SAT_2026_06_20 = LocalDate.of(2026, 6, 20);
    private static final LocalDate FRI_2026_06_26 = LocalDate.of(2026, 6, 26);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TaskService tasks;

    @Test
    void isRecordedOnceHoweverOftenItIsReported() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(TUE_2026_06_16);

        transaction.executeWithoutResult(status -> deadlines.miss(reference, "response", office.instance(reference, "stage")));
        office.on(FRI_2026_06_26);

        assertThat(office.chronology(reference, "Overdue")).containsExactly("Overdue: Response, stage 1: overdue since Tue 16 Jun 2026.");
        assertThat(office.tasks(reference, "Explain the delay to the complainant")).hasSize(1);
    }

    @Test
    void givesPriorityToTheOpenTasksAndToLaterOnes() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        casework.answerIssues(reference, "kent-manager");

        var inTime = office.task(reference, "Draft response").getPriority();
        office.on(TUE_2026_06_16);
        var overdue = office.task(reference, "Draft response").getPriority();
        office.complete(reference, "Draft response", Answers.draft());

        assertThat(inTime).isEqualTo(50);
        assertThat(overdue).isEqualTo(75);
        assertThat(office.task(reference, "Approve response").getPriority()).isEqualTo(75);
    }

    @Test
    void asksASupervisorOfTheCouncilToExplainTheDelay() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");

        office.on(TUE_2026_06_16);
        var task = office.task(reference, "Explain the delay to the complainant");
        var forSupervisors = office.as("kent-supervisor").sees(task);
        var forAnotherCouncil = office.as("leicestershire-supervisor").sees(task);
        office.completeAs("kent-supervisor", task, Answers.explainDelay(TUE_2026_06_16, FRI_2026_06_26));

        assertThat(forSupervisors).isTrue();
        assertThat(forAnotherCouncil).isFalse();
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
        assertThat(cases.letters(reference)).extracting("kind").containsExactly("acknowledgement", "delay-explanation");
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(MON_2026_06_15);
    }

    @Test
    void doesNotHoldUpTheStageWhileTheDelayIsUnexplained() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(TUE_2026_06_16);

        casework.respond(reference, "kent-manager");
        casework.wish(reference, "satisfied");

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.RESOLVED);
        assertThat(office.openTasks(reference)).containsExactly("Explain the delay to the complainant");
    }

    @Test
    void isReportedForEachDeadlineThatPasses() {
        office.on(MON_2026_06_01);
        var reference = office.receive("kent", Map.of());
        office.on(MON_2026_06_15);
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(MON_2026_06_15));
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of()));

        office.at(LocalDate.of(2026, 6, 30).atStartOfDay());

        assertThat(office.chronology(reference, "Overdue")).hasSize(2);
        assertThat(office.tasks(reference, "Explain the delay to the complainant")).hasSize(2);
    }

    @Test
    void isReportedAtOnceWhenAComplaintIsRegisteredTooLate() {
        office.on(MON_2026_06_15);
        var reference = office.receive("kent", Map.of("receivedOn", MON_2026_06_01.toString()));

        office.on(MON_2026_06_15);

        assertThat(office.deadline(reference, "acknowledgement").overdueSince()).isEqualTo(LocalDate.of(2026, 6, 9));
        assertThat(office.openTasks(reference)).containsExactly("Acknowledge complaint", "Explain the delay to the complainant");
        assertThat(office.task(reference, "Acknowledge complaint").getPriority()).isEqualTo(75);
    }

    @Test
    void isNotSaidOfAnAnswerOnTheLastDay() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");

        office.on(MON_2026_06_15);
        casework.respond(reference, "kent-manager");

        assertThat(office.deadline(reference, "response").outcome()).isEqualTo("met on Mon 15 Jun 2026, its last day");
        assertThat(office.deadline(reference, "response").daysLate()).isZero();
    }

    @Test
    void isNotSaidOfAnAnswerBeforeTheLastDay() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");

        office.on(FRI_2026_06_12);
        casework.respond(reference, "kent-manager");

        assertThat(office.deadline(reference, "response").outcome()).isEqualTo("met on Fri 12 Jun 2026");
    }

    @Test
    void countsTheWorkingDaysByWhichAnAnswerIsLate() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");

        office.on(WED_2026_06_17);
        casework.respond(reference, "kent-manager");

        assertThat(office.deadline(reference, "response").outcome()).isEqualTo("late by 2 working days, done on Wed 17 Jun 2026");
        assertThat(office.deadline(reference, "response").overdueSince()).isEqualTo(TUE_2026_06_16);
    }

    @Test
    void countsOnlyWorkingDaysOfALateAnswerAtTheWeekend() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");

        office.on(SAT_2026_06_20);
        casework.respond(reference, "kent-manager");

        assertThat(office.deadline(reference, "response").outcome()).isEqualTo("late by 4 working days, done on Sat 20 Jun 2026");
    }

    @Test
    void isTakenBackWhenALetterWasSentInTimeAndRecordedLater() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        casework.answerIssues(reference, "kent-manager");
        office.complete(reference, "Draft response", Answers.draft());
        office.complete(reference, "Approve response", Answers.approve());

        office.on(TUE_2026_06_16);
        office.complete(reference, "Send response", Answers.send(MON_2026_06_15));

        assertThat(office.deadline(reference, "response").outcome()).isEqualTo("met on Mon 15 Jun 2026, its last day");
        assertThat(office.deadline(reference, "response").overdueSince()).isNull();
    }

    @Test
    void leavesNoTimerBehindWhenTheAnswerIsSent() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");

        casework.respond(reference, "kent-manager");

        assertThat(office.timers(reference)).isEmpty();
    }
}
