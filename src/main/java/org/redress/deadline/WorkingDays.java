package org.redress.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.redress.calendar.WorkingCalendar;
import org.springframework.stereotype.Component;

/** For the filters of Tasklist: how far a number of working days reaches from today, by the bank holidays in force (CORP-13). */
@Component
public class WorkingDays {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final WorkingCalendar calendar;
    private final Clock clock;

    WorkingDays(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The end of the last of so many working days after today. */
    public Date after(int days) {
        return Date.from(last(days).plusDays(1).atStartOfDay(LONDON).toInstant());
    }

    /** The last of so many working days after today; beyond the years that the calendar knows a list reaches as many days. */
    private LocalDate last(int days) {
        var today = LocalDate.now(clock);
        return calendar.covers(today) && calendar.covers(today.plusDays(7L + 3L * days)) ? calendar.add(today, days) : today.plusDays(days);
    }

    /** Whether a day has passed. */
    public boolean passed(LocalDate day) {
        return day.isBefore(LocalDate.now(clock));
    }

    /** How far a day is from today, in words for a card: due today, in 3 working days, 2 working days late. */
    public String untilInWords(LocalDate due) {
        var today = LocalDate.now(clock);
        if (due.isEqual(today)) {
            return "today";
        }
        if (!calendar.covers(today) || !calendar.covers(due)) {
            return due.isBefore(today) ? "overdue" : "";
        }
        if (due.isBefore(today)) {
            int late = calendar.count(due, today);
            return late == 0 ? "overdue" : late == 1 ? "1 working day late" : late + " working days late";
        }
        int left = calendar.count(today, due);
        return left == 0 ? "before the next working day" : left == 1 ? "in 1 working day" : "in " + left + " working days";
    }
}
