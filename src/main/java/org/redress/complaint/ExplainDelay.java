package org.redress.complaint;

import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** Records the letter that explains a delay; the legal date does not move (CORP-22). */
@Component
class ExplainDelay implements SubmissionHandler {
    private final Letters letters;

    ExplainDelay(Letters letters) {
        this.letters = letters;
    }

    @Override
    public String form() {
        return "explain-delay";
    }

    @Override
    public void accept(Submission sent) {
        letters.toComplainant(sent, "delay-explanation", sent.text("delayReasons"), "delayExplainedOn", null);
    }
}
