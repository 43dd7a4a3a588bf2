package org.redress.complaint;

import org.redress.casefile.CaseFiles;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** Records the letter that explains a delay; the legal date does not move (CORP-22). */
@Component
class ExplainDelay implements SubmissionHandler {
    private final CaseFiles cases;

    ExplainDelay(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public String form() {
        return "explain-delay";
    }

    @Override
    public void accept(Submission sent) {
        Letters.toComplainant(cases, sent, "delay-explanation", sent.text("delayReasons"), "delayExplainedOn", null);
    }
}
