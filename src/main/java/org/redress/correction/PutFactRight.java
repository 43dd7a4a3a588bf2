package org.redress.correction;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
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
        proposal.preview(corrections, reference).confirmation().needShown(execution);
        proposal.apply(corrections, reference, (String) execution.getVariable("correctedBy"));
    }
}
