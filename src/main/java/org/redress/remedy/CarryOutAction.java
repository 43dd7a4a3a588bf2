package org.redress.remedy;

import java.math.BigDecimal;
import org.redress.casefile.AgreedActions;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.promise.Promises;
import org.springframework.stereotype.Component;

/** An action was carried out; another amount than agreed is explained (REM-06, CMP-02). */
@Component
class CarryOutAction implements SubmissionHandler {
    private final AgreedActions actions;

    CarryOutAction(AgreedActions actions) {
        this.actions = actions;
    }

    @Override
    public String form() {
        return "carry-out-action";
    }

    @Override
    public void accept(Submission done) {
        if (done.yes("nothingShown") || done.yes("notDone")) {
            return; // the Ombudsman judges that nothing was shown; the complainant is told why it is not done
        }
        int number = Numbers.of(done, "actionNumber");
        var agreed = actions.view(done.reference(), number).amount();
        var paid = done.optionalText("amountPaid").map(BigDecimal::new).orElse(null);
        if (agreed != null && paid != null && agreed.compareTo(paid) != 0 && done.optionalText("difference").isEmpty()) {
            throw done.refuse("difference", "an answer is needed: £" + agreed.stripTrailingZeros().toPlainString() + " were agreed, £"
                    + paid.stripTrailingZeros().toPlainString() + " paid.");
        }
        actions.carriedOut(done.reference(), number, done.date("actionDoneOn"), done.text("doneBy"), done.text("whatWasDone"), paid,
                done.optionalText("difference").orElse(null));
        if (done.variable("procedure").filter(procedure -> procedure.equals("liaison") || procedure.equals(Promises.PROCEDURE)).isEmpty()) {
            actions.show(done.reference(), number, done.text("whatWasDone"));
        }
    }
}
