package org.redress.handover;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Move open tasks": at once if the role passes today, else the daily look moves them when the day has come. */
@Component
class MoveOpenTasks implements JavaDelegate {
    private final Handing handing;
    private final StuckWork stuck;

    MoveOpenTasks(Handing handing, StuckWork stuck) {
        this.handing = handing;
        this.stuck = stuck;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handing.moveOpenTasks((String) execution.getVariable("caseReference"));
        stuck.lookAt(execution.getTenantId());
    }
}
