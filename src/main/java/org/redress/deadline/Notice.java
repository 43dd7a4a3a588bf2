package org.redress.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;

/**
 * A notice of more time: the day on which it went out decides, when it was recorded is kept; unknown for old rows (CORP-22, CHD-44).
 *
 * @param inTime whether it is known to have gone out in time, by the bank holidays that were known then
 */
record Notice(LocalDate on, LocalDate to, String reason, String by, @Nullable LocalDateTime recordedAt, boolean inTime) {
    Notice(LocalDate on, LocalDate to, String reason, String by, @Nullable LocalDateTime recordedAt) {
        this(on, to, reason, by, recordedAt, false);
    }

    /** The same notice, when what it has to be in time for has changed. */
    Notice toBeChecked() {
        return new Notice(on, to, reason, by, recordedAt);
    }

    /** Not more time, but the next day on which to ask about what no period was stated for (REM-05). */
    static Notice asking(LocalDate on, LocalDate next, LocalDateTime recordedAt) {
        return new Notice(on, next, "No period is stated.", CaseFiles.PRODUCT, recordedAt);
    }

    boolean asks() {
        return by.equals(CaseFiles.PRODUCT);
    }

    /** The same notice with a day that was recorded wrongly put right; the correction is recorded when it is made. */
    Notice corrected(String fact, LocalDate before, LocalDate after, String who, LocalDateTime now) {
        if (fact.equals("extensionNoticedOn") && on.equals(before)) {
            return new Notice(after, to, reason, who, now);
        }
        return fact.equals("extendedTo") && to.equals(before) ? new Notice(on, after, reason, who, now, inTime) : this;
    }
}
