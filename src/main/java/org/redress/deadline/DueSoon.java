package org.redress.deadline;

import java.time.LocalTime;
import java.util.Date;
import org.redress.calendar.WorkingCalendar;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** For the models' timers: the moment to remind the team, by default 09:00 two working days before the due day. */
@Component
public class DueSoon {
    private final WorkingCalendar calendar;
    private final Allowance before;
    private final LocalTime time;

    DueSoon(WorkingCalendar calendar, @Value("${redress.reminder.before:2 working days}") String before,
            @Value("${redress.reminder.at:09:00}") String time) {
        this.calendar = calendar;
        this.before = Allowance.parse(before);
        this.time = LocalTime.parse(time);
        if (this.before.unit() != Allowance.Unit.WORKING_DAYS) {
            throw new IllegalArgumentException("redress.reminder.before is a number of working days, not " + before + ".");
        }
    }

    /** The moment for a due date variable. */
    public Date of(Date due) {
        return Moments.at(calendar.aimBefore(Moments.day(due), before.amount()), time);
    }
}
