package org.redress.stage;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Show joint answer": the open forms of a letter say which other cases it answers since two cases were linked, or are linked no more (CORP-31). */
@Component
class ShowJointAnswer implements JavaDelegate {
    private final JointAnswer joint;

    ShowJointAnswer(JointAnswer joint) {
        this.joint = joint;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (!(execution.getVariable("letterOf") instanceof String leading)) {
            return;
        }
        var engine = execution.getProcessEngineServices();
        engine.getTaskService().createTaskQuery().processInstanceBusinessKey(leading).processDefinitionKey("stage").list().stream()
                .filter(task -> engine.getRuntimeService().getVariablesLocal(task.getExecutionId()).containsKey("alsoAnswers"))
                .forEach(task -> engine.getRuntimeService().setVariableLocal(task.getExecutionId(), "alsoAnswers", joint.shown(leading)));
    }
}
