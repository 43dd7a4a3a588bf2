package org.redress.correction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which fact is to be put right and what is right: a day, or an amount in pounds. */
record Proposal(long fact, @Nullable LocalDate day, @Nullable BigDecimal amount) {

    /** Reads what the process of the correction knows. */
    static Proposal of(Function<String, @Nullable Object> variables) {
        var chosen = String.valueOf(variables.apply("fact"));
        var right = variables.apply(Choices.amount(chosen) ? "rightAmount" : "rightDay");
        return Choices.amount(chosen) ? new Proposal(Choices.id(chosen), null, new BigDecimal(String.valueOf(right)))
                : new Proposal(Choices.id(chosen), LocalDate.parse(String.valueOf(right)), null);
    }

    Change preview(Corrections corrections, String reference) {
        var wrong = corrections.fact(reference, fact);
        return day == null ? corrections.preview(reference, wrong, java.util.Objects.requireNonNull(amount)) : corrections.preview(reference, wrong, day);
    }

    Change apply(Corrections corrections, String reference, String who) {
        var wrong = corrections.fact(reference, fact);
        return day == null ? corrections.apply(reference, wrong, java.util.Objects.requireNonNull(amount), who) : corrections.apply(reference, wrong, day, who);
    }
}
