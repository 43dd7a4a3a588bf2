package org.redress.deadline;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.regex.Pattern;

/** Civil days as moments in Europe/London, which is all that the engine's timers and due dates understand (WD-13). */
final class Moments {
    static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final Pattern NEXT_WORD = Pattern.compile("-(.)");

    private Moments() {}

    /** The last millisecond of a day: a task that is due today is not past its due date at any moment of today. */
    static Date endOf(LocalDate day) {
        return Date.from(startOf(day.plusDays(1)).toInstant().minus(1, ChronoUnit.MILLIS));
    }

    static Date startOf(LocalDate day) {
        return Date.from(day.atStartOfDay(LONDON).toInstant());
    }

    static Date at(LocalDate day, LocalTime time) {
        return Date.from(day.atTime(time).atZone(LONDON).toInstant());
    }

    static LocalDate day(Date moment) {
        return moment.toInstant().atZone(LONDON).toLocalDate();
    }

    /** The variable of a deadline: stage-3-request is held in stage3RequestDue. */
    static String variable(String kind) {
        return NEXT_WORD.matcher(kind).replaceAll(match -> match.group(1).toUpperCase(java.util.Locale.ROOT)) + "Due";
    }
}
