package org.redress.casefile;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Civil dates as people here write them, for example Mon 9 Sep 2019. */
public final class Dates {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    private Dates() {}

    /** The date with its weekday. */
    public static String text(LocalDate date) {
        return DAY.format(date);
    }
}
