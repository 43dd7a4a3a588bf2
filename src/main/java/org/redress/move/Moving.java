package org.redress.move;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.database.Competition;
import org.redress.deadline.CalledProcesses;
import org.redress.deadline.TimersAsModelled;
import org.redress.deadline.TimersAsModelled.Waiting;
import org.redress.engine.BeganWith;
import org.redress.gate.TasksAsModelled;
import org.redress.gate.TasksAsModelled.Open;
import org.redress.identity.RestrictedCases;
import org.redress.move.Change.TaskChange;
import org.redress.move.Change.TimerChange;
import org.redress.move.Plans.Plan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves running cases to a newer version of the models, one after the other: a process that nobody called with all that it has called is one transaction. What
 * would become of a case is found by moving it and undoing that.
 */
@Component
public class Moving {
    /** The line of the chronology. */
    static final String MOVED = "Moved to another version of the models";

    private static final Logger LOG = LoggerFactory.getLogger(Moving.class);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Pattern UNKNOWN = Pattern.compile("Cannot resolve identifier '(\\w+)'");
    private static final String NO_INSTRUCTION = "There is no migration instruction";

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Plans plans;
    private final TasksAsModelled tasks;
    private final TimersAsModelled timers;
    private final CalledProcesses called;
    private final CaseFiles cases;
    private final TransactionTemplate transaction;

    /** Whether a form asks otherwise, by both deployments and its id. */
    private final Map<List<String>, Boolean> differs = new ConcurrentHashMap<>();

    Moving(@Lazy RuntimeService runtime, @Lazy RepositoryService repository, Plans plans, TasksAsModelled tasks, TimersAsModelled timers, CalledProcesses called, CaseFiles cases,
            PlatformTransactionManager transactions) {
        this.runtime = runtime;
        this.repository = repository;
        this.plans = plans;
        this.tasks = tasks;
        this.timers = timers;
        this.called = called;
        this.cases = cases;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The newest version of the models: the id of its deployment, and the number that its processes have. */
    public record Target(String deployment, int version) {}

    /** What moves, and to which process definition. */
    private record Part(ProcessInstance instance, ProcessDefinition from, ProcessDefinition to, Plan plan, List<Open> tasks, List<Waiting> timers, List<String> at) {}

    /** The version with which complaints begin now. */
    public Target newest() {
        var newest = repository.createProcessDefinitionQuery().processDefinitionKey("complaint").latestVersion().singleResult();
        return new Target(newest.getDeploymentId(), newest.getVersion());
    }

    /**
     * The processes of cases that nobody called and that began with an earlier version than this, of one council or of all, in a fixed order: the ids of their instances.
     */
    public List<String> waiting(@Nullable String council, String deployment) {
        return apart(() -> earlier(council, deployment));
    }

    private List<String> earlier(@Nullable String council, String deployment) {
        var targets = repository.createProcessDefinitionQuery().deploymentId(deployment).list().stream().collect(Collectors.toMap(ProcessDefinition::getKey, ProcessDefinition::getVersion));
        // one question for each earlier version: most processes that run have the newest
        return repository.createProcessDefinitionQuery().list().stream().filter(definition -> definition.getVersion() < targets.getOrDefault(definition.getKey(), 0))
                .flatMap(definition -> runtime.createProcessInstanceQuery().processDefinitionId(definition.getId()).rootProcessInstances().list().stream())
                .filter(instance -> instance.getBusinessKey() != null && (council == null || council.equals(RestrictedCases.council(instance.getTenantId())))).map(ProcessInstance::getId).sorted().toList();
    }

    /** What would become of a process and all that it has called; nothing is changed. None if it has ended meanwhile. */
    public Optional<MovedCase> preview(String instance, String deployment) {
        return apart(() -> Competition.repeated(() -> transaction.execute(status -> {
            status.setRollbackOnly();
            return one(instance, deployment, null, true);
        })));
    }

    /**
     * Moves a process with all that it has called, or nothing of it.
     *
     * @param who asked for it and confirmed it, in words for the chronology
     * @return what became of it; none if it has ended meanwhile, or had moved already
     */
    public Optional<MovedCase> move(String instance, String deployment, String who) {
        return apart(() -> {
            try {
                return Competition.repeated(() -> transaction.execute(status -> {
                    var moved = one(instance, deployment, who, false);
                    if (moved.filter(MovedCase::moves).isEmpty()) {
                        status.setRollbackOnly();
                    }
                    return moved;
                }));
            } catch (RuntimeException e) {
                if (!Competition.isCertain(e)) {
                    throw e;
                }
                return found(instance).map(one -> stays(one, "somebody was at work on it; ask for it again."));
            }
        });
    }

    /** Not within a step of the engine, which would remember the case as it was. */
    private static <T> T apart(Supplier<T> work) {
        var task = new FutureTask<>(work::get);
        new Thread(task, "move").start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while a case was moved; it is as it was, or has moved as a whole.", e);
        }
    }

