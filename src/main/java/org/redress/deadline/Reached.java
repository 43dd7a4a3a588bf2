package org.redress.deadline;

import java.util.Date;
import org.springframework.stereotype.Component;

/** For the models' timers: the moment from which something may be done, 00:00 of the day itself (LGS-18). */
@Component
public class Reached {
    /** The moment for a due date variable. */
    public Date of(Date due) {
        return Moments.startOf(Moments.day(due));
    }
}
