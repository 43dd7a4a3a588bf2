package org.redress.reading;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** By when a thing is to be done: which of the times in its words is its own, and which is part of what it is about. */
final class Times {
    /** Behind a time: another verb of the same deed. */
    private static final Pattern FIRST_OF_TWO = Pattern.compile("^(?:,? (?:and|and then|then)|,) (?:to |then )?(?:" + Verbs.STRONG + "|" + Verbs.WEAK + " )", Pattern.CASE_INSENSITIVE);

    private final Periods periods;

    Times(Periods periods) {
        this.periods = periods;
    }

    /** These words without the times in them. */
    String withoutPeriods(Paragraph paragraph, int from, int to) {
        var text = new StringBuilder(paragraph.text().substring(from, to));
        var spots = periods.in(paragraph, from, to);
        for (int i = spots.size() - 1; i >= 0; i--) {
            text.delete(spots.get(i).from(), spots.get(i).to());
        }
        return Steps.replaceAll(text.toString(), " +", " ").strip();
    }

    /** The first time in these words; none where none is named. */
    @Nullable Period inner(Paragraph paragraph, int from, int to) {
        var spots = periods.in(paragraph, from, to);
        return spots.isEmpty() ? null : spots.get(0).period();
    }

    /** The period of one action within its own words: not one that is part of what staff are told. */
    Optional<Period> period(Paragraph paragraph, int from, int end, String text, boolean over) {
        var own = periods.in(paragraph, from, end).stream().filter(spot -> isOwn(spot, text, over)).toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        // "visit by 30 June, measure the hedge and …", "visit by 15 May and send this to … by 30 June": the first verb's time is that of the deed
        return Optional.of(own.stream().filter(spot -> FIRST_OF_TWO.matcher(Steps.of(text.substring(Math.min(spot.to(), text.length())))).find()).findFirst().orElse(own.get(own.size() - 1)).period());
    }

    private static boolean isOwn(Periods.Spot spot, String text, boolean over) {
        var before = text.substring(0, Math.min(spot.from(), text.length()));
        var behind = text.substring(Math.min(spot.to(), text.length()));
        // "pay within one month his costs": right behind the verb
        boolean first = before.isBlank() || Steps.matches(before, "(?i)(?:to )?(?:pay|repay|refund|send|give|issue|provide|make|offer) ");
        boolean forWhat = Steps.matches(text, "(?is)(?:apologi|send|write|provide|an? (?:\\w+ )?apology).*") && Steps.matches(before, "(?is).*\\bfor (?:not|the|its|failing|his|her|their)\\b.*");
        boolean decided = spot.period().from() == Period.From.DECISION;
        boolean day = spot.period().by() != null;
        if (!first && !decided && !day && Steps.matches(before, "(?is).*\\b(?:in order to|so as to|so that)\\b.*")) {
            return false;
        }
        if (over && !first && !decided && !day && Phrasing.WHAT_FOR.matcher(Steps.of(before)).find()) {
            return false;
        }
        if (spot.period().from() != Period.From.OTHER && before.endsWith(", ") && Steps.matches(behind, "[ ,.;)]*") && !Steps.matches(before, "(?is).*\\b(?:remind|train|brief|instruct)\\w*\\b.*")) {
            return true;
        }
        // "see to it that the works are finished by 30 September 2022": by when it is done, not what is to be so from then on
        if ((day || before.contains("£")) && Steps.matches(before, "(?is)(?:to )?(?:see to it|see|make sure|ensure) (?:that )?(?!(?:it|its|they|staff|officers?|all|every|any|each)\\b)[^,;]{2,60}? (?:(?:is|are|be|gets?) (?:\\w+ )?(?:\\w+ed|done|paid|put|made|built|cut|found|held)|(?:starts?|begins?|completes?|finish(?:es)?) (?:the|his|her|their|its))\\b[^,;]*")) {
            return true;
        }
        if (spot.period().from() != Period.From.OTHER && Steps.matches(before, "(?is)(?:ensure|make sure|see(?: to it)?) (?:that )?[^,;]{2,60}? (?:is|are|be) (?:all )?(?:re)?(?:trained|briefed|reminded)\\b[^,;]{0,60}")) {
            return true;
        }
        boolean subordinate = Phrasing.SUBORDINATE.matcher(Steps.of(before)).find();
        if (day && behind.startsWith(", ") && Steps.matches(behind, "(?s), [a-z]+ (?:the|an?|its|his|her|their|any|this|it)\\b.*") && !subordinate) {
            return true;
        }
        boolean last = Steps.matches(behind, "(?s)[ ,.;)]*(?:to|for|in recognition|because|as|that|of|on|with|so|and)\\b.*|[ ,.;)]*");
        boolean after = spot.period().from() == Period.From.OTHER && spot.period().within() != null && last && !Steps.matches(before, "(?is).*\\b(?:that (?:it|they|staff|officers)|must|should|ensur\\w+|remind\\w*|train\\w*|brief\\w*)\\b.*");
        return first || decided || after || last && !subordinate && (day || !forWhat && spot.period().within() != null);
    }
}
