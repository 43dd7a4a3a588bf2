package org.redress.engine;

import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.el.ElValueProvider;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.jspecify.annotations.NullUnmarked;

/** An open task of an instance that was moved to another version of its model, with what the version before said of it. */
@NullUnmarked
public final class Redrawn {
    private final TaskEntity task;
    private final ScopeImpl stepBefore;
    private final TaskDefinition before;
    private final TaskDefinition now;

    Redrawn(TaskEntity task, ProcessDefinitionEntity earlier, String stepBefore) {
        this.task = task;
        this.stepBefore = earlier.findActivity(stepBefore);
        this.before = Objects.requireNonNull(earlier.getTaskDefinitions().get(stepBefore));
        this.now = task.getTaskDefinition();
    }

    /** The task itself. */
    public DelegateTask task() {
        return task;
    }

    /** Works out what the model works out for its form, where that is new or worked out in another way; what people answered is no such thing. */
    public void workOut() {
        var earlier = inputs(stepBefore);
        var scope = task.getExecution();
        inputs(scope.getActivity()).forEach((name, parameter) -> {
            var old = earlier.get(name);
            if (old == null || !written(old).equals(written(parameter))) {
                parameter.execute(scope);
            }
        });
    }

    /** Calls it as the model does. */
    public void rename() {
        task.setName(text(now.getNameExpression()));
        task.setDescription(text(now.getDescriptionExpression()));
    }

    /** Lets it be due as the model says, where that says otherwise than before. A day that was taken away comes back only as whoever took it says. */
    public void dueAnew() {
        boolean takenAway = before.getDueDateExpression() != null && task.getDueDate() == null;
        if (!takenAway && !words(before.getDueDateExpression()).equals(words(now.getDueDateExpression()))) {
            task.setDueDate(now.getDueDateExpression() == null ? null : (Date) now.getDueDateExpression().getValue(task.getExecution()));
        }
    }

    /** Lets it wait for the groups that the model names now, where these are others than those that it named; tells whether they are. Until the engine writes, it has the links of before too. */
    public boolean regroup() {
        if (groups(before).equals(groups())) {
            return false;
        }
        Set.copyOf(Tasks.groups(task)).forEach(task::deleteCandidateGroup);
        task.addCandidateGroups(groups());
        return true;
    }

    /** The groups that the model names. */
    public Set<String> groups() {
        return groups(now);
    }

    /** Gives it to whom the model names by name, where it says so otherwise than before. */
    public void nameAnew() {
        if (now.getAssigneeExpression() != null && !words(before.getAssigneeExpression()).equals(words(now.getAssigneeExpression()))) {
            var named = (String) now.getAssigneeExpression().getValue(task.getExecution());
            if (named != null && !named.equals(task.getAssignee())) {
                task.setAssignee(named);
            }
        }
    }

    /** Whoever watches tasks hears of what was changed. */
    public void changed() {
        task.triggerUpdateEvent();
    }

    private Set<String> groups(TaskDefinition definition) {
        VariableScope scope = task.getExecution();
        return definition.getCandidateGroupIdExpressions().stream().map(group -> group.getValue(scope))
                .flatMap(named -> named instanceof Collection<?> several ? several.stream().map(String::valueOf) : Stream.of(String.valueOf(named).split("\\s*,\\s*")))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Map<String, InputParameter> inputs(ScopeImpl step) {
        var mapping = step == null ? null : step.getIoMapping();
        var inputs = new HashMap<String, InputParameter>();
        if (mapping != null) {
            mapping.getInputParameters().forEach(parameter -> inputs.put(parameter.getName(), parameter));
        }
        return inputs;
    }

    private static String written(InputParameter parameter) {
        var value = parameter.getValueProvider();
        // what is no expression is a fixed value or a list
        return value instanceof ElValueProvider expression ? expression.getExpression().getExpressionText() : "fixed " + value.getValue(null);
    }

    private String text(Expression expression) {
        return expression == null ? null : (String) expression.getValue(task.getExecution());
    }

    private static String words(Expression expression) {
        return expression == null ? "" : expression.getExpressionText();
    }
}
