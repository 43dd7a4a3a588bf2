package org.redress.deadline;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Dates;

/**
 * How a deadline stands by its facts. Whether it is overdue is a question of the day of asking.
 *
 * @param reminder whether no period was stated, so that the day is only the next on which it is asked about (REM-05)
 * @param notBefore whether it is a day before which something may not be done; that is not owed, so it is never missed (LGS-18)
 */
record Standing(
        LocalDate dueOn,
        LocalDate targetOn,
        DeadlineState state,
        boolean notBefore,
        boolean reminder,
        @Nullable LocalDate pausedSince,
        @Nullable LocalDate closedOn,
        @Nullable Integer daysLate,
        @Nullable String because) {

    boolean overdueOn(LocalDate day) {
        return state == DeadlineState.OPEN && !notBefore && !reminder && day.isAfter(dueOn);
    }

    /** Whether the day passed before what was owed was done, as far as it is known on a day. */
    boolean missedBy(LocalDate day) {
        if (notBefore || reminder || pausedSince != null) {
            return false;
        }
        return switch (state) {
            case OPEN -> day.isAfter(dueOn);
            case MET -> daysLate != null && daysLate > 0;
            case CANCELLED -> closed().isAfter(dueOn);
            case PAUSED, LAPSED -> false;
        };
    }

    @Nullable LocalDate overdueSince(LocalDate day) {
        return missedBy(day) ? dueOn.plusDays(1) : null;
    }

    String outcome(LocalDate day) {
        if (notBefore && state != DeadlineState.CANCELLED) {
            return state == DeadlineState.MET ? "done on " + Dates.text(closed()) + ", not before " + Dates.text(dueOn) : "not before " + Dates.text(dueOn);
        }
        if (reminder && state == DeadlineState.OPEN) {
            return "no period is stated; asked about if it is not shown by " + Dates.text(dueOn);
        }
        if (reminder && state == DeadlineState.MET) {
            return "done on " + Dates.text(closed()) + "; no period was stated";
        }
        return switch (state) {
            case OPEN -> day.isAfter(dueOn)
                    ? "overdue since " + Dates.text(dueOn.plusDays(1))
                    : "due on " + Dates.text(dueOn) + (targetOn.equals(dueOn) ? "" : ", target " + Dates.text(targetOn));
            case PAUSED -> "paused since " + Dates.text(Objects.requireNonNull(pausedSince));
            case MET -> daysLate != null && daysLate > 0
                    ? "late by " + Wording.counted(daysLate, "working day") + ", done on " + Dates.text(closed())
                    : "met on " + Dates.text(closed()) + (closed().equals(dueOn) ? ", its last day" : "");
            case CANCELLED -> (missedBy(day) ? "missed, overdue since " + Dates.text(dueOn.plusDays(1)) + ", then " : "")
                    + "cancelled because " + because;
            case LAPSED -> "not used by " + Dates.text(dueOn);
        };
    }

    private LocalDate closed() {
        return Objects.requireNonNull(closedOn);
    }
}
