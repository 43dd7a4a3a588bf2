package org.redress.stage;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.casefile.CaseFiles;
import org.springframework.stereotype.Component;

/**
 * "Determine start date" of statutory stage 1: the latest of receipt, the decision on sufficient interest, the advocate's
 * appointment and a later day agreed with the complainant; none yet while an advocate is awaited (CHD-31).
 */
@Component
class DetermineStartDate implements JavaDelegate {
    private final CaseFiles cases;

    DetermineStartDate(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var facts = cases.get((String) execution.getVariable("caseReference")).start();
        boolean statutory = "statutory".equals(execution.getVariable("procedure"));
        boolean awaited = statutory && facts.advocateAsked() != null && facts.advocateAppointed() == null;
        execution.setVariable("advocateAwaited", awaited);
        execution.setVariable("startedOn", facts.startsOn().toString());
    }
}
