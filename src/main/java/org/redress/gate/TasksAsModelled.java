package org.redress.gate;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.redress.engine.Engine;
import org.redress.engine.Inside;
import org.redress.engine.Redrawn;
import org.redress.engine.Tasks;
import org.redress.identity.Authority;
import org.springframework.stereotype.Component;

/**
 * Open tasks as their model has them. The engine moves a task to another version of its model and leaves it as it was made: with the new form under the old
 * name, for the old group, due on the old day. Here it becomes what it would be if it were made now, and what people did with it stays.
 */
@Component
public class TasksAsModelled {
    private final Engine engine;
    private final Assignment assignment;
    private final Authority authority;
    private final BringForward bringForward;

    TasksAsModelled(Engine engine, Assignment assignment, Authority authority, BringForward bringForward) {
        this.engine = engine;
        this.assignment = assignment;
        this.authority = authority;
        this.bringForward = bringForward;
    }

    /**
     * An open task.
     *
     * @param id the engine's, which it keeps
     * @param step the id of its element in the model
     * @param dueAt the last moment of the day on which it is due
     * @param form the id of its form
     * @param offered what its form offers to choose from, by the keys of the fields
     */
    public record Open(String id, String step, String name, List<String> groups, @Nullable String assignee, @Nullable Date dueAt, String form, Map<String, Set<String>> offered) {}

    /** The open tasks of a process instance, the called ones not among them. */
    public List<Open> of(String instance) {
        return run(inside -> inside.tasks(instance).stream().map(task -> open(inside, task)).toList());
    }

    /**
     * Brings the tasks of a process instance that was moved to what its model says now.
     *
     * @param before the tasks as they were
     * @param definition the process definition from which it was moved
     * @return what people may not expect, a sentence each, without what somebody answered
     * @throws OptimisticLockingException if a task has come that was not there before
     */
    public List<String> follow(String instance, String definition, List<Open> before) {
        List<String> said = run(inside -> brought(inside, instance, definition, before));
        // when the engine has written who they are for
        run(inside -> {
            inside.tasks(instance).forEach(assignment::lookAt);
            return said;
        });
        return said;
    }

    private List<String> brought(Inside inside, String instance, String definition, List<Open> before) {
        var was = before.stream().collect(Collectors.toMap(Open::id, open -> open));
        var said = new ArrayList<String>();
        for (var task : inside.tasks(instance)) {
            var old = was.get(task.getId());
            if (old == null) {
                throw new OptimisticLockingException("A task has come meanwhile.");
            }
            follow(inside.redrawn(task, definition, old.step()), said);
            withdrawn(old, open(inside, task), task, said);
        }
        return said;
    }

    private void follow(Redrawn redrawn, List<String> said) {
        var task = redrawn.task();
        redrawn.workOut();
        redrawn.rename();
        redrawn.dueAnew();
        if (redrawn.regroup() && task.getAssignee() != null && authority.objection(task.getAssignee(), work(task, redrawn.groups())).isPresent()) {
            task.setAssignee(null);
            said.add("\"" + task.getName() + "\" goes back to its groups: whoever has it is in none of them.");
        }
        redrawn.nameAnew();
        if (Duties.waitsFor(task) == null) {
            task.setFollowUpDate(null);
        } else {
            bringForward.begin(task);
        }
        redrawn.changed();
    }

    /** For the groups that it has as soon as the engine writes. */
    private Authority.Work work(DelegateTask task, Set<String> groups) {
        var work = assignment.work(task);
        return new Authority.Work(work.council(), groups, work.reference(), work.stage(), work.duty(), work.own(), work.notBy());
    }

    private static void withdrawn(Open was, Open is, DelegateTask task, List<String> said) {
        is.offered().forEach((key, now) -> {
            if (task.getVariable(key) instanceof String chosen && was.offered().getOrDefault(key, Set.of()).contains(chosen) && !now.contains(chosen)) {
                said.add("\"" + task.getName() + "\" does not offer any more what was chosen for \"" + key + "\": it stays until somebody chooses anew.");
            }
        });
    }

    private static Open open(Inside inside, DelegateTask task) {
        var form = Gate.form(inside, task);
        var offered = new HashMap<String, Set<String>>();
        form.fields().stream().filter(field -> field.kind() == Field.Kind.CHOICE && field.optionsVariable() == null).forEach(field -> offered.put(field.key(), field.options().keySet()));
        return new Open(task.getId(), task.getTaskDefinitionKey(), task.getName(), Tasks.groups(task).stream().sorted().toList(), task.getAssignee(), task.getDueDate(), form.id(), offered);
    }

    private <T> T run(Function<Inside, T> work) {
        return engine.run(inside -> inside.unchecked(() -> work.apply(inside)));
    }
}
