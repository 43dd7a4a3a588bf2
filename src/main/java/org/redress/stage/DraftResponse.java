package org.redress.stage;

import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** A new draft has not been decided on: what the approver chose for the one before it must not stand in the form already. */
@Component
class DraftResponse implements SubmissionHandler {
    @Override
    public String form() {
        return "draft-response";
    }

    @Override
    public void accept(Submission drafted) {
        drafted.set("approval", null);
    }
}
