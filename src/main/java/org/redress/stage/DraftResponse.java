package org.redress.stage;

import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/**
 * A new draft has not been decided on: what the approver chose for the one before it must not stand in the form already. A letter that
 * answers several cases says nothing about one person to another, unless all may see it (CORP-26, DAT-02).
 */
@Component
class DraftResponse implements SubmissionHandler {
    static final String ALL_MAY_SEE = "allMaySee";

    private final JointAnswer joint;

    DraftResponse(JointAnswer joint) {
        this.joint = joint;
    }

    @Override
    public String form() {
        return "draft-response";
    }

    @Override
    public void accept(Submission drafted) {
        joint.refuseSecondLetter(drafted);
        joint.refuseWhoDecidedBefore(drafted, "respond");
        joint.refuseNames(drafted, "letterText", drafted.text("letterText"), drafted.yes(ALL_MAY_SEE));
        joint.refuseNames(drafted, "easyReadText", drafted.optionalText("easyReadText").orElse(""), drafted.yes(ALL_MAY_SEE));
        drafted.set("approval", null);
        drafted.set("giveBack", null);
    }
}
