package org.redress.gate;

import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.NullUnmarked;

/** The engine's task service as far as people use it: every completion through the gate, claiming for oneself, giving back. The rest {@link Guard} closes. */
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
        execute(taskId, context -> gate.complete(context, taskId, answers, false, false));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(String taskId, Map<String, Object> answers, boolean deserialize) {
        return execute(taskId, context -> gate.complete(context, taskId, answers, true, deserialize));
    }

    @Override
    public void claim(String taskId, String userId) {
        execute(taskId, context -> gate.claim(context, taskId, userId));
    }

    @Override
    public void setAssignee(String taskId, String userId) {
        boolean givenBack = userId == null && execute(taskId, context -> gate.giveBack(context, taskId));
        if (!givenBack) {
            execute(taskId, context -> gate.assign(context, taskId, userId));
        }
    }

    private <T> T execute(String taskId, Command<T> command) {
        return Gate.withTask(commandExecutor, taskId, command);
    }
}
