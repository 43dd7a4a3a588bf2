package org.redress.engine;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.NullUnmarked;

/** The engine's task service as far as people use it: every completion through the gate, claiming for oneself, giving back. The rest {@link Guard} closes. */
@NullUnmarked
class GatedTaskService extends TaskServiceImpl implements TaskGate.Runs {
    private final TaskGate gate;

    GatedTaskService(TaskGate gate) {
        this.gate = gate;
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, Map.of());
    }

    @Override
    public void complete(String taskId, Map<String, Object> answers) {
        gate.completing(this, taskId, answers, false, false);
    }

    @Override
    public VariableMap completeWithVariablesInReturn(String taskId, Map<String, Object> answers, boolean deserialize) {
        return gate.completing(this, taskId, answers, true, deserialize);
    }

    @Override
    public void claim(String taskId, String userId) {
        change(taskId, inside -> gate.claim(inside, taskId, userId));
    }

    @Override
    public void setAssignee(String taskId, String userId) {
        boolean givenBack = userId == null && execute(taskId, inside -> gate.giveBack(inside, taskId));
        if (!givenBack) {
            change(taskId, inside -> gate.assign(inside, taskId, userId));
        }
    }

    private void change(String taskId, Consumer<Inside> work) {
        execute(taskId, inside -> {
            work.accept(inside);
            return null;
        });
    }

    private <T> T execute(String taskId, Function<Inside, T> work) {
        return gate.withTask(this, taskId, work);
    }

    @Override
    public <T> T run(Function<Inside, T> work) {
        return commandExecutor.execute(new Engine.Work<>(this, work));
    }
}
