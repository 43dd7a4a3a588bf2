package org.redress.casefile;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Civil dates as people here write them, for example Mon 9 Sep 2019. */
public final class Dates {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    private static final DateTimeFormatter DAY_IN_FULL = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter IN_FULL = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private Dates() {}

    /** The date with its weekday. */
    public static String text(LocalDate date) {
        return DAY.format(date);
    }

    /** The date in full, as letters and pages have it: 9 September 2019. */
    public static String inFull(LocalDate date) {
        return IN_FULL.format(date);
    }

    /** The same with its weekday, for a day that somebody has to keep: Monday 9 September 2019. */
    public static String dayInFull(LocalDate date) {
        return DAY_IN_FULL.format(date);
    }
}
