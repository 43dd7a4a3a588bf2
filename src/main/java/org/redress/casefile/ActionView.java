package org.redress.casefile;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An action as one side's file holds it: agreed with the Ombudsman, or promised by the council in an answer of its own (REM-05, REM-06, CMP-01…CMP-03, CORP-35).
 *
 * @param state PROPOSED until the decision is final, AGREED, SHOWN with evidence, or one of the outcomes
 * @param within the allowance as the decision words it, or the words with which it gives none
 * @param notAgreed recommended without the council's agreement, so that nothing is owed by a day
 * @param fromAssumed the decision does not say from which day it counts, so the decision's own day is assumed (DQ-9)
 * @param promise where it was promised; none for an action of the Ombudsman's decision
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
        boolean notAgreed,
        @Nullable Promise promise) {

    /**
     * A promise of the council (CORP-32, CORP-35, CHD-48).
     *
     * @param stage the stage whose answer makes it
     * @param issue the issue that it puts right; none where an answer is about no single one
     * @param by the day by which it will be done, if one is named
     * @param toldOn when the complainant was told what became of it
     */
    public record Promise(int stage, @Nullable Integer issue, @Nullable LocalDate by, @Nullable LocalDate toldOn) {}

    /** An action of the Ombudsman's decision. */
    public ActionView(int number, ActionState state, @Nullable String kind, @Nullable String beneficiary, @Nullable BigDecimal amount, @Nullable String within,
            @Nullable LocalDate countsFrom, boolean fromAssumed, @Nullable String wording, @Nullable LocalDate doneOn, @Nullable String doneBy, @Nullable String whatWasDone,
            @Nullable BigDecimal amountPaid, @Nullable String difference, @Nullable String evidence, @Nullable String verdict, @Nullable String verdictReason,
            @Nullable LocalDate verdictOn, boolean notAgreed) {
        this(number, state, kind, beneficiary, amount, within, countsFrom, fromAssumed, wording, doneOn, doneBy, whatWasDone, amountPaid, difference, evidence, verdict, verdictReason,
                verdictOn, notAgreed, null);
    }

    /** An action as the decision or an answer words it, before anything was done. */
    public static ActionView worded(int number, @Nullable String kind, @Nullable String beneficiary, @Nullable BigDecimal amount, @Nullable String within,
            @Nullable LocalDate countsFrom, boolean fromAssumed, @Nullable String wording, boolean notAgreed, @Nullable Promise promise) {
        return new ActionView(number, ActionState.PROPOSED, kind, beneficiary, amount, within, countsFrom, fromAssumed, wording, null, null, null, null, null, null, null, null, null,
                notAgreed, promise);
    }

    /** Where it comes from, for a reader. */
    public String origin() {
        return promise == null ? "Ombudsman’s decision" : "Council’s response, stage " + promise.stage();
    }

    /** A payment whose amount the decision leaves open, such as costs that are still to be shown (REM-06). */
    public boolean amountOpen() {
        return "payment".equals(kind) && amount == null;
    }
}
