package org.redress.promise;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Promises made": each action that the answer promises gets a process of its own, which goes on whatever becomes of the complaint (CORP-35, CHD-48). */
@Component
class BeginPromisedActions implements JavaDelegate {
    private final Promises promises;

    BeginPromisedActions(Promises promises) {
        this.promises = promises;
    }

    @Override
    public void execute(DelegateExecution execution) {
        promises.begin(execution, (String) execution.getVariable("caseReference"));
    }
}
