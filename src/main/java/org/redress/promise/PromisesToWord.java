package org.redress.promise;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.casefile.ActionView;
import org.redress.casefile.AgreedActions;
import org.springframework.stereotype.Component;

/** The promises that still have to be worded, for the models' "one task per promise" (CORP-32). */
@Component
public class PromisesToWord {
    private final AgreedActions actions;

    PromisesToWord(AgreedActions actions) {
        this.actions = actions;
    }

    /** Their numbers, without those that somebody words already because they belong to an issue that was added. */
    public List<Integer> of(DelegateExecution execution) {
        var given = given(execution.getProcessEngineServices().getTaskService(), execution.getProcessBusinessKey());
        return numbers(execution, promise -> !given.contains(promise.number()));
    }

    /** The same for the issue that was added. */
    public List<Integer> ofIssue(DelegateExecution execution) {
        var issue = (Integer) execution.getVariable("issueNumber");
        return numbers(execution, promise -> issue.equals(Objects.requireNonNull(promise.promise()).issue()));
    }

    private List<Integer> numbers(DelegateExecution execution, Predicate<ActionView> which) {
        return actions.promisesToWord((String) execution.getVariable("caseReference")).stream().filter(which).map(ActionView::number).toList();
    }

    private static Set<Object> given(TaskService tasks, String reference) {
        return tasks.createTaskQuery().processInstanceBusinessKey(reference).list().stream().map(task -> tasks.getVariable(task.getId(), "actionNumber"))
                .filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
