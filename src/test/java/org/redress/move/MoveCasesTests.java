package org.redress.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
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
import org.redress.testing.Answers;
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
    private static final Map<String, Object> REFUSED = Map.of("moveConfirmation", "refuse");
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

    @Autowired
    private WorkOutMove workOut;

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
    void saysHowManyNobodyHasLookedAtWhenTheTimeIsOver() {
        var references = List.of(casework.accepted("kent"), casework.accepted("kent"), casework.accepted("kent"));
        renamed();
        var target = moving.newest().deployment();
        var waiting = moving.waiting("kent", target);
        var questions = new AtomicInteger();

        var some = workOut.looked(waiting, target, () -> questions.incrementAndGet() > 2);

        assertThat(waiting).hasSizeGreaterThanOrEqualTo(references.size());
        assertThat(some.moves() + some.stays()).isEqualTo(2);
        assertThat(some.left()).isEqualTo(waiting.size() - 2);
        assertThat(some.text()).contains("not looked at, for want of time");
        assertThat(workOut.looked(waiting, target, () -> false).text()).doesNotContain("not looked at");
    }

    @Test
    void twoPeopleMoveTheCasesOfACouncil() {
        var one = casework.accepted("kent");
        var another = casework.acknowledged("kent", Map.of());
        var leicestershires = casework.accepted("leicestershire");
        renamed();

        ask();
        assertThat(text("movePreview")).startsWith("Kent County Council:\n").contains("Stage: at Choose who answers instead of Decide who answers", "task \"Choose who answers\" is called so instead of \"Decide who answers\"", one, another)
                .doesNotContain(leicestershires, "Cannot be taken back");
        office.completeAs(OWNER, waiting(), PROPOSED);
        office.completeAs("kent-supervisor", waiting(), CONFIRMED);
        run();

        assertThat(text("moveOutcome")).isEqualTo("Kent County Council: all running cases go on with this version.");
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

        assertThat(text("moveOutcome")).isEqualTo("Kent County Council: 1 case goes on with an earlier version; all others with this one.\n" + stays + ": Stage: " + GONE);
        assertThat(office.chronology(moves, Moving.MOVED)).hasSize(1);
        assertThat(office.chronology(stays, Moving.MOVED)).isEmpty();
    }

    @Test
    void whatCannotBeTakenBackIsConfirmedByBoth() {
        casework.accepted("kent");
        withAnotherStep();

        ask();
        assertThat(text("movePreview")).contains("Cannot be taken back (1 case): there is no way back from \"Check issues\" on");
        assertThatThrownBy(() -> office.completeAs(OWNER, waiting(), PROPOSED)).isInstanceOf(AnswersRefused.class).hasMessageContaining("I know that this cannot be taken back: must be confirmed");
        office.completeAs(OWNER, waiting(), Map.of("moveProposal", "propose", "knownFinal", true));
        assertThatThrownBy(() -> office.completeAs("kent-supervisor", waiting(), CONFIRMED)).isInstanceOf(AnswersRefused.class).hasMessageContaining("I know that this cannot be taken back: must be confirmed");
        office.completeAs("kent-supervisor", waiting(), REFUSED);

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

        assertThatThrownBy(() -> office.completeAs("kent-supervisor", waiting(), CONFIRMED)).isInstanceOf(AnswersRefused.class).hasMessageContaining("you proposed this; a supervisor who did not confirms it, or you refuse it.");
        office.completeAs("kent-supervisor", waiting(), REFUSED);
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("move-cases").count()).isZero();
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

    /** More than go together; the engine asks for the portions again when some have moved. */
    @Test
    void movesInPortions() {
        var references = IntStream.rangeClosed(0, BatchesToMove.TOGETHER).mapToObj(number -> office.receive("kent", Map.of())).toList();
        models.with("acknowledgement.bpmn", "name=\"Acknowledge complaint\"", "name=\"Thank for complaint\"").deploy();
        ask();
        office.completeAs(OWNER, waiting(), PROPOSED);
        office.completeAs("kent-supervisor", waiting(), CONFIRMED);

        run();

        assertThat(text("moveOutcome")).isEqualTo("Kent County Council: all running cases go on with this version.");
        assertThat(references).allSatisfy(reference -> assertThat(office.chronology(reference, Moving.MOVED)).hasSize(1));
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

        assertThat(text("moveOutcome")).isEqualTo("Kent County Council: all running cases go on with this version.");
        assertThat(references).allSatisfy(reference -> assertThat(office.chronology(reference, Moving.MOVED)).hasSize(1));
    }

    @Test
    void whatWasLookedAtIsConfirmedOnlyWhileItIsTheNewest() {
        casework.accepted("kent");
        renamed();
        ask();
        office.completeAs(OWNER, waiting(), PROPOSED);
        models.deploy();

        assertThatThrownBy(() -> office.completeAs("kent-supervisor", waiting(), CONFIRMED)).isInstanceOf(AnswersRefused.class).hasMessageContaining("a newer version of the models is there");
        office.completeAs("kent-supervisor", waiting(), REFUSED);

        ask();
        assertThat(text("movePreview")).contains("1 case");
    }

    /** It had a way back when two people looked at it, and was at work since. */
    @Test
    void aCaseThatHasLostItsWayBackSinceStays() {
        var reference = casework.acknowledged("kent", Map.of());
        withAnotherStep();
        ask();
        assertThat(text("movePreview")).doesNotContain("Cannot be taken back");
        office.completeAs(OWNER, waiting(), PROPOSED);
        office.completeAs("kent-supervisor", waiting(), CONFIRMED);
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of()));

        run();

        assertThat(text("moveOutcome")).contains(reference + ": nobody confirmed that it cannot be taken back: there is no way back from \"Check issues\" on");
        assertThat(office.chronology(reference, Moving.MOVED)).isEmpty();
    }

    @Test
    void nothingMovesWhenOneOfThemHasLostTheirRole() {
        var reference = casework.accepted("kent");
        renamed();
        ask();
        office.completeAs(OWNER, waiting(), PROPOSED);
        office.completeAs("kent-supervisor", waiting(), CONFIRMED);
        identity.deleteTenantUserMembership("kent", OWNER);

        run();

        assertThat(text("moveOutcome")).contains("Stopped: whoever proposed it is no process owner of this council any more. Ask again.");
        assertThat(office.chronology(reference, Moving.MOVED)).isEmpty();
    }

    /** As a changed model could lead to it. */
    @Test
    void noModelMovesCasesWithoutTwoPeople() {
        casework.accepted("kent");
        renamed();
        ask();
        var move = waiting().getProcessInstanceId();
        runtime.setVariables(move, Map.of("proposedBy", OWNER, "confirmedBy", OWNER));
        runtime.createProcessInstanceModification(move).cancelAllForActivity("UserTask_DecideOnMove").startBeforeActivity("ServiceTask_MoveCases").execute();

        assertThatThrownBy(this::run).hasStackTraceContaining("Two people move cases");
        assertThatThrownBy(() -> runtime.createProcessInstanceByKey("move-cases").startBeforeActivity("ServiceTask_MoveCases").execute()).isInstanceOf(AuthorizationException.class).hasMessageContaining("with its form");
        assertThat(moving.waiting("kent", moving.newest().deployment())).hasSize(1);
    }

    @Test
    void theOutcomeEndsWithAWholeLine() {
        var lines = IntStream.range(0, 200).mapToObj(number -> "KENT-2026-" + (10_000 + number) + ": Stage: " + GONE).toList();

        assertThat(MoveCases.outcome("Kent County Council", 200, String.join("\n", lines)).lines()).startsWith("Kent County Council: 200 cases go on with an earlier version; all others with this one.", lines.get(0)).hasSizeGreaterThan(40)
                .endsWith("There is more than stands here: redress move --preview has all of it.").allMatch(line -> !line.startsWith("KENT") || lines.contains(line));
        assertThat(MoveCases.outcome("Kent County Council", 1, "x".repeat(9000))).hasSizeLessThan(4000);
    }

    /** Answers of a case that only some may see are nobody else's, counted or not. */
    @Test
    void saysNothingOfWhatIsAnsweredInARestrictedCase() {
        var summary = new Summary();
        summary.add(new MovedCase("KENT-2026-00001", "kent", true, List.of(), List.of("said of a restricted one"), null, null));
        summary.add(new MovedCase("KENT-2026-00002", "kent", false, List.of(), List.of("said of another"), null, null));

        assertThat(summary.text()).contains("said of another", "KENT-2026-00002").doesNotContain("said of a restricted one", "KENT-2026-00001");
    }

    private void withAnotherStep() {
        models.with("stage.bpmn", "<userTask id=\"UserTask_InvestigateComplaint\"", "<userTask id=\"UserTask_CheckIssues\" name=\"Check issues\" camunda:formRef=\"give-work\" camunda:formRefBinding=\"deployment\""
                + " camunda:candidateGroups=\"complaints-team\"></userTask><sequenceFlow id=\"Flow_DecideWhoAnswersToCheckIssues\" sourceRef=\"UserTask_DecideWhoAnswers\" targetRef=\"UserTask_CheckIssues\" />"
                + "<userTask id=\"UserTask_InvestigateComplaint\"")
                .with("stage.bpmn", "sourceRef=\"UserTask_DecideWhoAnswers\" targetRef=\"UserTask_InvestigateComplaint\"", "sourceRef=\"UserTask_CheckIssues\" targetRef=\"UserTask_InvestigateComplaint\"").deploy();
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
