package org.redress.complaint;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.deadline.Deadlines;
import org.springframework.stereotype.Component;

/** "Close duplicate": what a case still owes and does ends, if it was found to be the duplicate of another, whose deadlines go on. */
@Component
class CloseDuplicate implements JavaDelegate {
    private static final String BECAUSE = "the case is a duplicate";

    private final Deadlines deadlines;

    CloseDuplicate(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (!Boolean.TRUE.equals(execution.getVariable("closes"))) {
            return;
        }
        deadlines.cancel(execution.getProcessBusinessKey(), BECAUSE, LocalDate.parse((String) execution.getVariable("linkedOn")));
        var runtime = execution.getProcessEngineServices().getRuntimeService();
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(execution.getProcessBusinessKey()).rootProcessInstances().list().stream()
                .filter(instance -> !instance.getId().equals(execution.getProcessInstanceId()))
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), BECAUSE));
    }
}
