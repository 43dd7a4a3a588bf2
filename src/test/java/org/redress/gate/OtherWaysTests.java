package org.redress.gate;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever else the engine's services can do to a task or a running case, the people who work on it cannot. */
@ProductTest
class OtherWaysTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final String FORM_ONLY = "Answers are given with the task's form only.";
    private static final String CASE_FILE_ONLY = "Text is kept in the case file: record it with Case event, as a contact to note.";

    /** Something that is tried on a task. */
    private interface Try {
        void on(ProcessEngine engine, Task task);
    }

    /** What the gate closes for everybody, by the method of the task service, with its sentence. */
    private static final Map<String, Map<Try, String>> CLOSED = Map.ofEntries(
            entry("setVariable", closed(FORM_ONLY, (engine, task) -> engine.getTaskService().setVariable(task.getId(), "approved", true))),
            entry("setVariableLocal", closed(FORM_ONLY, (engine, task) -> engine.getTaskService().setVariableLocal(task.getId(), "approved", true))),
            entry("setVariables", closed(FORM_ONLY, (engine, task) -> engine.getTaskService().setVariables(task.getId(), Map.of("approved", true)))),
            entry("setVariablesLocal", closed(FORM_ONLY, (engine, task) -> engine.getTaskService().setVariablesLocal(task.getId(), Map.of("approved", true)))),
            entry("updateVariables", closed(FORM_ONLY, (engine, task) -> tasks(engine).updateVariables(task.getId(), Map.of("approved", true), List.of("council")))),
            entry("updateVariablesLocal", closed(FORM_ONLY, (engine, task) -> tasks(engine).updateVariablesLocal(task.getId(), Map.of("approved", true), List.of("council")))),
            entry("removeVariable", closed(FORM_ONLY, (engine, task) -> engine.getTaskService().removeVariable(task.getId(), "council"))),
            entry("removeVariableLocal", closed(FORM_ONLY, (engine, task) -> engine.getTaskService().removeVariableLocal(task.getId(), "council"))),
            entry("removeVariables", closed(FORM_ONLY, (engine, task) -> engine.getTaskService().removeVariables(task.getId(), List.of("council")))),
            entry("removeVariablesLocal", closed(FORM_ONLY, (engine, task) -> engine.getTaskService().removeVariablesLocal(task.getId(), List.of("council")))),
            entry("resolveTask", closed(FORM_ONLY, (engine, task) -> engine.getTaskService().resolveTask(task.getId()),
                    (engine, task) -> engine.getTaskService().resolveTask(task.getId(), Map.of("approved", true)))),
            entry("handleBpmnError", closed(FORM_ONLY, (engine, task) -> engine.getTaskService().handleBpmnError(task.getId(), "over"),
                    (engine, task) -> engine.getTaskService().handleBpmnError(task.getId(), "over", "It is over."),
                    (engine, task) -> engine.getTaskService().handleBpmnError(task.getId(), "over", "It is over.", Map.of("approved", true)))),
            entry("handleEscalation", closed(FORM_ONLY, (engine, task) -> engine.getTaskService().handleEscalation(task.getId(), "up"),
                    (engine, task) -> engine.getTaskService().handleEscalation(task.getId(), "up", Map.of("approved", true)))),
            entry("delegateTask", closed("A task is not delegated; a supervisor gives it to somebody else.",
                    (engine, task) -> engine.getTaskService().delegateTask(task.getId(), "kent-manager"))),
            entry("addComment", closed(CASE_FILE_ONLY, (engine, task) -> engine.getTaskService().addComment(task.getId(), null, "Ms T is angry."))),
            entry("createComment", closed(CASE_FILE_ONLY, (engine, task) -> engine.getTaskService().createComment(task.getId(), task.getProcessInstanceId(), "Ms T is angry."))),
            entry("updateTaskComment", closed(CASE_FILE_ONLY, (engine, task) -> engine.getTaskService().updateTaskComment(task.getId(), "c", "Ms T is angry."))),
            entry("updateProcessInstanceComment", closed(CASE_FILE_ONLY,
                    (engine, task) -> engine.getTaskService().updateProcessInstanceComment(task.getProcessInstanceId(), "c", "Ms T is angry."))),
            entry("createAttachment", closed(CASE_FILE_ONLY,
                    (engine, task) -> engine.getTaskService().createAttachment("letter", task.getId(), null, "Letter", "From Ms T", "javascript:alert(1)"),
                    (engine, task) -> engine.getTaskService().createAttachment("letter", task.getId(), null, "Letter", "From Ms T", new ByteArrayInputStream(new byte[] {1})))),
            entry("saveAttachment", closed(CASE_FILE_ONLY, (engine, task) -> engine.getTaskService().saveAttachment(null))));

    /** What the engine allows only to those who have the right, which nobody here gets from having a task. */
    private static final Map<String, Try> WITHOUT_RIGHT = Map.ofEntries(
            entry("setName", (engine, task) -> engine.getTaskService().setName(task.getId(), "Do nothing")),
            entry("setDescription", (engine, task) -> engine.getTaskService().setDescription(task.getId(), "Do nothing")),
            entry("setPriority", (engine, task) -> engine.getTaskService().setPriority(task.getId(), 1)),
            entry("setDueDate", (engine, task) -> engine.getTaskService().setDueDate(task.getId(), new Date(0))),
            entry("setFollowUpDate", (engine, task) -> engine.getTaskService().setFollowUpDate(task.getId(), new Date(0))),
            entry("setOwner", (engine, task) -> engine.getTaskService().setOwner(task.getId(), "kent-manager")),
            entry("setAssignee", (engine, task) -> engine.getTaskService().setAssignee(task.getId(), "kent-manager")),
            entry("saveTask", (engine, task) -> {
                task.setName("Do nothing");
                engine.getTaskService().saveTask(task);
            }),
            entry("newTask", (engine, task) -> engine.getTaskService().saveTask(engine.getTaskService().newTask("another"))),
            entry("addCandidateUser", (engine, task) -> engine.getTaskService().addCandidateUser(task.getId(), "kent-manager")),
            entry("addCandidateGroup", (engine, task) -> engine.getTaskService().addCandidateGroup(task.getId(), "responders")),
            entry("addUserIdentityLink", (engine, task) -> engine.getTaskService().addUserIdentityLink(task.getId(), "kent-manager", "reader")),
            entry("addGroupIdentityLink", (engine, task) -> engine.getTaskService().addGroupIdentityLink(task.getId(), "responders", "reader")),
            entry("deleteCandidateUser", (engine, task) -> engine.getTaskService().deleteCandidateUser(task.getId(), "kent-officer")),
            entry("deleteCandidateGroup", (engine, task) -> engine.getTaskService().deleteCandidateGroup(task.getId(), "complaints-team")),
            entry("deleteUserIdentityLink", (engine, task) -> engine.getTaskService().deleteUserIdentityLink(task.getId(), "kent-officer", "assignee")),
            entry("deleteGroupIdentityLink", (engine, task) -> engine.getTaskService().deleteGroupIdentityLink(task.getId(), "complaints-team", "candidate")),
            entry("deleteTask", (engine, task) -> engine.getTaskService().deleteTask(task.getId())),
            entry("deleteTasks", (engine, task) -> engine.getTaskService().deleteTasks(List.of(task.getId()), true)),
            entry("runtime setVariable", (engine, task) -> runtime(engine).setVariable(task.getExecutionId(), "approved", true)),
            entry("runtime setVariableLocal", (engine, task) -> runtime(engine).setVariableLocal(task.getExecutionId(), "approved", true)),
            entry("runtime setVariables", (engine, task) -> runtime(engine).setVariables(task.getExecutionId(), Map.of("approved", true))),
            entry("runtime setVariablesLocal", (engine, task) -> runtime(engine).setVariablesLocal(task.getExecutionId(), Map.of("approved", true))),
            entry("runtime setVariablesAsync", (engine, task) -> runtime(engine).setVariablesAsync(List.of(task.getProcessInstanceId()), Map.of("approved", true))),
            entry("runtime updateVariables", (engine, task) -> runtime(engine).updateVariables(task.getExecutionId(), Map.of("approved", true), List.of("council"))),
            entry("runtime removeVariable", (engine, task) -> runtime(engine).removeVariable(task.getProcessInstanceId(), "council")),
            entry("runtime signal", (engine, task) -> runtime(engine).signal(task.getExecutionId())),
            entry("runtime signalEventReceived", (engine, task) -> runtime(engine).signalEventReceived("over", task.getExecutionId())),
            entry("runtime messageEventReceived", (engine, task) -> runtime(engine).messageEventReceived("ComplaintEnded", root(engine, task))),
            entry("runtime correlate", (engine, task) -> runtime(engine).createMessageCorrelation("ComplaintEnded")
                    .processInstanceId(root(engine, task)).correlate()),
            entry("runtime correlateAll", (engine, task) -> runtime(engine).createMessageCorrelation("ComplaintEnded")
                    .processInstanceId(root(engine, task)).correlateAllWithResult()),
            entry("runtime modification", (engine, task) -> runtime(engine).createProcessInstanceModification(task.getProcessInstanceId())
                    .cancelAllForActivity("UserTask_AcknowledgeComplaint").execute()),
            entry("runtime modification of many", (engine, task) -> runtime(engine).createModification(task.getProcessDefinitionId())
                    .cancelAllForActivity("UserTask_AcknowledgeComplaint").processInstanceIds(task.getProcessInstanceId()).execute()),
            entry("runtime restart", (engine, task) -> runtime(engine).restartProcessInstances(task.getProcessDefinitionId())
                    .startBeforeActivity("UserTask_AcknowledgeComplaint").processInstanceIds(task.getProcessInstanceId()).execute()),
            entry("runtime delete", (engine, task) -> runtime(engine).deleteProcessInstance(root(engine, task), "over")),
            entry("runtime delete later", (engine, task) -> runtime(engine).deleteProcessInstancesAsync(List.of(root(engine, task)), "over")),
            entry("runtime suspend", (engine, task) -> runtime(engine).suspendProcessInstanceById(root(engine, task))),
            entry("runtime incident", (engine, task) -> runtime(engine).createIncident("late", task.getExecutionId(), "x")),
            entry("move timer", (engine, task) -> engine.getManagementService().setJobDuedate(timer(engine, task), new Date(0))),
            entry("stop timer", (engine, task) -> engine.getManagementService().setJobRetries(timer(engine, task), 0)),
            entry("delete timer", (engine, task) -> engine.getManagementService().deleteJob(timer(engine, task))),
            entry("delete history", (engine, task) -> engine.getHistoryService().deleteHistoricTaskInstance(task.getId())),
            entry("delete history of variables", (engine, task) -> engine.getHistoryService().deleteHistoricVariableInstancesByProcessInstanceId(task.getProcessInstanceId())),
            entry("deploy", (engine, task) -> engine.getRepositoryService().createDeployment().addString("x.form", "{}").deploy()),
            entry("delete deployment", (engine, task) -> engine.getRepositoryService().deleteProcessDefinition(task.getProcessDefinitionId(), true)));

    /** Its own tests are in {@link CompletionTests} and below. */
    private static final List<String> GATED = List.of("complete", "completeWithVariablesInReturn", "claim");

    /** They delete what cannot come into being. */
    private static final List<String> NOTHING_TO_DELETE = List.of("deleteTaskComment", "deleteTaskComments", "deleteProcessInstanceComment",
            "deleteProcessInstanceComments", "deleteAttachment", "deleteTaskAttachment");

    @Autowired
    private Office office;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    @Autowired
    private JdbcTemplate database;

    private Task task;

    @BeforeEach
    void anOfficerHasClaimedATask() {
        office.on(MON_2026_06_01);
        var reference = office.receive("kent", Map.of());
        task = office.task(reference, "Acknowledge complaint");
        tasks.setAssignee(task.getId(), "kent-officer");
        task = office.task(reference, "Acknowledge complaint");
    }

    @Test
    void everyMethodOfTheTaskServiceThatWritesIsTriedHere() {
        var writing = Arrays.stream(TaskServiceImpl.class.getMethods())
                .filter(method -> !method.getDeclaringClass().equals(Object.class))
                .map(Method::getName)
                .filter(name -> !name.matches("(get|create(Native)?Task(Query|Report)).*|setCommandExecutor|isMeterEnabled"))
                .collect(Collectors.toCollection(TreeSet::new));

        var tried = new TreeSet<>(CLOSED.keySet());
        WITHOUT_RIGHT.keySet().stream().filter(name -> !name.contains(" ")).forEach(tried::add);
        tried.addAll(GATED);
        tried.addAll(NOTHING_TO_DELETE);
        assertThat(writing).contains("complete", "setVariable").isSubsetOf(tried);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kent-officer", "kent-supervisor", "leicestershire-officer", "nobody"})
    void someAreClosedForEverybody(String user) {
        office.as(user);

        nothingChanges(() -> CLOSED.forEach((way, attempts) -> attempts.forEach((attempt, sentence) ->
                assertThatThrownBy(() -> attempt.on(engine, task)).as(way).isInstanceOf(AuthorizationException.class).hasMessage(sentence))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kent-officer", "kent-supervisor", "process-owner", "nobody"})
    void othersNeedARightThatNobodyHasOrGetsFromHavingATask(String user) {
        office.as(user);

        nothingChanges(() -> WITHOUT_RIGHT.forEach((way, attempt) -> {
            // supervisors give tasks to others
            if (!way.equals("setAssignee") || !user.equals("kent-supervisor")) {
                assertThatThrownBy(() -> attempt.on(engine, task)).as(way).isInstanceOf(ProcessEngineException.class);
            }
        }));
    }

    @Test
    void letsNobodyClaimForSomebodyElse() {
        tasks.setAssignee(task.getId(), null);
        office.as("kent-officer");

        nothingChanges(() -> {
            assertThatThrownBy(() -> tasks.claim(task.getId(), "kent-supervisor")).hasMessage("A task is claimed for oneself only.");
            assertThatThrownBy(() -> tasks.claim(task.getId(), null)).hasMessage("A task is claimed for oneself only.");
        });
    }

    @Test
    void letsNobodyTakeATaskFromSomebodyElse() {
        office.signOut();
        office.joins("kent-clerk", "complaints-team");
        tasks.setAssignee(task.getId(), "kent-clerk");
        office.as("kent-officer");

        nothingChanges(() -> {
            assertThatThrownBy(() -> tasks.claim(task.getId(), "kent-officer")).isInstanceOf(ProcessEngineException.class);
            assertThatThrownBy(() -> tasks.claim(task.getId(), null)).isInstanceOf(AnswersRefused.class);
            assertThatThrownBy(() -> tasks.setAssignee(task.getId(), null)).isInstanceOf(AuthorizationException.class);
        });
    }

    @Test
    void doesNotTellAnotherCouncilsPeopleOnClaimThatTheTaskExists() {
        tasks.setAssignee(task.getId(), null);
        office.as("leicestershire-officer");

        nothingChanges(() -> {
            assertThatThrownBy(() -> tasks.claim(task.getId(), "leicestershire-officer"))
                    .hasMessage("There is no such task for you; it may have been completed by somebody else.");
            assertThatThrownBy(() -> tasks.claim("no-such-task", "leicestershire-officer"))
                    .hasMessage("There is no such task for you; it may have been completed by somebody else.");
        });
    }

    @Test
    void letsPeopleGiveTheirOwnTaskBack() {
        office.as("kent-officer");

        tasks.setAssignee(task.getId(), null);

        office.signOut();
        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee()).isNull();
    }

    @Test
    void letsASupervisorGiveATaskToSomebodyElse() {
        office.signOut();
        office.joins("kent-clerk", "complaints-team");
        office.as("kent-supervisor");

        tasks.setAssignee(task.getId(), "kent-clerk");

        office.signOut();
        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee()).isEqualTo("kent-clerk");
    }

    private void nothingChanges(Runnable attempt) {
        var before = Tables.all(database);

        attempt.run();

        assertThat(Tables.changed(database, before)).isEmpty();
    }

    private static Map<Try, String> closed(String sentence, Try... attempts) {
        return Arrays.stream(attempts).collect(Collectors.toMap(attempt -> attempt, attempt -> sentence));
    }

    private static TaskServiceImpl tasks(ProcessEngine engine) {
        return (TaskServiceImpl) engine.getTaskService();
    }

    private static RuntimeServiceImpl runtime(ProcessEngine engine) {
        return (RuntimeServiceImpl) (RuntimeService) engine.getRuntimeService();
    }

    private static String timer(ProcessEngine engine, Task task) {
        var user = engine.getIdentityService().getCurrentAuthentication();
        engine.getIdentityService().clearAuthentication();
        try {
            return engine.getManagementService().createJobQuery().processInstanceId(task.getProcessInstanceId()).list().get(0).getId();
        } finally {
            engine.getIdentityService().setAuthentication(user);
        }
    }

    private static String root(ProcessEngine engine, Task task) {
        var user = engine.getIdentityService().getCurrentAuthentication();
        engine.getIdentityService().clearAuthentication();
        try {
            return engine.getRuntimeService().createProcessInstanceQuery().subProcessInstanceId(task.getProcessInstanceId()).singleResult().getId();
        } finally {
            engine.getIdentityService().setAuthentication(user);
        }
    }
}
