package org.redress.complaint;

import org.redress.deadline.Allowance;
import org.redress.deadline.AllowanceNotUnderstood;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** How a complaint about adult social care or public health is handled, and how long its answer may take, in a letter to the complainant (ADT-02, ADT-04). */
@Component
class AgreePlan implements SubmissionHandler {
    private final Letters letters;

    AgreePlan(Letters letters) {
        this.letters = letters;
    }

    @Override
    public String form() {
        return "agree-plan";
    }

    @Override
    public void accept(Submission agreed) {
        try {
            agreed.set("agreedWithin", Allowance.parse(agreed.text("period")).toString());
        } catch (AllowanceNotUnderstood e) {
            throw agreed.refuse("period", String.valueOf(e.getMessage()));
        }
        agreed.set("nhsConcerned", agreed.yes("nhsConcerned"));
        letters.toComplainant(agreed, "agreed-plan", agreed.text("planText"), "planAgreedOn", agreed.text("letterChannel"));
    }
}
