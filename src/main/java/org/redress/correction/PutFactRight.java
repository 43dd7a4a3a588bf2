package org.redress.correction;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.casefile.CannotBeKept;
import org.redress.deadline.CannotBePutRight;
import org.springframework.stereotype.Component;

/** "Put fact right": the record, the process, the deadlines and their timers move together. */
@Component
class PutFactRight implements JavaDelegate {
    private final Corrections corrections;

    PutFactRight(Corrections corrections) {
        this.corrections = corrections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = (String) execution.getVariable("caseReference");
        var proposal = Proposal.of(execution::getVariable);
        try {
            proposal.preview(corrections, reference).confirmation().needShown(execution);
        } catch (CannotBePutRight e) {
            throw new CannotBeKept("It cannot be put right any more: " + e.getMessage() + " Leave it as it is.");
        }
        proposal.apply(corrections, reference, (String) execution.getVariable("correctedBy"));
    }
}
