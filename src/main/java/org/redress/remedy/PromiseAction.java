package org.redress.remedy;

import java.math.BigDecimal;
import org.redress.casefile.ActionView;
import org.redress.casefile.AgreedActions;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** One action that an answer of the council promises, by a day or within a period from the letter (CORP-32, CORP-35, CHD-48). */
@Component
class PromiseAction implements SubmissionHandler {
    private final AgreedActions actions;

    PromiseAction(AgreedActions actions) {
        this.actions = actions;
    }

    @Override
    public String form() {
        return "promise-action";
    }

    @Override
    public void accept(Submission promised) {
        int number = Numbers.of(promised, "actionNumber");
        var room = actions.view(promised.reference(), number).promise();
        if (room == null) {
            throw promised.refuse("Action " + number + " is none that the council promises by itself.");
        }
        var amount = promised.optionalText("amount").map(BigDecimal::new);
        if (amount.filter(pounds -> pounds.signum() == 0).isPresent()) {
            throw promised.refuse("amount", "a payment has an amount; if it is not known yet, say so.");
        }
        var by = promised.optionalDate("promisedBy").orElse(null);
        actions.word(promised.reference(), number, ActionView.worded(number, promised.text("actionKind"), promised.text("beneficiary"), amount.orElse(null),
                by == null ? ProposeAction.within(promised) : null, null, false, promised.text("wording"), false, new ActionView.Promise(room.stage(), room.issue(), by, null)));
    }
}
