package org.redress.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * By when an action is to be done, as the decision words it (WD-01, REM-05, DQ-9).
 *
 * @param within the period in the form in which it is kept, such as {@code 20 working days}; none where a day is named, or the words give no period
 * @param by the day that is named, if one is
 * @param from from when it counts
 * @param fromWords the words that say so, where it is another event
 */
public record Period(@Nullable String within, @Nullable LocalDate by, From from, @Nullable String fromWords, Passage passage) {

    /** From when a period counts. */
    public enum From {
        /** The decision's own day. */
        DECISION("decision"),
        /** It is not said; the decision's own day is assumed, and the file says so (DQ-9). */
        NOT_STATED("not-stated"),
        /** Something else that has to happen first. */
        OTHER("other-day");

        private final String code;

        From(String code) {
            this.code = code;
        }

        /** As forms and programs write it. */
        public String code() {
            return code;
        }
    }
}
