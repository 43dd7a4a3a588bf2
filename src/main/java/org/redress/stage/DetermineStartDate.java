package org.redress.stage;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Dates;
import org.redress.casefile.StartFacts;
import org.springframework.stereotype.Component;

/**
 * "Determine start date" of statutory stage 1: the latest of receipt, the decision on sufficient interest, the advocate's
 * appointment and a later day agreed with the complainant; none yet while an advocate is awaited (CHD-07, CHD-31, CHD-74).
 */
@Component
class DetermineStartDate implements JavaDelegate {
    private final CaseFiles cases;

    DetermineStartDate(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = (String) execution.getVariable("caseReference");
        var facts = cases.get(reference).start();
        boolean statutory = "statutory".equals(execution.getVariable("procedure"));
        boolean awaited = statutory && facts.advocateAsked() != null && facts.advocateAppointed() == null;
        execution.setVariable("advocateAwaited", awaited);
        if (!statutory && Integer.valueOf(1).equals(execution.getVariable("stageNumber"))) {
            sayWhatDoesNotCount(reference, facts);
        }
        execution.setVariable("startedOn", facts.startsOn().toString());
    }

    /** The procedure is known only now; what was recorded for another one stays in the file, and the file says that it moves nothing. */
    private void sayWhatDoesNotCount(String reference, StartFacts facts) {
        if (facts.laterStart() != null) {
            cases.record(reference, "Later start without effect", "A start on " + Dates.text(facts.laterStart())
                    + " was agreed, but the complaint does not follow the children’s statutory procedure, and the start moves no period (CHD-31).");
        }
        if (facts.advocateAsked() != null) {
            cases.record(reference, "Advocate without effect on the periods", "An advocate was asked for on " + Dates.text(facts.advocateAsked())
                    + ", but the complaint does not follow the children’s statutory procedure, and no period waits for the appointment (CHD-31).");
        }
    }
}
