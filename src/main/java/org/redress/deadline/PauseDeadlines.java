package org.redress.deadline;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Pause deadlines": the clock of the council's open deadlines stops on the day on which the proceedings count from (CHD-12). */
@Component
class PauseDeadlines implements JavaDelegate {
    private final Deadlines deadlines;

    PauseDeadlines(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        deadlines.pause((String) execution.getVariable("caseReference"), LocalDate.parse((String) execution.getVariable("happenedOn")));
    }
}
