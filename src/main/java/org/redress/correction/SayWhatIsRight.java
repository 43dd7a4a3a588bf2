package org.redress.correction;

import java.math.BigDecimal;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Dates;
import org.redress.casefile.PutRight;
import org.redress.deadline.CannotBePutRight;
import org.redress.gate.OrderOfDays;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** What is right, and what would move with it; nothing moves yet. */
@Component
class SayWhatIsRight implements SubmissionHandler {
    private final Corrections corrections;
    private final CaseFiles cases;
    private final OrderOfDays order;

    SayWhatIsRight(Corrections corrections, CaseFiles cases, OrderOfDays order) {
        this.corrections = corrections;
        this.cases = cases;
        this.order = order;
    }

    @Override
    public String form() {
        return "say-what-is-right";
    }

    @Override
    public void accept(Submission said) {
        said.happenedOn(said.today());
        var chosen = said.text("fact");
        var fact = corrections.correctable(said.reference()).stream().filter(known -> Choices.value(known).equals(chosen)).findFirst()
                .orElseThrow(() -> said.refuse("fact", "it has been put right meanwhile; start a new correction to see it as it is now."));
        if (Choices.amount(chosen) != said.text("kind").equals("amount")) {
            throw said.refuse("fact", "is " + (Choices.amount(chosen) ? "an amount" : "a day") + "; choose that above.");
        }
        Proposal proposal;
        if (Choices.amount(chosen)) {
            var right = new BigDecimal(said.text("rightAmount"));
            if (right.compareTo(new BigDecimal(fact.value())) == 0) {
                throw said.refuse("rightAmount", "the file says so already.");
            }
            proposal = new Proposal(fact.id(), null, right);
        } else {
            var right = said.date("rightDay");
            if (right.toString().equals(fact.value())) {
                throw said.refuse("rightDay", "the file says so already.");
            }
            if (fact.happened() && right.isAfter(said.today())) {
                throw said.refuse("rightDay", "is in the future.");
            }
            var received = cases.get(said.reference()).receivedAt().toLocalDate();
            if (!corrections.mayLieBeforeReceipt(said.reference(), fact) && right.isBefore(received)) {
                throw said.refuse("rightDay", "the complaint was received on " + Dates.text(received) + "." + PutRight.FIRST);
            }
            order.refusal(said.reference(), fact, right).ifPresent(why -> {
                throw said.refuse("rightDay", why);
            });
            order.question(said.reference(), fact, right, said.today()).ifPresent(doubt -> said.askBack(doubt.topic(), "Right day: " + doubt.question()));
            proposal = new Proposal(fact.id(), right, null);
        }
        try {
            proposal.preview(corrections, said.reference()).confirmation().ask(said, cases.get(said.reference()).stage());
        } catch (CannotBePutRight e) {
            throw said.refuse("rightDay", String.valueOf(e.getMessage()));
        }
    }
}
