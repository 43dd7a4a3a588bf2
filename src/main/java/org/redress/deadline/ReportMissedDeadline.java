package org.redress.deadline;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * A deadline has passed: records it once, gives its open tasks priority, and sends the message that makes a supervisor's task of
 * it (CORP-22, CHD-44), or the Ombudsman's task to chase what the authority owes (LGS-10).
 */
@Component
class ReportMissedDeadline implements JavaDelegate {
    private final Deadlines deadlines;

    ReportMissedDeadline(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = (String) execution.getVariable("caseReference");
        deadlines.miss(reference, (String) execution.getVariable("deadline"), execution.getProcessInstanceId()).ifPresent(missed ->
                execution.getProcessEngineServices().getRuntimeService().createMessageCorrelation("DeadlineMissed")
                        .processDefinitionId(explanation(execution))
                        .processInstanceBusinessKey(reference)
                        .setVariable("caseReference", reference)
                        .setVariable("council", execution.getVariable("council"))
                        .setVariable("missedDeadline", missed.kind())
                        .setVariable("stageNumber", missed.stage())
                        .setVariable("owedToUs", missed.owedBy().equals("authority"))
                        .correlateStartMessage());
    }

    /** The explanation in the version that was deployed with the process of the case. */
    private static String explanation(DelegateExecution execution) {
        var repository = execution.getProcessEngineServices().getRepositoryService();
        var deployment = repository.getProcessDefinition(execution.getProcessDefinitionId()).getDeploymentId();
        return repository.createProcessDefinitionQuery().deploymentId(deployment).processDefinitionKey("missed-deadline").singleResult().getId();
    }
}
