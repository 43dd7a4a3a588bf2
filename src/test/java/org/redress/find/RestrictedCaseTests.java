package org.redress.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.board.OpenTasks;
import org.redress.casefile.CaseParts;
import org.redress.deadline.Recount;
import org.redress.gate.AnswersRefused;
import org.redress.gate.WhatRan;
import org.redress.identity.Authority;
import org.redress.identity.Authority.Work;
import org.redress.identity.Sight;
import org.redress.step.Cards;
import org.redress.testing.Answers;
import org.redress.testing.AtOnce;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A restricted case is there for the people it names and for nobody else, wherever they look, and its work goes on. */
@ProductTest
class RestrictedCaseTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final String SUPERVISOR = "kent-supervisor";
    private static final String OTHER_SUPERVISOR = "kent-supervisor-two";

    @Autowired
    private Office office;

    @Autowired
    private Sight sight;

    @Autowired
    private CaseSearch search;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private IdentityService identity;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private Authority authority;

    @Autowired
    private CaseParts parts;

    @Autowired
    private Recount recount;

    @Autowired
    private OpenTasks openTasks;

    @Autowired
    private Cards cards;

    @Autowired
    private WhatRan ran;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate database;

    private String reference;
    private String colleague;

    @BeforeEach
    void somebodyComplainsOfAColleague() {
        office.on(MON_2026_06_01);
        reference = office.receive("kent", Map.of("complaintText", "The manager shouted at me on the petunia path."));
        colleague = office.hires("kent", "second-officer", "complaints-team");
    }

    @Test
    void areThereForTheNamedPeopleOnlyAndGoOn() {
        restrict(Map.of("readers", "Complaints officer (Kent)", "about", "kent-manager"));

        for (var other : List.of("kent-supervisor-two", colleague, "kent-manager")) {
            office.as(other);
            assertThat(List.of(tasks.createTaskQuery().processInstanceBusinessKey(reference).count(), runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).count(),
                    tasks.createTaskQuery().processVariableValueEquals("caseReference", reference).count(), runtime.createVariableInstanceQuery().variableValueEquals("caseReference", reference).count(),
                    (long) search.find(Wanted.words(reference)).count(), (long) search.find(Wanted.words("petunia")).cases().stream().filter(one -> one.reference().equals(reference)).count()))
                    .as(other).containsOnly(0L);
            assertThat(sight.sees(other, "kent", reference)).as(other).isFalse();
        }
        office.as(colleague);
        assertThatThrownBy(() -> office.start("case-event", Answers.event(reference, "withdrawal", office.today(), Map.of()))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("no case " + reference);
        office.as(SUPERVISOR);
        assertThat(management.createJobQuery().processInstanceId(office.instance(reference, "complaint")).count() + tasks.createTaskQuery().processInstanceBusinessKey(reference).count()).isPositive();
        var acknowledge = office.task(reference, "Acknowledge complaint");
        assertThatThrownBy(() -> tasks.setAssignee(acknowledge.getId(), "kent-supervisor-two")).hasMessageContaining("There is no kent-supervisor-two at this council");

        office.completeAs("kent-officer", acknowledge, Answers.acknowledge(office.today()));
        office.completeAs("kent-officer", office.task(reference, "Assess complaint"), Answers.accept(office.today(), Map.of()));
        office.as(colleague);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(reference).count()).as("what came later").isZero();
        office.as("kent-officer");
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(reference).count()).isPositive();
        assertThat(search.find(Wanted.words(reference)).cases().get(0).now()).extracting(FoundCase.Now::what).contains("Decide who answers");
        office.signOut();
        assertThat(office.chronology(reference, "The case is restricted")).hasSize(1);

        lift();
        office.as(colleague);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(reference).count()).isPositive();
        assertThat(sight.sees("kent-supervisor-two", "kent", reference)).isTrue();
        assertThat(sight.sees("kent-manager", "kent", reference)).as("whom it is about").isFalse();
        assertThat(authority.objection("kent-manager", new Work("kent", List.of("responders"), reference, 1, null))).as("nor are they given its work").hasValueSatisfying(why -> assertThat(why).contains("about them"));
        office.as("kent-supervisor-two");
        assertThat(ran.of(reference, "kent")).as("what ran while it was restricted").extracting(WhatRan.Step::title).contains("Acknowledge complaint", "Assess complaint", "Decide who answers");
    }

    @Test
    void areNotInCountsForWhomTheyAreNotThere() {
        restrict(Map.of("readers", "kent-officer"));

        var shut = sight.barred("kent-supervisor-two", "kent");
        assertThat(shut).contains(reference);
        assertThat(sight.barred(SUPERVISOR, "kent")).doesNotContain(reference);
        assertThat(looked(shut)).isLessThan(looked(shut.stream().filter(one -> !one.equals(reference)).toList()));
    }

    @Test
    void areThereForEachNamedPersonInWhateverRole() {
        var approver = office.hires("kent", "named-approver", "approvers");
        var other = office.hires("kent", "other-approver", "approvers");
        restrict(Map.of("readers", "kent-officer\n" + approver));
        var task = office.task(reference, "Acknowledge complaint").getId();

        assertThat(sight.sees(approver, "kent", reference)).isTrue();
        assertThat(sight.sees(other, "kent", reference)).isFalse();
        // a form shows what is in the record to whoever may read it, and asks with the tenant of its task
        var apart = tasks.createTaskQuery().taskId(task).singleResult().getTenantId();
        assertThat(apart).startsWith("kent#");
        assertThat(sight.contents(approver, apart, reference)).isNotEmpty().isEqualTo(sight.contents(approver, "kent", reference));
        assertThat(sight.contents(other, apart, reference)).isEmpty();
        office.as("kent-officer");
        assertThat(cards.of(List.of(task))).singleElement().satisfies(card -> assertThat(card.reference()).isEqualTo(reference));
        var which = new OpenTasks.Which(null, null, reference);
        office.as(SUPERVISOR);
        assertThat(openTasks.first("kent", which, 10)).singleElement().satisfies(line -> assertThat(line.id()).isEqualTo(task));
        assertThat(ran.of(reference, "kent")).extracting(WhatRan.Step::title).contains("Acknowledge complaint");
        office.as("kent-supervisor-two");
        assertThat(openTasks.first("kent", which, 10)).isEmpty();
    }

    @Test
    void areNeitherWorkedOnNorRestrictedByWhomTheComplaintNames() {
        var named = office.receive("kent", Map.of("otherPeople", colleague + " – officer"));
        var task = office.task(named, "Acknowledge complaint").getId();
        office.as(colleague);
        assertThatThrownBy(() -> tasks.claim(task, colleague)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> office.start("case-event", Answers.event(named, "withdrawal", office.today(), Map.of()))).isInstanceOf(AnswersRefused.class).hasMessageContaining("no case " + named);
        office.signOut();
        assertThat(office.task(named, "Acknowledge complaint").getAssignee()).isNull();
        office.as(SUPERVISOR);
        assertThatThrownBy(() -> tasks.setAssignee(task, colleague)).hasMessageContaining("about them");
        assertThatThrownBy(() -> restrict(Map.of("caseReference", named, "readers", "kent-officer\n" + colleague))).isInstanceOf(AnswersRefused.class).hasMessageContaining("is named in the complaint");

        var ofTheSupervisor = office.receive("kent", Map.of("otherPeople", SUPERVISOR + " – officer"));
        assertThatThrownBy(() -> restrict(Map.of("caseReference", ofTheSupervisor, "readers", "kent-officer"))).isInstanceOf(AnswersRefused.class).hasMessageContaining("no case " + ofTheSupervisor);
        office.completeAs("kent-officer", office.task(named, "Acknowledge complaint"), Answers.acknowledge(office.today()));
    }

    /** The stock task list leaves out what is about them, from the moment the complaint and their account have one name, and shows it to everybody else. */
    @Test
    void showNothingOfTheirWorkToWhomTheComplaintNames() {
        var quince = office.hires("kent", "quince", "complaints-team");
        var named = office.receive("kent", Map.of("otherPeople", "Petra Quince – officer"));
        assertThat(shown(quince, named)).isPositive();

        called(quince, "Petra", "Quince");
        assertThat(shown(quince, named)).isZero();
        assertThat(shown(colleague, named)).isPositive();
        office.completeAs("kent-officer", office.task(named, "Acknowledge complaint"), Answers.acknowledge(office.today()));
        office.completeAs("kent-officer", office.task(named, "Assess complaint"), Answers.accept(office.today(), Map.of()));
        assertThat(shown(quince, named)).as("what came later").isZero();
        assertThat(shown(colleague, named)).isPositive();
        office.as(SUPERVISOR);
        assertThat(openTasks.first("kent", new OpenTasks.Which(null, null, named), 10)).extracting(OpenTasks.Line::title).contains("Decide who answers");
        office.signOut();

        called(quince, "Petra", "Plum");
        assertThat(shown(quince, named)).as("somebody else was meant").isPositive();
        var later = office.receive("kent", Map.of("otherPeople", "Petra Plum – officer"));
        assertThat(shown(quince, later)).as("from the beginning").isZero();
        restrict(Map.of("caseReference", later, "readers", "kent-officer"));
        assertThat(List.of(shown(colleague, later), shown(quince, later))).containsOnly(0L);
        decide(Map.of("caseReference", later, "restriction", "lift", "reason", "It is settled."));
        assertThat(shown(quince, later)).as("restricted no more").isZero();
        assertThat(shown(colleague, later)).isPositive();
        identity.deleteUser(quince);
        assertThat(shown(colleague, later)).isPositive();
    }

    /** Their task goes back, too, and what nobody can do stands on a list that they are not shown. */
    @Test
    void takeTasksFromWhomTheComplaintNamesLater() {
        var other = office.receive("kent", Map.of());
        office.as(colleague);
        tasks.claim(office.task(other, "Acknowledge complaint").getId(), colleague);
        office.signOut();

        office.people("kent-officer", other, "add", Map.of("personName", colleague, "part", "staff"));

        assertThat(office.task(other, "Acknowledge complaint").getAssignee()).isNull();
        assertThat(shown(colleague, other)).isZero();

        var responder = office.hires("kent", "named-responder", "responders");
        office.completeAs("kent-officer", office.task(other, "Acknowledge complaint"), Answers.acknowledge(office.today()));
        office.completeAs("kent-officer", office.task(other, "Assess complaint"), Answers.accept(office.today(), Map.of()));
        office.complete(other, "Decide who answers", Answers.responder(responder));
        office.people("kent-officer", other, "add", Map.of("personName", OTHER_SUPERVISOR, "part", "staff"));
        office.people("kent-officer", other, "add", Map.of("personName", responder, "part", "staff"));
        office.morning();

        assertThat(stuck(OTHER_SUPERVISOR)).as("whom the complaint names").noneMatch(lines -> lines.contains(other));
        assertThat(stuck(SUPERVISOR)).singleElement().asString().startsWith(other + ", Investigate complaint: ");
        office.completeAs(SUPERVISOR, stuckFor(SUPERVISOR).get(0), Map.of("whatNow", "give", "kindOfWork", "all", "taker", "kent-director"));
        assertThat(stuck(SUPERVISOR)).as("somebody else does it").isEmpty();
    }

    @Test
    void areNotLeftWithoutASupervisor() {
        var supervisor = office.hires("kent", "third-supervisor", "supervisors");
        office.as(supervisor);
        office.start("case-restriction", Map.of("caseReference", reference, "restriction", "restrict", "reason", "It is about a colleague.", "readers", "kent-officer", "about", "kent-supervisor-two"));
        office.signOut();

        identity.deleteMembership(supervisor, "supervisors");

        assertThat(List.of(sight.sees(SUPERVISOR, "kent", reference), sight.sees("kent-supervisor-two", "kent", reference))).containsExactly(true, false);
        assertThat(office.chronology(reference, "The case is there for the supervisors")).singleElement().asString().contains("kent-supervisor: kent-third-supervisor does not supervise here any more");
        assertThatThrownBy(() -> identity.deleteMembership(SUPERVISOR, "supervisors")).hasMessageContaining("is the only supervisor for whom a restricted case");
        assertThat(sight.sees(SUPERVISOR, "kent", reference)).isTrue();
        lift();
    }

    /** The last one for whom it would be there loses the role at the moment at which they restrict it, whoever of the two comes first. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void areNotLeftWithoutASupervisorAtTheSameMoment(boolean restrictedFirst) {
        var supervisor = office.hires("kent", "third-supervisor", "supervisors");
        Runnable restricting = () -> as(supervisor, () -> office.start("case-restriction", Map.of("caseReference", reference, "restriction", "restrict", "reason", "It is about a colleague.",
                "readers", "kent-officer")));
        Runnable losing = () -> identity.deleteMembership(supervisor, "supervisors");

        var said = restrictedFirst ? AtOnce.run(transaction, database, restricting, losing) : AtOnce.run(transaction, database, losing, restricting);

        assertThat(said).containsExactly("", restrictedFirst ? "" : "What was decided?: you are not one of the supervisors of this council any more.");
        assertThat(sight.sees(SUPERVISOR, "kent", reference)).as("another supervisor").isTrue();
        assertThat(office.chronology(reference, "The case is there for the supervisors")).hasSize(restrictedFirst ? 1 : 0);
    }

    /** Whoever has opened a task while a supervisor restricts its case does not write the former tenant back. */
    @Test
    void areNotOpenedAgainByWhatWasUnderWay() {
        var task = office.task(reference, "Acknowledge complaint").getId();

        assertThatThrownBy(() -> engine.getCommandExecutorTxRequired().execute(context -> {
            var entity = context.getTaskManager().findTaskById(task);
            CompletableFuture.runAsync(() -> restrict(Map.of("readers", "kent-officer"))).join();
            entity.setPriority(70);
            return null;
        })).isInstanceOf(OptimisticLockingException.class);

        office.as(colleague);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();
    }

    @Test
    void haveAListOfTheirOwnOfWhatNobodyCanDo() {
        restrict(Map.of("readers", colleague));
        office.as(colleague);
        tasks.claim(office.task(reference, "Acknowledge complaint").getId(), colleague);
        office.signOut();
        identity.deleteMembership(colleague, "complaints-team");
        office.morning();

        assertThat(office.task(reference, "Acknowledge complaint").getAssignee()).as("taken back").isNull();
        assertThat(office.tasksAt("kent", "stuck-work")).as("the list of all supervisors").isEmpty();
        office.as("kent-supervisor-two");
        assertThat(tasks.createTaskQuery().processDefinitionKey("stuck-work").count()).isZero();
        office.as(SUPERVISOR);
        var list = tasks.createTaskQuery().processDefinitionKey("stuck-work").singleResult();
        office.signOut();
        assertThat(String.valueOf(tasks.getVariable(list.getId(), "stuckWork"))).isEqualTo(reference + ", Acknowledge complaint: nobody at this council may do it.");

        lift();
        assertThat(tasks.createTaskQuery().processDefinitionKey("stuck-work").count()).as("others can do it").isZero();
    }

    @Test
    void areNotInheritedWithTheIdOfADeletedAccount() {
        var supervisor = office.hires("kent", "third-supervisor", "supervisors");
        var approver = office.hires("kent", "had-a-part", "approvers");
        var other = office.receive("kent", Map.of());
        transaction.executeWithoutResult(open -> parts.took(other, approver, CaseParts.TASK));
        office.as(supervisor);
        office.start("case-restriction", Map.of("caseReference", reference, "restriction", "restrict", "reason", "It is about a colleague.", "readers", "kent-officer", "about", "kent-supervisor-two"));
        office.signOut();
        assertThat(List.of(sight.sees(approver, "kent", other), sight.sees(supervisor, "kent", reference), sight.sees(SUPERVISOR, "kent", reference))).containsExactly(true, true, false);

        identity.deleteUser(approver);
        identity.deleteUser(supervisor);

        assertThat(sight.sees(SUPERVISOR, "kent", reference)).as("the last supervisor for whom it was there is gone").isTrue();
        assertThat(sight.sees("kent-supervisor-two", "kent", reference)).as("whom it is about").isFalse();
        assertThat(office.chronology(reference, "The case is there for the supervisors")).hasSize(1);
        office.hires("kent", "third-supervisor", "supervisors");
        office.hires("kent", "had-a-part", "approvers");
        assertThat(List.of(sight.sees(approver, "kent", other), sight.sees(supervisor, "kent", reference))).containsOnly(false);
        lift();
    }

    @Test
    void areNotLeftToNobody() {
        assertThatThrownBy(() -> restrict(Map.of())).isInstanceOf(AnswersRefused.class).hasMessageContaining("none of them can do what is open: Acknowledge complaint");
        assertThatThrownBy(() -> restrict(Map.of("readers", "kent-nobody"))).hasMessageContaining("there is no kent-nobody at your council");
        assertThatThrownBy(() -> restrict(Map.of("readers", "leicestershire-officer"))).hasMessageContaining("there is no leicestershire-officer at your council");
        assertThatThrownBy(() -> restrict(Map.of("readers", "kent-officer", "about", SUPERVISOR))).hasMessageContaining("another supervisor restricts what is about you");
        assertThatThrownBy(this::lift).hasMessageContaining("the case is not restricted");
        assertThat(sight.sees("kent-supervisor-two", "kent", reference)).isTrue();
    }

    @Test
    void takeTasksFromWhoeverIsNotNamedAndGiveThemToWhoeverIs() {
        office.as(colleague);
        var task = office.task(reference, "Acknowledge complaint");
        tasks.claim(task.getId(), colleague);
        restrict(Map.of("readers", "kent-officer"));
        office.signOut();
        assertThat(office.task(reference, "Acknowledge complaint").getAssignee()).isNull();

        restrict(Map.of("readers", colleague));
        office.as("kent-officer");
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).as("others are named now").isZero();
        office.signOut();
        office.completeAs(colleague, office.task(reference, "Acknowledge complaint"), Answers.acknowledge(office.today()));
        lift();
        assertThat(sight.sees("kent-officer", "kent", reference)).isTrue();
    }

    /** By its number in a case that belongs with it, by any id, in figures of the engine and in its history. */
    @Test
    void areNotLearntFromWhatLiesAround() {
        var other = office.receive("kent", Map.of());
        office.as("kent-officer");
        office.start("link-cases", Map.of("caseReference", other, "otherReference", reference, "link", "related", "linkedOn", office.today().toString(), "reason", "The same street."));
        office.signOut();
        var task = office.task(reference, "Acknowledge complaint").getId();
        var instance = office.instance(reference, "complaint");
        var definition = runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult().getProcessDefinitionId();
        office.as(OTHER_SUPERVISOR);
        long stood = standing(definition);
        office.signOut();
        restrict(Map.of("readers", "kent-officer"));

        office.as(OTHER_SUPERVISOR);
        assertThat(standing(definition)).as("figures of the engine").isEqualTo(stood - 1);
        assertThat(List.of(engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(reference).count(),
                engine.getHistoryService().createHistoricTaskInstanceQuery().processInstanceBusinessKey(reference).count(),
                engine.getHistoryService().createHistoricVariableInstanceQuery().processInstanceId(instance).count(),
                engine.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(instance).count(),
                engine.getHistoryService().createUserOperationLogQuery().processInstanceId(instance).count(), runtime.createIncidentQuery().processInstanceId(instance).count(),
                runtime.createExecutionQuery().processInstanceId(instance).count(), runtime.createEventSubscriptionQuery().processInstanceId(instance).count(),
                management.createJobQuery().processInstanceId(instance).count())).as("by ids").containsOnly(0L);
        Stream.<ThrowingCallable>of(() -> tasks.getVariables(task), () -> tasks.getIdentityLinksForTask(task), () -> tasks.claim(task, OTHER_SUPERVISOR), () -> runtime.getVariables(instance),
                () -> runtime.getActivityInstance(instance), () -> runtime.getActiveActivityIds(instance), () -> engine.getFormService().getTaskFormVariables(task),
                () -> engine.getFormService().getDeployedTaskForm(task)).forEach(way -> assertThatThrownBy(way).isInstanceOf(RuntimeException.class).message().doesNotContain(reference, "kent#"));
        assertThat(search.find(new Wanted(null, "Mr Quill", null, null, null, null, "kent-officer", null, null, null, null, null, null, null)).cases()).extracting(FoundCase::reference).doesNotContain(reference);
        office.signOut();
        lift();
    }

    private long standing(String definition) {
        return management.createActivityStatisticsQuery(definition).listPage(0, 500).stream().mapToLong(activity -> activity.getInstances()).sum();
    }

    /** What the lists of stuck work say that somebody is shown. */
    private List<String> stuck(String person) {
        return stuckFor(person).stream().map(list -> String.valueOf(tasks.getVariable(list.getId(), "stuckWork"))).toList();
    }

    private List<Task> stuckFor(String person) {
        office.as(person);
        try {
            return tasks.createTaskQuery().processDefinitionKey("stuck-work").listPage(0, 10);
        } finally {
            office.signOut();
        }
    }

    private long shown(String person, String of) {
        office.as(person);
        try {
            return tasks.createTaskQuery().processInstanceBusinessKey(of).count() + tasks.createTaskQuery().processVariableValueEquals("caseReference", of).count()
                    + runtime.createVariableInstanceQuery().variableValueEquals("caseReference", of).count() + runtime.createProcessInstanceQuery().processInstanceBusinessKey(of).count();
        } finally {
            office.signOut();
        }
    }

    private void called(String account, String first, String last) {
        var user = identity.createUserQuery().userId(account).singleResult();
        user.setFirstName(first);
        user.setLastName(last);
        identity.saveUser(user);
    }

    private void as(String person, Runnable work) {
        office.as(person);
        try {
            work.run();
        } finally {
            office.signOut();
        }
    }

    private long looked(List<String> leftOut) {
        return recount.preview("kent", leftOut, moved -> { }, (looked, of, moved) -> { }).looked();
    }

    private void restrict(Map<String, Object> different) {
        decide(Answers.with(Map.of("caseReference", reference, "restriction", "restrict", "reason", "It is about a colleague."), different));
    }

    private void lift() {
        decide(Map.of("caseReference", reference, "restriction", "lift", "reason", "It is settled."));
    }

    private void decide(Map<String, Object> answers) {
        office.as(SUPERVISOR);
        try {
            office.start("case-restriction", answers);
        } finally {
            office.signOut();
        }
    }
}
