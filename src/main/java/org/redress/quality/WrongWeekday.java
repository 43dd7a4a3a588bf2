package org.redress.quality;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redress.casefile.Dates;
import org.redress.quality.Chronicle.Event;

/** A day with a day of the week that it is not (DQ-16). */
final class WrongWeekday implements Check {
    private static final Pattern DAY = Pattern.compile("\\b(mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?" + WrittenDay.PATTERN);

    @Override
    public Stream<Finding> of(Chronicle chronicle) {
        return chronicle.all().flatMap(event -> event.texts().stream().flatMap(text -> of(event, text)));
    }

    private static Stream<Finding> of(Event event, String text) {
        return DAY.matcher(text.toLowerCase(Locale.ROOT)).results().flatMap(found -> WrittenDay.of(found, 1).stream()
                .filter(day -> day.getDayOfWeek() != weekday(found))
                .map(day -> new Finding("DQ-16", event.on(), Dates.text(day) + " was no " + name(weekday(found)) + ", as it is called there: " + event.told())));
    }

    private static DayOfWeek weekday(MatchResult found) {
        return Arrays.stream(DayOfWeek.values()).filter(day -> day.name().toLowerCase(Locale.ROOT).equals(found.group(1) + "day")).findFirst().orElseThrow();
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.UK);
    }
}
