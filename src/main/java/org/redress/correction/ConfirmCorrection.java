package org.redress.correction;

import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The person who found the mistake has seen what would change; what is confirmed is what was shown. */
@Component
class ConfirmCorrection implements SubmissionHandler {
    private final Corrections corrections;

    ConfirmCorrection(Corrections corrections) {
        this.corrections = corrections;
    }

    @Override
    public String form() {
        return "confirm-correction";
    }

    @Override
    public void accept(Submission confirmed) {
        if (confirmed.text("confirmation").equals("confirm") && !unchanged(confirmed, corrections)) {
            throw confirmed.refuse("confirmation", "something else would change now, because the case has gone on; choose another day or amount to see it anew.");
        }
    }

    /** Whether the same would happen that was shown. */
    static boolean unchanged(Submission confirmed, Corrections corrections) {
        var shown = confirmed.variable("changes").map(Object::toString).orElse("");
        return Shown.text(Proposal.of(name -> confirmed.variable(name).orElse(null)).preview(corrections, confirmed.reference())).equals(shown);
    }
}
