package org.redress.deadline;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.runtime.PvmExecutionImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Moves what the models drew from a deadline's variable: the timers and the due dates of open tasks. It finds them by the
 * expression that reads the variable, so a timer that a process owner adds moves as well. The only place that knows the engine's
 * internals about timers.
 */
@Component
@org.jspecify.annotations.NullUnmarked
class ModelTimers {
    /** The priority of tasks whose deadline has passed; 50 is the engine's normal one. */
    static final int OVERDUE_PRIORITY = 75;

    private final ObjectProvider<ProcessEngineConfigurationImpl> configuration;

    ModelTimers(ObjectProvider<ProcessEngineConfigurationImpl> configuration) {
        this.configuration = configuration;
    }

    /** Whether the process that it was set for still runs. */
    boolean running(Deadline deadline) {
        var found = new AtomicBoolean();
        with(deadline, (context, instance) -> found.set(true));
        return found.get();
    }

    /** Whether a process has called another one, directly or through others. */
    boolean calls(String caller, String called) {
        return caller != null && configuration.getObject().getCommandExecutorTxRequired().execute(context -> {
            var execution = context.getExecutionManager().findExecutionById(called);
            while (execution != null) {
                var calling = execution.getProcessInstance().getSuperExecution();
                if (calling != null && caller.equals(calling.getProcessInstanceId())) {
                    return true;
                }
                execution = calling;
            }
            return false;
        });
    }

    /** Follows a deadline from how it stood to how it stands; what is over has no timers any more. */
    void follow(Deadline deadline, Standing before) {
        boolean stopped = before.state() == DeadlineState.PAUSED;
        if (deadline.state() == DeadlineState.PAUSED) {
            if (!stopped) {
                stop(deadline);
            }
        } else if (deadline.state() == DeadlineState.OPEN) {
            if (stopped) {
                start(deadline);
            } else if (!deadline.dueOn().equals(before.dueOn())) {
                move(deadline);
            }
        } else if (deadline.state() == DeadlineState.LAPSED) {
            // nobody is late, so the task that stays is not due any more
            with(deadline, (context, instance) -> tasks(context, deadline, task -> task.setDueDate(null)));
        }
    }

    /** Writes the new day to the variable, reschedules the timers that wait and sets up those that had fired too early. */
    private void move(Deadline deadline) {
        with(deadline, (context, instance) -> {
            var due = Moments.endOf(deadline.dueOn());
            instance.setVariable(deadline.variable(), due);
            timers(deadline, instance, (declaration, execution) -> reschedule(context, declaration, execution));
            tasks(context, deadline, task -> task.setDueDate(deadline.reminder() ? null : due));
        });
    }

    /** Keeps the timers from firing and takes the due date off the open tasks. */
    private void stop(Deadline deadline) {
        with(deadline, (context, instance) -> {
            timers(deadline, instance, (declaration, execution) -> {
                var timer = timer(context, declaration, execution);
                if (timer != null) {
                    timer.setSuspensionState(SuspensionState.SUSPENDED.getStateCode());
                }
            });
            tasks(context, deadline, task -> task.setDueDate(null));
        });
    }

    /** Lets stopped timers run again, at the new day. */
    private void start(Deadline deadline) {
        with(deadline, (context, instance) -> timers(deadline, instance, (declaration, execution) -> {
            var timer = timer(context, declaration, execution);
            if (timer != null) {
                timer.setSuspensionState(SuspensionState.ACTIVE.getStateCode());
            }
        }));
        move(deadline);
    }

    /** Gives the open tasks of a missed deadline priority. */
    void raisePriority(Deadline deadline) {
        with(deadline, (context, instance) -> tasks(context, deadline, task -> task.setPriority(OVERDUE_PRIORITY)));
    }

    private static void reschedule(CommandContext context, TimerDeclarationImpl declaration, ExecutionEntity execution) {
        var timer = timer(context, declaration, execution);
        if (timer != null) {
            declaration.resolveAndSetDuedate(execution, timer, false);
            return;
        }
        // it has fired for the old day; it is needed again only if the new moment is still to come
        var again = declaration.createTimerInstance(execution);
        if (!again.getDuedate().after(ClockUtil.getCurrentTime())) {
            again.delete();
        }
    }

    private static TimerEntity timer(CommandContext context, TimerDeclarationImpl declaration, ExecutionEntity execution) {
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

    private void with(Deadline deadline, BiConsumer<CommandContext, ExecutionEntity> work) {
        if (deadline.processInstanceId() == null) {
            return;
        }
        configuration.getObject().getCommandExecutorTxRequired().execute(context -> {
            var instance = context.getExecutionManager().findExecutionById(deadline.processInstanceId());
            if (instance != null) {
                work.accept(context, instance);
            }
            return null;
        });
    }

    private static void timers(Deadline deadline, ExecutionEntity instance, BiConsumer<TimerDeclarationImpl, ExecutionEntity> work) {
        var reads = reads(deadline);
        scopes(instance).forEach((scope, execution) ->
                TimerDeclarationImpl.getDeclarationsForScope(scope).values().stream()
                        .filter(declaration -> reads.matcher(declaration.getJobConfiguration()).find())
                        .forEach(declaration -> work.accept(declaration, execution)));
    }

    private static Map<ScopeImpl, ExecutionEntity> scopes(ExecutionEntity instance) {
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

    private static void tasks(CommandContext context, Deadline deadline, Consumer<TaskEntity> work) {
        var reads = reads(deadline);
        context.getTaskManager().findTasksByProcessInstanceId(deadline.processInstanceId()).stream()
                .filter(task -> task.getTaskDefinition().getDueDateExpression() != null)
                .filter(task -> reads.matcher(task.getTaskDefinition().getDueDateExpression().getExpressionText()).find())
                .forEach(work);
    }

    private static Pattern reads(Deadline deadline) {
        return Pattern.compile("\\b" + Pattern.quote(String.valueOf(deadline.variable())) + "\\b");
    }

    static boolean overdue(Date due) {
        return due != null && due.before(ClockUtil.getCurrentTime());
    }
}
