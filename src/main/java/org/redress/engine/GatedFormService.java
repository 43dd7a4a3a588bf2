package org.redress.engine;

import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.NullUnmarked;

/**
 * The engine's form service, with every submission through the gate, and every form served so that what is typed reaches the gate as
 * it was typed. A business key from outside is ignored.
 */
@NullUnmarked
class GatedFormService extends FormServiceImpl implements TaskGate.Runs {
    private final TaskGate gate;

    GatedFormService(TaskGate gate) {
        this.gate = gate;
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, Map<String, Object> answers) {
        return gate.starting(() -> run(inside -> gate.start(inside, processDefinitionId, answers)));
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, String businessKey, Map<String, Object> answers) {
        return submitStartForm(processDefinitionId, answers);
    }

    @Override
    public ProcessInstance submitStartFormData(String processDefinitionId, Map<String, String> answers) {
        return submitStartForm(processDefinitionId, new HashMap<>(answers));
    }

    @Override
    public ProcessInstance submitStartFormData(String processDefinitionId, String businessKey, Map<String, String> answers) {
        return submitStartForm(processDefinitionId, new HashMap<>(answers));
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> answers) {
        gate.completing(this, taskId, answers, false, false);
    }

    @Override
    public void submitTaskFormData(String taskId, Map<String, String> answers) {
        submitTaskForm(taskId, new HashMap<>(answers));
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(String taskId, Map<String, Object> answers, boolean deserialize) {
        return gate.completing(this, taskId, answers, true, deserialize);
    }

    @Override
    public InputStream getDeployedTaskForm(String taskId) {
        return gate.serve(super.getDeployedTaskForm(taskId));
    }

    @Override
    public InputStream getDeployedStartForm(String processDefinitionId) {
        return gate.serve(super.getDeployedStartForm(processDefinitionId));
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId) {
        return begin(taskId, super.getTaskFormVariables(taskId));
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId, Collection<String> names, boolean deserialize) {
        return begin(taskId, super.getTaskFormVariables(taskId, names, deserialize));
    }

    private VariableMap begin(String taskId, VariableMap variables) {
        if (getTaskFormData(taskId).getCamundaFormRef() != null) {
            run(inside -> {
                gate.begin(inside, taskId, variables);
                return null;
            });
            gate.begin(variables, super.getDeployedTaskForm(taskId));
        }
        return variables;
    }

    @Override
    public <T> T run(Function<Inside, T> work) {
        return commandExecutor.execute(new Engine.Work<>(this, work));
    }
}
