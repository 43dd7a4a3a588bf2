package org.redress.engine;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.runtime.PvmExecutionImpl;
import org.jspecify.annotations.NullUnmarked;

/** What a running instance drew from one of its variables: the timers whose expression reads it, and the tasks that are due by it. */
@NullUnmarked
public final class Drawn {
    private final CommandContext context;
    private final ExecutionEntity instance;
    private final String variable;
    private final Pattern reads;

    Drawn(CommandContext context, ExecutionEntity instance, String variable) {
        this.context = context;
        this.instance = instance;
        this.variable = variable;
        this.reads = Pattern.compile("\\b" + Pattern.quote(String.valueOf(variable)) + "\\b");
    }

    /** Writes a new moment to the variable, reschedules the timers that wait and sets up those that had fired for an earlier one. */
    public void moveTo(Date moment) {
        instance.setVariable(variable, moment);
        timers(this::reschedule);
    }

    /** Keeps the timers from firing. */
    public void stop() {
        timers((declaration, execution) -> suspend(declaration, execution, SuspensionState.SUSPENDED));
    }

    /** Lets stopped timers run again, at the moment that they had. */
    public void start() {
        timers((declaration, execution) -> suspend(declaration, execution, SuspensionState.ACTIVE));
    }

    /** The open tasks whose due date the model reads from the variable. */
    public Stream<? extends DelegateTask> tasks() {
        return context.getTaskManager().findTasksByProcessInstanceId(instance.getId()).stream()
                .filter(task -> task.getTaskDefinition().getDueDateExpression() != null)
                .filter(task -> reads.matcher(task.getTaskDefinition().getDueDateExpression().getExpressionText()).find());
    }

    private void suspend(TimerDeclarationImpl declaration, ExecutionEntity execution, SuspensionState state) {
        var timer = timer(declaration, execution);
        if (timer != null) {
            timer.setSuspensionState(state.getStateCode());
        }
    }

    private void reschedule(TimerDeclarationImpl declaration, ExecutionEntity execution) {
        var timer = timer(declaration, execution);
        if (timer != null) {
            declaration.resolveAndSetDuedate(execution, timer, false);
            return;
        }
        // it has fired for the old day; it is needed again only if the new moment is still to come
        var again = declaration.createTimerInstance(execution);
        if (!again.getDuedate().after(EngineClock.now())) {
            again.delete();
        }
    }

    private TimerEntity timer(TimerDeclarationImpl declaration, ExecutionEntity execution) {
        return context.getJobManager().findJobsByExecutionId(execution.getId()).stream()
                .filter(TimerEntity.class::isInstance)
                .map(TimerEntity.class::cast)
                .filter(job -> declaration.getActivityId().equals(activity(job)))
                // the one that fires now is gone afterwards
                .filter(job -> job != context.getCurrentJob())
                .findFirst()
                .orElse(null);
    }

    private static String activity(JobEntity job) {
        return job.getJobDefinition() == null ? null : job.getJobDefinition().getActivityId();
    }

    private void timers(BiConsumer<TimerDeclarationImpl, ExecutionEntity> work) {
        scopes().forEach((scope, execution) ->
                TimerDeclarationImpl.getDeclarationsForScope(scope).values().stream()
                        .filter(declaration -> reads.matcher(declaration.getJobConfiguration()).find())
                        .forEach(declaration -> work.accept(declaration, execution)));
    }

    private Map<ScopeImpl, ExecutionEntity> scopes() {
        var scopes = new HashMap<ScopeImpl, ExecutionEntity>();
        leaves(instance, leaf -> {
            Map<ScopeImpl, PvmExecutionImpl> mapping = leaf.createActivityExecutionMapping();
            mapping.forEach((scope, execution) -> scopes.put(scope, (ExecutionEntity) execution));
        });
        return scopes;
    }

    private static void leaves(ExecutionEntity execution, Consumer<ExecutionEntity> work) {
        var children = execution.getExecutions();
        if (children.isEmpty() && execution.getActivity() != null) {
            work.accept(execution);
        }
        children.forEach(child -> leaves(child, work));
    }
}
