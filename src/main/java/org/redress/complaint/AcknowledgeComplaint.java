package org.redress.complaint;

import org.redress.casefile.CaseFiles;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** Records the acknowledgement as a letter (CORP-20, CORP-33). */
@Component
class AcknowledgeComplaint implements SubmissionHandler {
    private final CaseFiles cases;

    AcknowledgeComplaint(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public String form() {
        return "acknowledge";
    }

    @Override
    public void accept(Submission sent) {
        Letters.toComplainant(cases, sent, "acknowledgement", sent.text("understanding"), "acknowledgedOn", sent.text("letterChannel"));
    }
}
