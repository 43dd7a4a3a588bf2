package org.redress.testing;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Reference;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.gate.AskedBack;
import org.redress.identity.Absences;
import org.redress.identity.Accounts;
import org.redress.identity.Authority;
import org.redress.identity.EverybodyIsBack;
import org.redress.identity.RestrictedCases;
import org.redress.replay.PublishedCouncils;
import org.redress.replay.SimulatedTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What the people of a council do in a test: sign in, start, claim, complete, and let time pass. */
public class Office {
    /** Everybody's password. */
    public static final String PASSWORD = "Everybody-1";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    /** Processes with which somebody may end what is owed. */
    private static final List<String> ENDING = List.of("case-event", "ombudsman-event", "ombudsman-letter");
    private static final List<String> KNOWN_APART = List.of("sent-again", "same-matter", "same-letter");

    private final PublishedCouncils councils;
    private final SimulatedTime time;
    private final RepositoryService repository;
    private final FormService forms;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final IdentityService identity;
    private final CaseFiles cases;
    private final Deadlines deadlines;
    private final Accounts accounts;
    private final Authority authority;
    private final EverybodyIsBack leaves;
    private final Map<String, String> joined = new HashMap<>();
    private final List<String> hired = new ArrayList<>();
    private boolean peopled;

    @Autowired
    public Office(PublishedCouncils councils, SimulatedTime time, RepositoryService repository, FormService forms, TaskService tasks,
            RuntimeService runtime, ManagementService management, IdentityService identity, CaseFiles cases, Deadlines deadlines,
            Accounts accounts, Authority authority, Absences absences, JdbcTemplate database, TransactionTemplate transaction) {
        this(councils, time, repository, forms, tasks, runtime, management, identity, cases, deadlines, accounts, authority,
                new EverybodyIsBack(absences, database, transaction));
    }

    private Office(PublishedCouncils councils, SimulatedTime time, RepositoryService repository, FormService forms, TaskService tasks,
            RuntimeService runtime, ManagementService management, IdentityService identity, CaseFiles cases, Deadlines deadlines,
            Accounts accounts, Authority authority, EverybodyIsBack leaves) {
        this.councils = councils;
        this.time = time;
        this.repository = repository;
        this.forms = forms;
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.identity = identity;
        this.cases = cases;
        this.deadlines = deadlines;
        this.accounts = accounts;
        this.authority = authority;
        this.leaves = leaves;
    }

    /** The same office, whose people send their forms through another service. */
    public Office sending(FormService through) {
        return new Office(councils, time, repository, through, tasks, runtime, management, identity, cases, deadlines, accounts, authority, leaves);
    }

    /** The councils' people are there. */
    public void open() {
        if (!peopled) {
            councils.make(PASSWORD);
            peopled = true;
        }
    }

    /** Nobody is signed in or has a role of the test's, the clock is right, and no process runs. */
    public void close() {
        identity.clearAuthentication();
        joined.forEach(identity::deleteMembership);
        joined.clear();
        leaves.now();
        time.end();
        runtime.createProcessInstanceQuery().rootProcessInstances().list()
                // one may end with another
                .forEach(instance -> runtime.deleteProcessInstanceIfExists(instance.getId(), "the test is over", false, false, false, false));
        hired.forEach(identity::deleteUser);
        hired.clear();
    }

    /** Lets time pass to 09:30 of a day; timers fire on the way, each at its moment. */
    public void on(LocalDate day) {
        at(day.atTime(9, 30));
    }

    /** Lets time pass to a moment in Europe/London. */
    public void at(LocalDateTime moment) {
        time.passTo(moment.atZone(LONDON).toInstant());
    }

    /** The day on which the office stands. */
    public LocalDate today() {
        return ClockUtil.getCurrentTime().toInstant().atZone(LONDON).toLocalDate();
    }

    /** Signs a person in, with their groups and councils as the webapps find them. */
    public Office as(String user) {
        signOut();
        var account = accounts.find(user).orElseThrow(() -> new AssertionError("There is no " + user + "."));
        identity.setAuthentication(user, account.groups(), account.councils());
        return this;
    }

    /** For this test a person is in one more group. */
    public void joins(String user, String group) {
        identity.createMembership(user, group);
        joined.put(user, group);
    }

    /** For this test a council has one more person, in these groups; gives their user id. */
    public String hires(String council, String name, String... groups) {
        var id = council + "-" + name;
        var user = identity.newUser(id);
        user.setFirstName("Somebody");
        user.setLastName("New");
        user.setPassword(PASSWORD);
        identity.saveUser(user);
        hired.add(id);
        List.of(groups).forEach(group -> identity.createMembership(id, group));
        identity.createTenantUserMembership(council, id);
        return id;
    }

