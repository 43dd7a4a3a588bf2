package org.redress.gate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Appointments;
import org.redress.engine.Engine;
import org.redress.engine.Inside;
import org.redress.engine.Tasks;
import org.redress.identity.Authority.Work;
import org.redress.identity.CaseRole;
import org.redress.identity.RestrictedCases;
import org.redress.identity.Role;
import org.redress.identity.Services;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The open tasks of a case or a council as work: who has them, who may have them, and how they come to somebody else by the product's hand. */
@Component
public class OpenWork {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int PAGE = 200;
    private static final int MOST_VARIABLES = 2000;
    /** A variable of a task: who was given it alone. */
    static final String ALONE = "givenAlone";

    private final ProcessEngine services;
    private final Engine engine;
    private final Appointments appointments;
    private final Clock clock;

    OpenWork(@Lazy ProcessEngine services, Engine engine, Appointments appointments, Clock clock) {
        this.services = services;
        this.engine = engine;
        this.appointments = appointments;
        this.clock = clock;
    }

    /**
     * An open task.
     *
     * @param title its name, with the number of its issue, action or comment
     * @param role the role of the case whose holder does it, if it is somebody's by name
     * @param stuckWhenLate whether supervisors see to it when its day has passed
     * @param broughtForward the day on which it comes back to whoever waits with it for somebody else; none if that day has come
     * @param waitsFor for whom a task of this kind waits, if it waits for somebody else
     * @param alone who was given this one task of the role by a supervisor, while somebody else has the role
     */
    public record OpenTask(String id, String title, @Nullable String assignee, Work work, @Nullable CaseRole role, @Nullable Integer issue, @Nullable LocalDate due,
            boolean stuckWhenLate, @Nullable String alone, @Nullable LocalDate broughtForward, @Nullable String waitsFor) {
        /** The case; tasks that belong to none have none. */
        public @Nullable String reference() {
            return work.reference();
        }
    }

    /** The open tasks of a case. */
    public List<OpenTask> of(String reference) {
        return unchecked(() -> tasks(() -> tasksOf().processInstanceBusinessKey(reference)));
    }

    /** Those of these tasks that are open. */
    public List<OpenTask> among(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : unchecked(() -> tasks(() -> tasksOf().taskIdIn(ids.toArray(String[]::new))));
    }

    /** The open tasks of a council but for the cases whose work is apart, or of some of these: as the engine's tenants are. */
    public List<OpenTask> ofTenants(Collection<String> tenants) {
        return unchecked(() -> tasks(() -> tasksOf().tenantIdIn(tenants.toArray(String[]::new))));
    }

    /** The open tasks that a person has at a council. */
    public List<OpenTask> of(String person, String council) {
        return unchecked(() -> tasks(() -> tasksOf().taskAssignee(person))).stream().filter(task -> RestrictedCases.council(task.work().council()).equals(council)).toList();
    }

    /** What the cards of some tasks that whoever asks may see say, read together: by task and by name of the variable. */
    public Map<String, Map<String, Object>> cards(List<Task> tasks) {
        return unchecked(() -> numbers(tasks));
    }

    /** Since when the person has a task who has it, or since when it waits for its groups: a civil day in Europe/London. */
    public LocalDate withThemSince(OpenTask task) {
        return unchecked(() -> {
            // the task itself may be gone by now
            var history = services.getHistoryService();
            var given = task.assignee() == null ? null : history.createHistoricIdentityLinkLogQuery().taskId(task.id()).type(IdentityLinkType.ASSIGNEE)
                    .userId(task.assignee()).operationType("add").orderByTime().desc().listPage(0, 1).stream().findFirst().map(link -> link.getTime()).orElse(null);
            return LocalDate.ofInstant((given == null ? history.createHistoricTaskInstanceQuery().taskId(task.id()).singleResult().getStartTime() : given).toInstant(), LONDON);
        });
    }

    /** Gives a task to a person. Refuses whoever may not do it. */
    public void give(OpenTask task, String person) {
        change(task, person);
    }

    /** The same for one task of a role that somebody else has: it stays with them when the role passes to another. */
    public void giveAlone(OpenTask task, String person) {
        change(task, person);
        unchecked(() -> {
            entity(task.id()).setVariableLocal(ALONE, person);
            return null;
        });
    }

    /** Takes a task from the person who has it, for the group. */
    public void release(OpenTask task) {
        change(task, null);
    }

    /** Lets the open tasks of a case wait for the service that it, or their issue, was given to; whoever is of another one loses sight of them. */
    public void moveToService(String reference) {
        unchecked(() -> {
            for (var task : of(reference)) {
                var entity = entity(task.id());
                var waits = Tasks.groups(entity);
                var gone = waits.stream().filter(group -> !task.work().groups().contains(group)).toList();
                gone.forEach(group -> entity.deleteGroupIdentityLink(group, IdentityLinkType.CANDIDATE));
                task.work().groups().stream().filter(group -> !waits.contains(group)).forEach(group -> entity.addGroupIdentityLink(group, IdentityLinkType.CANDIDATE));
            }
            return null;
        });
    }

