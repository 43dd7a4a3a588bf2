package org.redress.remedy;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.casefile.AgreedActions;
import org.springframework.stereotype.Component;

/** "Read agreed action": what its deadline and its form need to know (CMP-01). */
@Component
class ReadAgreedAction implements JavaDelegate {
    private final AgreedActions actions;

    ReadAgreedAction(AgreedActions actions) {
        this.actions = actions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = (String) execution.getVariable("caseReference");
        int number = (Integer) execution.getVariable("actionNumber");
        var action = actions.view(reference, number);
        actions.start(reference, number);
        execution.setVariable("actionKind", action.kind());
        execution.setVariable("agreedWithin", action.within());
        execution.setVariable("agreedFromOn", String.valueOf(action.countsFrom()));
        execution.setVariable("moreAskedFor", false);
        execution.setVariable("pursued", false);
    }
}
