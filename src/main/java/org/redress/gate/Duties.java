package org.redress.gate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.jspecify.annotations.Nullable;

/** What the model says about a user task beside its form: its duty, who does not do it, and whether it goes on while the case is paused. */
final class Duties {
    /** More tasks than a council deploys in years; a process owner who tries one change after the other makes as many. */
    private static final int MOST = 20_000;
    private static final String OWN = "ownMatter";
    private static final String NOT_BY = "notBy";
    /** What the tasks of deployed processes say, read once: what belongs to a deployment never changes. */
    private static final Map<List<String>, Map<String, String>> DEPLOYED = new ConcurrentHashMap<>();

    private Duties() {}

    /** The duty (extension property {@code duty}) that completing the task means, if the model names one. */
    static @Nullable String of(DelegateTask task) {
        return property(task, "duty");
    }

    /** The duty of the task that is made in this execution. */
    static @Nullable String of(DelegateExecution execution) {
        return property(execution, "duty");
    }

    /** The duty that a model gives to a task. */
    static @Nullable String of(FlowElement task) {
        return property(task, "duty");
    }

    /** Whether the task is a matter of the person whom the model names, whatever their role: their own leave, or standing in. */
    static boolean own(DelegateTask task) {
        return "yes".equals(property(task, OWN));
    }

    static boolean own(DelegateExecution execution) {
        return "yes".equals(property(execution, OWN));
    }

    static boolean own(@Nullable FlowElement task) {
        return "yes".equals(property(task, OWN));
    }

    /** Whether a task that nobody has done in time comes to the supervisors' list of stuck work. */
    static boolean stuckWhenLate(FlowElement task) {
        return "yes".equals(property(task, "stuckWhenLate"));
    }

    /** The variables that hold who does not do the task (extension property {@code notBy}): whoever asked for what it confirms. */
    static List<String> notBy(DelegateTask task) {
        return listed(property(task, NOT_BY));
    }

    static List<String> notBy(DelegateExecution execution) {
        return listed(property(execution, NOT_BY));
    }

    static List<String> notBy(@Nullable FlowElement task) {
        return listed(property(task, NOT_BY));
    }

    private static List<String> listed(@Nullable String variables) {
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
        return property(task.getProcessDefinitionId(), task.getTaskDefinitionKey(), task::getBpmnModelElementInstance, name);
    }

    private static @Nullable String property(DelegateExecution execution, String name) {
        return property(execution.getProcessDefinitionId(), execution.getCurrentActivityId(), execution::getBpmnModelElementInstance, name);
    }

    private static @Nullable String property(@Nullable String process, @Nullable String task, Supplier<@Nullable FlowElement> element, String name) {
        if (process == null || task == null) {
            return property(element.get(), name);
        }
        var key = List.of(process, task);
        var known = DEPLOYED.get(key);
        if (known == null) {
            known = properties(element.get());
            if (DEPLOYED.size() >= MOST) {
                DEPLOYED.clear();
            }
            DEPLOYED.put(key, known);
        }
        return known.get(name);
    }

    private static @Nullable String property(@Nullable FlowElement element, String name) {
        return properties(element).get(name);
    }

    /** All that it says, by name; of two with one name the first counts. */
    private static Map<String, String> properties(@Nullable FlowElement element) {
        if (element == null || element.getExtensionElements() == null) {
            return Map.of();
        }
        var said = new HashMap<String, String>();
        element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream().flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> property.getCamundaName() != null).forEach(property -> said.putIfAbsent(property.getCamundaName(), property.getCamundaValue()));
        return said;
    }
}
