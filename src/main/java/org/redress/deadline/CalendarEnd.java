package org.redress.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.redress.calendar.WorkingCalendar;
import org.redress.identity.Warning;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Says a year before the bank holidays end that somebody has to add the next, before a deadline is refused for want of them (WD-09). */
@Component
public class CalendarEnd implements ApplicationRunner, Warning {
    private static final Logger LOG = LoggerFactory.getLogger(CalendarEnd.class);

    private final WorkingCalendar calendar;
    private final Clock clock;

    CalendarEnd(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The warning for those who can do something about it; none while there is more than a year left. */
    @Override
    public Optional<String> warning() {
        var end = calendar.last().atMonth(12).atEndOfMonth();
        if (LocalDate.now(clock).plusYears(1).isBefore(end)) {
            return Optional.empty();
        }
        int next = calendar.last().getValue() + 1;
        return Optional.of("The bank holidays are known to the end of " + calendar.last() + " only: a deadline in working days that reaches " + next
                + " is refused. Add the bank holidays of " + next + " to a file of your own and name it as redress.bank-holidays.");
    }

    @Override
    public void run(ApplicationArguments arguments) {
        warning().ifPresent(LOG::warn);
    }
}
