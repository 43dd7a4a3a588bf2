package org.redress.quality;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;

/** A day as people write it in a text: 3rd June 2026, 3 Jun 2026, 03/06/2026 (day first, as in Britain) or 2026-06-03. Texts are matched in lower case. */
final class WrittenDay {
    private static final Map<String, Integer> MONTHS = Map.ofEntries(Map.entry("jan", 1), Map.entry("feb", 2), Map.entry("mar", 3), Map.entry("apr", 4),
            Map.entry("may", 5), Map.entry("jun", 6), Map.entry("jul", 7), Map.entry("aug", 8), Map.entry("sep", 9), Map.entry("oct", 10),
            Map.entry("nov", 11), Map.entry("dec", 12));

    /** Nine groups: day, month in words, year; year, month, day; day, month, year. */
    static final String PATTERN = "(?:(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(january|february|march|april|may|june|july|august|september|october|november|december"
            + "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec) (\\d{4})|(\\d{4})-(\\d{2})-(\\d{2})|(\\d{1,2})/(\\d{1,2})/(\\d{4}))\\b";

    private WrittenDay() {}

    /** The day, unless there is none such; {@code before} is the number of groups before those of the pattern. */
    static Optional<LocalDate> of(MatchResult found, int before) {
        try {
            return Optional.of(LocalDate.of(year(found, before), month(found, before), day(found, before)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Whether it has a month of the year, a day that some month has, and none such day: 31 June, or 29 February 2023. */
    static boolean isNoDay(MatchResult found, int before) {
        int month = month(found, before);
        int day = day(found, before);
        return month >= 1 && month <= 12 && day >= 1 && day <= 31 && of(found, before).isEmpty();
    }

    private static int day(MatchResult found, int before) {
        return number(found, before, 1, 6, 7);
    }

    private static int month(MatchResult found, int before) {
        var words = found.group(before + 2);
        return words == null ? number(found, before, 5, 5, 8) : MONTHS.get(words.substring(0, 3));
    }

    private static int year(MatchResult found, int before) {
        return number(found, before, 3, 4, 9);
    }

    private static int number(MatchResult found, int before, int inWords, int yearFirst, int dayFirst) {
        int group = found.group(before + 1) != null ? inWords : found.group(before + 4) != null ? yearFirst : dayFirst;
        return Integer.parseInt(found.group(before + group));
    }
}
