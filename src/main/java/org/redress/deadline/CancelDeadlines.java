package org.redress.deadline;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Cancel deadlines": a withdrawn complaint leaves no deadline open and no explanation of a delay to be written (CHD-11). */
@Component
class CancelDeadlines implements JavaDelegate {
    private static final String BECAUSE = "the complaint was withdrawn";

    private final Deadlines deadlines;

    CancelDeadlines(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = (String) execution.getVariable("caseReference");
        deadlines.cancel(reference, BECAUSE, LocalDate.parse((String) execution.getVariable("happenedOn")));
        var runtime = execution.getProcessEngineServices().getRuntimeService();
        runtime.createProcessInstanceQuery().processDefinitionKey("missed-deadline").processInstanceBusinessKey(reference).list()
                .forEach(explanation -> runtime.deleteProcessInstance(explanation.getId(), BECAUSE));
    }
}
