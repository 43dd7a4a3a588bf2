package org.redress.ombudsman;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.casefile.CaseFiles;
import org.springframework.stereotype.Component;

/** "Begin draft": the next version of the draft; findings of the version before stay in the file (LGS-12). */
@Component
class BeginDraft implements JavaDelegate {
    private final CaseFiles cases;

    BeginDraft(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = (String) execution.getVariable("caseReference");
        cases.follow(reference, (String) execution.getVariable("procedure"), cases.get(reference).stage() + 1);
    }
}
