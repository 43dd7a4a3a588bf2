package org.redress.handover;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.identity.Tenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** "Look for stuck work", every morning at every council and the Ombudsman: what was handed over from today, who is away, what is stuck. */
@Component
class LookForStuckWork implements JavaDelegate {
    private static final Logger LOG = LoggerFactory.getLogger(LookForStuckWork.class);

    private final IdentityService identity;
    private final StuckWork stuck;
    private final UnseenWork unseen;

    LookForStuckWork(@Lazy IdentityService identity, StuckWork stuck, UnseenWork unseen) {
        this.identity = identity;
        this.stuck = stuck;
        this.unseen = unseen;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var councils = identity.createTenantQuery().orderByTenantId().asc().list().stream().map(Tenant::getId).toList();
        stuck.lookAtEach(councils, () -> unseen.councils().forEach(council -> LOG.warn("Work at {} that nobody can do has nobody who may see it. Give somebody there the role of a supervisor (Admin, under Groups).", council)));
    }
}
