package org.redress.panel;

import org.redress.casefile.AgreedActions;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The council's answer to the panel, and how many actions it promises (CHD-56, CHD-57). */
@Component
class DecidePanelAnswer implements SubmissionHandler {
    private final AgreedActions actions;

    DecidePanelAnswer(AgreedActions actions) {
        this.actions = actions;
    }

    @Override
    public String form() {
        return "decide-panel-answer";
    }

    @Override
    public void accept(Submission decided) {
        actions.promise(decided.reference(), decided.stage(), null, decided.optionalNumber("promises").orElse(0));
    }
}
