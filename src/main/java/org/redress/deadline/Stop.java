package org.redress.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the whole case stood still, still open without {@code until}, with the moments at which its ends were recorded (CHD-12,
 * CHD-14).
 *
 * @param ended whether the case was over in between: it ended, and the end was taken back (CHD-11)
 */
record Stop(LocalDate from, @Nullable LocalDate until, @Nullable LocalDateTime recordedAt, @Nullable LocalDateTime endRecordedAt, boolean ended) {

    /** The same time with a day that was recorded wrongly put right; the correction is recorded when it is made. */
    Stop corrected(String fact, LocalDate before, LocalDate after, LocalDateTime now) {
        if (fact.equals("pausedOn") && from.equals(before)) {
            // an end that gave nothing back still gives nothing back
            return new Stop(after, ended && from.equals(until) ? after : until, now, endRecordedAt, ended);
        }
        return fact.equals("resumedOn") && before.equals(until) ? new Stop(from, after, recordedAt, now, ended) : this;
    }

    /** In the order of their days; a case that ended while it was paused stood still once, not twice. */
    static List<Stop> together(List<Stop> stops) {
        var together = new ArrayList<Stop>();
        stops.stream().sorted(Comparator.comparing(Stop::from)).forEach(stop -> {
            var last = together.isEmpty() ? null : together.get(together.size() - 1);
            if (last != null && last.reaches(stop)) {
                together.set(together.size() - 1, last.and(stop));
            } else {
                together.add(stop);
            }
        });
        return together;
    }

    private boolean reaches(Stop later) {
        return until == null || later.from.isBefore(until) || later.from.equals(until) && later.ended && !ended;
    }

    private Stop and(Stop later) {
        boolean longer = until != null && (later.until == null || later.until.isAfter(until));
        return new Stop(from, longer ? later.until : until, recordedAt, longer ? later.endRecordedAt : endRecordedAt, ended);
    }
}
