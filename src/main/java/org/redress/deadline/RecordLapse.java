package org.redress.deadline;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Somebody's own time for something is over without their asking (CHD-50, LGS-13): the variable {@code courseWentOn} says whether the
 * course has gone on without it before.
 */
@Component
class RecordLapse implements JavaDelegate {
    private final Deadlines deadlines;

    RecordLapse(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean before = deadlines.lapse((String) execution.getVariable("caseReference"), (String) execution.getVariable("deadline"),
                execution.getProcessInstanceId());
        execution.setVariable("courseWentOn", before);
    }
}
