package org.redress.correction;

import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.identity.SeparationOfDuties;
import org.springframework.stereotype.Component;

/** A second person agrees to what would make a late thing look in time; nobody who has a part in the case (CORP-26). */
@Component
class AgreeToCorrection implements SubmissionHandler {
    private final Corrections corrections;
    private final SeparationOfDuties separation;

    AgreeToCorrection(Corrections corrections, SeparationOfDuties separation) {
        this.corrections = corrections;
        this.separation = separation;
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
        separation.involvement(agreed.reference(), agreed.user()).ifPresent(why -> {
            throw agreed.refuse("agreement", why);
        });
        if (!ConfirmCorrection.unchanged(agreed, corrections)) {
            throw agreed.refuse("agreement", "something else would change now, because the case has gone on; refuse it, so that it is asked for anew.");
        }
    }
}
