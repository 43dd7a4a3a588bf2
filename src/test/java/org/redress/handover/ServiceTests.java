package org.redress.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A case or an issue is given to a service, and who may work on it is role and service: it works, and it walls. */
@ProductTest
class ServiceTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identity;

    /** The director works for highways, the assistant director for waste, and the manager for the whole council. */
    @BeforeEach
    void someBelongToAService() {
        office.on(MON_2026_06_01);
        identity.createMembership("kent-director", "service-highways");
        identity.createMembership("kent-assistant-director", "service-waste");
        identity.createMembership("kent-approver", "service-waste");
    }

    @AfterEach
    void nobodyDoes() {
        office.signOut();
        identity.deleteMembership("kent-director", "service-highways");
        identity.deleteMembership("kent-assistant-director", "service-waste");
        identity.deleteMembership("kent-approver", "service-waste");
    }

    @Test
    void showsItsTasksToItsPeopleAndThoseOfTheWholeCouncilAlone() {
        var task = free(given("highways", "kent-director"), "Investigate complaint");

        assertThat(seen(task, "kent-director", "kent-manager", "kent-supervisor")).containsExactly(true, true, true);
        assertThat(seen(task, "kent-assistant-director", "kent-approver", "leicestershire-manager")).containsExactly(false, false, false);
    }

    @Test
    void letsNobodyOfAnotherServiceClaimOrGetIt() {
        var task = free(given("highways", "kent-director"), "Investigate complaint");

        office.as("kent-assistant-director");
        assertThatThrownBy(() -> tasks.claim(task.getId(), "kent-assistant-director")).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> tasks.complete(task.getId(), Answers.investigate())).isInstanceOf(AuthorizationException.class);
        office.as("kent-supervisor");
        assertThatThrownBy(() -> tasks.setAssignee(task.getId(), "kent-assistant-director")).isInstanceOf(AnswersRefused.class)
                .hasMessage("kent-assistant-director does not work for Highways and transport, to which this was given.");
        tasks.setAssignee(task.getId(), "kent-manager");
        office.signOut();
        assertThat(office.task(reference(task), "Investigate complaint").getAssignee()).isEqualTo("kent-manager");
    }

    @Test
    void isAnsweredAndApprovedByItsPeople() {
        var reference = given("waste", "kent-assistant-director");
        answer(reference);
        assertThat(office.tasks(reference, "Draft response")).extracting(Task::getAssignee).containsExactly("kent-assistant-director");
        office.complete(reference, "Draft response", Answers.draft());

        office.complete(reference, "Approve response", Answers.approve());
        office.complete(reference, "Send response", Answers.send(MON_2026_06_01));

        assertThat(office.openTasks(reference)).containsExactly("Record complainant’s wish");
    }

    @Test
    void isAnsweredByNobodyOfAnotherService() {
        var reference = casework.accepted("kent");

        assertThatThrownBy(() -> office.complete(reference, "Decide who answers", Map.of("service", "highways", "responder", "kent-assistant-director")))
                .isInstanceOf(AnswersRefused.class)
                .hasMessage("Who answers: kent-assistant-director does not work for Highways and transport, to which this was given.");
        assertThatThrownBy(() -> office.complete(reference, "Decide who answers", Map.of("service", "housing", "responder", "kent-manager")))
                .isInstanceOf(AnswersRefused.class).hasMessageStartingWith("Service: choose one of Adult Social Care, ");
    }

    @Test
    void isTheWholeCouncilsWhereNoneIsNamed() {
        var task = free(given(null, "kent-director"), "Investigate complaint");

        assertThat(seen(task, "kent-director", "kent-manager", "kent-assistant-director")).containsExactly(true, true, true);
    }

    @Test
    void canHaveOneIssueAlone() {
        var reference = casework.accepted("kent");
        office.complete(reference, "Decide who answers", Map.of("service", "highways", "responder", "kent-director", "sharedOut", true,
                "otherIssues", "2", "otherService", "waste", "otherResponder", "kent-assistant-director"));
        office.complete(reference, "Investigate complaint", Answers.investigate());

        var first = office.taskOfIssue(reference, "Answer issue", 1);
        var second = office.taskOfIssue(reference, "Answer issue", 2);
        assertThat(List.of(first.getAssignee(), second.getAssignee())).containsExactly("kent-director", "kent-assistant-director");
        assertThat(seen(first, "kent-director", "kent-assistant-director")).containsExactly(true, false);
        assertThat(seen(second, "kent-director", "kent-assistant-director")).containsExactly(false, true);
    }

    @Test
    void losesSightOfWhatGoesToAnotherService() {
        var reference = given("highways", "kent-director");

        office.as("kent-officer").start("hand-over", Map.of("caseReference", reference, "caseRole", "answers", "otherService", true));
        office.signOut();
        office.complete(reference, "Choose successor", Map.of("newService", "waste", "successor", "kent-assistant-director", "fromDay", "2026-06-01",
                "handingReason", "It is about waste."));

        var task = office.task(reference, "Investigate complaint");
        assertThat(task.getAssignee()).isEqualTo("kent-assistant-director");
        assertThat(seen(task, "kent-director", "kent-assistant-director")).containsExactly(false, true);
        free(reference, "Investigate complaint");
        assertThat(seen(task, "kent-director", "kent-assistant-director", "kent-manager")).containsExactly(false, true, true);
    }

    @Test
    void comesToTheSupervisorsWhereTheServiceHasNobodyToApprove() {
        var reference = given("highways", "kent-director");
        answer(reference);
        office.complete(reference, "Draft response", Answers.draft());

        var list = office.tasksAt("kent", "stuck-work");
        assertThat(list).hasSize(1);
        assertThat(tasks.getVariable(list.get(0).getId(), "stuckWork")).isEqualTo(reference + ", Approve response: nobody at this council may do it.");

        identity.createMembership("kent-approver", "service-highways");
        assertThat(office.tasksAt("kent", "stuck-work")).isEmpty();
        office.complete(reference, "Approve response", Answers.approve());
        identity.deleteMembership("kent-approver", "service-highways");
    }

    private String given(String service, String responder) {
        var reference = casework.accepted("kent");
        var answers = new HashMap<String, Object>(Answers.responder(responder));
        answers.put("service", service);
        office.complete(reference, "Decide who answers", answers);
        return reference;
    }

    private void answer(String reference) {
        office.complete(reference, "Investigate complaint", Answers.investigate());
        office.tasks(reference, "Answer issue").forEach(task -> office.complete(task, Answers.issue(Map.of())));
    }

    /** Given back, so that it waits for its groups. */
    private Task free(String reference, String name) {
        office.signOut();
        var task = office.task(reference, name);
        office.as(task.getAssignee());
        tasks.setAssignee(task.getId(), null);
        office.signOut();
        return office.task(reference, name);
    }

    private String reference(Task task) {
        return (String) tasks.getVariable(task.getId(), "caseReference");
    }

    private List<Boolean> seen(Task task, String... people) {
        var seen = Arrays.stream(people).map(person -> office.as(person).sees(task)).toList();
        office.signOut();
        return seen;
    }
}
