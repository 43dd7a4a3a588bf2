package org.redress.remedy;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.springframework.stereotype.Component;

/** "Close case": nothing is left to do about a decision (CMP-03). */
@Component
class CloseCase implements JavaDelegate {
    private final CaseFiles cases;
    private final Clock clock;

    CloseCase(CaseFiles cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = (String) execution.getVariable("caseReference");
        switch (cases.get(reference).status()) {
            case DECIDED -> cases.become(reference, CaseStatus.COMPLETED, null, LocalDate.now(clock));
            case WITH_OMBUDSMAN -> cases.become(reference, CaseStatus.CLOSED, null, LocalDate.now(clock));
            default -> { } // the council's own procedure decides
        }
    }
}