    /** Lets the open tasks of a process belong to another case of the council: its card, and the service that has it. */
    public void moveToCase(String processInstance, String reference) {
        unchecked(() -> {
            for (var task : Inside.now().tasks(processInstance)) {
                task.setVariableLocal("caseReference", reference);
                var issue = task.getVariable("issueNumber") instanceof Number number ? Integer.valueOf(number.intValue()) : null;
                for (var group : Tasks.groups(task)) {
                    var right = ofService(Services.role(group), () -> appointments.service(reference, issue));
                    if (!right.equals(group)) {
                        task.deleteGroupIdentityLink(group, IdentityLinkType.CANDIDATE);
                        task.addGroupIdentityLink(right, IdentityLinkType.CANDIDATE);
                    }
                }
            }
            return null;
        });
    }

    private void change(OpenTask task, @Nullable String person) {
        unchecked(() -> {
            var entity = entity(task.id());
            if (!Objects.equals(entity.getAssignee(), person)) {
                entity.setAssignee(person);
                Tasks.changed(entity, UserOperationLogEntry.OPERATION_TYPE_ASSIGN);
            }
            return null;
        });
    }

    private static DelegateTask entity(String id) {
        return Objects.requireNonNull(Inside.now().task(id));
    }

    private TaskQuery tasksOf() {
        return services.getTaskService().createTaskQuery().active().orderByTaskId().asc();
    }

    private List<OpenTask> tasks(Supplier<TaskQuery> query) {
        var all = new ArrayList<OpenTask>();
        var asked = new HashMap<String, Optional<String>>();
        for (int from = 0;; from += PAGE) {
            var page = query.get().listPage(from, PAGE);
            var numbers = numbers(page);
            page.forEach(task -> all.add(openTask(task, numbers.getOrDefault(task.getId(), Map.of()), asked)));
            if (page.size() < PAGE) {
                return all;
            }
        }
    }

    /** What the cards of these tasks say: their case, stage, issue. */
    private Map<String, Map<String, Object>> numbers(List<Task> page) {
        var numbers = new HashMap<String, Map<String, Object>>();
        if (!page.isEmpty()) {
            services.getRuntimeService().createVariableInstanceQuery().taskIdIn(page.stream().map(Task::getId).toArray(String[]::new))
                    .disableCustomObjectDeserialization().disableBinaryFetching().listPage(0, MOST_VARIABLES)
                    .forEach(variable -> numbers.computeIfAbsent(variable.getTaskId(), id -> new HashMap<>()).put(variable.getName(), value(variable)));
        }
        return numbers;
    }

    private static Object value(VariableInstance variable) {
        return Objects.requireNonNullElse(variable.getValue(), "");
    }

    private OpenTask openTask(Task task, Map<String, Object> card, Map<String, Optional<String>> asked) {
        var model = (UserTask) services.getRepositoryService().getBpmnModelInstance(task.getProcessDefinitionId()).getModelElementById(task.getTaskDefinitionKey());
        var reference = card.get("caseReference") instanceof String text ? text : null;
        var issue = card.get("issueNumber") instanceof Number n ? Integer.valueOf(n.intValue()) : null;
        int stage = card.get("stageNumber") instanceof Number n ? n.intValue() : 0;
        var groups = model.getCamundaCandidateGroupsList().stream().map(String::strip).map(group -> reference == null ? group
                : ofService(group, () -> asked.computeIfAbsent(reference + " " + issue, key -> appointments.service(reference, issue)))).toList();
        var title = Stream.of("issueNumber", "actionNumber", "commentNumber").map(card::get).filter(Objects::nonNull).findFirst()
                .map(number -> task.getName() + " " + number).orElse(task.getName());
        return new OpenTask(task.getId(), title, task.getAssignee(), new Work(task.getTenantId(), groups, reference, stage, Duties.of(model), Duties.own(model) ? task.getAssignee() : null, notBy(task, model)),
                CaseRole.ofAssignee(model.getCamundaAssignee()).orElse(null), issue,
                task.getDueDate() == null ? null : LocalDate.ofInstant(task.getDueDate().toInstant(), LONDON), Duties.stuckWhenLate(model), card.get(ALONE) instanceof String person ? person : null,
                BringForward.day(task).filter(day -> day.isAfter(LocalDate.now(clock))).orElse(null), Duties.waitsFor(model));
    }

    private List<String> notBy(Task task, UserTask model) {
        return Duties.notBy(model).stream().map(variable -> services.getRuntimeService().getVariable(task.getExecutionId(), variable)).filter(String.class::isInstance).map(String.class::cast).toList();
    }

    static String ofService(String group, Supplier<Optional<String>> service) {
        return Stream.of(Role.values()).filter(role -> role.group().equals(group) && role.ofServices()).findFirst()
                .flatMap(role -> service.get()).map(code -> Services.group(group, code)).orElse(group);
    }

    /** The product does this, whoever it works for; it runs as a whole, inside what is under way. */
    private <T> T unchecked(Supplier<T> work) {
        return engine.unchecked(work);
    }
}
