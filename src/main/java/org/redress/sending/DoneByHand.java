package org.redress.sending;

import java.util.List;
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
        if (submission.caseReference().isEmpty() || submission.processInstanceId().isEmpty() || Dispatches.byTheProduct()) {
            return;
        }
        if (submission.yes("giveBack")) {
            givenBack(submission);
            return;
        }
        if (submission.optionalText("letterChannel").isEmpty()) {
            return;
        }
        ofStep(submission).forEach(one -> {
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

    /** What is on its way cannot be written again, nor what has gone out to everybody: but where it did not reach somebody, or its step does not take it, there is no other way on. */
    private void givenBack(Submission submission) {
        var all = ofStep(submission);
        boolean stuck = all.stream().anyMatch(DispatchView::needsSomebody);
        all.forEach(one -> {
            boolean waits = (one.state() == DispatchState.WAITING || one.state() == DispatchState.FAILED) && !one.unsure();
            if (!waits && !(one.state().sent() && stuck)) {
                throw submission.refuse("This letter is on its way, or has gone out, so it cannot be given back.");
            }
            if (waits) {
                dispatches.callOff(one.id(), "The letter was given back.");
            } else {
                dispatches.givenBack(one.id());
            }
        });
    }

    /** Those of the step that are on their way, in the files of all cases that it answers. */
    private List<DispatchView> ofStep(Submission submission) {
        var own = dispatches.ofStep(submission.reference(), submission.processInstanceId().orElseThrow(), submission.form());
        return own.isEmpty() ? own : dispatches.ofTask(own.get(0).task()).stream().filter(one -> one.state() != DispatchState.CALLED_OFF && (!one.recorded() || one.state().sent() && one.because() != null)).toList();
    }
}
