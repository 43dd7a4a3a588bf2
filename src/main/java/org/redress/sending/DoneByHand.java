package org.redress.sending;

import org.redress.gate.Submission;
import org.redress.gate.SubmissionListener;
import org.springframework.stereotype.Component;

/** Who does a step by hand whose letter waits to be sent has sent it: nothing goes twice. Not while it is on its way, or nobody knows whether it went. */
@Component
class DoneByHand implements SubmissionListener {
    private static final String BY_HAND = "The step was done by hand.";

    private final Dispatches dispatches;

    DoneByHand(Dispatches dispatches) {
        this.dispatches = dispatches;
    }

    @Override
    public void accepted(Submission submission) {
        // a step that sends a letter says by which channel
        if (submission.caseReference().isEmpty() || submission.processInstanceId().isEmpty() || Dispatches.byTheProduct() || submission.optionalText("letterChannel").isEmpty()) {
            return;
        }
        dispatches.ofStep(submission.reference(), submission.processInstanceId().get(), submission.form()).forEach(one -> {
            switch (one.state()) {
                case ATTEMPTING -> throw submission.refuse("Redress is sending this letter at this moment. Try again in a few minutes.");
                case MAY_HAVE_GONE_OUT -> throw submission.refuse("This letter may have gone out already. Say first in \"See to letter\" whether it did.");
                case WAITING -> {
                    if (one.unsure()) {
                        throw submission.refuse("This letter may have gone out already: Redress asks GOV.UK Notify whether it did, and then does the step by itself or sends it. Look again later.");
                    }
                    dispatches.callOff(one.id(), BY_HAND);
                }
                case FAILED -> dispatches.callOff(one.id(), BY_HAND);
                default -> dispatches.doneByHand(one.id());
            }
        });
    }
}
