package org.redress.panel;

import java.util.stream.Collectors;
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
        var promised = actions.promised(decided.reference()).stream().filter(action -> action.promise() != null && action.promise().stage() == decided.stage()).toList();
        int now = decided.optionalNumber("promises").orElse(0);
        decided.set("giveBack", null);
        if (now < promised.size()) {
            var dropped = promised.stream().skip(now).map(action -> String.valueOf(action.number())).collect(Collectors.joining(", "));
            decided.askBack("promises-fewer", "The answer that came back promised " + promised.size() + ", and this one promises " + now + ". Confirm it only if this is not promised any more: " + dropped + ".");
            actions.promiseOnly(decided.reference(), decided.stage(), now);
        } else {
            promises.make(decided, null, now - promised.size());
        }
    }
}
