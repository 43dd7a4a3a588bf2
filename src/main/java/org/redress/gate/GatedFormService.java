package org.redress.gate;

import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.NullUnmarked;

/**
 * The engine's form service, with every submission through the gate, and every form served so that what is typed reaches the gate as
 * it was typed. A business key from outside is ignored.
 */
@NullUnmarked
class GatedFormService extends FormServiceImpl {
    private final Gate gate;

    GatedFormService(Gate gate) {
        this.gate = gate;
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, Map<String, Object> answers) {
        return AnswersRefused.unpacked(() -> OneSubmission.alone(() ->
                commandExecutor.execute(context -> gate.start(context, processDefinitionId, answers))));
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
        execute(taskId, context -> gate.complete(context, taskId, answers, false, false));
    }

    @Override
    public void submitTaskFormData(String taskId, Map<String, String> answers) {
        submitTaskForm(taskId, new HashMap<>(answers));
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(String taskId, Map<String, Object> answers, boolean deserialize) {
        return execute(taskId, context -> gate.complete(context, taskId, answers, true, deserialize));
    }

    @Override
    public InputStream getDeployedTaskForm(String taskId) {
        return ServedForm.of(super.getDeployedTaskForm(taskId), gate::ofRecord);
    }

    @Override
    public InputStream getDeployedStartForm(String processDefinitionId) {
        return ServedForm.of(super.getDeployedStartForm(processDefinitionId), gate::ofRecord);
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
            commandExecutor.execute(context -> gate.textsOfRecord(context, taskId)).forEach(variables::putValue);
            ServedForm.begin(variables, super.getDeployedTaskForm(taskId));
        }
        return variables;
    }

    private <T> T execute(String taskId, Command<T> command) {
        return Gate.withTask(commandExecutor, taskId, command);
    }
}
