package org.redress.engine;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.AbstractNativeQuery;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.gate.Tables;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the engine could do by hand and nobody does: whoever is signed in, and whatever rights they were given by mistake. */
@ProductTest
class GuardTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final String NOT_BY_HAND = "This is not done by hand: a case goes on with its tasks, their forms and its deadlines.";
    private static final String STARTED_WITH_FORM = "A case is started with its form.";

    /** Something that is tried with a task of a running case. */
    private interface Try {
        void on(ProcessEngine engine, Task task);
    }

    private static final Map<String, Try> ATTACKS = new TreeMap<>(Map.ofEntries(
            entry("skip a step", (engine, task) -> engine.getRuntimeService().createProcessInstanceModification(task.getProcessInstanceId())
                    .startAfterActivity("UserTask_AcknowledgeComplaint").cancelAllForActivity("UserTask_AcknowledgeComplaint").execute()),
            entry("skip a step of many", (engine, task) -> engine.getRuntimeService().createModification(task.getProcessDefinitionId())
                    .startAfterActivity("UserTask_AcknowledgeComplaint").processInstanceIds(task.getProcessInstanceId()).execute()),
            entry("skip steps later", (engine, task) -> engine.getRuntimeService().createModification(task.getProcessDefinitionId())
                    .startAfterActivity("UserTask_AcknowledgeComplaint").processInstanceIds(task.getProcessInstanceId()).executeAsync()),
            entry("restart a case", (engine, task) -> engine.getRuntimeService().restartProcessInstances(task.getProcessDefinitionId())
                    .startBeforeActivity("UserTask_AcknowledgeComplaint").processInstanceIds(task.getProcessInstanceId()).execute()),
            entry("migrate a case", (engine, task) -> engine.getRuntimeService().newMigration(engine.getRuntimeService()
                    .createMigrationPlan(task.getProcessDefinitionId(), task.getProcessDefinitionId()).mapEqualActivities().build())
                    .processInstanceIds(task.getProcessInstanceId()).execute()),
            entry("send a message", (engine, task) -> engine.getRuntimeService().correlateMessage("ComplaintEnded")),
            entry("send a message to all", (engine, task) -> engine.getRuntimeService().createMessageCorrelation("ComplaintEnded").correlateAll()),
            entry("send a message later", (engine, task) -> engine.getRuntimeService().createMessageCorrelationAsync("ComplaintEnded")
                    .processInstanceIds(List.of(task.getProcessInstanceId())).correlateAllAsync()),
            entry("send a signal", (engine, task) -> engine.getRuntimeService().signalEventReceived("over")),
            entry("signal an execution", (engine, task) -> engine.getRuntimeService().signal(task.getExecutionId())),
            entry("evaluate conditions", (engine, task) -> engine.getRuntimeService().createConditionEvaluation().setVariable("approved", true).evaluateStartConditions()),
            entry("change a variable", (engine, task) -> engine.getRuntimeService().setVariable(task.getProcessInstanceId(), "approved", true)),
            entry("change variables later", (engine, task) -> engine.getRuntimeService()
                    .setVariablesAsync(List.of(task.getProcessInstanceId()), Map.of("approved", true))),
            entry("plant an object", (engine, task) -> engine.getRuntimeService().setVariable(task.getProcessInstanceId(), "x", Variables.serializedObjectValue(
                    "{}").objectTypeName("org.springframework.context.support.ClassPathXmlApplicationContext").serializationDataFormat("application/json").create())),
            entry("remove a variable", (engine, task) -> engine.getRuntimeService().removeVariable(task.getProcessInstanceId(), "council")),
            entry("suspend a case", (engine, task) -> engine.getRuntimeService().suspendProcessInstanceById(task.getProcessInstanceId())),
            entry("suspend all cases", (engine, task) -> engine.getRuntimeService().suspendProcessInstanceByProcessDefinitionKey("complaint")),
            entry("suspend a model", (engine, task) -> engine.getRepositoryService().suspendProcessDefinitionByKey("complaint")),
            entry("suspend timers", (engine, task) -> engine.getManagementService().suspendJobByProcessInstanceId(task.getProcessInstanceId())),
            entry("suspend kinds of timers", (engine, task) -> engine.getManagementService()
                    .suspendJobDefinitionByProcessDefinitionId(task.getProcessDefinitionId(), true)),
            entry("run a timer", (engine, task) -> engine.getManagementService().executeJob(timer(engine, task))),
            entry("move a timer", (engine, task) -> engine.getManagementService().setJobDuedate(timer(engine, task), new Date(0))),
            entry("recalculate a timer", (engine, task) -> engine.getManagementService().recalculateJobDuedate(timer(engine, task), false)),
            entry("delete a timer", (engine, task) -> engine.getManagementService().deleteJob(timer(engine, task))),
            entry("stop timers of all cases", (engine, task) -> engine.getManagementService().setJobRetriesAsync(List.of(timer(engine, task)), 0)),
            entry("give a timer a priority", (engine, task) -> engine.getManagementService().setJobPriority(timer(engine, task), 1)),
            entry("delete a case", (engine, task) -> engine.getRuntimeService().deleteProcessInstance(task.getProcessInstanceId(), "over")),
            entry("delete cases later", (engine, task) -> engine.getRuntimeService().deleteProcessInstancesAsync(List.of(task.getProcessInstanceId()), "over")),
            entry("start without the form", (engine, task) -> engine.getRuntimeService().startProcessInstanceByKey("complaint", Map.of("council", "kent"))),
            entry("start in the middle", (engine, task) -> engine.getRuntimeService().createProcessInstanceByKey("complaint")
                    .startBeforeActivity("UserTask_AssessComplaint").execute()),
            entry("start by message", (engine, task) -> engine.getRuntimeService().startProcessInstanceByMessage("ComplaintEnded")),
            entry("start another kind of case", (engine, task) -> engine.getCaseService().createCaseInstanceByKey("complaint")),
            entry("work as a machine", (engine, task) -> engine.getExternalTaskService().fetchAndLock(10, "me").topic("any", 1000).execute()),
            entry("decide by hand", (engine, task) -> engine.getDecisionService().evaluateDecisionTableByKey("procedure").variables(Map.of()).evaluate()),
            entry("deploy", (engine, task) -> engine.getRepositoryService().createDeployment().addString("x.bpmn", "<x/>").deploy()),
            entry("deploy again", (engine, task) -> engine.getRepositoryService().createDeployment().addDeploymentResources(deployment(engine)).deploy()),
            entry("delete a deployment", (engine, task) -> engine.getRepositoryService().deleteDeployment(deployment(engine), true)),
            entry("delete a model", (engine, task) -> engine.getRepositoryService().deleteProcessDefinition(task.getProcessDefinitionId(), true)),
            entry("delete models", (engine, task) -> engine.getRepositoryService().deleteProcessDefinitions().byKey("complaint").cascade().delete()),
            entry("let a model be forgotten", (engine, task) -> engine.getRepositoryService()
                    .updateProcessDefinitionHistoryTimeToLive(task.getProcessDefinitionId(), 1)),
            entry("let decisions be forgotten", (engine, task) -> engine.getRepositoryService().updateDecisionDefinitionHistoryTimeToLive("x", 1)),
            entry("let others start a model", (engine, task) -> engine.getRepositoryService()
                    .addCandidateStarterGroup(task.getProcessDefinitionId(), "responders")),
            entry("delete the history of a case", (engine, task) -> engine.getHistoryService().deleteHistoricProcessInstance(task.getProcessInstanceId())),
            entry("delete the history of cases", (engine, task) -> engine.getHistoryService()
                    .deleteHistoricProcessInstancesBulk(List.of(task.getProcessInstanceId()))),
            entry("delete the history of cases later", (engine, task) -> engine.getHistoryService()
                    .deleteHistoricProcessInstancesAsync(List.of(task.getProcessInstanceId()), "over")),
            entry("delete the history of a task", (engine, task) -> engine.getHistoryService().deleteHistoricTaskInstance(task.getId())),
            entry("delete the history of variables", (engine, task) -> engine.getHistoryService()
                    .deleteHistoricVariableInstancesByProcessInstanceId(task.getProcessInstanceId())),
            entry("delete the history of decisions", (engine, task) -> engine.getHistoryService().deleteHistoricDecisionInstanceByDefinitionId("x")),
            entry("delete a decision", (engine, task) -> engine.getHistoryService().deleteHistoricDecisionInstanceByInstanceId("x")),
            entry("delete what was done", (engine, task) -> engine.getHistoryService().deleteUserOperationLogEntry("x")),
            entry("write on what was done", (engine, task) -> engine.getHistoryService().setAnnotationForOperationLogById("x", "never")),
            entry("clean the history", (engine, task) -> engine.getHistoryService().cleanUpHistoryAsync(true)),
            entry("let a case be removed", (engine, task) -> engine.getHistoryService().setRemovalTimeToHistoricProcessInstances()
                    .absoluteRemovalTime(new Date(0)).byIds(task.getProcessInstanceId()).executeAsync()),
            entry("make an incident", (engine, task) -> engine.getRuntimeService().createIncident("late", task.getExecutionId(), "x")),
            entry("resolve an incident", (engine, task) -> engine.getRuntimeService().resolveIncident("x")),
            entry("write on an incident", (engine, task) -> engine.getRuntimeService().setAnnotationForIncidentById("x", "y")),
            entry("delete a batch", (engine, task) -> engine.getManagementService().deleteBatch("x", true)),
            entry("change a property of the engine", (engine, task) -> engine.getManagementService().setProperty("x", "y")),
            entry("delete a property of the engine", (engine, task) -> engine.getManagementService().deleteProperty("historyLevel")),
            entry("read tables", (engine, task) -> engine.getManagementService().createTablePageQuery().tableName("ACT_ID_USER").listPage(0, 10)),
            entry("count tables", (engine, task) -> engine.getManagementService().getTableCount()),
            entry("ask the database", (engine, task) -> engine.getTaskService().createNativeTaskQuery().sql("select * from ACT_RU_TASK").list()),
            entry("ask the database for people", (engine, task) -> engine.getIdentityService().createNativeUserQuery().sql("select * from ACT_ID_USER").list()),
            entry("send measurements away", (engine, task) -> engine.getManagementService().toggleTelemetry(true)),
            entry("keep something beside an account", (engine, task) -> engine.getIdentityService().setUserInfo("kent-officer", "x", "y")),
            entry("read the files of a task", (engine, task) -> engine.getTaskService().getTaskAttachments(task.getId())),
            entry("read the chronicle of a task", (engine, task) -> engine.getTaskService().getTaskEvents(task.getId())),
            entry("delete a comment", (engine, task) -> engine.getTaskService().deleteTaskComment(task.getId(), "x")),
            entry("delete comments of a case", (engine, task) -> engine.getTaskService().deleteProcessInstanceComments(task.getProcessInstanceId())),
            entry("delete a file", (engine, task) -> engine.getTaskService().deleteAttachment("x"))));

    @Autowired
    private Office office;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcTemplate database;

    private Task task;

    @BeforeEach
    void anOfficerHasClaimedATask() {
        office.on(MON_2026_06_01);
        task = office.task(office.receive("kent", Map.of()), "Acknowledge complaint");
        tasks.setAssignee(task.getId(), "kent-officer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kent-officer", "kent-supervisor", "process-owner", "nobody"})
    void letsNobodyDoByHandWhatTheProductDoes(String user) {
        var before = Tables.all(database);
        office.as(user);

        ATTACKS.forEach((what, attack) -> assertThatThrownBy(() -> attack.on(engine, task)).as(what).isInstanceOf(AuthorizationException.class)
                .satisfies(refused -> assertThat(refused.getMessage()).isIn(NOT_BY_HAND, STARTED_WITH_FORM)));

        assertThat(Tables.changed(database, before)).isEmpty();
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void notesEachRefusalWithWhoAndWhat(CapturedOutput log) {
        office.as("kent-officer");

        assertThatThrownBy(() -> engine.getRuntimeService().setVariable(task.getProcessInstanceId(), "note", "Ms T is angry.")).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> tasks.addComment(task.getId(), null, "Ms T is angry.")).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> tasks.setAssignee(task.getId(), "kent-manager")).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> tasks.createTaskQuery().taskNameLike("Ms T").taskAssigneeExpression("${now()}").list()).isInstanceOf(BadUserRequestException.class);

        assertThat(log.getAll()).contains("Refused: SetExecutionVariablesCmd to kent-officer.", "Refused: GatedTaskService to kent-officer.",
                "Refused: TaskQueryImpl to kent-officer.").doesNotContain("Ms T");
    }

    @Test
    void knowsOnlyCommandsThatThereAre() {
        var commands = commands();

        assertThat(commands.keySet()).hasSizeGreaterThan(250).containsAll(Guard.READING).containsAll(Guard.ACCOUNTS).containsAll(Guard.INSTEAD.keySet());
        assertThat(Guard.READING).doesNotContainAnyElementsOf(Guard.ACCOUNTS).doesNotContainAnyElementsOf(Guard.INSTEAD.keySet());
        assertThat(Guard.ACCOUNTS).doesNotContainAnyElementsOf(Guard.INSTEAD.keySet());
        commands.forEach((name, classes) -> {
            if (Guard.READING.contains(name) || Guard.ACCOUNTS.contains(name)) {
                assertThat(classes).as("an open command of two meanings").hasSize(1);
            }
        });
    }

    @Test
    void opensNoCommandWhoseNameSaysThatItChangesSomething() {
        assertThat(Guard.READING).noneMatch(name -> name.matches("(Set|Save|Delete|Add|Remove|Update|Complete|Submit|Start|Signal|Correlate|Deploy"
                + "|Suspend|Activate|Modif|Migrate|Evaluate|Resolve|Handle|Patch|ExecuteJobs|Purge|Recalculate).*"));
        assertThat(Guard.open(new DeployCmd(null))).isFalse();
        assertThat(Guard.open(new GetTaskFormCmd("x"))).isTrue();
    }

    @Test
    void doesNotTakeTheProductsOwnWorkForAPersons() {
        office.signOut();

        engine.getRuntimeService().setVariable(task.getProcessInstanceId(), "byTheProduct", 1);

        assertThat(engine.getRuntimeService().getVariable(task.getProcessInstanceId(), "byTheProduct")).isEqualTo(1);
    }

    /** The commands of the engine, its REST API and the webapps by their simple name, without queries, which all read. */
    private static Map<String, TreeSet<String>> commands() {
        // reads the class files and loads none of them
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition found) {
                return !found.getMetadata().isInterface() && !found.getMetadata().isAbstract();
            }
        };
        scanner.addIncludeFilter(new AssignableTypeFilter(Command.class));
        scanner.addExcludeFilter(new AssignableTypeFilter(AbstractQuery.class));
        scanner.addExcludeFilter(new AssignableTypeFilter(AbstractNativeQuery.class));
        return Stream.of("engine.impl", "engine.rest", "webapp", "cockpit", "admin", "tasklist", "spring").map("org.camunda.bpm."::concat)
                .flatMap(name -> scanner.findCandidateComponents(name).stream()).map(BeanDefinition::getBeanClassName)
                .collect(Collectors.groupingBy(name -> name.replaceFirst(".*[.$]", ""), TreeMap::new, Collectors.toCollection(TreeSet::new)));
    }

    private static String timer(ProcessEngine engine, Task task) {
        return unseen(engine, () -> engine.getManagementService().createJobQuery().processInstanceId(task.getProcessInstanceId()).list().get(0).getId());
    }

    private static String deployment(ProcessEngine engine) {
        return unseen(engine, () -> engine.getRepositoryService().createDeploymentQuery().list().get(0).getId());
    }

    private static String unseen(ProcessEngine engine, Supplier<String> look) {
        var user = engine.getIdentityService().getCurrentAuthentication();
        engine.getIdentityService().clearAuthentication();
        try {
            return look.get();
        } finally {
            engine.getIdentityService().setAuthentication(user);
        }
    }
}
