package org.redress.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.casefile.CaseFiles;
import org.redress.database.Competition;
import org.redress.engine.BeganWith;
import org.redress.gate.TasksAsModelled;
import org.redress.testing.Answers;
import org.redress.testing.AtOnce;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Running cases move to a newer version of the models: real models, changed as a process owner would, and what the engine does by itself beside it. */
@ProductTest
class MovingTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate FRI_2026_06_12 = LocalDate.of(2026, 6, 12);
    private static final LocalDate TUE_2026_06_16 = LocalDate.of(2026, 6, 16);

    private static final String DECIDE = "<userTask id=\"UserTask_DecideWhoAnswers\" name=\"Decide who answers\" camunda:formRef=\"decide-who-answers\" camunda:formRefBinding=\"deployment\""
            + " camunda:candidateGroups=\"complaints-team\" camunda:dueDate=\"${responseDue}\">";
    private static final String ADDED_ISSUE = "<subProcess id=\"SubProcess_AddedIssue\"";
    /** An event sub-process with a timer, as the house advises against. */
    private static final String NUDGE = "<subProcess id=\"SubProcess_Nudge\" name=\"Nudge\" triggeredByEvent=\"true\"><startEvent id=\"StartEvent_NudgeDue\" name=\"Nudge due\" isInterrupting=\"false\">"
            + "<outgoing>Flow_NudgeDueToNudged</outgoing><timerEventDefinition id=\"TimerEventDefinition_NudgeDue\"><timeDate xsi:type=\"tFormalExpression\">${dueSoon.of(responseDue)}</timeDate></timerEventDefinition>"
            + "</startEvent><endEvent id=\"EndEvent_Nudged\" name=\"Nudged\"><incoming>Flow_NudgeDueToNudged</incoming></endEvent><sequenceFlow id=\"Flow_NudgeDueToNudged\" sourceRef=\"StartEvent_NudgeDue\""
            + " targetRef=\"EndEvent_Nudged\" /></subProcess>";

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private Moving moving;

    @Autowired
    private TasksAsModelled asModelled;

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
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private CaseFiles cases;

    private ChangedModels models;

    @BeforeEach
    void prepare() {
        models = new ChangedModels(repository);
        office.on(MON_2026_06_01);
    }

    @AfterAll
    static void restoreTheModels(@Autowired RepositoryService repository) {
        ChangedModels.restore(repository);
    }

    @AfterEach
    void takeTheChangesBack() {
        models.takeBack();
    }

    @Test
    void aTaskGetsNameGroupDayFormAndTimersOfTheNewModel() {
        var reference = casework.accepted("kent");
        var before = office.task(reference, "Decide who answers");
        models.with("stage.bpmn", DECIDE, DECIDE.replace("\"Decide who answers\"", "\"Choose who answers\"").replace("complaints-team", "supervisors").replace("${responseDue}", "${overdue.of(responseDue)}"))
                .with("stage.bpmn", "<timeDate xsi:type=\"tFormalExpression\">${dueSoon.of(responseDue)}", "<timeDate xsi:type=\"tFormalExpression\">${overdue.of(responseDue)}")
                .with("decide-who-answers.form", "\"label\": \"Who answers\"", "\"label\": \"Who will answer\"").deploy();

        var moved = move(reference);

        var task = office.task(reference, "Choose who answers");
        assertThat(moved.whyNot()).isNull();
        assertThat(task.getId()).isEqualTo(before.getId());
        assertThat(groups(task)).containsExactly("supervisors");
        assertThat(Office.london(task.getDueDate())).isEqualTo(TUE_2026_06_16.atStartOfDay());
        assertThat(forms.getDeployedTaskForm(task.getId())).asString(StandardCharsets.UTF_8).contains("Who will answer");
        assertThat(office.timers(reference)).containsOnly(Map.entry("BoundaryEvent_ResponseDueSoon", TUE_2026_06_16.atStartOfDay()), Map.entry("BoundaryEvent_ResponseOverdue", TUE_2026_06_16.atStartOfDay()));
        assertThat(office.chronology(reference, Moving.MOVED)).singleElement().asString()
                .startsWith("Moved to another version of the models: Complaint, version ")
                .contains("Stage: at Choose who answers instead of Decide who answers", "for supervisors (was complaints-team)", "form decide-who-answers, which asks otherwise", "asked for by a test");

        office.complete(reference, "Choose who answers", Answers.responder("kent-manager"));
        assertThat(office.openTasks(reference)).contains("Investigate complaint");
    }

    /** What the engine does by itself, so that a version of it that does otherwise is seen: the timer of an event sub-process that has fired is set up again. */
    @Test
    void theEngineByItselfWouldFireAgain() {
        var reference = nudged();
        var stage = office.instance(reference, "stage");
        var from = runtime.createProcessInstanceQuery().processInstanceId(stage).singleResult().getProcessDefinitionId();
        var to = repository.createProcessDefinitionQuery().processDefinitionKey("stage").latestVersion().singleResult().getId();

        runtime.newMigration(runtime.createMigrationPlan(from, to).mapEqualActivities().build()).processInstanceIds(stage).execute();

        assertThat(office.timers(reference)).containsKeys("StartEvent_NudgeDue", "BoundaryEvent_ResponseOverdue");
        assertThat(office.openTasks(reference)).containsExactly("Decide who answers");
    }

    @Test
    void nothingFiresTwice() {
        var reference = nudged();

        var moved = move(reference);

        assertThat(moved.whyNot()).isNull();
        assertThat(office.timers(reference)).containsOnlyKeys("BoundaryEvent_ResponseOverdue");
        assertThat(office.openTasks(reference)).containsExactly("Choose who answers");
    }

    /** A case whose reminder and nudge have fired, and a version with another name for its task. */
    private String nudged() {
        models.with("stage.bpmn", ADDED_ISSUE, NUDGE + ADDED_ISSUE).deploy();
        var reference = casework.accepted("kent");
        office.fire(reference, "StartEvent_NudgeDue");
        office.fire(reference, "BoundaryEvent_ResponseDueSoon");
        models.with("stage.bpmn", "name=\"Decide who answers\"", "name=\"Choose who answers\"").deploy();
        return reference;
    }

    @Test
    void aTimerThatIsNewWaitsUnlessItsMomentHasPassed() {
        var early = casework.accepted("kent");
        office.on(FRI_2026_06_12);
        models.with("stage.bpmn", ADDED_ISSUE, NUDGE + NUDGE.replace("dueSoon.of", "overdue.of").replace("Nudge", "Push") + ADDED_ISSUE).deploy();

        var moved = move(early);

        assertThat(office.timers(early)).containsOnlyKeys("BoundaryEvent_ResponseOverdue", "StartEvent_PushDue");
        assertThat(moved.notes()).containsExactly("\"Nudge due\" is new, and its moment has passed: nothing happens by it.");
    }

    @Test
    void aPausedCaseStaysPaused() {
        var reference = casework.accepted("kent");
        office.event(reference, "proceedings-started", Answers.with(Answers.prejudice(), Map.of("happenedOn", MON_2026_06_01.toString())));
        models.with("stage.bpmn", ADDED_ISSUE, NUDGE.replace("dueSoon.of", "overdue.of") + ADDED_ISSUE).with("stage.bpmn", DECIDE, DECIDE.replace("${responseDue}", "${overdue.of(responseDue)}")).deploy();

        move(reference);

        assertThat(office.task(reference, "Decide who answers").getDueDate()).isNull();
        assertThat(jobs(reference)).allMatch(Job::isSuspended).hasSize(3);
    }

    @Test
    void aTaskOfAnotherIdGoesOnByItsForm() {
        var reference = casework.accepted("kent");
        models.with("stage.bpmn", "UserTask_DecideWhoAnswers", "UserTask_ChooseWhoAnswers").with("stage.bpmn", "name=\"Decide who answers\"", "name=\"Choose who answers\"").deploy();

        var moved = move(reference);

        assertThat(moved.whyNot()).isNull();
        assertThat(office.task(reference, "Choose who answers").getTaskDefinitionKey()).isEqualTo("UserTask_ChooseWhoAnswers");
        office.complete(reference, "Choose who answers", Answers.responder("kent-manager"));
        assertThat(office.openTasks(reference)).contains("Investigate complaint");
    }

    @Test
    void aCaseWhoseStepIsGoneStaysAsAWhole() {
        var reference = casework.accepted("kent");
        models.with("stage.bpmn", "UserTask_DecideWhoAnswers", "UserTask_NameResponder").with("stage.bpmn", "camunda:formRef=\"decide-who-answers\"", "camunda:formRef=\"give-work\"").deploy();
        var before = definitions(reference);

        var moved = move(reference);

        assertThat(moved.whyNot()).isEqualTo("Stage: the step \"Decide who answers\" is not in the new version.");
        assertThat(definitions(reference)).isEqualTo(before);
        assertThat(office.chronology(reference, Moving.MOVED)).isEmpty();
    }

    @Test
    void aCaseThatLacksWhatTheNewStepReadsStays() {
        var reference = casework.accepted("kent");
        models.with("stage.bpmn", "sourceRef=\"StartEvent_ResponseOwed\" targetRef=\"UserTask_DecideWhoAnswers\"", "sourceRef=\"StartEvent_ResponseOwed\" targetRef=\"ServiceTask_SetOwnDeadline\"")
                .with("stage.bpmn", DECIDE, "<serviceTask id=\"ServiceTask_SetOwnDeadline\" name=\"Set own deadline\" camunda:delegateExpression=\"${setDeadline}\"><extensionElements><camunda:inputOutput>"
                        + "<camunda:inputParameter name=\"deadline\">acknowledgement</camunda:inputParameter></camunda:inputOutput></extensionElements></serviceTask><sequenceFlow id=\"Flow_SetOwnDeadlineToDecideWhoAnswers\""
                        + " sourceRef=\"ServiceTask_SetOwnDeadline\" targetRef=\"UserTask_DecideWhoAnswers\" />" + DECIDE.replace("${responseDue}", "${acknowledgementDue}")).deploy();

        assertThat(move(reference).whyNot()).isEqualTo("the new version reads \"acknowledgementDue\" at the step where it stands, which this case does not have.");
        assertThat(office.chronology(reference, Moving.MOVED)).isEmpty();
    }

    /** A deadline that is set later reads the table of the beginning, unless its row says that it holds for open cases too (rule book 1.6). */
    @ParameterizedTest
    @CsvSource({"false, 2026-06-15", "true, 2026-06-10"})
    void aMovedCaseKeepsTheTablesWithWhichItBegan(boolean openCases, LocalDate due) {
        var reference = casework.acknowledged("kent", Map.of());
        models.with("allowance.dmn", "<text>\"10 working days\"</text>", "<text>\"7 working days\"</text>").with("next-stage.dmn", "OutputEntry_TwoSecond_2\"><text>2</text>", "OutputEntry_TwoSecond_2\"><text>1</text>");
        if (openCases) {
            models.with("allowance.dmn", "id=\"OutputEntry_ResponseCode1_10\"><text>null", "id=\"OutputEntry_ResponseCode1_10\"><text>true");
        }
        models.deploy();

        move(reference);
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of()));

        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(due);
        casework.respond(reference, "kent-manager");
        casework.wish(reference, "next-stage");
        assertThat(office.deadline(reference, "acknowledgement").stage()).isEqualTo(2);
    }

    @Test
    void anAnswerThatIsNotOfferedAnyMoreStays() {
        var field = ", {\"type\": \"radio\", \"id\": \"Field_urgency\", \"key\": \"urgency\", \"label\": \"Urgency\", \"properties\": {\"begins\": \"as-given\"}, \"values\": ["
                + "{\"label\": \"High\", \"value\": \"high\"}, {\"label\": \"Normal\", \"value\": \"normal\"}]}\n  ]\n}";
        models.with("complaint-received.form", "\n  ]\n}", field).with("assess-complaint.form", "\n  ]\n}", field).deploy();
        var reference = casework.acknowledged("kent", Map.of("urgency", "high"));
        models.with("assess-complaint.form", "{\"label\": \"High\", \"value\": \"high\"}", "{\"label\": \"Low\", \"value\": \"low\"}").deploy();

        var moved = move(reference);
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of()));

        assertThat(moved.notes()).containsExactly("\"Assess complaint\" does not offer any more what was chosen for \"urgency\": it stays until somebody chooses anew.");
        assertThat(office.variable(reference, "urgency")).isEqualTo("high");
    }

    @Test
    void whoeverHasATaskKeepsItUnlessItIsForOthersNow() {
        var reference = casework.accepted("kent");
        var other = casework.accepted("kent");
        claim("kent-officer", office.task(reference, "Decide who answers"));
        models.with("stage.bpmn", DECIDE, DECIDE.replace("complaints-team", "panel-clerks")).deploy();
        models.with("stage.bpmn", DECIDE.replace("complaints-team", "panel-clerks"), DECIDE.replace("complaints-team", "supervisors,complaints-team"));

        var moved = move(reference);

        assertThat(office.task(reference, "Decide who answers").getAssignee()).isNull();
        assertThat(moved.notes()).containsExactly("\"Decide who answers\" goes back to its groups: whoever has it is in none of them.");
        assertThat(office.chronology(reference, Moving.MOVED)).singleElement().asString().contains("with nobody by name (was kent-officer)");
        claim("kent-officer", office.task(other, "Decide who answers"));
        models.deploy();
        move(other);
        assertThat(office.task(other, "Decide who answers").getAssignee()).isEqualTo("kent-officer");
    }

    /** Between two looks at a case somebody may have gone on with it: that is competition, done again and not a fault. */
    @Test
    void aTaskThatHasComeMeanwhileIsCompetition() {
        var stage = office.instance(casework.accepted("kent"), "stage");
        var definition = runtime.createProcessInstanceQuery().processInstanceId(stage).singleResult().getProcessDefinitionId();

        assertThatThrownBy(() -> asModelled.follow(stage, definition, List.of())).satisfies(fault -> assertThat(Competition.isCertain(fault)).isTrue());
    }

    /** Whoever completes a task first is let, and the case moves from the step at which it stands then. */
    @Test
    void aCaseMovesFromWhereSomebodyHasJustLeftIt() {
        var reference = casework.accepted("kent");
        models.with("stage.bpmn", "name=\"Investigate complaint\"", "name=\"Look into complaint\"").deploy();
        var root = root(reference);
        var deployment = moving.newest().deployment();

        var said = AtOnce.run(transaction, database, () -> office.complete(reference, "Decide who answers", Answers.responder("kent-manager")),
                () -> moving.move(root, deployment, "asked for by a test"));

        assertThat(said).containsOnly("");
        assertThat(office.openTasks(reference)).containsExactly("Look into complaint");
        assertThat(office.chronology(reference, Moving.MOVED)).singleElement().asString().contains("at Look into complaint instead of Investigate complaint");
    }

    @Test
    void aPreviewSaysWhatWouldBecomeOfItAndChangesNothing() {
        var reference = casework.accepted("kent");
        models.with("stage.bpmn", DECIDE, DECIDE.replace("\"Decide who answers\"", "\"Choose who answers\"")).deploy();
        var before = definitions(reference);

        var seen = moving.preview(root(reference), moving.newest().deployment()).orElseThrow();

        assertThat(seen.moves()).isTrue();
        assertThat(seen.effects()).anyMatch(line -> line.matches("Stage, version \\d+ to \\d+: at Decide who answers, then at Choose who answers"))
                .contains("  task \"Choose who answers\" (was Decide who answers), for complaints-team, due Mon 15 Jun 2026, form decide-who-answers",
                        "  timer \"Response due soon\": Thu 11 Jun 2026 09:00", "The way back is open.");
        assertThat(definitions(reference)).isEqualTo(before);
        assertThat(office.openTasks(reference)).containsExactly("Decide who answers");
        assertThat(cases.chronology(reference)).noneMatch(line -> line.what().equals(Moving.MOVED));
    }

    @Test
    void aPreviewSaysFromWhereThereIsNoWayBack() {
        var reference = casework.accepted("kent");
        models.with("stage.bpmn", "<userTask id=\"UserTask_InvestigateComplaint\"", "<userTask id=\"UserTask_CheckIssues\" name=\"Check issues\" camunda:formRef=\"give-work\" camunda:formRefBinding=\"deployment\""
                + " camunda:candidateGroups=\"complaints-team\"><incoming>Flow_DecideWhoAnswersToCheckIssues</incoming><outgoing>Flow_DecideWhoAnswersToInvestigateComplaint</outgoing></userTask>"
                + "<sequenceFlow id=\"Flow_DecideWhoAnswersToCheckIssues\" sourceRef=\"UserTask_DecideWhoAnswers\" targetRef=\"UserTask_CheckIssues\" /><userTask id=\"UserTask_InvestigateComplaint\"")
                .with("stage.bpmn", "sourceRef=\"UserTask_DecideWhoAnswers\" targetRef=\"UserTask_InvestigateComplaint\"", "sourceRef=\"UserTask_CheckIssues\" targetRef=\"UserTask_InvestigateComplaint\"").deploy();

        var seen = moving.preview(root(reference), moving.newest().deployment()).orElseThrow();

        assertThat(seen.noWayBack()).isEqualTo("there is no way back from \"Check issues\" on, which the version before does not have.");
    }

    @Test
    void findsWhatBeganWithAnEarlierVersionAndMovesItOnce() {
        var kent = casework.accepted("kent");
        var leicestershire = casework.accepted("leicestershire");
        models.with("stage.bpmn", "name=\"Decide who answers\"", "name=\"Choose who answers\"").deploy();
        var newest = moving.newest().deployment();
        casework.accepted("kent");

        assertThat(moving.waiting("kent", newest)).containsExactly(root(kent));
        assertThat(moving.waiting(null, newest)).containsExactlyInAnyOrder(root(kent), root(leicestershire));
        assertThat(moving.move(root(kent), newest, "; once")).isPresent();
        assertThat(moving.move(root(kent), newest, "; twice")).isEmpty();
        assertThat(moving.waiting("kent", newest)).isEmpty();
        assertThat(office.chronology(kent, Moving.MOVED)).hasSize(1);
    }

    /** It has no rules of the beginning. */
    @Test
    void aTableThatIsNewIsAskedAsItWasDeployedWithTheModel() {
        var reference = casework.acknowledged("kent", Map.of());
        models.with("next-stage.dmn", "<decision id=\"next-stage\"", "<decision id=\"stage-that-follows\"").with("complaint.bpmn", "decisionRef=\"next-stage\"", "decisionRef=\"stage-that-follows\"").deploy();

        move(reference);
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of()));

        assertThat(office.openTasks(reference)).containsExactly("Decide who answers");
    }

    /** Where a form of the product asks it, as it is newest. */
    @Test
    void aTableThatIsNewAnswersAFormAsItIsNewest() {
        models.with("consent-ground.dmn", "<decision id=\"consent-ground\"", "<decision id=\"ground\"").deploy();
        var reference = office.receive("kent", Map.of("otherPeople", "Ms R – solicitor"));
        models.with("consent-ground.dmn", "<decision id=\"ground\"", "<decision id=\"consent-ground\"").deploy();

        moving.move(office.instance(reference, "consent"), moving.newest().deployment(), "asked for by a test").orElseThrow();
        office.complete(reference, "Ask for consent", Map.of("consent", "not-needed", "consentSettledOn", MON_2026_06_01.toString(), "consentGround", "power-of-attorney", "consentEvidence", "A copy."));

        assertThat(office.openTasks(reference)).containsExactly("Acknowledge complaint");
    }

    /** Also what follows from a deadline that was set before it moved. */
    @Test
    void whatAMovedCaseBeginsKeepsItsTablesAndHasTheNewModels() {
        var reference = casework.accepted("kent");
        var began = runtime.createProcessInstanceQuery().processInstanceId(office.instance(reference, "stage")).singleResult().getProcessDefinitionId();
        models.with("missed-deadline.bpmn", "name=\"Explain the delay to the complainant\"", "name=\"Say why it is late\"").with("agreed-action.bpmn", "name=\"Carry out action\"", "name=\"Do as promised\"").deploy();

        move(reference);
        office.on(TUE_2026_06_16);
        office.complete(reference, "Decide who answers", Answers.responder("kent-manager"));
        office.complete(reference, "Investigate complaint", Answers.investigate());
        office.complete(office.taskOfIssue(reference, "Answer issue", 1), Answers.issue(Map.of("promises", 1)));
        office.complete(office.taskOfIssue(reference, "Answer issue", 2), Answers.issue(Map.of("finding", "not-upheld")));
        office.complete(reference, "Promise action", Answers.promise(Map.of()));
        office.complete(reference, "Draft response", Answers.draft());
        office.complete(reference, "Approve response", Answers.approve());
        office.complete(reference, "Send response", Answers.send(TUE_2026_06_16));

        assertThat(office.openTasks(reference)).contains("Say why it is late", "Do as promised");
        assertThat(List.of("missed-deadline", "agreed-action")).allSatisfy(process -> assertThat(runtime.getVariable(office.instance(reference, process), BeganWith.VARIABLE)).isEqualTo(began));
    }

    private MovedCase move(String reference) {
        return moving.move(root(reference), moving.newest().deployment(), "asked for by a test").orElseThrow();
    }

    private String root(String reference) {
        return office.instance(reference, "complaint");
    }

    private List<String> definitions(String reference) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream().map(instance -> instance.getProcessDefinitionId()).sorted().toList();
    }

    private List<Job> jobs(String reference) {
        return management.createJobQuery().processInstanceId(office.instance(reference, "stage")).timers().list();
    }

    private List<String> groups(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(group -> group != null).toList();
    }

    private void claim(String person, Task task) {
        office.as(person);
        tasks.claim(task.getId(), person);
        office.signOut();
    }
}
