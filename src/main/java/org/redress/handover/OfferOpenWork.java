package org.redress.handover;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.gate.Lines;
import org.springframework.stereotype.Component;

/** "Offer open work": what whoever is away has open and the deputy may do; the rest is on the supervisors' list. */
@Component
class OfferOpenWork implements JavaDelegate {
    private final StandingIn standingIn;

    OfferOpenWork(StandingIn standingIn) {
        this.standingIn = standingIn;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var leave = standingIn.leave(execution.getVariable(Leaves.NUMBER));
        var open = leave.map(standingIn::open).orElse(List.of());
        execution.setVariable("deputy", leave.map(one -> one.deputy()).orElse(null));
        execution.setVariable("openWork", Lines.of(open.stream().map(StandingIn::line).toList()));
        execution.setVariable("workOffered", !open.isEmpty());
    }
}
