package org.redress.stage;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.promise.Promises;
import org.springframework.stereotype.Component;

/** "Response sent": the cases that the letter answers too need no letter of their own; their processes go on after it, and what it promises in them begins (CORP-31). */
@Component
class AnswerJoinedCases implements JavaDelegate {
    private final Promises promises;

    AnswerJoinedCases(Promises promises) {
        this.promises = promises;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (execution.getVariable(JointAnswer.ANSWERED_CASES) instanceof String answered) {
            for (var other : answered.split(",")) {
                execution.getProcessEngineServices().getRuntimeService().createMessageCorrelation(JointAnswer.ANSWERED).processInstanceBusinessKey(other)
                        .setVariable("responseSentOn", execution.getVariable("responseSentOn")).setVariable("letterChannel", execution.getVariable("letterChannel"))
                        .correlate();
                promises.begin(execution, other);
            }
        }
    }
}
