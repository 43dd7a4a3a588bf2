package org.redress.deadline;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of the allowance table, as the table gave it.
 *
 * @param reminder the period says only when to ask about what no period was stated for, so that nothing is overdue after it (REM-05)
 */
record AllowanceRow(
        String allowance,
        String countsFrom,
        @Nullable String metBy,
        @Nullable String cap,
        @Nullable String capFrom,
        @Nullable String extensionNeeds,
        String owedBy,
        String rule,
        String clause,
        boolean reminder) {

    /** In the column "Extended at most by": whoever is owed may agree to any day. */
    static final String BY_AGREEMENT = "by agreement";
    /** Behind a period in the column "Extended at most by": further for a good reason, which supervisors see (CORP-21, CORP-24). */
    static final String WITH_GOOD_REASON = ", more with good reason";
    /** In the column "Owed by": a day before which something may not be done. */
    static final String NOBODY = "nobody";

    static AllowanceRow of(Map<String, Object> result) {
        return new AllowanceRow(need(result, "allowance"), need(result, "countsFrom"), (String) result.get("metBy"),
                (String) result.get("cap"), (String) result.get("capFrom"), (String) result.get("extensionNeeds"),
                need(result, "owedBy"), need(result, "rule"), need(result, "clause"), false);
    }

    AllowanceRow asReminder() {
        return new AllowanceRow(allowance, countsFrom, metBy, cap, capFrom, extensionNeeds, owedBy, rule, clause, true);
    }

    private static String need(Map<String, Object> result, String column) {
        return Objects.requireNonNull((String) result.get(column), () -> "The allowance table gives no " + column + ".");
    }

    /** The other side may agree to any new day, also after the old one (CMP-02, LGS-09). */
    boolean byAgreement() {
        return BY_AGREEMENT.equals(cap);
    }

    /** Whether it may be extended beyond its most where there is a good reason (CORP-21, CORP-24). */
    boolean moreWithGoodReason() {
        return cap != null && cap.endsWith(WITH_GOOD_REASON);
    }

    /** By how much it may be extended without more ado; only where the column names a period. */
    Allowance most() {
        return Allowance.parse(Objects.requireNonNull(cap).replace(WITH_GOOD_REASON, ""));
    }
}
