package org.redress.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.Allowance;
import org.redress.deadline.AllowanceNotUnderstood;
import org.redress.deadline.NoPeriod;
import org.redress.reading.Period.From;

/** Finds by when something is to be done: a period and from when it counts, a day, or words that give neither. */
final class Periods {
    private static final String NUMBER = "(?:\\d{1,3}|the(?= (?:month|week|fortnight|year) (?:following|after|of|from)\\b)|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty(?:[ -](?:one|two|three|four|five|six|seven|eight))?|thirty|forty|sixty)"
            + "(?: \\((?:\\d{1,3}|[a-z]+)\\))?";
    private static final String UNIT = "(?:working[ -]day|calendar day|day|week|fortnight|calendar month|month|year)s?'?";
    private static final String MONTHS = "(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)";
    private static final List<String> MONTH_NAMES = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    /** Up to where words go that say from when a period counts. */
    private static final String TO_THE_END = "[^,;:.()]{3,120}?(?=[,;:.()]|$| (?:it|they) (?:will|would|should|must|has|have)\\b| (?:the )?(?:(?-i:[A-Z][\\w'&-]+|of|and) ){0,5}(?-i:Councils?|council|Trust|authority|Authority|care provider)\\b| the London Borough| to (?:apologi[sz]e|pay|remind|review|write|provide|carry|explain|set out|tell|confirm|offer|arrange|discuss|say|ask|check|make|ensure|let|inform|send|give|show|find|agree|recogni[sz]e|acknowledge|reflect)\\b| for (?:the|his|her|their|its)\\b| in (?:recognition|acknowledgement|respect)\\b| because\\b| and (?:to |will |pay |apologise |send |tell |confirm |provide |share |report |explain |remind |write )| as (?:a|well)\\b)";
    private static final Pattern WITHIN = Pattern.compile("\\b(?:(?:with)?in|no later than|not later than|no more than|inside|over|during|for(?= (?:(?:the|at least|not less than) )*(?:next |first )?" + NUMBER + "[ -]" + UNIT + " (?:following|after|from) (?:(?:the )?date of )?(?:my|our|this|the)\\b))(?: (?:the next|the first|the|a period of|the period of|a further|another|the following|at least|not less than))? (" + NUMBER + "[ -]" + UNIT + "|a fortnight)"
            + "(?: (?:time )?(beginning with|beginning on|starting on|starting with|starting from|of|from|after|following|to) (" + TO_THE_END + "))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE = Pattern.compile("^(?:(?:timescale|deadline|when|by when)\\W+)?(" + NUMBER + "[ -]" + UNIT + ")(?: (of|from|after|following) (" + TO_THE_END + "))?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern BY_DAY = Pattern.compile("\\b(?:by|no later than|not later than|on or before)(?: or before)?(?: the)?(?: close of business on)?(?: (?:mon|tues|wednes|thurs|fri|satur|sun)day,?)? (\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + MONTHS + ",? (\\d{4})\\b", Pattern.CASE_INSENSITIVE);
    /** In front of what is to be done: "on 19 December 2025, train". */
    private static final Pattern ON_DAY = Pattern.compile("^(?:and |then )?on (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + MONTHS + ",? (\\d{4})\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BY_END = Pattern.compile("\\b(?:by|before|no later than) the end of " + MONTHS + ",? (\\d{4})\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BY_OTHER = Pattern.compile("\\b(?:by|before|no later than) (?:(?:the end of |\\d{1,2}(?:st|nd|rd|th)? )" + MONTHS + "\\b(?!,? \\d{4})|the (?:end|start|beginning) of (?:the )?[a-z0-9' ]{3,40}(?=[,;:.()]|$| the council| it ))", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_YEAR = Pattern.compile("^(?:by|before|no later than) (?:the end of |(\\d{1,2})(?:st|nd|rd|th)? )" + MONTHS + "$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SOMEWHERE = Pattern.compile("\\b(" + NUMBER + "[ -]" + UNIT + ")\\b(?: (of|from|after|following) ([^,;:.()]{3,60}?)(?= in which| to do| for this| is\\b| are\\b|[,;:.()]|$))?", Pattern.CASE_INSENSITIVE);
    /** "Apology to Mr X - 14 April 2025". */
    private static final Pattern LAST_DAY = Pattern.compile("(?: -|\\() ?(\\d{1,2})(?:st|nd|rd|th)? " + MONTHS + ",? (\\d{4})\\)?(?=[ ,.;]*(?:and)?[ .;]*$)", Pattern.CASE_INSENSITIVE);
    /** What day that is, behind words that name none. */
    private static final Pattern IN_OTHER_WORDS = Pattern.compile("(?:,| -| \\()(?: ?(?:that is|which is|namely|i\\.e\\.),?)?(?: on)? ?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(\\d{1,2})(?:st|nd|rd|th)? " + MONTHS + ",? (\\d{4})\\b\\)?", Pattern.CASE_INSENSITIVE);
    /** Words without which the patterns need not look. */
    private static final List<String> UNITS = List.of("day", "week", "fortnight", "month", "year");
    private static final List<String> BEFORE = List.of("by ", "before ", "later than ");
    private static final List<String> WITHIN_BEGINS = List.of("within ", "in ", "no later than ", "not later than ", "no more than ", "inside ", "over ", "during ", "for ");
    private static final List<String> BY_BEGINS = List.of("by ", "before ", "no later than ", "not later than ", "on or before ");
    private static final List<String> AT_ONCE = List.of("soon", "delay", "immediately", "straight");
    /** Days that no calendar of ours knows: when they are over is for a person to say. */
    private static final Pattern SCHOOL = Pattern.compile("\\b(?:within|in|no later than) (?:the next )?" + NUMBER + " (?:school|term|banking)[ -](?:day|week)s?\\b(?:,? (?:of|from|after|following) (?:(?:the )?date of )?(?:my|our|this|the) (?:final )?decision(?: statement)?)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SOON = Pattern.compile("\\b(as soon as possible|without delay|immediately|straight ?away)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECISION = Pattern.compile("^(?:the |receipt of |receiving |receiving a copy of |issue of |us issuing |me issuing )*(?:date |day |issue |publication )*(?:(?:of|on which) )?(?:the |us issuing |me issuing |i issue |we issue )*(?:date of )?(?:this|the|my|our|the ombudsman's|today's)?(?: date of)?(?: the| this| my| our)? ?"
            + "(?:(?:final|ombudsman's|decision|closing) )*(?:decision|decision statement|statement|report|investigation report|letter|decision date)(?: (?:on|in) (?:this|the) (?:complaint|case)| being issued| is issued| \\(.*)?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_DECISION = Pattern.compile("^(?:the )?(?:(?:date|issue) of )?(?:this|the|my|our)(?: final)? (?:decision statement|decision|report|statement)\\b(?:(?<=\\b(?:my|our|this|final) decision)(?= to (?:" + Verbs.STRONG + "|" + Verbs.WEAK + ")| and\\b)|(?= (?!to\\b|on\\b|about\\b|of\\b|by\\b|that\\b(?! (?!it\\b|they\\b)[a-z]+ (?:will|should|must)\\b)|was\\b|is\\b|being\\b|in\\b|letter\\b|notice\\b|date\\b|panel\\b|and\\b)))", Pattern.CASE_INSENSITIVE);
    private static final Pattern DEED = Pattern.compile("(?<=\\w{3}) (?=(?:" + Verbs.STRONG + "|(?:pay|send|tell|give|issue|arrange|carry out|hold|inform|confirm|write to|provide|decide)\\b))", Pattern.CASE_INSENSITIVE);
    private static final Pattern THIS_DAY = Pattern.compile("^(?:this date|today|the date of this (?:decision|statement|report|final decision)(?: statement)?|a decision on this complaint|the final decision date)$", Pattern.CASE_INSENSITIVE);

    private final @Nullable LocalDate decidedOn;

    /** @param decidedOn the day of the decision, from which a day without a year is the next such day; none where it could not be read */
    Periods(@Nullable LocalDate decidedOn) {
        this.decidedOn = decidedOn;
    }

    /** All periods of a text, in their order, that do not lie in one another; {@code paragraph} says where they stand. */
    List<Spot> in(Paragraph paragraph, int from, int to) {
        var text = paragraph.text().substring(from, to);
        var spots = new ArrayList<Spot>();
        var lower = text.toLowerCase(Locale.ROOT);
        for (var within : UNITS.stream().anyMatch(lower::contains) ? Steps.all(WITHIN, text, WITHIN_BEGINS) : List.<MatchResult>of()) {
            within(within, paragraph, from).ifPresent(spots::add);
        }
        boolean day = BEFORE.stream().anyMatch(lower::contains);
        for (var pattern : day ? List.of(BY_DAY, BY_END) : List.<Pattern>of()) {
            for (var by : Steps.all(pattern, text, BY_BEGINS)) {
                day(by, pattern == BY_END).ifPresent(named -> spots.add(new Spot(by.start(), by.end(),
                        new Period(null, named, From.NOT_STATED, null, paragraph.passage(from + by.start(), from + by.end())))));
            }
        }
        var on = lower.contains("on ") ? ON_DAY.matcher(Steps.of(text)) : null;
        if (on != null && decidedOn != null && on.find()) {
            // a day before the decision says when something was, not by when it is to be
            day(on, false).filter(named -> !named.isBefore(decidedOn)).ifPresent(named -> spots.add(new Spot(on.start(), on.end(), new Period(null, named, From.NOT_STATED, null, paragraph.passage(from + on.start(), from + on.end())))));
        }
        var last = LAST_DAY.matcher(Steps.of(text));
        if ((text.contains(" - ") || text.contains("(")) && last.find()) {
            day(last, false).ifPresent(named -> spots.add(new Spot(last.start(), last.end(), new Period(null, named, From.NOT_STATED, null, paragraph.passage(from + last.start(), from + last.end())))));
        }
        for (var other : day ? Steps.all(BY_OTHER, text, BY_BEGINS) : List.<MatchResult>of()) {
            int start = other.start();
            if (spots.stream().noneMatch(spot -> spot.from() == start)) {
                var next = next(other.group(), text.startsWith("on or ", start - 6));
                var named = next == null ? IN_OTHER_WORDS.matcher(Steps.of(text)).region(other.end(), text.length()) : null;
                if (named != null && named.lookingAt() && day(named, false).isPresent()) {
                    // "by the end of the autumn term, 19 December 2025"
                    spots.add(new Spot(start, named.end(), new Period(null, day(named, false).get(), From.NOT_STATED, null, paragraph.passage(from + start, from + named.end()))));
                    continue;
                }
                spots.add(new Spot(start, other.end(), new Period(null, next, next == null ? From.OTHER : From.NOT_STATED, next == null ? other.group() : null, paragraph.passage(from + start, from + other.end()))));
            }
        }
        var school = SCHOOL.matcher(Steps.of(text));
        while ((lower.contains(" school") || lower.contains(" term") || lower.contains(" banking")) && UNITS.stream().anyMatch(lower::contains) && school.find()) {
            spots.add(new Spot(school.start(), school.end(), new Period(null, null, From.OTHER, school.group(), paragraph.passage(from + school.start(), from + school.end()))));
        }
        var soon = SOON.matcher(Steps.of(text));
        while (AT_ONCE.stream().anyMatch(lower::contains) && soon.find()) {
            var words = soon.group(1).toLowerCase(Locale.ROOT);
            var none = words.startsWith("as soon") ? NoPeriod.AS_SOON_AS_POSSIBLE : NoPeriod.WITHOUT_DELAY;
            spots.add(new Spot(soon.start(), soon.end(), new Period(none.toString(), null, From.NOT_STATED, null, paragraph.passage(from + soon.start(), from + soon.end()))));
        }
        spots.sort((one, two) -> Integer.compare(one.from(), two.from()));
        return spots;
    }

    /** The last day that is meant where no year is named: the first such day from the decision on; none where it names none, or the decision's own day is not known. */
    private @Nullable LocalDate next(String words, boolean including) {
        var named = NO_YEAR.matcher(Steps.of(words));
        if (decidedOn == null || !named.find()) {
            return null;
        }
        int month = MONTH_NAMES.indexOf(named.group(2).toLowerCase(Locale.ROOT).substring(0, 3)) + 1;
        for (int year = decidedOn.getYear(); year <= decidedOn.getYear() + 1; year++) {
            try {
                var day = named.group(1) == null ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, month, Integer.parseInt(named.group(1)));
                if (!day.isBefore(decidedOn)) {
                    // "before 30 June" is the day before it, "before the end of June" its last day
                    return named.group(1) != null && !including && words.toLowerCase(Locale.ROOT).startsWith("before") ? day.minusDays(1) : day;
                }
            } catch (DateTimeException noSuchDay) {
                // the 29th of February of a year that has none
                continue;
            }
        }
        return null;
    }

    /** The first period in whatever words: "three months from the date of this decision". */
    @Nullable Period anywhere(Paragraph paragraph, int from, int to) {
        var spots = in(paragraph, from, to);
        if (!spots.isEmpty()) {
            return spots.get(0).period();
        }
        var text = paragraph.text().substring(from, to);
        var bare = SOMEWHERE.matcher(Steps.of(text));
        return bare.find() ? within(bare, paragraph, from).map(Spot::period).orElse(null) : null;
    }

    /** A period that is all that a cell of a table or a heading says. */
    Optional<Period> alone(Paragraph paragraph, int from, int to) {
        var text = Steps.replaceFirst(paragraph.text().substring(from, to).strip(), "[.:;]+$", "");
        int start = from + paragraph.text().substring(from, to).indexOf(text);
        var spots = in(paragraph, start, start + text.length());
        if (spots.size() == 1 && spots.get(0).from() == 0 && spots.get(0).to() == text.length()) {
            return Optional.of(spots.get(0).period());
        }
        var only = Pattern.compile("(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(\\d{1,2})(?:st|nd|rd|th)? " + MONTHS + ",? (\\d{4})", Pattern.CASE_INSENSITIVE).matcher(Steps.of(text));
        if (only.matches()) {
            return day(only, false).map(day -> new Period(null, day, From.NOT_STATED, null, paragraph.passage(from, to)));
        }
        var bare = BARE.matcher(Steps.of(text));
        return bare.matches() ? within(bare, paragraph, start, bare.group(1), bare.group(2), bare.group(3)).map(Spot::period) : Optional.empty();
    }

    /** A period with where it stands in what was looked at. */
    record Spot(int from, int to, Period period) {}

    private static Optional<Spot> within(MatchResult found, Paragraph paragraph, int offset) {
        return within(found, paragraph, offset, found.group(1), found.group(2), found.group(3));
    }

    private static Optional<Spot> within(MatchResult found, Paragraph paragraph, int offset, String amount, @Nullable String joint, @Nullable String behind) {
        boolean beginning = joint != null && Steps.matches(joint.toLowerCase(Locale.ROOT), "(beginning|starting) (with|on)");
        var whole = behind == null ? null : behind.strip();
        boolean counts = whole == null || !"to".equalsIgnoreCase(joint);
        var from = whole == null || !counts ? From.NOT_STATED : ofDecision(whole) ? From.DECISION : From.OTHER;
        int end = counts ? found.end() : found.end(1);
        if (from == From.OTHER && whole != null) {
            // "within four weeks of this decision write to …": what follows is no part of it
            var leads = OF_DECISION.matcher(Steps.of(whole));
            if (leads.find()) {
                from = From.DECISION;
                end = found.start(3) + leads.end();
            } else if (Steps.matches(paragraph.text().substring(Math.max(0, offset + found.start() - 12), offset + found.start()), "(?is).*\\b(?:will|should|must|to) (?:then |also )?")) {
                // "will within two weeks of the panel's decision refund …": the time stands between a verb and its modal
                var deed = DEED.matcher(Steps.of(whole));
                if (deed.find()) {
                    whole = whole.substring(0, deed.start());
                    end = found.start(3) + deed.start();
                }
            }
        }
        try {
            var within = Allowance.parse(Steps.replaceFirst(amount, "^(?i)the ", "one ") + (beginning ? " beginning with" : "")).toString();
            return Optional.of(new Spot(found.start(), end, new Period(within, null, from, from == From.OTHER ? joint + " " + whole : null,
                    paragraph.passage(offset + found.start(), offset + end))));
        } catch (AllowanceNotUnderstood notOne) {
            return Optional.empty();
        }
    }

    private static boolean ofDecision(String words) {
        var plain = Steps.replaceAll(words.strip(), " +", " ");
        return DECISION.matcher(Steps.of(plain)).matches() || THIS_DAY.matcher(Steps.of(plain)).matches();
    }

    private static Optional<LocalDate> day(MatchResult found, boolean end) {
        var name = found.group(end ? 1 : 2).toLowerCase(Locale.ROOT).substring(0, 3);
        int month = MONTH_NAMES.indexOf(name) + 1;
        int year = Integer.parseInt(found.group(end ? 2 : 3));
        try {
            return Optional.of(end ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, month, Integer.parseInt(found.group(1))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** A day as decisions write it: 04 Sep 2019, 4 September 2019, 04/09/2019. */
    static Optional<LocalDate> day(String text) {
        var words = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)? " + MONTHS + ",? (\\d{4})", Pattern.CASE_INSENSITIVE).matcher(Steps.of(text));
        if (words.find()) {
            return day(words, false);
        }
        var figures = Pattern.compile("\\b(\\d{1,2})/(\\d{1,2})/(\\d{4})\\b").matcher(Steps.of(text));
        try {
            return figures.find() ? Optional.of(LocalDate.of(Integer.parseInt(figures.group(3)), Integer.parseInt(figures.group(2)), Integer.parseInt(figures.group(1)))) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