    private Optional<ProcessInstance> found(String instance) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult());
    }

    private Optional<MovedCase> one(String id, String deployment, @Nullable String who, boolean wayBack) {
        var root = found(id);
        if (root.filter(instance -> !repository.getProcessDefinition(instance.getProcessDefinitionId()).getDeploymentId().equals(deployment)).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(together(root.get(), deployment, who, wayBack));
        } catch (CannotMove e) {
            return Optional.of(stays(root.get(), e.sentence()));
        } catch (RuntimeException e) {
            if (Competition.isCertain(e)) {
                throw e;
            }
            return Optional.of(stays(root.get(), fault(e)));
        }
    }

    private MovedCase together(ProcessInstance root, String deployment, @Nullable String who, boolean wayBack) {
        var reference = root.getBusinessKey();
        var parts = Stream.concat(Stream.of(root.getId()), called.of(root.getId())).map(instance -> part(there(found(instance).orElse(null)), deployment)).toList();
        parts.forEach(part -> carry(part.instance().getId(), part.from(), part.plan()));
        var notes = new ArrayList<String>();
        var changes = new ArrayList<Change>();
        for (var part : parts) {
            var instance = part.instance().getId();
            notes.addAll(tasks.follow(instance, part.from().getId(), part.tasks()));
            timers.follow(instance, part.from().getId(), part.timers(), part.plan().steps(), reference)
                    .forEach(event -> notes.add("\"" + event + "\" is new, and its moment has passed: nothing happens by it."));
            if (runtime.getVariable(instance, BeganWith.VARIABLE) == null) {
                runtime.setVariable(instance, BeganWith.VARIABLE, part.from().getId());
            }
            changes.add(change(part));
        }
        var moved = new MovedCase(reference, RestrictedCases.council(root.getTenantId()), restricted(root), changes, List.copyOf(notes), null, wayBack ? noWayBack(parts) : null);
        if (who != null) {
            cases.record(reference, MOVED, moved.detail().replaceFirst("\\.$", "; ") + who + ".");
        }
        return moved;
    }

    private Part part(ProcessInstance instance, String deployment) {
        var from = repository.getProcessDefinition(instance.getProcessDefinitionId());
        var to = repository.createProcessDefinitionQuery().deploymentId(deployment).processDefinitionKey(from.getKey()).singleResult();
        if (to == null) {
            throw new CannotMove("the process \"" + from.getName() + "\" is not in the new version.");
        }
        var plan = plans.of(from.getId(), to.getId());
        var leaves = leaves(there(runtime.getActivityInstance(instance.getId()))).toList();
        for (var leaf : leaves) {
            var calls = plans.calls(from.getId(), leaf.getActivityId());
            var step = plan.steps().get(leaf.getActivityId());
            if (calls != null && step != null && !calls.equals(plans.calls(to.getId(), step))) {
                throw new CannotMove("\"" + plans.name(from.getId(), leaf.getActivityId()) + "\" calls another process in the new version.");
            }
        }
        return new Part(instance, from, to, plan, tasks.of(instance.getId()), timers.of(instance.getId()), at(from, leaves));
    }

    /** What was there a moment ago; if not, somebody or a timer has gone on with the case meanwhile. */
    private static <T> T there(@Nullable T part) {
        if (part == null) {
            throw new OptimisticLockingException("A part of the case has ended meanwhile.");
        }
        return part;
    }

    private void carry(String instance, ProcessDefinition from, Plan plan) {
        try {
            runtime.newMigration(plan.engines()).processInstanceIds(instance).execute();
        } catch (MigratingProcessInstanceValidationException e) {
            var report = e.getValidationReport();
            var steps = Stream.concat(
                    report.getActivityInstanceReports().stream().map(one -> why(from, one.getSourceScopeId(), one.getFailures())),
                    report.getTransitionInstanceReports().stream().map(one -> why(from, one.getSourceScopeId(), one.getFailures()))).distinct().toList();
            throw new CannotMove(from.getName() + ": " + (steps.isEmpty() ? String.join(" ", report.getFailures()) : String.join("; ", steps) + "."));
        }
    }

    private String why(ProcessDefinition from, String step, Collection<String> failures) {
        var name = "\"" + plans.name(from.getId(), step) + "\"";
        return failures.stream().allMatch(failure -> failure.startsWith(NO_INSTRUCTION)) ? "the step " + name + " is not in the new version"
                : "the step " + name + " cannot be carried over (" + String.join(" ", failures).replaceFirst("\\.$", "") + ")";
    }

    /** Tried in the same way, after all is done: what goes back has a valid plan for each of its steps. */
    private @Nullable String noWayBack(List<Part> parts) {
        try {
            for (var part : parts) {
                carry(part.instance().getId(), part.to(), plans.of(part.to().getId(), part.from().getId()));
            }
            var added = parts.stream().flatMap(part -> plans.without(part.to().getId(), part.from().getId()).stream()).distinct().toList();
            return added.isEmpty() ? null : "there is no way back from " + added.stream().map(step -> "\"" + step + "\"").collect(Collectors.joining(", ")) + " on, which the version before does not have.";
        } catch (CannotMove e) {
            return e.sentence().replace("in the new version", "in the version before");
        }
    }

    private Change change(Part part) {
        var now = tasks.of(part.instance().getId()).stream().collect(Collectors.toMap(Open::id, open -> open));
        var tasksChanged = part.tasks().stream().map(task -> change(part, task, there(now.get(task.id())))).toList();
        return new Change(part.to().getName(), part.from().getVersion(), part.to().getVersion(), part.at(), at(part.to(), leaves(there(runtime.getActivityInstance(part.instance().getId()))).toList()),
                tasksChanged, timers(part.timers(), timers.of(part.instance().getId())));
    }

    private TaskChange change(Part part, Open before, Open after) {
        return new TaskChange(before.name(), after.name(), before.groups(), after.groups(), before.assignee(), after.assignee(), day(before.dueAt()), day(after.dueAt()), before.form(), after.form(),
                differs(part.from().getDeploymentId(), part.to().getDeploymentId(), before.form(), after.form()));
    }

    private static List<TimerChange> timers(List<Waiting> before, List<Waiting> after) {
        var changes = new LinkedHashMap<String, TimerChange>();
        var was = new HashMap<String, Waiting>();
        before.forEach(timer -> was.put(timer.id(), timer));
        after.forEach(timer -> changes.put(timer.id(), new TimerChange(timer.name(), Optional.ofNullable(was.get(timer.id())).map(Waiting::at).orElse(null), timer.at())));
        before.forEach(timer -> changes.putIfAbsent(timer.id(), new TimerChange(timer.name(), timer.at(), null)));
        return changes.values().stream().sorted((one, other) -> one.event().compareTo(other.event())).toList();
    }

    private boolean differs(String from, String to, String before, String after) {
        return differs.computeIfAbsent(List.of(from, to, before, after), forms -> {
            try (var one = repository.getResourceAsStream(from, file(from, before)); var other = repository.getResourceAsStream(to, file(to, after))) {
                return !Arrays.equals(one.readAllBytes(), other.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private String file(String deployment, String form) {
        return repository.getDeploymentResourceNames(deployment).stream().filter(name -> name.endsWith("/" + form + ".form") || name.equals(form + ".form")).findFirst().orElseThrow();
    }

    /** What a process does at the moment: its steps that hold no others. */
    private static Stream<ActivityInstance> leaves(ActivityInstance instance) {
        return instance.getChildActivityInstances().length == 0 ? Stream.of(instance).filter(leaf -> leaf.getParentActivityInstanceId() != null)
                : Arrays.stream(instance.getChildActivityInstances()).flatMap(Moving::leaves);
    }

    private List<String> at(ProcessDefinition definition, List<ActivityInstance> leaves) {
        return leaves.stream().map(leaf -> plans.name(definition.getId(), leaf.getActivityId())).distinct().sorted().toList();
    }

    private static MovedCase stays(ProcessInstance root, String why) {
        return new MovedCase(root.getBusinessKey(), RestrictedCases.council(root.getTenantId()), restricted(root), List.of(), List.of(), why, null);
    }

    private static boolean restricted(ProcessInstance root) {
        return !RestrictedCases.council(root.getTenantId()).equals(root.getTenantId());
    }

    /** In the words of the model where it is the model that asks for what the case does not have; else the log says more. */
    private static String fault(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            var unknown = UNKNOWN.matcher(String.valueOf(cause.getMessage()));
            if (unknown.find()) {
                return "the new version reads \"" + unknown.group(1) + "\" at the step where it stands, which this case does not have.";
            }
        }
        LOG.warn("A case could not be moved and is as it was: {}", e.getClass().getName(), e);
        return "it failed, and nothing of it has changed; the log says why.";
    }

    private static @Nullable LocalDate day(@Nullable Date at) {
        return at == null ? null : LocalDate.ofInstant(at.toInstant(), LONDON);
    }
}
