package org.redress.complaint;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
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
        takingUp.begin((String) execution.getVariable("caseReference"), Ground.of((String) execution.getVariable("ground")),
                LocalDate.parse((String) execution.getVariable("askedOn")));
    }
}
