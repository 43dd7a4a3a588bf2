package org.redress.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.redress.casefile.Dates;
import org.redress.quality.Chronicle.Event;

/** The year with which an event would stand where it is told, between what comes before and after it (DQ-4, DQ-10). */
final class OtherYear {
    /** Neighbours further apart than this say little about the day between them. */
    private static final int CLOSE_IN_MONTHS = 6;

    private OtherYear() {}

    /** The same day of another year, if the event stands out of line and only that year puts it into line. */
    static Optional<LocalDate> of(List<Event> events, int index) {
        if (index < 0) {
            return Optional.empty();
        }
        var day = events.get(index).on();
        int earlier = index;
        int later = index;
        // what is told of the same day is as right or wrong as the event itself
        while (earlier >= 0 && events.get(earlier).on().equals(day)) {
            earlier--;
        }
        while (later < events.size() && events.get(later).on().equals(day)) {
            later++;
        }
        if (earlier < 0 || later == events.size()) {
            return Optional.empty();
        }
        var before = events.get(earlier).on();
        var after = events.get(later).on();
        if (before.isAfter(after) || before.plusMonths(CLOSE_IN_MONTHS).isBefore(after) || isBetween(before, day, after)) {
            return Optional.empty();
        }
        var fitting = Stream.of(before.getYear(), after.getYear()).distinct().map(day::withYear)
                .filter(other -> other.getDayOfMonth() == day.getDayOfMonth() && isBetween(before, other, after)).toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /** A sentence to add to a finding, if there is such a year. */
    static String hint(List<Event> events, int index) {
        return of(events, index).map(other -> " " + Dates.text(other) + " would fit.").orElse("");
    }

    private static boolean isBetween(LocalDate before, LocalDate day, LocalDate after) {
        return !day.isBefore(before) && !day.isAfter(after);
    }
}
