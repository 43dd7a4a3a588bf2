package org.redress.deadline;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How dates, numbers and other people's words are written in the sentences of this package. */
final class Wording {

    // not Locale.UK: since JDK 16 its ninth month is "Sept", the only one of four letters
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final int LONGEST_QUOTE = 60;

    private Wording() {}

    /** The date with its weekday, such as "Mon 9 Sep 2019", whatever the language of the machine. */
    static String date(LocalDate date) {
        return DATE.format(date);
    }

    static String counted(int amount, String singular) {
        return amount + " " + singular + (amount == 1 ? "" : "s");
    }

    /** The text in quotation marks, on one line and not too long, whatever was typed. */
    static String quoted(String text) {
        String oneLine = text.replaceAll("[\\p{Cntrl}\\p{Z}]+", " ").strip();
        return '"' + (oneLine.length() > LONGEST_QUOTE ? oneLine.substring(0, LONGEST_QUOTE) + "..." : oneLine) + '"';
    }
}
