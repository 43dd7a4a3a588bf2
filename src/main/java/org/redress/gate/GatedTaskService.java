package org.redress.gate;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.NullUnmarked;

/** The engine's task service, with every completion through the gate and no other way to write answers. */
@NullUnmarked
class GatedTaskService extends TaskServiceImpl {
    private final Gate gate;

    GatedTaskService(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, Map.of());
    }

    @Override
    public void complete(String taskId, Map<String, Object> answers) {
        completeWithVariablesInReturn(taskId, answers, false);
    }

    @Override
    public VariableMap completeWithVariablesInReturn(String taskId, Map<String, Object> answers, boolean deserialize) {
        return commandExecutor.execute(context -> gate.complete(context, taskId, answers, true, deserialize));
    }

    @Override
    public void resolveTask(String taskId) {
        throw onlyByForm();
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        throw onlyByForm();
    }

    @Override
    public void handleBpmnError(String taskId, String code, String message, Map<String, Object> variables) {
        throw onlyByForm();
    }

    @Override
    public void handleEscalation(String taskId, String code, Map<String, Object> variables) {
        throw onlyByForm();
    }

    @Override
    protected void setVariables(String taskId, Map<String, ? extends Object> variables, boolean local) {
        throw onlyByForm();
    }

    /** Giving one's own task back needs no right to reassign tasks, which people who work on tasks do not have. */
    @Override
    public void setAssignee(String taskId, String userId) {
        if (userId == null && isOwn(taskId)) {
            commandExecutor.execute(context -> {
                context.getTaskManager().findTaskById(taskId).setAssignee(null);
                return null;
            });
        } else {
            super.setAssignee(taskId, userId);
        }
    }

    private boolean isOwn(String taskId) {
        return commandExecutor.execute(context -> {
            var task = context.getTaskManager().findTaskById(taskId);
            var user = Context.getCommandContext().getAuthenticatedUserId();
            return task != null && user != null && user.equals(task.getAssignee());
        });
    }

    private static AnswersRefused onlyByForm() {
        return new AnswersRefused(List.of("Answers are given with the task's form only."));
    }
}
