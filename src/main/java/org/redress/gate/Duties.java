package org.redress.gate;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.jspecify.annotations.Nullable;

/** What the model says about a user task beside its form: its duty, who does not do it, and whether it goes on while the case is paused. */
final class Duties {
    private Duties() {}

    /** The duty (extension property {@code duty}) that completing the task means, if the model names one. */
    static @Nullable String of(DelegateTask task) {
        return property(task, "duty");
    }

    /** The duty of the task that is made in this execution. */
    static @Nullable String of(DelegateExecution execution) {
        return property(execution.getBpmnModelElementInstance(), "duty");
    }

    /** The duty that a model gives to a task. */
    static @Nullable String of(FlowElement task) {
        return property(task, "duty");
    }

    /** Whether the task is a matter of the person whom the model names, whatever their role: their own leave, or standing in. */
    static boolean own(DelegateTask task) {
        return own(task.getBpmnModelElementInstance());
    }

    static boolean own(DelegateExecution execution) {
        return own(execution.getBpmnModelElementInstance());
    }

    static boolean own(@Nullable FlowElement task) {
        return "yes".equals(property(task, "ownMatter"));
    }

    /** Whether a task that nobody has done in time comes to the supervisors' list of stuck work. */
    static boolean stuckWhenLate(FlowElement task) {
        return "yes".equals(property(task, "stuckWhenLate"));
    }

    /** The variables that hold who does not do the task (extension property {@code notBy}): whoever asked for what it confirms. */
    static List<String> notBy(DelegateTask task) {
        return notBy(task.getBpmnModelElementInstance());
    }

    static List<String> notBy(DelegateExecution execution) {
        return notBy(execution.getBpmnModelElementInstance());
    }

    static List<String> notBy(@Nullable FlowElement task) {
        var variables = property(task, "notBy");
        return variables == null ? List.of() : List.of(variables.strip().split("\\s*,\\s*"));
    }

    static boolean allowedWhilePaused(DelegateTask task) {
        return "yes".equals(property(task, "whilePaused"));
    }

    /** For whom whoever has the task waits, if it waits for somebody else: it comes back on its bring-forward day. */
    static @Nullable String waitsFor(DelegateTask task) {
        return property(task, "waitsFor");
    }

    static @Nullable String waitsFor(FlowElement task) {
        return property(task, "waitsFor");
    }

    private static @Nullable String property(DelegateTask task, String name) {
        return property(task.getBpmnModelElementInstance(), name);
    }

    private static @Nullable String property(@Nullable FlowElement element, String name) {
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
