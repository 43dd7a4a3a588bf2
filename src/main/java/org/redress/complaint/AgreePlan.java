package org.redress.complaint;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.Allowance;
import org.redress.deadline.AllowanceNotUnderstood;
import org.redress.deadline.Deadlines;
import org.redress.engine.BeganWith;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** How a complaint about adult social care or public health is handled, and how long its answer may take, in a letter to the complainant (ADT-02, ADT-04). */
@Component
class AgreePlan implements SubmissionHandler {
    private final Letters letters;
    private final Deadlines deadlines;

    AgreePlan(Letters letters, Deadlines deadlines) {
        this.letters = letters;
        this.deadlines = deadlines;
    }

    @Override
    public String form() {
        return "agree-plan";
    }

    @Override
    public void accept(Submission agreed) {
        String within;
        try {
            within = Allowance.parse(agreed.text("period")).toString();
            agreed.set("agreedWithin", within);
        } catch (AllowanceNotUnderstood e) {
            throw agreed.refuse("period", String.valueOf(e.getMessage()));
        }
        agreed.set("nhsConcerned", agreed.yes("nhsConcerned"));
        letters.toComplainant(agreed, "agreed-plan", agreed.text("planText"), "planAgreedOn", agreed.text("letterChannel"), answerBy(agreed, within));
    }

    /** The day that the deadline gets which follows from the plan (ADT-04). */
    private LocalDate answerBy(Submission agreed, String within) {
        var facts = new HashMap<String, @Nullable Object>();
        List.of(BeganWith.VARIABLE, "procedure", "council", "receivedAt").forEach(known -> facts.put(known, agreed.variable(known).orElse(null)));
        facts.put("stageNumber", agreed.stage());
        facts.put("agreedWithin", within);
        facts.put("planAgreedOn", agreed.date("planAgreedOn").toString());
        return deadlines.lastDay("response", agreed.processDefinitionId().map(own -> BeganWith.of(facts, own)).orElse(null), facts);
    }
}
