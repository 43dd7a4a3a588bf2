package org.redress.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.council.Councils;
import org.redress.council.Profile;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A case or an issue is given to a service, and who may work on it is role and service: it works, and it walls. */
@ProductTest
class ServiceTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final String NONE_ANY_MORE = "Somebody New belongs to no service any more; an administrator puts them into one, or into the whole council.";

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identity;

    @Autowired
    private Councils councils;

    @Autowired
    private JdbcTemplate database;

    /** The manager has never belonged to a service and works for the whole council. */
    @BeforeEach
    void someBelongToAService() {
        office.on(MON_2026_06_01);
        office.hires("kent", "of-highways", "responders", "service-highways");
        office.hires("kent", "of-waste", "responders", "service-waste");
        office.hires("kent", "approver-of-waste", "approvers", "service-waste");
    }

    @Test
    void showsItsTasksToItsPeopleAndThoseOfTheWholeCouncilAlone() {
        var task = free(given("highways", "kent-of-highways"), "Investigate complaint");

        assertThat(seen(task, "kent-of-highways", "kent-manager", "kent-supervisor")).containsExactly(true, true, true);
        assertThat(seen(task, "kent-of-waste", "kent-approver-of-waste", "leicestershire-manager")).containsExactly(false, false, false);
    }

    @Test
    void letsNobodyOfAnotherServiceClaimOrGetIt() {
        var task = free(given("highways", "kent-of-highways"), "Investigate complaint");

        office.as("kent-of-waste");
        assertThatThrownBy(() -> tasks.claim(task.getId(), "kent-of-waste")).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> tasks.complete(task.getId(), Answers.investigate())).isInstanceOf(AuthorizationException.class);
        office.as("kent-supervisor");
        assertThatThrownBy(() -> tasks.setAssignee(task.getId(), "kent-of-waste")).isInstanceOf(AnswersRefused.class)
                .hasMessage("Somebody New does not work for Highways and transport, to which this was given.");
        tasks.setAssignee(task.getId(), "kent-manager");
        office.signOut();
        assertThat(office.task(reference(task), "Investigate complaint").getAssignee()).isEqualTo("kent-manager");
    }

    @Test
    void isAnsweredAndApprovedByItsPeople() {
        var reference = given("waste", "kent-of-waste");
        answer(reference);
        assertThat(office.tasks(reference, "Draft response")).extracting(Task::getAssignee).containsExactly("kent-of-waste");
        office.complete(reference, "Draft response", Answers.draft());

        office.complete(reference, "Approve response", Answers.approve());
        office.complete(reference, "Send response", Answers.send(MON_2026_06_01));

        assertThat(office.openTasks(reference)).containsExactly("Record complainant’s wish");
    }

    @Test
    void isAnsweredByNobodyOfAnotherService() {
        var reference = casework.accepted("kent");

        assertThatThrownBy(() -> office.complete(reference, "Decide who answers", Map.of("service", "highways", "responder", "kent-of-waste")))
                .isInstanceOf(AnswersRefused.class)
                .hasMessage("Who answers: Somebody New does not work for Highways and transport, to which this was given.");
        assertThatThrownBy(() -> office.complete(reference, "Decide who answers", Map.of("service", "housing", "responder", "kent-manager")))
                .isInstanceOf(AnswersRefused.class).hasMessageStartingWith("Service: choose one of Adult Social Care, ");
    }

    @Test
    void isTheWholeCouncilsWhereNoneIsNamed() {
        var task = free(given(null, "kent-of-highways"), "Investigate complaint");

        assertThat(seen(task, "kent-of-highways", "kent-manager", "kent-of-waste")).containsExactly(true, true, true);
    }

    @Test
    void canHaveOneIssueAlone() {
        var reference = casework.accepted("kent");
        office.complete(reference, "Decide who answers", Map.of("service", "highways", "responder", "kent-of-highways", "sharedOut", true,
                "otherIssues", "2", "otherService", "waste", "otherResponder", "kent-of-waste"));
        office.complete(reference, "Investigate complaint", Answers.investigate());

        var first = office.taskOfIssue(reference, "Answer issue", 1);
        var second = office.taskOfIssue(reference, "Answer issue", 2);
        assertThat(List.of(first.getAssignee(), second.getAssignee())).containsExactly("kent-of-highways", "kent-of-waste");
        assertThat(seen(first, "kent-of-highways", "kent-of-waste")).containsExactly(true, false);
        assertThat(seen(second, "kent-of-highways", "kent-of-waste")).containsExactly(false, true);
    }

    @Test
    void losesSightOfWhatGoesToAnotherService() {
        var reference = given("highways", "kent-of-highways");

        office.as("kent-officer").start("hand-over", Map.of("caseReference", reference, "caseRole", "answers", "otherService", true));
        office.signOut();
        office.complete(reference, "Choose successor", Map.of("newService", "waste", "successor", "kent-of-waste", "fromDay", "2026-06-01",
                "handingReason", "It is about waste."));

        var task = office.task(reference, "Investigate complaint");
        assertThat(task.getAssignee()).isEqualTo("kent-of-waste");
        assertThat(seen(task, "kent-of-highways", "kent-of-waste")).containsExactly(false, true);
        free(reference, "Investigate complaint");
        assertThat(seen(task, "kent-of-highways", "kent-of-waste", "kent-manager")).containsExactly(false, true, true);
    }

    @Test
    void comesToTheSupervisorsWhereTheServiceHasNobodyToApprove() {
        identity.deleteMembership("kent-approver", "approvers");
        try {
            var reference = given("highways", "kent-of-highways");
            answer(reference);
            office.complete(reference, "Draft response", Answers.draft());
            assertThat(list()).isEqualTo(reference + ", Approve response: nobody at this council may do it.");

            office.hires("kent", "approver-of-highways", "approvers", "service-highways");

            assertThat(office.tasksAt("kent", "stuck-work")).isEmpty();
            office.complete(reference, "Approve response", Answers.approve());
        } finally {
            identity.createMembership("kent-approver", "approvers");
        }
    }

    @Test
    void leavesNothingToWhoeverLosesTheLastOne() {
        var theirs = given("highways", "kent-of-highways");
        var ofTheCouncil = free(given(null, "kent-manager"), "Investigate complaint");
        assertThat(seen(ofTheCouncil, "kent-of-highways")).containsExactly(true);

        identity.deleteMembership("kent-of-highways", "service-highways");

        assertThat(list()).isEqualTo(theirs + ", Investigate complaint: " + NONE_ANY_MORE);
        var task = office.task(theirs, "Investigate complaint");
        assertThat(task.getAssignee()).isNull();
        assertThat(seen(task, "kent-of-highways")).containsExactly(false);
        assertThat(seen(ofTheCouncil, "kent-of-highways")).containsExactly(false);
        office.as("kent-supervisor");
        assertThatThrownBy(() -> tasks.setAssignee(ofTheCouncil.getId(), "kent-of-highways")).isInstanceOf(AnswersRefused.class).hasMessage(NONE_ANY_MORE);
        office.signOut();
        var another = casework.accepted("kent");
        assertThatThrownBy(() -> office.complete(another, "Decide who answers", Answers.responder("kent-of-highways"))).isInstanceOf(AnswersRefused.class)
                .hasMessage("Who answers: choose one of Assistant Director (Kent), Director (Kent), Service manager (Kent), Somebody New.");
    }

    @ParameterizedTest
    @CsvSource({"service-highways, true, true", "service-waste, false, true", "service-whole-council, true, true"})
    void givesThemWhatBelongsToTheOneThatTheyAreGiven(String group, boolean highways, boolean council) {
        identity.deleteMembership("kent-of-highways", "service-highways");
        var ofHighways = free(given("highways", "kent-manager"), "Investigate complaint");
        var ofTheCouncil = free(given(null, "kent-manager"), "Investigate complaint");

        identity.createMembership("kent-of-highways", group);

        assertThat(seen(ofHighways, "kent-of-highways")).containsExactly(highways);
        assertThat(seen(ofTheCouncil, "kent-of-highways")).containsExactly(council);
    }

    @Test
    void isForgottenWithTheAccount() {
        var task = free(given("waste", "kent-manager"), "Investigate complaint");
        identity.deleteUser("kent-of-highways");

        office.hires("kent", "of-highways", "responders");

        assertThat(seen(task, "kent-of-highways")).containsExactly(true);
    }

    @Test
    void isNotJoinedBehindTheProductsBack() {
        var task = free(given("highways", "kent-manager"), "Investigate complaint");

        database.update("insert into ACT_ID_MEMBERSHIP (USER_ID_, GROUP_ID_) values ('kent-of-waste', 'service-highways')");

        assertThat(seen(task, "kent-of-waste")).containsExactly(false);
    }

    @Test
    void leavesItsWorkToTheSupervisorsTheSameDayWhenItEnds() {
        var theirs = given("highways", "kent-of-highways");
        var waits = free(given("highways", "kent-manager"), "Investigate complaint");
        try {
            highwaysEnds(true);

            assertThat(list().lines()).containsExactlyInAnyOrder(theirs + ", Investigate complaint: Highways and transport, to which this was given, has ended.",
                    reference(waits) + ", Investigate complaint: Highways and transport, to which this was given, has ended.");
            give("kent-of-waste");

            for (var reference : List.of(theirs, reference(waits))) {
                assertThat(office.task(reference, "Investigate complaint").getAssignee()).isEqualTo("kent-of-waste");
                assertThat(office.chronology(reference, "Given to")).containsExactly("Given to Waste and environment: Highways and transport, to which this was given, has ended.");
                answer(reference);
                office.complete(reference, "Draft response", Answers.draft());
                assertThat(seen(office.task(reference, "Approve response"), "kent-approver-of-waste")).containsExactly(true);
            }
            assertThat(office.tasksAt("kent", "stuck-work")).isEmpty();
        } finally {
            highwaysEnds(false);
        }
    }

    @Test
    void goesToTheWholeCouncilWithWhoeverBelongsToNone() {
        var reference = given("highways", "kent-of-highways");
        try {
            highwaysEnds(true);

            give("kent-director");

            assertThat(office.task(reference, "Investigate complaint").getAssignee()).isEqualTo("kent-director");
            assertThat(office.chronology(reference, "Given to")).containsExactly("Given to the whole council: Highways and transport, to which this was given, has ended.");
            answer(reference);
            office.complete(reference, "Draft response", Answers.draft());
            assertThat(seen(office.task(reference, "Approve response"), "kent-approver-of-waste", "kent-approver")).containsExactly(true, true);
        } finally {
            highwaysEnds(false);
        }
    }

    private void highwaysEnds(boolean ends) {
        var kent = councils.find("kent").orElseThrow();
        var services = new ArrayList<>(kent.services());
        if (ends) {
            services.removeIf(service -> service.code().equals("highways"));
        } else {
            services.add(new Profile.Service("highways", "Highways and transport"));
        }
        councils.keep(new Profile(kent.id(), kent.ombudsman(), kent.name(), kent.prefix(), kent.calendar(), kent.contact(), services, kent.procedures()), null);
    }

    private void give(String to) {
        office.completeAs("kent-supervisor", office.tasksAt("kent", "stuck-work").get(0), Map.of("whatNow", "give", "kindOfWork", "all", "taker", to));
    }

    private String list() {
        var lists = office.tasksAt("kent", "stuck-work");
        assertThat(lists).hasSize(1);
        return String.valueOf(tasks.getVariable(lists.get(0).getId(), "stuckWork"));
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
