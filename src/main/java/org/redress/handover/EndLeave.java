package org.redress.handover;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.identity.Absences;
import org.redress.identity.WorkWatch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** "End leave": somebody is back from today, and what is recorded of later days is called off. */
@Component
class EndLeave implements JavaDelegate {
    private final Absences absences;
    private final ObjectProvider<WorkWatch> watch;

    EndLeave(Absences absences, ObjectProvider<WorkWatch> watch) {
        this.absences = absences;
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        absences.end((String) execution.getVariable("absent"));
        watch.forEach(one -> one.lookAt(execution.getTenantId()));
    }
}
