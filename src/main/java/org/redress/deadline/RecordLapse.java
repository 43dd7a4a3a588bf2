package org.redress.deadline;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The complainant's time for something is over without their asking (CHD-50). */
@Component
class RecordLapse implements JavaDelegate {
    private final Deadlines deadlines;

    RecordLapse(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        deadlines.lapse((String) execution.getVariable("caseReference"), (String) execution.getVariable("deadline"),
                execution.getProcessInstanceId());
    }
}
