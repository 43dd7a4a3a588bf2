package org.redress.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A process owner asks that running cases of a council move, and a supervisor there confirms it; both with forms. */
@ProductTest
class MoveCasesTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final String OWNER = "process-owner";
    private static final Map<String, Object> ASKED = Map.of("forCouncil", "kent", "changeTried", true);
    private static final Map<String, Object> PROPOSED = Map.of("moveProposal", "propose");
    private static final Map<String, Object> CONFIRMED = Map.of("moveConfirmation", "move");
    private static final String GONE = "the step \"Decide who answers\" is not in the new version.";

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private IdentityService identity;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    private ManagementService management;

    @Autowired
    private Moving moving;

    private ChangedModels models;

    @BeforeEach
    void prepare() {
        models = new ChangedModels(repository);
        office.on(MON_2026_06_01);
        identity.createTenantUserMembership("kent", OWNER);
        identity.createTenantUserMembership("leicestershire", OWNER);
    }

    @AfterAll
    static void restoreTheModels(@Autowired RepositoryService repository) {
        ChangedModels.restore(repository);
    }

    @AfterEach
    void takeTheChangesBack() {
        office.signOut();
        identity.deleteTenantUserMembership("kent", OWNER);
        identity.deleteTenantUserMembership("leicestershire", OWNER);
        models.takeBack();
    }

    @Test
    void twoPeopleMoveTheCasesOfACouncil() {
        var one = casework.accepted("kent");
        var another = casework.acknowledged("kent", Map.of());
        var leicestershires = casework.accepted("leicestershire");
        renamed();

        ask();
        assertThat(text("movePreview")).contains("Stage: at Choose who answers instead of Decide who answers", "task \"Choose who answers\" is called so instead of \"Decide who answers\"", one, another)
                .doesNotContain(leicestershires, "Cannot be taken back");
        office.completeAs(OWNER, waiting(), PROPOSED);
        office.completeAs("kent-supervisor", waiting(), CONFIRMED);
        run();

        assertThat(text("moveOutcome")).isEqualTo("All running cases of the council go on with this version.");
        assertThat(office.openTasks(one)).containsExactly("Choose who answers");
        assertThat(office.openTasks(leicestershires)).containsExactly("Decide who answers");
        assertThat(office.chronology(one, Moving.MOVED)).singleElement().asString().endsWith("asked for by process-owner, confirmed by kent-supervisor.");
        assertThat(office.chronology(another, Moving.MOVED)).hasSize(1);
        office.completeAs(OWNER, waiting(), Map.of("outcomeSeen", true));
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("move-cases").count()).isZero();
    }

    @Test
    void sayWhichCasesStayAndWhy() {
        var moves = casework.acknowledged("kent", Map.of());
        var stays = casework.accepted("kent");
        models.with("stage.bpmn", "UserTask_DecideWhoAnswers", "UserTask_NameResponder").with("stage.bpmn", "camunda:formRef=\"decide-who-answers\"", "camunda:formRef=\"give-work\"").deploy();

        ask();
        assertThat(text("movePreview")).contains("1 case (" + stays + ") stays: Stage: " + GONE);
        office.completeAs(OWNER, waiting(), PROPOSED);
        office.completeAs("kent-supervisor", waiting(), CONFIRMED);
        run();

        assertThat(text("moveOutcome")).isEqualTo("1 case goes on with an earlier version; all others with this one.\n" + stays + ": Stage: " + GONE);
        assertThat(office.chronology(moves, Moving.MOVED)).hasSize(1);
        assertThat(office.chronology(stays, Moving.MOVED)).isEmpty();
    }

    @Test
    void whatCannotBeTakenBackIsConfirmedByBoth() {
        casework.accepted("kent");
        models.with("stage.bpmn", "<userTask id=\"UserTask_InvestigateComplaint\"", "<userTask id=\"UserTask_CheckIssues\" name=\"Check issues\" camunda:formRef=\"give-work\" camunda:formRefBinding=\"deployment\""
                + " camunda:candidateGroups=\"complaints-team\"></userTask><sequenceFlow id=\"Flow_DecideWhoAnswersToCheckIssues\" sourceRef=\"UserTask_DecideWhoAnswers\" targetRef=\"UserTask_CheckIssues\" />"
                + "<userTask id=\"UserTask_InvestigateComplaint\"")
                .with("stage.bpmn", "sourceRef=\"UserTask_DecideWhoAnswers\" targetRef=\"UserTask_InvestigateComplaint\"", "sourceRef=\"UserTask_CheckIssues\" targetRef=\"UserTask_InvestigateComplaint\"").deploy();

        ask();
        assertThat(text("movePreview")).contains("Cannot be taken back (1 case): there is no way back from \"Check issues\" on");
        assertThatThrownBy(() -> office.completeAs(OWNER, waiting(), PROPOSED)).isInstanceOf(AnswersRefused.class).hasMessageContaining("I know that this cannot be taken back: must be confirmed");
        office.completeAs(OWNER, waiting(), Map.of("moveProposal", "propose", "knownFinal", true));
        assertThatThrownBy(() -> office.completeAs("kent-supervisor", waiting(), CONFIRMED)).isInstanceOf(AnswersRefused.class).hasMessageContaining("I know that this cannot be taken back: must be confirmed");
        office.completeAs("kent-supervisor", waiting(), Map.of("moveConfirmation", "refuse"));

        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("move-cases").count()).isZero();
        assertThat(moving.waiting("kent", moving.newest().deployment())).hasSize(1);
    }

    @Test
    void aProcessOwnerStopsWithoutASecondPerson() {
        casework.accepted("kent");
        renamed();

        ask();
        office.completeAs(OWNER, waiting(), Map.of("moveProposal", "stop"));

        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("move-cases").count()).isZero();
        assertThat(moving.waiting("kent", moving.newest().deployment())).hasSize(1);
    }

    /** A process owner who is a supervisor too is one person. */
    @Test
    void nobodyMovesCasesAlone() {
        casework.accepted("kent");
        renamed();
        identity.deleteTenantUserMembership("leicestershire", OWNER);
        office.joins("kent-supervisor", "process-owners");

        office.as("kent-supervisor").start("move-cases", ASKED);
        run();
        office.completeAs("kent-supervisor", waiting(), PROPOSED);

        assertThatThrownBy(() -> office.completeAs("kent-supervisor", waiting(), CONFIRMED)).isInstanceOf(AnswersRefused.class).hasMessageContaining("You proposed this; a supervisor who did not confirms it.");
        assertThat(moving.waiting("kent", moving.newest().deployment())).hasSize(1);
        identity.createTenantUserMembership("leicestershire", OWNER);
    }

    @Test
    void onlyAProcessOwnerAsksAndOnlyASupervisorOfTheCouncilConfirms() {
        casework.accepted("kent");
        renamed();

        var definition = repository.createProcessDefinitionQuery().processDefinitionKey("move-cases").latestVersion().singleResult().getId();

        assertThat(List.of("kent-officer", "kent-supervisor", "leicestershire-supervisor")).allSatisfy(other -> {
            office.as(other);
            assertThatThrownBy(() -> forms.submitStartForm(definition, ASKED)).isInstanceOf(AuthorizationException.class);
        });
        ask();
        office.completeAs(OWNER, waiting(), PROPOSED);

        assertThat(List.of("kent-officer", "leicestershire-supervisor", OWNER))
                .allSatisfy(other -> assertThatThrownBy(() -> office.completeAs(other, waiting(), CONFIRMED)).isInstanceOfAny(AnswersRefused.class, AuthorizationException.class));
        assertThat(moving.waiting("kent", moving.newest().deployment())).hasSize(1);
    }

    @Test
    void aProcessOwnerAsksForCouncilsToWhichTheyBelong() {
        casework.accepted("kent");
        renamed();
        office.as(OWNER);

        assertThatThrownBy(() -> office.start("move-cases", Map.of("forCouncil", "ombudsman", "changeTried", true))).isInstanceOf(AnswersRefused.class).hasMessageContaining("Council: you do not belong to it");
        assertThatThrownBy(() -> office.start("move-cases", Map.of("forCouncil", "leicestershire", "changeTried", true))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("No running case of this council began with an earlier version");
        office.start("move-cases", ASKED);
        assertThatThrownBy(() -> office.start("move-cases", ASKED)).isInstanceOf(AnswersRefused.class).hasMessageContaining("A move of cases of this council is under way");
    }

    /** What was interrupted between two cases goes on with the one that has not moved, and moves none twice. */
    @Test
    void goesOnWhereItWasInterrupted() {
        var references = List.of(casework.accepted("kent"), casework.accepted("kent"));
        renamed();
        ask();
        office.completeAs(OWNER, waiting(), PROPOSED);
        office.completeAs("kent-supervisor", waiting(), CONFIRMED);
        var first = moving.waiting("kent", moving.newest().deployment()).get(0);

        // as a node that has moved one case and then stopped before the engine heard of it
        moving.move(first, moving.newest().deployment(), "asked for by process-owner, confirmed by kent-supervisor");
        run();

        assertThat(text("moveOutcome")).isEqualTo("All running cases of the council go on with this version.");
        assertThat(references).allSatisfy(reference -> assertThat(office.chronology(reference, Moving.MOVED)).hasSize(1));
    }

    private void renamed() {
        models.with("stage.bpmn", "name=\"Decide who answers\"", "name=\"Choose who answers\"").deploy();
    }

    private void ask() {
        office.as(OWNER).start("move-cases", ASKED);
        run();
    }

    /** What the engine would do by itself. */
    private void run() {
        office.signOut();
        for (var jobs = jobs(); !jobs.isEmpty(); jobs = jobs()) {
            management.executeJob(jobs.get(0).getId());
        }
    }

    private List<Job> jobs() {
        return management.createJobQuery().processDefinitionKey("move-cases").list();
    }

    private Task waiting() {
        office.signOut();
        return tasks.createTaskQuery().processDefinitionKey("move-cases").singleResult();
    }

    private String text(String name) {
        office.signOut();
        return String.valueOf(runtime.getVariable(runtime.createProcessInstanceQuery().processDefinitionKey("move-cases").singleResult().getId(), name));
    }
}
