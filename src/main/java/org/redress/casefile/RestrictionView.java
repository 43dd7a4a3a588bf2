package org.redress.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A contact restriction on somebody in a case (ACC-05).
 *
 * @param person the number of the person, {@code restriction} a value of the form "contact-restriction", {@code what} in words
 * @param appealOutcome a value of the form "decide-restriction-appeal"; none while an appeal waits
 */
public record RestrictionView(
        int number,
        int person,
        String restriction,
        String what,
        String reason,
        LocalDate decidedOn,
        String decidedBy,
        @Nullable LocalDate reviewedOn,
        @Nullable String reviewedBy,
        @Nullable LocalDate appealedOn,
        @Nullable String appeal,
        @Nullable String appealOutcome,
        @Nullable LocalDate appealOn,
        @Nullable String appealBy,
        @Nullable String appealReason,
        @Nullable LocalDate endedOn,
        @Nullable String endedBecause) {

    /** A restriction as it is placed. */
    public static RestrictionView placed(int person, String restriction, String what, String reason, LocalDate on, String by) {
        return new RestrictionView(0, person, restriction, what, reason, on, by, null, null, null, null, null, null, null, null, null, null);
    }

    /** Whether it holds. */
    public boolean inForce() {
        return endedOn == null;
    }
}
