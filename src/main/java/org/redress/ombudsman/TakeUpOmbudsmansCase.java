package org.redress.ombudsman;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Take up Ombudsman's case": the case is open again, and its tests of jurisdiction are applied anew (LGA-02, LGA-11). */
@Component
class TakeUpOmbudsmansCase implements JavaDelegate {
    private final OmbudsmanTakingUp takingUp;

    TakeUpOmbudsmansCase(OmbudsmanTakingUp takingUp) {
        this.takingUp = takingUp;
    }

    @Override
    public void execute(DelegateExecution execution) {
        takingUp.begin((String) execution.getVariable("caseReference"), (String) execution.getVariable("ground"),
                LocalDate.parse((String) execution.getVariable("askedOn")));
    }
}
