package org.redress.complaint;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.casefile.CannotBeKept;
import org.springframework.stereotype.Component;

/** "Take up case": the case is open again, and its process begins anew where it stood (CHD-11, CHD-14, CHD-35, CHD-50). */
@Component
class TakeUpCase implements JavaDelegate {
    private final TakingUp takingUp;

    TakeUpCase(TakingUp takingUp) {
        this.takingUp = takingUp;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ground = Ground.of((String) execution.getVariable("ground"));
        // reasons and letters were there when it was asked for
        var asked = new TakingUp.Asked((String) execution.getVariable("caseReference"), ground, LocalDate.parse((String) execution.getVariable("askedOn")),
                (String) execution.getVariable("askedBy"), true, true);
        try {
            takingUp.check(asked);
        } catch (NotTakenUp e) {
            throw new CannotBeKept("The case cannot be taken up any more: " + e.sentence() + " Leave it as it is.");
        }
        takingUp.confirmation(asked).needShown(execution);
        takingUp.begin(asked.reference(), ground, asked.on());
    }
}
