package org.redress.move;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Which element of a version of a model goes on as which of another: those of one id and kind, as the engine finds them, and tasks of people that got another
 * name, by their form where no other task on either side shows it.
 */
@Component
class Plans {
    private static final String EACH = "#multiInstanceBody";

    /** Elements at which a case can stand for longer than a step takes. */
    private static final List<Class<? extends FlowNode>> WAITING = List.of(UserTask.class, ReceiveTask.class, CallActivity.class, IntermediateCatchEvent.class, EventBasedGateway.class);

    private final RuntimeService runtime;
    private final RepositoryService repository;

    /** By both process definitions, which never change. */
    private final Map<List<String>, Plan> made = new ConcurrentHashMap<>();

    Plans(@Lazy RuntimeService runtime, @Lazy RepositoryService repository) {
        this.runtime = runtime;
        this.repository = repository;
    }

    /** A plan of the engine, and which elements go on: the ids before, with those after. */
    record Plan(MigrationPlan engines, Map<String, String> steps) {}

    Plan of(String from, String to) {
        return made.computeIfAbsent(List.of(from, to), both -> make(from, to));
    }

    private Plan make(String from, String to) {
        var equal = runtime.createMigrationPlan(from, to).mapEqualActivities().build();
        var builder = runtime.createMigrationPlan(from, to).mapEqualActivities();
        try {
            return renamed(from, to, steps(equal), builder) ? plan(builder.build()) : plan(equal);
        } catch (MigrationPlanValidationException notSo) {
            return plan(equal);
        }
    }

    private static Plan plan(MigrationPlan engines) {
        return new Plan(engines, steps(engines));
    }

    private static Map<String, String> steps(MigrationPlan engines) {
        return engines.getInstructions().stream().collect(Collectors.toMap(MigrationInstruction::getSourceActivityId, MigrationInstruction::getTargetActivityId));
    }

    /** Adds the tasks that got another name; tells whether there are any. */
    private boolean renamed(String from, String to, Map<String, String> steps, MigrationPlanBuilder builder) {
        var before = repository.getBpmnModelInstance(from);
        var after = repository.getBpmnModelInstance(to);
        boolean any = false;
        for (var task : before.getModelElementsByType(UserTask.class)) {
            if (!steps.containsKey(task.getId())) {
                var now = same(task, before, after, steps);
                now.ifPresent(as -> map(task, as, before, after, steps, builder));
                any |= now.isPresent();
            }
        }
        return any;
    }

    private static Optional<UserTask> same(UserTask task, BpmnModelInstance before, BpmnModelInstance after, Map<String, String> steps) {
        var others = before.getModelElementsByType(UserTask.class).stream().filter(other -> !steps.containsKey(other.getId()) && oneForm(task, other)).count();
        var found = after.getModelElementsByType(UserTask.class).stream().filter(other -> !steps.containsValue(other.getId()) && oneForm(task, other)).toList();
        var moved = after.getModelElementById(task.getId());
        if (moved instanceof UserTask as && several(task) == several(as)) {
            // drawn into another part
            return Optional.of(as);
        }
        return others == 1 && found.size() == 1 ? Optional.of(found.get(0)).filter(as -> oneScope(task, as, steps) && several(task) == several(as)) : Optional.empty();
    }

    private static boolean oneForm(UserTask one, UserTask other) {
        return one.getCamundaFormRef() != null && one.getCamundaFormRef().equals(other.getCamundaFormRef());
    }

    private static boolean oneScope(UserTask one, UserTask other, Map<String, String> steps) {
        return one.getParentElement() instanceof Process ? other.getParentElement() instanceof Process
                : Objects.equals(steps.get(one.getParentElement().getAttributeValue("id")), other.getParentElement().getAttributeValue("id"));
    }

    private static boolean several(UserTask task) {
        return task.getLoopCharacteristics() != null;
    }

    private static void map(UserTask task, UserTask as, BpmnModelInstance before, BpmnModelInstance after, Map<String, String> steps, MigrationPlanBuilder builder) {
        if (several(task)) {
            builder.mapActivities(task.getId() + EACH, as.getId() + EACH);
        }
        builder.mapActivities(task.getId(), as.getId());
        var ends = new HashMap<String, BoundaryEvent>();
        after.getModelElementsByType(BoundaryEvent.class).stream().filter(event -> event.getAttachedTo().equals(as)).forEach(event -> ends.put(event.getId(), event));
        before.getModelElementsByType(BoundaryEvent.class).stream().filter(event -> event.getAttachedTo().equals(task) && ends.containsKey(event.getId()) && !steps.containsKey(event.getId()))
                .forEach(event -> builder.mapActivities(event.getId(), event.getId()));
    }

    /** Where a case can stand in the one version and not in the other: what they are called. */
    List<String> without(String in, String notIn) {
        var known = of(in, notIn).steps().keySet();
        var model = repository.getBpmnModelInstance(in);
        return WAITING.stream().flatMap(kind -> model.getModelElementsByType(kind).stream()).map(step -> step.getAttributeValue("id")).filter(id -> !known.contains(id))
                .map(id -> name(in, id)).sorted().toList();
    }

    /** What a part calls, as the model says it; nothing for any other element. */
    @Nullable String calls(String definition, String element) {
        return repository.getBpmnModelInstance(definition).getModelElementById(element) instanceof CallActivity call ? call.getCalledElement() : null;
    }

    /** What an element is called. */
    String name(String definition, String element) {
        var found = repository.getBpmnModelInstance(definition).getModelElementById(element.replace(EACH, ""));
        var name = found == null ? null : found.getAttributeValue("name");
        return name == null ? element : name.replaceAll("\\s+", " ");
    }
}
