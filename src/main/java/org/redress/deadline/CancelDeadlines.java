package org.redress.deadline;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Cancel deadlines": a complaint that ended early leaves no deadline open, no explanation of a delay to be written, no consent to be asked for and no change to be confirmed (CHD-11, LGA-02). */
@Component
class CancelDeadlines implements JavaDelegate {
    private final Deadlines deadlines;

    CancelDeadlines(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = (String) execution.getVariable("caseReference");
        deadlines.endEarly(reference, String.valueOf(execution.getVariable("happening")), LocalDate.parse((String) execution.getVariable("happenedOn")));
        var runtime = execution.getProcessEngineServices().getRuntimeService();
        runtime.createProcessInstanceQuery().processDefinitionKeyIn("missed-deadline", "consent", "course-correction").processInstanceBusinessKey(reference).list()
                .forEach(beside -> runtime.deleteProcessInstance(beside.getId(), "the complaint ended early"));
    }
}
