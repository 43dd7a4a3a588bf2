package org.redress.ombudsman;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.jspecify.annotations.Nullable;
import org.redress.gate.Submission;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The other issues of an assessment that wait where one was answered, so that one answer can be for all; what a colleague has claimed is left to them (LGS-02, LGS-04). */
@Component
class OtherIssues {
    private static final String NUMBER = "issueNumber";

    private final RuntimeService runtime;
    private final TaskService tasks;

    OtherIssues(@Lazy RuntimeService runtime, @Lazy TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** An issue that waits, and how its process knows it. */
    record Waiting(int number, String execution) {}

    /** Those for which the message of the model can still come, without the one that is answered. */
    List<Waiting> waiting(Submission answered, String message) {
        return runtime.createExecutionQuery().processInstanceId(answered.processInstanceId().orElseThrow()).messageEventSubscriptionName(message).list().stream()
                .filter(execution -> free(execution, answered.user()))
                .map(execution -> new Waiting((Integer) runtime.getVariable(execution.getId(), NUMBER), execution.getId()))
                .filter(other -> !answered.variable(NUMBER).orElseThrow().equals(other.number()))
                .toList();
    }

    private boolean free(Execution execution, String user) {
        return tasks.createTaskQuery().executionId(execution.getId()).list().stream().allMatch(task -> task.getAssignee() == null || task.getAssignee().equals(user));
    }

    @Nullable Object variable(Waiting issue, String name) {
        return runtime.getVariable(issue.execution(), name);
    }

    /** The issue goes on as if it had been answered by itself. */
    void goOn(Waiting issue, String message, Map<String, @Nullable Object> facts) {
        runtime.messageEventReceived(message, issue.execution(), facts);
    }
}
