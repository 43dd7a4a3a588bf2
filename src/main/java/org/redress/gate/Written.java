package org.redress.gate;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redress.gate.Field.NotAnAnswer;

/**
 * Days, times and numbers as people write them. What can be read in one way only is read, in the British order whatever the
 * browser's language; anything else is asked back, never mended.
 */
public final class Written {
    private static final String WEEKDAY = "(?:(?<weekday>[A-Za-z]{3,9})(?:[.,]+ ?| ))?";
    private static final Pattern DAY_FIRST = Pattern.compile("(?<day>\\d{1,2})[/. -](?<month>\\d{1,2})[/. -](?<year>\\d+)");
    private static final Pattern YEAR_FIRST = Pattern.compile("(?<year>\\d{4})[/.-](?<month>\\d{1,2})[/.-](?<day>\\d{1,2})");
    private static final Pattern DAY_IN_WORDS = Pattern.compile(WEEKDAY + "(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of)?[ -]?(?<name>[A-Za-z]{3,9})\\.?,?[ -]?(?<year>\\d+)");
    private static final Pattern MONTH_IN_FRONT = Pattern.compile(WEEKDAY + "(?<name>[A-Za-z]{3,9})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d+)");

    private static final Pattern CLOCK = Pattern.compile("(?<hour>\\d{1,2})(?:[:.](?<minute>\\d{2}))?(?::(?<second>\\d{2}))? ?(?<half>[ap]\\.?m\\.?)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern PLAIN = Pattern.compile("-?(\\d{1,40}|\\d{0,40}\\.\\d{1,40})");
    private static final Pattern GROUPED = Pattern.compile("-?[1-9]\\d{0,2}((,\\d{3}){1,6}|( \\d{3}){1,6})(\\.\\d{1,18})?");
    private static final Pattern TWO_WAYS = Pattern.compile("-?[\\d., ]{1,40}");

    private Written() {}

    /** The day that is written, as our pages read it; none where it is not one. */
    public static Optional<LocalDate> asDay(String text) {
        try {
            return Optional.of(day(text));
        } catch (NotAnAnswer e) {
            return Optional.empty();
        }
    }

    /** The day that is written: 9/9/2026, 9 September 2026, Wed 9 Sep 2026, 2026-09-09. */
    static LocalDate day(String text) throws NotAnAnswer {
        var day = evened(text).replaceAll(" ?([/.-]) ?", "$1").replaceAll(" ?, ?", ", ");
        var yearFirst = YEAR_FIRST.matcher(day);
        if (yearFirst.matches()) {
            return day(yearFirst, number(yearFirst, "month"));
        }
        var dayFirst = DAY_FIRST.matcher(day);
        if (dayFirst.matches()) {
            return day(dayFirst, number(dayFirst, "month"));
        }
        for (var pattern : new Pattern[] {DAY_IN_WORDS, MONTH_IN_FRONT}) {
            var inWords = pattern.matcher(day);
            var month = inWords.matches() ? month(inWords.group("name")) : Optional.<Month>empty();
            if (month.isPresent()) {
                return onItsWeekday(inWords.group("weekday"), day(inWords, month.get().getValue()));
            }
        }
        throw new NotAnAnswer("write a date, for example 9 September 2026 or 09/09/2026");
    }

    private static LocalDate day(Matcher written, int month) throws NotAnAnswer {
        if (written.group("year").length() != 4) {
            throw new NotAnAnswer("write the year with four digits");
        }
        if (month < 1 || month > 12) {
            throw new NotAnAnswer("there is no month " + month + "; write day, month, year, for example 09/09/2026");
        }
        int day = number(written, "day");
        int year = number(written, "year");
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            throw new NotAnAnswer("there is no " + day + " " + name(Month.of(month)) + " " + year);
        }
    }

    private static LocalDate onItsWeekday(String weekday, LocalDate day) throws NotAnAnswer {
        if (weekday != null && !begins(weekday, day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH))) {
            boolean known = Arrays.stream(DayOfWeek.values()).anyMatch(one -> begins(weekday, one.getDisplayName(TextStyle.FULL, Locale.ENGLISH)));
            throw new NotAnAnswer(known
                    ? "%d %s %d is a %s".formatted(day.getDayOfMonth(), name(day.getMonth()), day.getYear(), day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                    : "write a date, for example 9 September 2026 or 09/09/2026");
        }
        return day;
    }

    private static Optional<Month> month(String name) {
        return Arrays.stream(Month.values()).filter(month -> begins(name, name(month))).findFirst();
    }

    private static String name(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static boolean begins(String part, String whole) {
        return whole.regionMatches(true, 0, part, 0, part.length());
    }

    /** The time that is written: 16:30, 16.30, 4.30 pm, 9am. A bare number is none. */
    static LocalTime time(String text) throws NotAnAnswer {
        var clock = CLOCK.matcher(evened(text));
        if (clock.matches() && (clock.group("minute") != null || clock.group("half") != null)) {
            int hour = number(clock, "hour");
            var half = clock.group("half");
            if (half != null && (hour < 1 || hour > 12)) {
                throw new NotAnAnswer("write a time, for example 16:30");
            }
            int hours = half == null ? hour : hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
            try {
                return LocalTime.of(hours, number(clock, "minute"), number(clock, "second"));
            } catch (DateTimeException e) {
                throw new NotAnAnswer("write a time, for example 16:30");
            }
        }
        throw new NotAnAnswer("write a time, for example 16:30");
    }

    /** The number that is written: 1000, 1,000.50, 1 000; where decimals are possible, also with a pound sign. */
    static BigDecimal number(String text, int decimals) throws NotAnAnswer {
        var number = evened(text);
        var bare = decimals > 0 ? number.replaceFirst("^(-?)£ ?", "$1") : number;
        if (PLAIN.matcher(bare).matches() || GROUPED.matcher(bare).matches()) {
            var read = new BigDecimal(bare.replaceAll("[, ]", ""));
            // as it is written: 1.000 is a thousand to some and one to others
            if (decimals > 0 && decimals < 3 && read.scale() == 3) {
                throw inTwoWays(bare);
            }
            if (read.scale() > decimals) {
                throw new NotAnAnswer(decimals == 0 ? "write a whole number" : "at most " + decimals + " digits after the point");
            }
            return read;
        }
        if (TWO_WAYS.matcher(bare).matches() && bare.chars().anyMatch(Character::isDigit)) {
            throw inTwoWays(bare);
        }
        throw new NotAnAnswer(decimals > 0 ? "write a number, for example 1000 or 1,000.50" : "write a number, for example 12");
    }

    private static NotAnAnswer inTwoWays(String number) {
        return new NotAnAnswer(number + " can be read in two ways; write a comma before three digits (1,000) and a point before one or two (1000.50)");
    }

    private static int number(Matcher matcher, String group) {
        var digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** One kind of blank and one kind of dash, and nothing that cannot be seen: what people paste has many. */
    private static String evened(String text) {
        return PlainText.line(text).replaceAll("[\\p{Pd}\\u2212]", "-").replaceAll(" +", " ").strip();
    }
}
