package org.redress.ombudsman;

import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The draft with the number of its actions; what was proposed before stands unless it is worded again (LGS-12, REM-05). */
@Component
class DraftDecision implements SubmissionHandler {
    private final CaseFiles cases;
    private final AgreedActions actions;
    private final JointDecision joint;

    DraftDecision(CaseFiles cases, AgreedActions actions, JointDecision joint) {
        this.cases = cases;
        this.actions = actions;
        this.joint = joint;
    }

    @Override
    public String form() {
        return "draft-decision";
    }

    @Override
    public void accept(Submission draft) {
        draft.set("giveBack", null);
        // refused here and not first when it is sent
        joint.with(draft, draft.text("letterText"));
        if (Course.of(draft) == Course.DISCONTINUED) {
            draft.set(ClosingReasons.VARIABLE, ClosingReasons.of(draft));
        }
        int count = Integer.parseInt(draft.text("actionCount"));
        if (count > 0 && Course.of(draft) == Course.DISCONTINUED) {
            throw draft.refuse("actionCount", "an investigation that ends without a finding agrees nothing. If the council proposes a remedy, have it accepted with Ombudsman event (LGA-03).");
        }
        boolean remedied = draft.yes("acceptsRemedy") || !draft.variable("remedyAccepted").orElse("no").equals("no");
        if (count > 0 && !remedied && Finding.of(cases, draft.reference()).stream().noneMatch(Finding::isFault)) {
            throw draft.refuse("actionCount", "without a fault there is nothing to put right (REM-01).");
        }
        if (draft.yes("rewordActions") || actions.views(draft.reference()).size() != count) {
            actions.begin(draft.reference(), count);
        }
    }
}
