package org.redress.quality;

import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Stream;
import org.redress.quality.Chronicle.Action;

/** A summary that counts other faults than the findings, or that has a payment made for something else (DQ-8). */
final class SummaryDiffers implements Check {
    @Override
    public Stream<Finding> of(Chronicle chronicle) {
        var decision = chronicle.decision();
        var summary = chronicle.summary();
        if (decision == null || summary == null) {
            return Stream.of();
        }
        var found = new ArrayList<Finding>();
        if (summary.faults() != null && summary.faults() != decision.faults()) {
            found.add(new Finding("DQ-8", decision.on(), "The summary speaks of " + faults(summary.faults()) + ", the findings of " + faults(decision.faults()) + "."));
        }
        if (summary.paysFor() != null) {
            var payments = chronicle.actions().stream().filter(action -> action.kind().equals("payment")).toList();
            if (payments.stream().noneMatch(payment -> payment.wording().toLowerCase(Locale.ROOT).contains(summary.paysFor().toLowerCase(Locale.ROOT)))) {
                found.add(new Finding("DQ-8", decision.on(), "The summary has a payment for " + summary.paysFor() + ", "
                        + (payments.isEmpty() ? "and none is agreed." : "which action " + payment(payments.get(0)))));
            }
        }
        return found.stream();
    }

    private static String payment(Action payment) {
        return payment.number() + " does not name: " + payment.wording();
    }

    private static String faults(int number) {
        return number == 0 ? "no fault" : number == 1 ? "1 fault" : number + " faults";
    }
}
