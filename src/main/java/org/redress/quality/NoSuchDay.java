package org.redress.quality;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redress.quality.Chronicle.Event;

/** A day that no calendar has, such as 31 June (DQ-17). */
final class NoSuchDay implements Check {
    private static final Pattern DAY = Pattern.compile("\\b" + WrittenDay.PATTERN);

    @Override
    public Stream<Finding> of(Chronicle chronicle) {
        return chronicle.all().flatMap(event -> event.texts().stream().flatMap(text -> of(event, text)));
    }

    /** As it was written, unless a letter of another language grew in lower case and moved the places. */
    private static Stream<Finding> of(Event event, String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return DAY.matcher(lower).results().filter(found -> WrittenDay.isNoDay(found, 0))
                .map(found -> new Finding("DQ-17", event.on(), "There is no " + (lower.length() == text.length() ? text.substring(found.start(), found.end()) : found.group())
                        + ": " + event.told()));
    }
}
