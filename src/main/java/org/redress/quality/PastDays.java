package org.redress.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The days on which something happened according to a text (DQ-3). A letter may speak of days to come, so only a date right after
 * what is over counts ("we met on 3 June 2026"), and only in a sentence that says nothing of the future.
 */
final class PastDays {
    private static final Pattern OVER = Pattern.compile("\\b(?:(?:(?:was|were|been|be) )?(?:dated|received|sent|met|held|wrote|written|completed|issued|finished|visited"
            + "|called|replied|responded|decided|complained|happened|reported|told|spoke|spoken|telephoned|rang|phoned|e-?mailed|took place)"
            + "(?: (?:to|with) (?:you|us|him|her|them|court))?(?: (?:you|us|him|her|them|it|to court))?(?: on)?|(?:meeting|visit|letter|e-?mail|call) of)"
            + "(?: (?:mon|tues|wednes|thurs|fri|satur|sun)day,?)? " + WrittenDay.PATTERN);
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
                        // 31 June is no day, and nothing to compare
                        WrittenDay.of(over, 0).ifPresent(days::add);
                    }
                });
        return List.copyOf(days);
    }
}
