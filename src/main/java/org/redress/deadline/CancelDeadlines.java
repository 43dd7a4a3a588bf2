package org.redress.deadline;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Cancel deadlines": a complaint that ended early leaves no deadline open, no explanation of a delay to be written, no consent to be asked for and no change to be confirmed (CHD-11, LGA-02). */
@Component
class CancelDeadlines implements JavaDelegate {
    private static final String WITHDRAWN = "the complaint was withdrawn";
    private static final Map<String, String> OTHERWISE = Map.of("discontinued", "the case was discontinued", "duplicate", "the case is a duplicate");

    private final Deadlines deadlines;

    CancelDeadlines(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = (String) execution.getVariable("caseReference");
        var because = OTHERWISE.getOrDefault(String.valueOf(execution.getVariable("happening")), WITHDRAWN);
        deadlines.cancel(reference, because, LocalDate.parse((String) execution.getVariable("happenedOn")));
        var runtime = execution.getProcessEngineServices().getRuntimeService();
        runtime.createProcessInstanceQuery().processDefinitionKeyIn("missed-deadline", "consent", "course-correction").processInstanceBusinessKey(reference).list()
                .forEach(beside -> runtime.deleteProcessInstance(beside.getId(), because));
    }
}
