package org.redress.complaint;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.deadline.Deadlines;
import org.springframework.stereotype.Component;

/** "Set deadline by kind": what was owed before anybody knew the kind of the complaint follows the period of its procedure (CORP-20, CHD-19). */
@Component
class SetDeadlineByKind implements JavaDelegate {
    private final Deadlines deadlines;
    private final ProcedureByKind procedures;

    SetDeadlineByKind(Deadlines deadlines, ProcedureByKind procedures) {
        this.deadlines = deadlines;
        this.procedures = procedures;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var kind = (String) execution.getVariable("complaintKind");
        deadlines.under(procedures.of((String) execution.getVariable("council"), kind, (String) execution.getVariable("receivedAt")),
                (String) execution.getVariable("caseReference"), (String) execution.getVariable("deadline"));
    }
}
