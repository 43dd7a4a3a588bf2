package org.redress.complaint;

import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** Records the acknowledgement as a letter (CORP-20, CORP-33). */
@Component
class AcknowledgeComplaint implements SubmissionHandler {
    private final Letters letters;

    AcknowledgeComplaint(Letters letters) {
        this.letters = letters;
    }

    @Override
    public String form() {
        return "acknowledge";
    }

    @Override
    public void accept(Submission sent) {
        letters.toComplainant(sent, "acknowledgement", sent.text("understanding"), "acknowledgedOn", sent.text("letterChannel"));
    }
}
