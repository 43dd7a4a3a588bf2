package org.redress.deadline;

import java.util.Date;
import org.springframework.stereotype.Component;

/** For the models' timers: the moment from which something is overdue, 00:00 of the day after the due day. */
@Component
public class Overdue {
    /** The moment for a due date variable. */
    public Date of(Date due) {
        return Moments.startOf(Moments.day(due).plusDays(1));
    }
}
