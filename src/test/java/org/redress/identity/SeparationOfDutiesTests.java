package org.redress.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.DutyDone;
import org.redress.gate.AnswersRefused;
import org.redress.identity.SeparationOfDuties.Rule;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody has two duties in one complaint that exclude each other; they hear why when they claim, and again when they complete. */
@ProductTest
class SeparationOfDutiesTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private SeparationOfDuties separation;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identity;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void itIsMonday() {
        office.on(MON_2026_06_01);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            respond     | 1 | respond     | 2 | pat decided stage 1 of this complaint: another person decides the next stage (CORP-26).
            approve     | 1 | respond     | 2 | pat approved the answer of stage 1: another person decides the next stage (CORP-26).
            respond     | 1 | approve     | 1 | pat answered at stage 1: a second person approves it.
            respond     | 1 | investigate | 2 | pat answered stage 1: the Investigating Officer is somebody else (CHD-47).
            independent | 2 | investigate | 2 | pat is the Independent Person of stage 2: the Investigating Officer is somebody else (CHD-41).
            respond     | 1 | adjudicate  | 2 | pat answered stage 1: the adjudicating officer is somebody else (CHD-48).
            investigate | 2 | adjudicate  | 2 | pat investigated stage 2: the adjudicating officer is somebody else (CHD-48).
            independent | 2 | adjudicate  | 2 | pat is the Independent Person of stage 2: the adjudicating officer is somebody else (CHD-41).
            respond     | 1 | independent | 2 | pat answered stage 1: the Independent Person is no officer of the council (CHD-22).
            investigate | 2 | independent | 2 | pat investigated stage 2: the Independent Person is somebody else (CHD-41).
            respond     | 1 | panel       | 3 | pat answered stage 1: a panel is three independent persons (CHD-22, CHD-52).
            adjudicate  | 2 | panel       | 3 | pat adjudicated stage 2: a panel is three independent persons (CHD-22, CHD-52).
            independent | 2 | panel       | 3 | pat was the Independent Person of stage 2: they may not sit on the panel (CHD-52).
            investigate | 2 | panel       | 3 | pat investigated stage 2: the panel is independent of stage 2 (CHD-52).
            draft-decision        | 2 | approve-decision | 2 | pat wrote the draft: a second person approves it (LGS-12).
            draft-decision        | 1 | approve-decision | 2 | pat wrote the draft: a second person approves it (LGS-12).
            decide-intake         | 0 | review           | 2 | pat decided on the intake: the reviewer was not involved (LGS-22).
            investigate-complaint | 0 | review           | 2 | pat investigated this case: the reviewer was not involved (LGS-22).
            draft-decision        | 1 | review           | 2 | pat wrote the decision: the reviewer was not involved (LGS-22).
            draft-decision        | 2 | review           | 2 | pat wrote the decision: the reviewer was not involved (LGS-22).
            approve-decision      | 1 | review           | 2 | pat approved the decision: the reviewer was not involved (LGS-22).
            approve-decision      | 2 | review           | 2 | pat approved the decision: the reviewer was not involved (LGS-22).
            """)
    void turnsDown(String had, int earlier, String wanted, int stage, String sentence) {
        var reference = office.receive("kent", Map.of());
        did(reference, earlier, had, "pat");

        assertThat(separation.objection(reference, stage, wanted, "pat")).contains(sentence);
        assertThat(separation.objection(reference, stage, wanted, "sam")).isEmpty();
        assertThat(Arrays.stream(Rule.values()).filter(rule -> rule.forbids(wanted, stage, new DutyDone(earlier, had, "pat", MON_2026_06_01))))
                .as("one rule for one sentence").hasSize(1);
    }

    @Test
    void hasARuleForEachOfTheseAndNoMore() {
        assertThat(Rule.values()).hasSize(19);
    }

    @ParameterizedTest
    @CsvSource({"respond, 1, respond, 1", "approve, 1, approve, 2", "approve, 1, respond, 1", "respond, 2, approve, 3", "panel, 3, panel, 3",
            "approve-decision, 1, approve-decision, 2", "approve-decision, 1, draft-decision, 2", "review, 1, review, 2"})
    void allows(String had, int earlier, String wanted, int stage) {
        var reference = office.receive("kent", Map.of());
        did(reference, earlier, had, "pat");

        assertThat(separation.objection(reference, stage, wanted, "pat")).isEmpty();
    }

    @Test
    void doesNotMixUpCases() {
        var other = office.receive("kent", Map.of());
        did(other, 1, "respond", "pat");
        var reference = office.receive("kent", Map.of());

        assertThat(separation.objection(reference, 2, "respond", "pat")).isEmpty();
    }

    @Test
    void tellsTheAuthorWhenTheyClaimTheApproval() {
        var approve = responseToApprove();
        inGroup("kent-manager", "approvers", () -> {
            office.as("kent-manager");

            assertThatThrownBy(() -> tasks.claim(approve.getId(), "kent-manager")).isInstanceOf(AnswersRefused.class)
                    .hasMessage("Service manager (Kent) answered at stage 1: a second person approves it.");
        });

        assertThat(assignee(approve)).isNull();
    }

    @Test
    void tellsTheAuthorWhoCompletesTheApprovalWithoutClaimingIt() {
        var approve = responseToApprove();
        inGroup("kent-manager", "approvers", () -> {
            office.as("kent-manager");

            assertThatThrownBy(() -> tasks.complete(approve.getId(), Answers.approve())).isInstanceOf(AnswersRefused.class)
                    .hasMessage("Service manager (Kent) answered at stage 1: a second person approves it.");
        });

        assertThat(assignee(approve)).isNull();
    }

    @Test
    void tellsTheSupervisorWhoGivesTheApprovalToTheAuthor() {
        var approve = responseToApprove();
        office.joins("kent-manager", "approvers");
        office.as("kent-supervisor");

        assertThatThrownBy(() -> tasks.setAssignee(approve.getId(), "kent-manager")).isInstanceOf(AnswersRefused.class)
                .hasMessage("Service manager (Kent) answered at stage 1: a second person approves it.");

        office.signOut();
        assertThat(assignee(approve)).isNull();
    }

    @Test
    void tellsThemAtCompletionWhereTheyHaveDoneTheOtherDutySinceTheyClaimed() {
        var reference = casework.straightToStage2("kent");
        office.complete(reference, "Appoint investigators", Answers.investigators("kent", MON_2026_06_01, Map.of()));
        var independent = office.task(reference, "Write independent report");
        office.joins("kent-investigator", "independent-persons");
        office.as("kent-supervisor");
        tasks.setAssignee(independent.getId(), "kent-investigator");
        office.signOut();
        office.complete(reference, "Write investigation report", Answers.investigationReport(MON_2026_06_01));

        assertThatThrownBy(() -> office.complete(reference, "Write independent report", Answers.independentReport(MON_2026_06_01)))
                .isInstanceOf(AnswersRefused.class)
                .hasMessage("Investigating Officer (Kent) investigated stage 2: the Independent Person is somebody else (CHD-41).");

        assertThat(cases.duties(reference)).extracting(DutyDone::duty).containsExactly("investigate");
        assertThat(office.openTasks(reference)).containsExactly("Write independent report");
    }

    @Test
    void doesNotLetTheOneWhoAnsweredStageOneBeChosenForStageTwo() {
        var reference = casework.accepted("kent");
        casework.respond(reference, "kent-manager");
        casework.wish(reference, "next-stage");
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(MON_2026_06_01));

        assertThatThrownBy(() -> office.complete(reference, "Decide who answers", Answers.responder("kent-manager"))).isInstanceOf(AnswersRefused.class)
                .hasMessage("Who answers: Service manager (Kent) decided stage 1 of this complaint: another person decides the next stage (CORP-26).");

        assertThat(office.openTasks(reference)).containsExactly("Decide who answers");
    }

    @Test
    void recordsEachDutyOnceWithItsStage() {
        var reference = casework.accepted("kent");

        casework.respond(reference, "kent-manager");

        assertThat(cases.duties(reference)).containsExactly(
                new DutyDone(1, "respond", "kent-manager", MON_2026_06_01), new DutyDone(1, "approve", "kent-approver", MON_2026_06_01));
    }

    private Task responseToApprove() {
        var reference = casework.accepted("kent");
        casework.answerIssues(reference, "kent-manager");
        office.complete(reference, "Draft response", Answers.draft());
        return office.task(reference, "Approve response");
    }

    private void did(String reference, int stage, String duty, String person) {
        transaction.executeWithoutResult(status -> cases.did(reference, new DutyDone(stage, duty, person, MON_2026_06_01)));
    }

    private void inGroup(String user, String group, Runnable meanwhile) {
        office.signOut();
        identity.createMembership(user, group);
        try {
            meanwhile.run();
        } finally {
            office.signOut();
            identity.deleteMembership(user, group);
        }
    }

    private String assignee(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
    }
}
