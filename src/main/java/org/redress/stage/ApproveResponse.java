package org.redress.stage;

import org.redress.casefile.AgreedActions;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** Whoever approves a letter decides every case that it answers (CORP-26). */
@Component
class ApproveResponse implements SubmissionHandler {
    private final JointAnswer joint;
    private final AgreedActions actions;

    ApproveResponse(JointAnswer joint, AgreedActions actions) {
        this.joint = joint;
        this.actions = actions;
    }

    @Override
    public String form() {
        return "approve-response";
    }

    @Override
    public void accept(Submission approved) {
        joint.refuseWhoDecidedBefore(approved, "approve");
        if (approved.yes("wordPromisesAgain")) {
            actions.wordAgain(approved.reference(), approved.stage());
        }
    }
}
