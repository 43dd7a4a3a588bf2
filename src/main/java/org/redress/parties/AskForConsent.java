package org.redress.parties;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.engine.BeganWith;
import org.springframework.stereotype.Component;

/** "Consent asked for": the process that asks for it begins (ACC-02, CHD-72). */
@Component
class AskForConsent implements JavaDelegate {
    private final Consents consents;

    AskForConsent(Consents consents) {
        this.consents = consents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var deployment = execution.getProcessEngineServices().getRepositoryService().getProcessDefinition(execution.getProcessDefinitionId()).getDeploymentId();
        consents.ask((String) execution.getVariable("caseReference"), (Integer) execution.getVariable("personNumber"), deployment, BeganWith.handedOn(execution));
    }
}
