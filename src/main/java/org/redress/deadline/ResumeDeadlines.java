package org.redress.deadline;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Resume deadlines": what was left of each paused deadline is counted from the end of the proceedings (CHD-14). */
@Component
class ResumeDeadlines implements JavaDelegate {
    private final Deadlines deadlines;

    ResumeDeadlines(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        deadlines.resume((String) execution.getVariable("caseReference"), LocalDate.parse((String) execution.getVariable("happenedOn")));
    }
}
