package org.redress.deadline;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A deadline is due soon: the chronology shows that the team was reminded. */
@Component
class RemindOfDeadline implements JavaDelegate {
    private final Deadlines deadlines;

    RemindOfDeadline(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        deadlines.remind((String) execution.getVariable("caseReference"), (String) execution.getVariable("deadline"),
                execution.getProcessInstanceId());
    }
}
