package org.redress.complaint;

import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** Records the written confirmation of a withdrawal (CHD-11). */
@Component
class ConfirmWithdrawal implements SubmissionHandler {
    private static final String KIND = "withdrawal-confirmation";
    private static final String SENT_ON = "withdrawalConfirmedOn";

    private final Letters letters;

    ConfirmWithdrawal(Letters letters) {
        this.letters = letters;
    }

    @Override
    public String form() {
        return "confirm-withdrawal";
    }

    @Override
    public void accept(Submission sent) {
        var text = sent.text("letterText");
        // of several who complain one has withdrawn, and the process is about them
        sent.variable("personNumber").map(Integer.class::cast).ifPresentOrElse(
                person -> letters.toPerson(sent, person, KIND, text, SENT_ON, sent.text("letterChannel")),
                () -> letters.toComplainant(sent, KIND, text, SENT_ON, sent.text("letterChannel")));
    }
}
