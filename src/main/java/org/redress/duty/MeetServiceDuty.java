package org.redress.duty;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.deadline.Deadlines;
import org.springframework.stereotype.Component;

/** "Meet service duty": it had been done when it was recorded, in time or late (CORP-35). */
@Component
class MeetServiceDuty implements JavaDelegate {
    private final Deadlines deadlines;

    MeetServiceDuty(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        deadlines.answered((String) execution.getVariable("caseReference"), (Integer) execution.getVariable("dutyNumber"), "dutyDoneOn",
                LocalDate.parse((String) execution.getVariable("dutyDoneOn")));
    }
}
