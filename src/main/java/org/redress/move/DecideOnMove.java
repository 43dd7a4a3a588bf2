package org.redress.move;

import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The process owner proposes to move the cases, or stops. */
@Component
class DecideOnMove implements SubmissionHandler {
    @Override
    public String form() {
        return "decide-on-move";
    }

    @Override
    public void accept(Submission decided) {
        if (decided.text("moveProposal").equals("propose") && !(decided.variable("casesToMove").orElse(0) instanceof Number cases && cases.intValue() > 0)) {
            throw decided.refuse("moveProposal", "no case can move; stop.");
        }
        decided.set("proposedBy", decided.user());
    }
}
