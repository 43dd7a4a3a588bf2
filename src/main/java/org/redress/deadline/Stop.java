package org.redress.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A time in which the whole case stood still, still open without {@code until}, with the moments at which its ends were recorded (CHD-12, CHD-14). */
record Stop(LocalDate from, @Nullable LocalDate until, @Nullable LocalDateTime recordedAt, @Nullable LocalDateTime endRecordedAt) {

    /** The same time with a day that was recorded wrongly put right; the correction is recorded when it is made. */
    Stop corrected(String fact, LocalDate before, LocalDate after, LocalDateTime now) {
        if (fact.equals("pausedOn") && from.equals(before)) {
            return new Stop(after, until, now, endRecordedAt);
        }
        return fact.equals("resumedOn") && before.equals(until) ? new Stop(from, after, recordedAt, now) : this;
    }
}
