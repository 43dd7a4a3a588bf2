package org.redress.quality;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days on which something happened according to a text (DQ-3). A letter may speak of days to come, so only a date right after
 * what is over counts ("we met on 3 June 2026"), and only in a sentence that says nothing of the future.
 */
final class PastDays {
    private static final Map<String, Integer> MONTHS = Map.ofEntries(Map.entry("jan", 1), Map.entry("feb", 2), Map.entry("mar", 3), Map.entry("apr", 4),
            Map.entry("may", 5), Map.entry("jun", 6), Map.entry("jul", 7), Map.entry("aug", 8), Map.entry("sep", 9), Map.entry("oct", 10),
            Map.entry("nov", 11), Map.entry("dec", 12));
    private static final Pattern OVER = Pattern.compile("\\b(?:(?:was|were|been|be) )?(?:dated|received|sent|met|held|wrote|written|completed|issued|finished|visited"
            + "|called|replied|responded|decided|complained|happened|reported|told|took place)(?: (?:you|us|him|her|them|it|to court))?(?: on)?(?: (?:mon|tues|wednes|thurs|fri|satur|sun)day,?)?"
            + " (?:(\\d{1,2})(?:st|nd|rd|th)? (january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
            + " (\\d{4})|(\\d{4})-(\\d{2})-(\\d{2}))\\b");
    private static final Pattern TO_COME = Pattern.compile("\\b(will|shall|would|should|could|can|may(?! \\d{4})|might|must|to be|due|if|when|once|until|unless|by|plan\\w*|expect\\w*|going|intend\\w*|next|arranged?|booked|scheduled|not)\\b|[’']ll\\b");
    private static final Pattern SENTENCE = Pattern.compile("[^.!?\\n]+");

    private PastDays() {}

    static List<LocalDate> in(String text) {
        var days = new ArrayList<LocalDate>();
        SENTENCE.matcher(text.toLowerCase(Locale.ROOT)).results().map(java.util.regex.MatchResult::group)
                .filter(sentence -> !TO_COME.matcher(sentence).find())
                .forEach(sentence -> {
                    var over = OVER.matcher(sentence);
                    while (over.find()) {
                        add(days, over);
                    }
                });
        return List.copyOf(days);
    }

    private static void add(List<LocalDate> days, Matcher over) {
        try {
            days.add(over.group(1) == null ? LocalDate.of(Integer.parseInt(over.group(4)), Integer.parseInt(over.group(5)), Integer.parseInt(over.group(6)))
                    : LocalDate.of(Integer.parseInt(over.group(3)), MONTHS.get(over.group(2).substring(0, 3)), Integer.parseInt(over.group(1))));
        } catch (DateTimeException noSuchDay) {
            return; // 31 June is no day, and nothing to compare
        }
    }
}
