package org.redress.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.confirmation.Confirmation;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.springframework.stereotype.Component;

/** "End service duty": a second person has confirmed that it is not owed, and what was to be explained of its day ends with it (CORP-35). */
@Component
class EndServiceDuty implements JavaDelegate {
    private final Deadlines deadlines;
    private final Clock clock;

    EndServiceDuty(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var duty = execution.getProcessInstanceId();
        Confirmation.ofEnd(deadlines.owedBy(duty)).needNoMoreThanShown(execution);
        deadlines.cancelOf(List.of(duty), "it is not owed", neverLate(execution));
    }

    /** Today, or its day if that has passed: what was never owed was never late. */
    private LocalDate neverLate(DelegateExecution execution) {
        var today = LocalDate.now(clock);
        return deadlines.of((String) execution.getVariable("caseReference")).stream()
                .filter(one -> one.kind().equals(ServiceDuty.DEADLINE) && Objects.equals(one.item(), execution.getVariable("dutyNumber")))
                .map(DeadlineView::dueOn).filter(today::isAfter).findFirst().orElse(today);
    }
}
