package org.redress.handover;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Appointments;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Dates;
import org.redress.casefile.OnlyReading;
import org.redress.gate.Lines;
import org.redress.gate.OpenWork.OpenTask;
import org.redress.gate.OpenWork;
import org.redress.identity.Authority;
import org.redress.identity.RestrictedCases;
import org.redress.identity.WorkWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work that nobody can do: looks for it when some may have come about and every morning, takes tasks from people who may not do them any
 * more, and puts what is left on the list of the council's supervisors, one list at a time. What has come right by itself leaves it.
 */
@Component
class StuckWork implements WorkWatch {
    /** The process that holds the list. */
    static final String LIST = "stuck-work";
    /** With what a line begins that belongs to no case. */
    static final String NO_CASE = "No case";
    private static final String MESSAGE = "WorkIsStuck";
    private static final String NO_LONGER = "WorkNoLongerStuck";
    private static final int MOST_LISTS = 1000;
    /** Two looks at once undo one of them, which finds what is left the second time. */
    private static final int TRIES = 2;
    private static final Logger LOG = LoggerFactory.getLogger(StuckWork.class);

    private final Authority authority;
    private final Appointments appointments;
    private final CaseFiles cases;
    private final OpenWork work;
    private final Handing handing;
    private final Leaves leaves;
    private final RestrictedCases restricted;
    private final OnlyReading reading;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final IdentityService identity;
    private final PlatformTransactionManager transactions;
    private final Clock clock;
    private final ThreadLocal<Boolean> looking = ThreadLocal.withInitial(() -> false);