    /** Nobody is signed in: queries see everything. */
    public void signOut() {
        identity.clearAuthentication();
    }

    /**
     * Starts a process with its form as whoever is signed in, each time with a form that was opened for it; gives the case's reference.
     * Tests have many cases of one person and one text, which the people of the office know apart.
     */
    public String start(String process, Map<String, Object> answers) {
        var sent = new HashMap<>(answers);
        sent.putIfAbsent("submissionKey", UUID.randomUUID().toString());
        var codes = new TreeSet<String>();
        if (sent.get("confirmed") instanceof String given) {
            codes.addAll(List.of(given.split(",")));
        }
        while (true) {
            try {
                return send(process, sent);
            } catch (AskedBack back) {
                boolean other = back.questions().stream().anyMatch(question -> KNOWN_APART.stream().noneMatch(question.code()::startsWith));
                if (other || !codes.addAll(back.questions().stream().map(AskedBack.Question::code).toList())) {
                    throw back;
                }
                sent.put("confirmed", String.join(",", codes));
            }
        }
    }

    /** Starts a process with its form and exactly these answers; what is asked back stays unanswered. */
    public String send(String process, Map<String, Object> answers) {
        var definition = repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult();
        return forms.submitStartForm(definition.getId(), answers).getBusinessKey();
    }

    /** A council's officer receives a complaint today, with these answers beside the usual ones. */
    public String receive(String council, Map<String, Object> different) {
        as(council + "-officer");
        var reference = start("complaint", Answers.complaint(today(), different));
        signOut();
        return reference;
    }

    /** Who complains in the council's case that a complaint to the Ombudsman names, if there is one. */
    Optional<String> complains(Object named) {
        return named == null ? Optional.empty() : cases.all().stream().filter(one -> !one.ombudsmans() && Reference.read(named.toString()).same(one.reference()))
                .findFirst().map(one -> cases.people(one.reference()).get(0).label());
    }

    /** A council's officer records a case event today. */
    public void event(String reference, String happening, Map<String, Object> different) {
        askForEvent(reference, happening, different);
        confirmEnd(reference);
    }

    /** The same, and what it would end waits for a second person. */
    public void askForEvent(String reference, String happening, Map<String, Object> different) {
        as(council(reference) + "-officer");
        try {
            start("case-event", Answers.event(reference, happening, today(), different));
        } finally {
            signOut();
        }
    }

    /** A supervisor confirms what an event or a letter would end, if it waits for that. */
    public void confirmEnd(String reference) {
        signOut();
        tasks(reference, "Confirm colleague’s change").stream().filter(task -> ENDING.contains(runtime.createProcessInstanceQuery()
                .subProcessInstanceId(task.getProcessInstanceId()).singleResult().getProcessDefinitionKey())).forEach(task ->
                        completeAs(Objects.requireNonNullElse(task.getAssignee(), RestrictedCases.council(task.getTenantId()) + "-supervisor-two"), task, Map.of("confirmation", "confirm")));
    }

    /** Somebody records today what changes in the people of a case. */
    public void people(String user, String reference, String change, Map<String, Object> different) {
        as(user);
        try {
            start("people-change", Answers.people(reference, change, today(), different));
        } finally {
            signOut();
        }
    }

    /** Whoever may do the task claims it and completes it with exactly these answers. */
    public void complete(String reference, String task, Map<String, Object> answers) {
        complete(task(reference, task), answers);
    }

    /** Completes one given task. */
    public void complete(Task task, Map<String, Object> answers) {
        signOut();
        var user = Objects.requireNonNullElseGet(task.getAssignee(), () -> candidate(task));
        completeAs(user, task, answers);
    }

