package org.redress.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/** A date as the tables of the tests write it, "Fri 2019-08-09": the weekday is checked, a reader can trust it. */
public record Day(LocalDate date) {

    public static Day of(String weekdayAndDate) {
        LocalDate date = LocalDate.parse(weekdayAndDate.substring(4));
        String weekday = date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        assertThat(weekdayAndDate).isEqualTo(weekday + " " + date);
        return new Day(date);
    }

    public static LocalDate day(String weekdayAndDate) {
        return of(weekdayAndDate).date();
    }
}
