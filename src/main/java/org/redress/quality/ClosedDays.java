package org.redress.quality;

import java.time.LocalDate;
import java.time.Year;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.redress.calendar.WorkingCalendar;
import org.redress.calendar.YearNotCovered;
import org.redress.casefile.Dates;
import org.redress.quality.Chronicle.Event;

/** A formal letter or meeting on a day on which offices are closed: it may be so, and it may be a slip (DQ-6). */
final class ClosedDays implements Check {
    private final WorkingCalendar calendar;

    ClosedDays(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public Stream<Finding> of(Chronicle chronicle) {
        var unknown = new HashSet<Year>();
        return chronicle.all().filter(event -> event.formal() != null).flatMap(event -> of(event, unknown));
    }

    private Stream<Finding> of(Event event, Set<Year> unknown) {
        try {
            return calendar.isWorkingDay(event.on()) ? Stream.of()
                    : Stream.of(new Finding("DQ-6", event.on(), Dates.text(event.on()) + " is no working day" + holiday(event.on()) + ", and the day of a "
                            + event.formal() + ": " + event.told()));
        } catch (YearNotCovered e) {
            return unknown.add(Year.from(event.on()))
                    ? Stream.of(new Finding("DQ-6", event.on(), "Whether " + Dates.text(event.on()) + " was a working day is not checked. " + e.getMessage()))
                    : Stream.of();
        }
    }

    private String holiday(LocalDate day) {
        return calendar.bankHoliday(day).map(holiday -> " (" + holiday.name() + ")").orElse("");
    }
}