    /** A person claims a task, if it is free, and completes it. */
    public void completeAs(String user, Task task, Map<String, Object> answers) {
        as(user);
        try {
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), user);
            }
            forms.submitTaskForm(task.getId(), answers);
        } finally {
            signOut();
        }
    }

    /** Whoever is signed in gives a task back that they claimed. */
    public void giveBack(Task task) {
        tasks.setAssignee(task.getId(), null);
        signOut();
    }

    /** The one open task of this name in a case; fails if there is none or more than one. */
    public Task task(String reference, String name) {
        var found = tasks(reference, name);
        if (found.size() != 1) {
            throw new AssertionError("There are " + found.size() + " tasks \"" + name + "\" in " + reference + "; open are "
                    + openTasks(reference) + ".");
        }
        return found.get(0);
    }

    public List<Task> tasks(String reference, String name) {
        return tasks.createTaskQuery().processInstanceBusinessKey(reference).taskName(name).initializeFormKeys().listPage(0, 500);
    }

    /** The task of this name for one issue. */
    public Task taskOfIssue(String reference, String name, int issue) {
        return tasks(reference, name).stream().filter(task -> Integer.valueOf(issue).equals(tasks.getVariable(task.getId(), "issueNumber")))
                .findFirst().orElseThrow(() -> new AssertionError("There is no task \"" + name + "\" for issue " + issue + "."));
    }

    /** The task of this name with this value of a variable. */
    public Task taskOf(String reference, String name, String variable, Object value) {
        return tasks(reference, name).stream().filter(task -> value.equals(tasks.getVariable(task.getId(), variable))).findFirst()
                .orElseThrow(() -> new AssertionError("There is no task \"" + name + "\" with " + variable + " " + value + " in " + reference
                        + "; open are " + openTasks(reference) + "."));
    }

    /** The open tasks of a process that belongs to no case, at a council. */
    public List<Task> tasksAt(String council, String process) {
        return tasks.createTaskQuery().tenantIdIn(council).processDefinitionKey(process).list();
    }

    /** A morning comes: the daily look is taken. */
    public void morning() {
        signOut();
        var job = management.createJobQuery().timers().processDefinitionKey("daily-look").singleResult();
        management.executeJob(job.getId());
        management.createJobQuery().messages().processDefinitionKey("daily-look").list().forEach(notices -> management.executeJob(notices.getId()));
    }

    /** The names of all open tasks of a case. */
    public List<String> openTasks(String reference) {
        return tasks.createTaskQuery().processInstanceBusinessKey(reference).list().stream().map(Task::getName).sorted().toList();
    }

    /** Whether whoever is signed in finds the task. */
    public boolean sees(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).count() == 1;
    }

    /** The waiting timers of a case by the id of their event, with their moment in Europe/London. */
    public Map<String, LocalDateTime> timers(String reference) {
        var timers = new HashMap<String, LocalDateTime>();
        jobs(reference).forEach(job -> timers.put(activity(job), LocalDateTime.ofInstant(job.getDuedate().toInstant(), LONDON)));
        return timers;
    }

    /** Fires one timer of a case now; fails if it does not wait. */
    public void fire(String reference, String event) {
        var job = jobs(reference).stream().filter(j -> event.equals(activity(j))).findFirst()
                .orElseThrow(() -> new AssertionError("No timer " + event + " waits in " + reference + "; waiting are " + timers(reference).keySet()));
        management.executeJob(job.getId());
    }

    /** The one running instance of a process in a case. */
    public String instance(String reference, String process) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).processDefinitionKey(process).singleResult().getId();
    }

    /** Whether any process of the case is still running. */
    public boolean running(String reference) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).count() > 0;
    }

    /** The value of a variable wherever it is set in the processes of a case. */
    public Object variable(String reference, String name) {
        return runtime.createVariableInstanceQuery().variableName(name)
                .processInstanceIdIn(runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                        .map(i -> i.getId()).toArray(String[]::new))
                .list().stream().findFirst().map(v -> v.getValue()).orElse(null);
    }

    /** The newest deadline of a kind in a case. */
    public DeadlineView deadline(String reference, String kind) {
        return deadlines.of(reference).stream().filter(deadline -> deadline.kind().equals(kind)).reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("There is no deadline " + kind + " in " + reference + "."));
    }

    /** What the chronology has under the titles that begin like this, one line "title: detail" each. */
    public List<String> chronology(String reference, String title) {
        return cases.chronology(reference).stream().filter(happening -> happening.what().startsWith(title))
                .map(happening -> happening.what() + ": " + happening.detail()).toList();
    }

    /** The last moment of a day, as tasks are due. */
    public static LocalDateTime endOf(LocalDate day) {
        return day.atTime(23, 59, 59, 999_000_000);
    }

    /** The day and time of a moment that the engine keeps. */
    public static LocalDateTime london(java.util.Date moment) {
        return LocalDateTime.ofInstant(moment.toInstant(), LONDON);
    }

    private List<Job> jobs(String reference) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .flatMap(i -> management.createJobQuery().processInstanceId(i.getId()).timers().list().stream())
                .toList();
    }

    private String activity(Job job) {
        return management.createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId()).singleResult().getActivityId();
    }

    /** Somebody who may do a task that nobody has. */
    public String candidate(Task task) {
        var groups = tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).toList();
        return authority.members(groups, task.getTenantId()).stream().findFirst()
                .orElseThrow(() -> new AssertionError("Nobody may do " + task.getName()));
    }

    private static String council(String reference) {
        return reference.replaceFirst("-\\d{4}-\\d+$", "").toLowerCase(java.util.Locale.ROOT);
    }

}