    StuckWork(Authority authority, Appointments appointments, CaseFiles cases, OpenWork work, Handing handing, Leaves leaves, RestrictedCases restricted, OnlyReading reading,
            @Lazy RuntimeService runtime, @Lazy TaskService tasks, @Lazy IdentityService identity, @Lazy PlatformTransactionManager transactions, Clock clock) {
        this.authority = authority;
        this.appointments = appointments;
        this.cases = cases;
        this.work = work;
        this.handing = handing;
        this.leaves = leaves;
        this.restricted = restricted;
        this.reading = reading;
        this.runtime = runtime;
        this.tasks = tasks;
        this.identity = identity;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A task that nobody can do as it stands, and why. */
    record Stuck(OpenTask task, String why) {
        /** As the list shows it: the case, the task, and why; no names but those of colleagues. */
        String line() {
            return (task.reference() == null ? NO_CASE : task.reference()) + ", " + task.title() + ": " + why;
        }
    }

    /** Looks when what is under way is done, so that nobody's work fails or waits for it. */
    @Override
    public void lookAt(String council) {
        later(RestrictedCases.council(council), true);
    }

    /** Looks, if there is a list that may have become shorter. */
    @Override
    public void lookAgainAt(String council) {
        later(RestrictedCases.council(council), false);
    }

    /** Looks at all of them when what is under way is done, each by itself, so that what fails at one keeps no other from being looked at. */
    void lookAtEach(List<String> councils, Runnable afterwards) {
        councils.forEach(this::lookAt);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                try {
                    apart().executeWithoutResult(status -> afterwards.run());
                } catch (RuntimeException e) {
                    // what was looked for stands, and the next morning says the same
                    LOG.warn("After the looks for stuck work something failed: {}", e.getClass().getName());
                }
            }
        });
    }

    private void later(String council, boolean whatever) {
        if (looking.get()) {
            return;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            lookApart(council, whatever);
            return;
        }
        @SuppressWarnings("unchecked")
        var waiting = (Map<String, Boolean>) TransactionSynchronizationManager.getResource(this);
        if (waiting == null) {
            waiting = new TreeMap<>();
            TransactionSynchronizationManager.bindResource(this, waiting);
            TransactionSynchronizationManager.registerSynchronization(new Later(waiting));
        }
        waiting.merge(council, whatever, Boolean::logicalOr);
    }

    private void look(String council) {
        boolean before = looking.get();
        looking.set(true);
        try {
            appointments.withWorkToMove(council).forEach(handing::moveOpenTasks);
            leaves.follow(council);
            var stuck = byTenant(council);
            var lists = listsOfAll(council).stream().collect(Collectors.groupingBy(ProcessInstance::getTenantId));
            var tenants = new TreeSet<>(stuck.keySet());
            tenants.addAll(lists.keySet());
            tenants.forEach(tenant -> {
                var found = stuck.getOrDefault(tenant, List.of());
                found.forEach(this::release);
                list(tenant, found, lists.getOrDefault(tenant, List.of()));
            });
        } finally {
            looking.set(before);
        }
    }

    /**
     * What is stuck at a council and at each of the cases whose work is apart, which have lists of their own: that of a restricted case for the supervisors whom it names, that of one about
     * a supervisor for the others. Where a case is apart no more its work is that of the council again, and a list that is left is nobody's.
     */
    private Map<String, List<Stuck>> byTenant(String council) {
        return stuck(Stream.concat(Stream.of(council), restricted.all(council).stream()).toList()).stream().collect(Collectors.groupingBy(found -> found.task().work().council()));
    }

    /** What is stuck at a council, its restricted cases among it: for what is compared with one of the lists, and never shown as it is. */
    List<Stuck> stuckOfAll(String council) {
        return byTenant(council).values().stream().flatMap(List::stream).toList();
    }

    /** What is stuck at a council but for the cases whose work is apart, or in one of these, with the reason. */
    List<Stuck> stuck(String tenant) {
        boolean leftOver = RestrictedCases.restricted(tenant) && !restricted.all(RestrictedCases.council(tenant)).contains(tenant);
        return leftOver ? List.of() : stuck(List.of(tenant));
    }

    private List<Stuck> stuck(List<String> tenants) {
        return reading.of(() -> find(tenants));
    }

    private List<Stuck> find(List<String> tenants) {
        var who = authority.remembering();
        var able = new HashMap<Object, Boolean>();
        var stuck = new ArrayList<Stuck>();
        // a list that nobody can see to is no work of its own: nothing would be left of it when its work is done
        var lists = tasks.createTaskQuery().processDefinitionKey(LIST).taskUnassigned().listPage(0, MOST_LISTS).stream().map(Task::getId).collect(Collectors.toSet());
        for (var task : work.ofTenants(tenants)) {
            if (lists.contains(task.id())) {
                continue;
            }
            var why = task.assignee() != null ? ofPerson(who, task, task.assignee()) : ofGroup(who, task, able);
            if (why == null && task.stuckWhenLate() && task.due() != null && task.due().isBefore(LocalDate.now(clock))) {
                why = "nobody has done it by " + Dates.text(task.due()) + ".";
            }
            if (why != null) {
                stuck.add(new Stuck(task, why));
            }
        }
        return stuck;
    }

    /** The lines of a list, as many as fit. */
    static String lines(List<Stuck> stuck) {
        return Lines.of(stuck.stream().map(Stuck::line).toList());
    }

    private static @Nullable String ofPerson(Authority who, OpenTask task, String person) {
        // a matter of their own, such as their leave or standing in, can wait while they are away
        return task.work().own() != null ? who.objection(person, task.work()).orElse(null) : who.bound(person, task.work()).why();
    }

    private @Nullable String ofGroup(Authority who, OpenTask task, Map<Object, Boolean> able) {
        var ended = who.ended(task.work());
        if (ended.isPresent()) {
            // people of the whole council could do it, but it is nobody's business any more
            return ended.get();
        }
        var role = task.role();
        if (role != null && task.reference() != null) {
            var holder = appointments.holder(task.reference(), role.key(), role.stage(task.work().stage()), task.issue());
            var why = holder.map(person -> who.bound(person, task.work()).why()).orElse(null);
            if (why != null) {
                return why;
            }
        }
        // without a duty it is the same question for every task of the groups where the same people may be, unless the case is kept from some of them
        Object question = task.work().duty() == null && !who.isNotForAll(task.work()) ? List.of(task.work().council(), List.copyOf(task.work().groups())) : task;
        return able.computeIfAbsent(question, key -> who.anyone(task.work())) ? null : "nobody at this council may do it.";
    }

    private void release(Stuck stuck) {
        var task = stuck.task();
        if (task.assignee() == null || authority.objection(task.assignee(), task.work()).isEmpty()) {
            return;
        }
        work.release(task);
        if (task.reference() != null) {
            cases.record(task.reference(), "Task taken back", "\"" + task.title() + "\" is nobody's for now: " + stuck.why());
        }
    }

    private void list(String council, List<Stuck> stuck, List<ProcessInstance> lists) {
        if (lists.isEmpty() && !stuck.isEmpty()) {
            runtime.createMessageCorrelation(MESSAGE).setVariable("council", council).correlateStartMessage();
        }
        for (var list : lists) {
            if (stuck.isEmpty() || !list.equals(lists.get(0))) {
                runtime.createMessageCorrelation(NO_LONGER).processInstanceId(list.getId()).correlate();
            } else {
                refresh(list, stuck);
            }
        }
    }

    private List<ProcessInstance> listsOfAll(String council) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(LIST).listPage(0, MOST_LISTS).stream()
                .filter(list -> RestrictedCases.council(list.getTenantId()).equals(council)).toList();
    }

    private void refresh(ProcessInstance list, List<Stuck> stuck) {
        var lines = lines(stuck);
        if (!lines.equals(runtime.getVariable(list.getId(), "stuckWork"))) {
            runtime.setVariables(list.getId(), variables(stuck));
        }
    }

    /** What the list shows and offers. */
    Map<String, Object> variables(List<Stuck> stuck) {
        var variables = new LinkedHashMap<String, Object>();
        variables.put("stuckWork", lines(stuck));
        variables.put("workLeft", !stuck.isEmpty());
        variables.put("kindsOfWork", Offers.kinds(stuck));
        variables.put("takers", Offers.takers(stuck, authority));
        return variables;
    }

    private void lookApart(String council, boolean whatever) {
        var person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            int left = TRIES;
            while (left > 0 && !succeeds(council, whatever, left == 1)) {
                left--;
            }
        } finally {
            if (person != null) {
                identity.setAuthentication(person);
            }
        }
    }

    private boolean succeeds(String council, boolean whatever, boolean last) {
        try {
            apart().executeWithoutResult(status -> {
                if (whatever || !listsOfAll(council).isEmpty()) {
                    look(council);
                }
            });
            return true;
        } catch (RuntimeException e) {
            if (last) {
                // the next look, tomorrow morning at the latest, finds the same
                LOG.warn("The look for stuck work of {} did not succeed and is taken again: {}", council, e.getClass().getName());
            }
            return false;
        }
    }

    private TransactionTemplate apart() {
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return apart;
    }

    /** Looks when the transaction has succeeded. */
    private final class Later implements TransactionSynchronization {
        private final Map<String, Boolean> councils;

        Later(Map<String, Boolean> councils) {
            this.councils = councils;
        }

        @Override
        public void afterCommit() {
            TransactionSynchronizationManager.unbindResourceIfPossible(StuckWork.this);
            councils.forEach(StuckWork.this::lookApart);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(StuckWork.this);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(StuckWork.this);
        }

        @Override
        public void resume() {
            if (!TransactionSynchronizationManager.hasResource(StuckWork.this)) {
                TransactionSynchronizationManager.bindResource(StuckWork.this, councils);
            }
        }
    }
}
