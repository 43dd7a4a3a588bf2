package org.redress.gate;

import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.jspecify.annotations.Nullable;

/** What the model says about a user task beside its form: its duty, and whether it goes on while the case is paused. */
final class Duties {
    private Duties() {}

    /** The duty (extension property {@code duty}) that completing the task means, if the model names one. */
    static @Nullable String of(TaskEntity task) {
        return property(task, "duty");
    }

    static boolean allowedWhilePaused(TaskEntity task) {
        return "yes".equals(property(task, "whilePaused"));
    }

    /** Whether the task is one of several that run side by side. */
    static boolean oneOfMany(TaskEntity task) {
        var scope = task.getExecution().getActivity() == null ? null : task.getExecution().getActivity().getFlowScope();
        return scope != null && scope.getActivityBehavior() instanceof MultiInstanceActivityBehavior;
    }

    private static @Nullable String property(TaskEntity task, String name) {
        var element = task.getBpmnModelElementInstance();
        if (element == null || element.getExtensionElements() == null) {
            return null;
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(property -> property.getCamundaValue())
                .findFirst()
                .orElse(null);
    }
}
