package org.redress.remedy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.redress.casefile.ActionView;
import org.redress.casefile.AgreedActions;
import org.redress.deadline.Allowance;
import org.redress.deadline.AllowanceNotUnderstood;
import org.redress.deadline.NoPeriod;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** One agreed action as the decision words it (REM-05, REM-06, DAT-10, DQ-9). */
@Component
class ProposeAction implements SubmissionHandler {
    private final AgreedActions actions;

    ProposeAction(AgreedActions actions) {
        this.actions = actions;
    }

    @Override
    public String form() {
        return "propose-action";
    }

    @Override
    public void accept(Submission proposed) {
        int number = Numbers.of(proposed, "actionNumber");
        var amount = proposed.optionalText("amount").map(BigDecimal::new);
        if (amount.filter(pounds -> pounds.signum() == 0).isPresent()) {
            throw proposed.refuse("amount", "a payment has an amount; if it is not known yet, say so.");
        }
        actions.word(proposed.reference(), number, ActionView.worded(number, proposed.text("actionKind"), proposed.text("beneficiary"),
                amount.orElse(null), within(proposed), proposed.optionalDate("countsFromDay").orElse(null), proposed.text("countsFrom").equals("not-stated"),
                proposed.text("wording"), proposed.yes("notAgreed"), null));
        if (proposed.variable("procedure").filter("liaison"::equals).isPresent()) {
            actions.agree(proposed.reference(), number, LocalDate.parse((String) proposed.variable("decidedOn").orElseThrow()));
        }
    }

    static String within(Submission proposed) {
        var none = NoPeriod.read(proposed.text("within"));
        if (none.isPresent()) {
            return none.get().toString();
        }
        try {
            return Allowance.parse(proposed.text("within")).toString();
        } catch (AllowanceNotUnderstood e) {
            throw proposed.refuse("within", e.getMessage() + " If no time is given, write not stated, as soon as possible or without delay.");
        }
    }
}
