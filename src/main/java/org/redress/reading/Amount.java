package org.redress.reading;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A sum of money as the decision words it (REM-04, REM-06).
 *
 * @param pounds the sum that is named; of a range or of "up to" its upper end
 * @param least the lower end of a range; nought for "up to"
 * @param each what the sum is for, if it is not for the whole: month, week, term, person
 * @param times how often it is to be paid, if that is said
 */
public record Amount(BigDecimal pounds, @Nullable BigDecimal least, @Nullable String each, @Nullable Integer times, Passage passage) {

    /** What is to be paid in all, if it is certain. */
    public @Nullable BigDecimal total() {
        return least != null ? null : each == null ? pounds : times == null ? null : pounds.multiply(BigDecimal.valueOf(times));
    }
}
