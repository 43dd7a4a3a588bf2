package org.redress.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.redress.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people of a council see and do their council's work and nobody else's. */
@ProductTest
@ExtendWith(OutputCaptureExtension.class)
class TenancyTests {
    private static final int AS_MANY_AS_ALLOWED = 2000;
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private ManagementService management;

    @Autowired
    private FormService forms;

    @Autowired
    private FilterService filters;

    @Autowired
    private JdbcClient database;

    private String reference;
    private Task task;

    @BeforeEach
    void kentHasAComplaint() {
        office.on(MON_2026_06_01);
        reference = office.receive("kent", Map.of());
        task = office.task(reference, "Acknowledge complaint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"leicestershire-officer", "leicestershire-supervisor", "process-owner"})
    void findsNothingOfAnotherCouncil(String user) {
        office.as(user);

        assertThat(tasks.createTaskQuery().listPage(0, AS_MANY_AS_ALLOWED)).isEmpty();
        assertThat(tasks.createTaskQuery().taskId(task.getId()).initializeFormKeys().listPage(0, AS_MANY_AS_ALLOWED)).isEmpty();
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(reference).listPage(0, AS_MANY_AS_ALLOWED)).isEmpty();
        assertThat(tasks.createTaskQuery().processVariableValueEquals("caseReference", reference).count()).isZero();
        assertThat(tasks.createTaskQuery().or().processInstanceBusinessKeyLike("KENT%").taskNameLike("%").endOr().count()).isZero();
        assertThat(tasks.createTaskQuery().tenantIdIn("kent").count()).isZero();
        assertThat(runtime.createProcessInstanceQuery().listPage(0, AS_MANY_AS_ALLOWED)).isEmpty();
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).count()).isZero();
        assertThat(runtime.createExecutionQuery().messageEventSubscriptionName("ComplaintEnded").count()).isZero();
        assertThat(runtime.createVariableInstanceQuery().listPage(0, AS_MANY_AS_ALLOWED)).isEmpty();
        assertThat(runtime.createEventSubscriptionQuery().eventType("message").listPage(0, AS_MANY_AS_ALLOWED))
                .noneMatch(subscription -> subscription.getProcessInstanceId() != null);
        assertThat(runtime.createIncidentQuery().listPage(0, AS_MANY_AS_ALLOWED)).isEmpty();
        // the clock of the house belongs to no council and names none
        assertThat(management.createJobQuery().listPage(0, AS_MANY_AS_ALLOWED)).noneMatch(job -> job.getProcessInstanceId() != null || job.getTenantId() != null);
        assertThat(history.createHistoricTaskInstanceQuery().listPage(0, AS_MANY_AS_ALLOWED)).isEmpty();
        assertThat(history.createHistoricProcessInstanceQuery().listPage(0, AS_MANY_AS_ALLOWED)).isEmpty();
        assertThat(history.createHistoricVariableInstanceQuery().listPage(0, AS_MANY_AS_ALLOWED)).isEmpty();
        assertThat(history.createHistoricActivityInstanceQuery().listPage(0, AS_MANY_AS_ALLOWED)).isEmpty();
        assertThat(history.createHistoricDetailQuery().listPage(0, AS_MANY_AS_ALLOWED)).isEmpty();
        assertThat(history.createHistoricDecisionInstanceQuery().listPage(0, AS_MANY_AS_ALLOWED)).isEmpty();
        assertThat(history.createHistoricIdentityLinkLogQuery().listPage(0, AS_MANY_AS_ALLOWED)).isEmpty();
        assertThat(history.createUserOperationLogQuery().listPage(0, AS_MANY_AS_ALLOWED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"leicestershire-officer", "leicestershire-supervisor", "process-owner"})
    void readsNothingOfAnotherCouncil(String user) {
        office.as(user);

        assertThatThrownBy(() -> tasks.getVariables(task.getId())).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> tasks.getVariable(task.getId(), "caseReference")).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> tasks.getIdentityLinksForTask(task.getId())).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> forms.getTaskFormVariables(task.getId())).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> forms.getTaskFormData(task.getId())).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> forms.getDeployedTaskForm(task.getId())).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> runtime.getVariables(task.getProcessInstanceId())).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> runtime.getActivityInstance(task.getProcessInstanceId())).isInstanceOf(ProcessEngineException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leicestershire-officer", "leicestershire-supervisor", "process-owner"})
    void takesNothingOfAnotherCouncil(String user) {
        office.as(user);

        assertThatThrownBy(() -> tasks.claim(task.getId(), user)).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> tasks.setAssignee(task.getId(), user)).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> tasks.complete(task.getId(), Answers.acknowledge(MON_2026_06_01))).isInstanceOf(ProcessEngineException.class);

        office.signOut();
        assertThat(office.task(reference, "Acknowledge complaint").getAssignee()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"leicestershire-officer", "kent-clark"})
    void letsASupervisorGiveATaskOnlyToPeopleOfTheirCouncil(String user) {
        office.as("kent-supervisor");

        assertThatThrownBy(() -> tasks.setAssignee(task.getId(), user)).hasMessage("There is no " + user + " at this council.");

        office.signOut();
        assertThat(office.task(reference, "Acknowledge complaint").getAssignee()).isNull();
    }

    @Test
    void letsTheOfficerFindWorkAndNothingElse() {
        office.as("kent-officer");

        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(reference).listPage(0, AS_MANY_AS_ALLOWED)).extracting(Task::getName).containsExactly("Acknowledge complaint");
        assertThat(forms.getTaskFormVariables(task.getId())).containsEntry("caseReference", reference);
        assertThat(runtime.createProcessInstanceQuery().listPage(0, AS_MANY_AS_ALLOWED)).isEmpty();
        assertThat(runtime.createVariableInstanceQuery().listPage(0, AS_MANY_AS_ALLOWED)).allMatch(variable -> task.getId().equals(variable.getTaskId()));
        assertThat(history.createHistoricProcessInstanceQuery().listPage(0, AS_MANY_AS_ALLOWED)).isEmpty();
    }

    @Test
    void letsOnlyTheRoleOfATaskFindIt() {
        office.as("kent-manager");

        assertThat(tasks.createTaskQuery().listPage(0, AS_MANY_AS_ALLOWED)).isEmpty();
    }

    @Test
    void letsASupervisorSeeAllOfTheirCouncilAndNothingElse() {
        office.receive("leicestershire", Map.of());
        office.as("kent-supervisor");

        assertThat(tasks.createTaskQuery().listPage(0, AS_MANY_AS_ALLOWED)).isNotEmpty().allMatch(found -> found.getTenantId().equals("kent"));
        assertThat(runtime.createProcessInstanceQuery().listPage(0, AS_MANY_AS_ALLOWED)).hasSize(2).allMatch(found -> found.getTenantId().equals("kent"));
        assertThat(runtime.createVariableInstanceQuery().listPage(0, AS_MANY_AS_ALLOWED)).isNotEmpty().allMatch(found -> found.getTenantId().equals("kent"));
        assertThat(filters.listPage(filter("All of my council"), 0, AS_MANY_AS_ALLOWED)).extracting(found -> ((Task) found).getTenantId()).isNotEmpty().containsOnly("kent");
    }

    @Test
    void givesEveryProcessAndTaskOfACaseItsCouncil() {
        var statutory = casework.panelRequested("kent");
        office.complete(statutory, "Appoint panel", Answers.panel("kent", MON_2026_06_01, Map.of()));
        var corporate = casework.accepted("kent");
        office.event(corporate, "note", Map.of());
        office.on(MON_2026_06_01.plusMonths(1));

        assertThat(processes(statutory)).contains("complaint kent", "acknowledgement kent", "investigation kent", "review-panel kent");
        assertThat(processes(corporate)).contains("complaint kent", "acknowledgement kent", "stage kent", "case-event kent", "missed-deadline kent");
        for (var of : List.of(statutory, corporate)) {
            assertThat(processes(of)).allMatch(process -> process.endsWith(" kent"));
            assertThat(history.createHistoricTaskInstanceQuery().processInstanceBusinessKey(of).listPage(0, AS_MANY_AS_ALLOWED)).hasSizeGreaterThan(3)
                    .allMatch(old -> old.getTenantId().equals("kent"));
        }
    }

    @Test
    void findsTheWorkOfEachRoleWithTheFilters() {
        var accepted = casework.accepted("kent");
        office.complete(accepted, "Decide who answers", Answers.responder("kent-manager"));

        assertThat(found("kent-officer", "My groups' tasks")).contains("Acknowledge complaint " + reference);
        assertThat(found("kent-officer", "My tasks")).isEmpty();
        assertThat(found("kent-manager", "My tasks")).containsExactly("Investigate complaint " + accepted);
        assertThat(found("kent-supervisor", "All of my council"))
                .contains("Acknowledge complaint " + reference, "Investigate complaint " + accepted);
        assertThat(found("leicestershire-officer", "My groups' tasks")).isEmpty();
        assertThat(found("leicestershire-supervisor", "All of my council")).isEmpty();
    }

    @Test
    void findsWhatIsDueTodayAndWhatIsOverdue() {
        var due = tasks.createTaskQuery().taskId(task.getId()).singleResult().getDueDate();
        var lastDay = Office.london(due).toLocalDate();

        office.on(lastDay);
        assertThat(found("kent-officer", "Due today")).containsExactly("Acknowledge complaint " + reference);
        assertThat(found("kent-officer", "Overdue")).isEmpty();
        office.on(lastDay.plusDays(1));
        assertThat(found("kent-officer", "Due today")).isEmpty();
        assertThat(found("kent-officer", "Overdue")).containsExactly("Acknowledge complaint " + reference);
    }

    /** The engine's own statement answers what asks for anything more than filters do. */
    @Test
    void listsAndCountsTheSameTasksAsTheEngineItself() {
        var accepted = casework.accepted("kent");
        office.complete(accepted, "Decide who answers", Answers.responder("kent-manager"));
        office.receive("leicestershire", Map.of());
        office.as("kent-officer");
        tasks.claim(task.getId(), "kent-officer");
        office.signOut();
        office.on(MON_2026_06_01.plusMonths(1));
        database.sql("update ACT_RU_TASK set FOLLOW_UP_DATE_ = ? where ID_ = ?").params(Timestamp.valueOf(MON_2026_06_01.plusMonths(2).atStartOfDay()), task.getId()).update();

        int listed = 0;
        for (var user : List.of("kent-officer", "kent-manager", "kent-approver", "kent-supervisor", "leicestershire-officer", "leicestershire-supervisor", "ombudsman-intake", "process-owner")) {
            office.signOut();
            office.as(user);
            for (var filter : filters.createTaskFilterQuery().listPage(0, AS_MANY_AS_ALLOWED)) {
                var ours = new ArrayList<String>();
                var asked = Statements.of(() -> filters.<Task, TaskQuery>listPage(filter.getId(), tasks.createTaskQuery().orderByDueDate().asc(), 0, AS_MANY_AS_ALLOWED).forEach(task -> ours.add(task.getId())));
                var engines = filters.<Task, TaskQuery>listPage(filter.getId(), tasks.createTaskQuery().taskNameLike("%").orderByDueDate().asc().orderByTaskId().asc(), 0, AS_MANY_AS_ALLOWED).stream().map(Task::getId).toList();

                if (!engines.isEmpty()) {
                    assertThat(asked.statements()).as("our own statement, not the engine's: " + filter.getName() + " of " + user).extracting(Statements.Sent::text).anyMatch(text -> text.startsWith("select RES.ID_ from "));
                }
                assertThat(ours).as(filter.getName() + " of " + user).isEqualTo(engines);
                assertThat(filters.<Task>listPage(filter.getId(), 0, AS_MANY_AS_ALLOWED)).extracting(Task::getId).as(filter.getName() + " of " + user).containsExactlyInAnyOrderElementsOf(engines);
                assertThat(filters.count(filter.getId())).as(filter.getName() + " of " + user).isEqualTo(engines.size());
                assertThat(filters.<Task, TaskQuery>listPage(filter.getId(), tasks.createTaskQuery().orderByDueDate().asc().orderByTaskId().asc(), 1, 1)).extracting(Task::getId).isEqualTo(engines.stream().skip(1).limit(1).toList());
                listed += ours.size();
            }
        }
        office.signOut();
        assertThat(listed).isGreaterThan(8);
    }

    /** Lists look for the tasks that somebody may read among those that wait for their groups: a group has no right to a task that does not wait for it. */
    @Test
    void givesAGroupTheRightToATaskThatWaitsForItAndToNoOther() {
        var accepted = casework.accepted("kent");
        office.complete(accepted, "Decide who answers", Answers.responder("kent-manager"));
        var rights = "select count(*) from ACT_RU_AUTHORIZATION a where a.RESOURCE_TYPE_ = 7 and a.GROUP_ID_ is not null and a.RESOURCE_ID_ <> '*'";
        assertThat(database.sql(rights).query(Integer.class).single()).isPositive();

        assertThat(database.sql(rights + " and not exists (select 1 from ACT_RU_IDENTITYLINK l join ACT_RU_TASK t on t.ID_ = l.TASK_ID_ where l.TASK_ID_ = a.RESOURCE_ID_ and l.GROUP_ID_ = a.GROUP_ID_"
                + " and l.TYPE_ = 'candidate' and l.TENANT_ID_ = t.TENANT_ID_)").query(Integer.class).single()).isZero();
    }

    /** A right that goes with the task, or is given to all, is what lets somebody find it; being its candidate is not. */
    @Test
    void findsNoTaskWithoutTheRightToIt() {
        office.as("kent-officer");
        assertThat(tasks.createTaskQuery().taskCandidateGroup("complaints-team").count()).isPositive();
        office.signOut();
        database.sql("delete from ACT_RU_AUTHORIZATION where RESOURCE_TYPE_ = 7 and RESOURCE_ID_ = ?").params(task.getId()).update();
        office.as("kent-officer");

        assertThat(tasks.createTaskQuery().taskCandidateGroup("complaints-team").listPage(0, AS_MANY_AS_ALLOWED)).extracting(Task::getId).doesNotContain(task.getId());
        assertThat(found("kent-officer", "My groups' tasks")).isEmpty();
    }

    private List<String> processes(String of) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(of).listPage(0, AS_MANY_AS_ALLOWED).stream()
                .map(instance -> instance.getProcessDefinitionKey() + " " + instance.getTenantId()).toList();
    }

    private List<String> found(String user, String filter) {
        office.signOut();
        office.as(user);
        try {
            return filters.<Task>listPage(filter(filter), 0, AS_MANY_AS_ALLOWED).stream()
                    .map(found -> found.getName() + " " + tasks.getVariable(found.getId(), "caseReference")).toList();
        } finally {
            office.signOut();
        }
    }

    private String filter(String name) {
        return filters.createFilterQuery().filterName(name).listPage(0, AS_MANY_AS_ALLOWED).stream().map(Filter::getId).findFirst().orElseThrow();
    }

    @Test
    void saysHowManyAccountsBelongToCouncilsAsTheyNoLongerCould(CapturedOutput log) {
        database.sql("insert into ACT_ID_TENANT_MEMBER (ID_, TENANT_ID_, USER_ID_) values ('from-before', 'leicestershire', 'kent-officer')").update();
        try {
            new CouncilsFromBefore(database).run(new DefaultApplicationArguments());
        } finally {
            database.sql("delete from ACT_ID_TENANT_MEMBER where ID_ = 'from-before'").update();
        }
        assertThat(log.getAll().lines().filter(line -> line.contains("Accounts from before"))).singleElement().asString()
                .containsPattern("belong to several councils: [1-9][0-9]*;").doesNotContain("kent-officer");
    }
}
