package org.redress.handover;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** "Look for stuck work", every morning at every council and the Ombudsman: what was handed over from today, who is away, what is stuck. */
@Component
class LookForStuckWork implements JavaDelegate {
    private final IdentityService identity;
    private final StuckWork stuck;

    LookForStuckWork(@Lazy IdentityService identity, StuckWork stuck) {
        this.identity = identity;
        this.stuck = stuck;
    }

    @Override
    public void execute(DelegateExecution execution) {
        identity.createTenantQuery().orderByTenantId().asc().list().stream().map(Tenant::getId).forEach(stuck::look);
    }
}
