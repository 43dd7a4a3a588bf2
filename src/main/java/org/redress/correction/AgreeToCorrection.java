package org.redress.correction;

import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** A second person agrees to what would make a late thing look in time; the separation of duties keeps out who answers or approves (CORP-26). */
@Component
class AgreeToCorrection implements SubmissionHandler {
    private final Corrections corrections;

    AgreeToCorrection(Corrections corrections) {
        this.corrections = corrections;
    }

    @Override
    public String form() {
        return "agree-to-correction";
    }

    @Override
    public void accept(Submission agreed) {
        if (!agreed.text("agreement").equals("agree")) {
            return;
        }
        if (agreed.variable("correctedBy").filter(agreed.user()::equals).isPresent()) {
            throw agreed.refuse("agreement", "you asked for this correction; another person agrees to it.");
        }
        if (!ConfirmCorrection.unchanged(agreed, corrections)) {
            throw agreed.refuse("agreement", "something else would change now, because the case has gone on; refuse it, so that it is asked for anew.");
        }
    }
}
