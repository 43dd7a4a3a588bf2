package org.redress.ombudsman;

import org.redress.casefile.AgreedActions;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The draft with the number of its actions; what was proposed before stands unless it is worded again (LGS-12, REM-05). */
@Component
class DraftDecision implements SubmissionHandler {
    private final AgreedActions actions;

    DraftDecision(AgreedActions actions) {
        this.actions = actions;
    }

    @Override
    public String form() {
        return "draft-decision";
    }

    @Override
    public void accept(Submission draft) {
        int count = Integer.parseInt(draft.text("actionCount"));
        if (draft.yes("rewordActions") || actions.views(draft.reference()).size() != count) {
            actions.begin(draft.reference(), count);
        }
    }
}
