package org.redress.deadline;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A deadline may have passed: if so, and if nobody has noticed before the timer, it is told (CORP-22, CHD-44, LGS-10). */
@Component
class ReportMissedDeadline implements JavaDelegate {
    private final Deadlines deadlines;

    ReportMissedDeadline(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        deadlines.miss((String) execution.getVariable("caseReference"), (String) execution.getVariable("deadline"), execution.getProcessInstanceId());
    }
}
