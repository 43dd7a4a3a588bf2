package org.redress.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;

/** What the engine knows of an open task beside what its public API tells. */
public final class Tasks {
    /** Why a task ended that was done: as the engine's history says it. */
    public static final String COMPLETED = TaskEntity.DELETE_REASON_COMPLETED;

    private Tasks() {}

    /** After something of a task was changed: whoever watches tasks hears of it, and the engine's list of what people did has it under this operation. */
    public static void changed(DelegateTask task, String operation) {
        ((TaskEntity) task).triggerUpdateEvent();
        ((TaskEntity) task).logUserOperation(operation);
    }

    /** The groups for which it waits. */
    public static List<String> groups(DelegateTask task) {
        return ((TaskEntity) task).getIdentityLinks().stream().filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType())).map(IdentityLink::getGroupId).filter(Objects::nonNull).toList();
    }

    /** How the model says whose it is by name. */
    public static Optional<Expression> assignee(DelegateTask task) {
        return Optional.ofNullable(definition(task).getAssigneeExpression());
    }

    /** Whose it was by name before what happens at this moment; none if that does not change. */
    public static @Nullable String assigneeBefore(DelegateTask task) {
        var before = ((TaskEntity) task).getPropertyChanges().get(TaskEntity.ASSIGNEE);
        return before == null ? null : before.getOrgValueString();
    }

    /** Whether it is one of several that run side by side. */
    public static boolean oneOfMany(DelegateTask task) {
        var activity = ((TaskEntity) task).getExecution().getActivity();
        var scope = activity == null ? null : activity.getFlowScope();
        return scope != null && scope.getActivityBehavior() instanceof MultiInstanceActivityBehavior;
    }

    static TaskDefinition definition(DelegateTask task) {
        return ((TaskEntity) task).getTaskDefinition();
    }
}
