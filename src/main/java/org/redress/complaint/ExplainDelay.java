package org.redress.complaint;

import org.redress.deadline.DeadlineState;
import org.redress.deadline.Deadlines;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** Records the letter that explains a delay; the legal date does not move (CORP-22). */
@Component
class ExplainDelay implements SubmissionHandler {
    private final Letters letters;
    private final Deadlines deadlines;

    ExplainDelay(Letters letters, Deadlines deadlines) {
        this.letters = letters;
        this.deadlines = deadlines;
    }

    @Override
    public String form() {
        return "explain-delay";
    }

    @Override
    public void accept(Submission sent) {
        boolean owed = deadlines.of(sent.reference()).stream().anyMatch(deadline -> sent.variable("missedDeadline").filter(deadline.kind()::equals).isPresent()
                && deadline.stage() == sent.stage() && deadline.state() == DeadlineState.OPEN);
        if (owed && sent.optionalDate("newDate").isEmpty()) {
            throw sent.refuse("newDate", "it is still owed; say by when the complainant gets it.");
        }
        letters.toComplainant(sent, "delay-explanation", sent.text("delayReasons"), "delayExplainedOn", null, sent.optionalDate("newDate").orElse(null));
    }
}
