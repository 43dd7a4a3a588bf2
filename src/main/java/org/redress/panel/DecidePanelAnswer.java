package org.redress.panel;

import org.redress.casefile.AgreedActions;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.promise.Promises;
import org.springframework.stereotype.Component;

/** The council's answer to the panel, and how many actions it promises (CHD-56, CHD-57). */
@Component
class DecidePanelAnswer implements SubmissionHandler {
    private final AgreedActions actions;
    private final Promises promises;

    DecidePanelAnswer(AgreedActions actions, Promises promises) {
        this.actions = actions;
        this.promises = promises;
    }

    @Override
    public String form() {
        return "decide-panel-answer";
    }

    @Override
    public void accept(Submission decided) {
        int promised = (int) actions.promised(decided.reference()).stream().filter(action -> action.promise() != null && action.promise().stage() == decided.stage()).count();
        int now = decided.optionalNumber("promises").orElse(0);
        if (now < promised) {
            throw decided.refuse("promises", promised + " promised already, before the answer was given back; whoever approves it can have them worded again.");
        }
        decided.set("giveBack", null);
        promises.make(decided, null, now - promised);
    }
}
