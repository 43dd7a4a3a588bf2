package org.redress.deadline;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.redress.engine.BeganWith;
import org.springframework.stereotype.Component;

/** "Set … deadline": reads the input parameter {@code deadline}, writes the variable that tasks and timers read. */
@Component
class SetDeadline implements JavaDelegate {
    private final Deadlines deadlines;

    SetDeadline(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var kind = (String) execution.getVariable("deadline");
        Map<String, @Nullable Object> facts = execution.getVariables();
        var due = deadlines.set((String) execution.getVariable("caseReference"), kind, BeganWith.of(execution, execution.getProcessDefinitionId()),
                execution.getProcessInstanceId(), facts);
        execution.getProcessInstance().setVariable(Moments.variable(kind), due);
    }
}
