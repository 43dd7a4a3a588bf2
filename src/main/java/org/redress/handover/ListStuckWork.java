package org.redress.handover;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "List stuck work": what nobody at the council can do as it stands, and who could take it over. */
@Component
class ListStuckWork implements JavaDelegate {
    private final StuckWork stuck;

    ListStuckWork(StuckWork stuck) {
        this.stuck = stuck;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariables(stuck.variables(stuck.stuck(execution.getTenantId())));
    }
}
