package org.redress.casefile;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An agreed action as one side's file holds it (REM-05, REM-06, CMP-01…CMP-03).
 *
 * @param state PROPOSED until the decision is final, AGREED, SHOWN with evidence, or one of the outcomes
 * @param within the allowance as the decision words it, or the words with which it gives none
 * @param notAgreed recommended without the council's agreement, so that nothing is owed by a day
 * @param fromAssumed the decision does not say from which day it counts, so the decision's own day is assumed (DQ-9)
 */
public record ActionView(
        int number,
        ActionState state,
        @Nullable String kind,
        @Nullable String beneficiary,
        @Nullable BigDecimal amount,
        @Nullable String within,
        @Nullable LocalDate countsFrom,
        boolean fromAssumed,
        @Nullable String wording,
        @Nullable LocalDate doneOn,
        @Nullable String doneBy,
        @Nullable String whatWasDone,
        @Nullable BigDecimal amountPaid,
        @Nullable String difference,
        @Nullable String evidence,
        @Nullable String verdict,
        @Nullable String verdictReason,
        @Nullable LocalDate verdictOn,
        boolean notAgreed) {

    /** A payment whose amount the decision leaves open, such as costs that are still to be shown (REM-06). */
    public boolean amountOpen() {
        return "payment".equals(kind) && amount == null;
    }
}
