package org.redress.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the sums that are to be paid, and leaves aside those that were offered or paid before, or belong to something else. */
final class Amounts {
    private static final String FIGURES = "£ ?(\\d{1,3}(?:,\\d{3})+|\\d{1,7})(\\.\\d{2})?(?![\\d,]*\\d)";
    private static final String SMALL = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)";
    private static final Pattern MONEY = Pattern.compile(FIGURES + "(k?)\\b|\\b((?:a|" + SMALL + "(?:-" + SMALL + ")?) (?:hundred|thousand)(?:(?: and)? " + SMALL + "(?:[ -]" + SMALL + ")?(?: hundred)?){0,2}|" + SMALL + "(?:[ -]" + SMALL + ")?) pounds\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE_RANGE = Pattern.compile("(?:between|from) $", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_RANGE = Pattern.compile("^ ?(?:and|to|-) ?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern UP_TO = Pattern.compile("\\b(?:up to|no more than|a maximum of|at most) (?:a (?:maximum|total) of )?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern ASIDE = Pattern.compile("\\b(?:less|minus|to be (?:increased|raised|reduced) to|rising to|deduct(?:ing|ed)?|in addition to|on top of|as well as|(?:beyond|besides|apart from)(?= (?:the|what|its|his|her)\\b)|instead of|rather than|in place of|over and above|includ(?:es|ing)|already (?:paid|offered|given)|previous(?:ly)? (?:paid|offered|offer of)|it (?:had )?(?:previously |already )?(?:offered|paid)"
            + "|its (?:\\w+ )?offer (?:of )?(?:from )?|replac(?:es|ing)|from|debts? of|arrears of|invoices? (?:of|for)|bills? (?:of|for)|he owes|she owes|they owe|owed of|income of|costing|cost of|worth|for each|limit of|exceed(?:ing)?|more than|over)(?: the| a| an| its| payment of)*(?: \\w+)?(?: of)? $", Pattern.CASE_INSENSITIVE);
    /** What is no longer asked for is the sum of a debt. */
    private static final Pattern WAIVED = Pattern.compile("^(?:to )?(?:waives?|writ(?:es?|ing) off|cancel(?:s|ling)?|waiving|clears?|removes?|refunds?|reimburses?)\\b[^,;£]{0,60}$", Pattern.CASE_INSENSITIVE);
    /** "Take the arrears of £400 off his account", "ensure that the arrears of £400 are paid": what stands in front of the sum and behind it. */
    private static final Pattern TAKES = Pattern.compile("(?:to )?(?:takes?|ensures?|makes? sure|sees?)\\b[^,;£]{0,60}", Pattern.CASE_INSENSITIVE);
    private static final Pattern OFF = Pattern.compile("[^,;£]{0,30}? off\\b|[^,;£]{0,30}? (?:is|are|be) (?:paid|repaid|refunded|reimbursed)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_ASKED = Pattern.compile("\\bnot (?:to )?(?:charge|bill|ask|claim|seek|recover|pursue|add|deduct|invoice|demand)\\b[^,;£]*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern ASIDE_BEHIND = Pattern.compile("^ (?:(?:payment |sum |that )?(?:it |the council )(?:has |had )?(?:already |previously )?(?:paid|offered|gave)|already (?:paid|offered)|(?:originally |previously )(?:paid|offered)|offered (?:at|in|during)|[^£;]{0,60}?\\b(?:is|are|being|was|were) (?:included|part of|contained|counted)\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TOTAL = Pattern.compile("(?:(?:a )?total(?:ling|s)?(?: sum| payment| amount)?(?: of)?|altogether|in all|making|sum of|which comes to|amounting to) $", Pattern.CASE_INSENSITIVE);
    private static final Pattern TOTAL_BEHIND = Pattern.compile("^ (?:in total|altogether|in all|overall)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TO_SOMEBODY = Pattern.compile("^ (?:to|for) (?:(?i:mr|mrs|ms|miss|mx|dr) [A-Z]|[A-HJ-Z]\\b|(?:his|her|their) (?:son|daughter|mother|father|wife|husband|partner|sister|brother)\\b)");
    private static final Pattern OF_SOMEBODY = Pattern.compile("(?:(?i:mr|mrs|ms|miss|mx|dr) [A-Z]|(?:his|her|their) (?:son|daughter|mother|father|wife|husband|partner|sister|brother)|pay (?:him|her|them)|(?:and|,|pay) [A-HJ-Z]) (?:a (?:further )?(?:sum of )?)?$");
    private static final Pattern PARTS_FOLLOW = Pattern.compile("(?:\\b(?:made up of|comprising|comprised of|consisting of|which is|(?:which includes|of which|including)(?= (?:(?!with\\b|and\\b|plus\\b)[^,;£ ]+ ){0,4}$)|calculated (?:as|at)|broken down|(?<!\\b(?:of|for|from|about) )being|that is|i\\.e|equivalent to|based on)\\b|\\()(?!.*(?:,|\\band) (?:a further |another )?$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PART_OF = Pattern.compile("\\b(?:half|a third|a quarter|two thirds|three quarters|\\d{1,2} ?(?:%|per cent)) (?:of )?(?:the |his |her |their |its )(?:[a-z]+ ){0,4}\\(?(?:of )?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SUM_FOLLOWS = Pattern.compile("(?:(?:which|and|that) (?:is|makes|comes to|amounts to|totals)|making|that is|so|or|equals|=|i\\.e\\.,?|totalling|a total of|\\() ?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern RATE = Pattern.compile("\\b(?:days?|weeks?|months?|terms?|years?|nights?|visits?|sessions?|hours?|journeys?|miles|\\d+)(?: of [^,;£]{2,40})?,? at (?:a rate of |about )?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern EACH = Pattern.compile("^,? ?(?:\\(?(?:per|a|an|each|every|for each|for every|for each of the|for every one of the)) (?:(?:of )?(?:the )?)?(?:(\\w+) )?(?:full |missed |school |complete |further )?(month|week|term|half term|year|day|session|visit|night|child|person)(?:s|ren)?\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern INSTALMENTS = Pattern.compile("\\b(\\w+) (?:equal |further )?(monthly|weekly|termly|yearly|annual) (?:instalments|payments) (?:each )?of $", Pattern.CASE_INSENSITIVE);
    private static final Pattern EACH_NAMED = Pattern.compile("^,? for (?:each of )?(?:both )?(?:the )?(?!\\d)(\\w+)(?:, (\\w+))?,? and (\\w+) (month|week|term|half term|year)s\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIMES = Pattern.compile("^[^.;£]{0,60}?\\b(?:for|over|covering|across) (?:the |a period of |a total of |each of the )*(\\w+(?:[ -]\\w+)?) (?:missed |school |full |complete )?(month|week|term|half term|year|day)s?\\b", Pattern.CASE_INSENSITIVE);
    /** "For each month of the six in which": how many there are, behind which they are. */
    private static final Pattern OF_SO_MANY = Pattern.compile("^ (?:of|out of|in) (?:the|those|these) (\\w+)\\b(?! (?:\\w+ )?(?:months?|weeks?|terms?|days?|years?)\\b)", Pattern.CASE_INSENSITIVE);
    private static final List<String> NUMBERS = List.of("nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
            "eighteen", "nineteen", "twenty");
    private static final List<String> TENS = List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private Amounts() {}

    /** The sums to be paid that a part of a paragraph names; one where a total and its parts are named. */
    static List<Amount> in(Paragraph paragraph, int from, int to) {
        var text = paragraph.text().substring(from, to);
        if (text.indexOf('£') < 0 && !text.toLowerCase(Locale.ROOT).contains("pounds")) {
            return List.of();
        }
        var all = MONEY.matcher(Steps.of(text)).results().toList();
        var kept = new ArrayList<Amount>();
        for (int i = 0; i < all.size(); i++) {
            var one = all.get(i);
            var before = text.substring(Math.max(0, one.start() - 60), one.start());
            boolean waived = WAIVED.matcher(Steps.of(text.substring(0, one.start()))).find() || TAKES.matcher(Steps.of(text.substring(0, one.start()))).matches() && OFF.matcher(Steps.of(text.substring(one.end()))).lookingAt();
            boolean opensRange = i + 1 < all.size() && IN_RANGE.matcher(Steps.of(text.substring(one.end(), all.get(i + 1).start()))).matches()
                    && (BEFORE_RANGE.matcher(Steps.of(before)).find() || Steps.matches(text.substring(one.end(), all.get(i + 1).start()), " ?(?:to|-) ?"));
            boolean raised = i + 1 < all.size() && Steps.matches(before, "(?is).*\\b(?:increas\\w+|rais\\w+)\\b[^,;£]{0,40}\\bof $") && Steps.matches(text.substring(one.end(), all.get(i + 1).start()), "(?is)(?:,[^,;£]{0,60},)? to ");
            if (raised || opensRange && Steps.matches(before, "(?is).*\\b(?:offer|increas\\w+|rais\\w+)\\b.*from $")) {
                // an offer or a payment is raised from one sum to another: only the other is to be paid
                continue;
            }
            if (opensRange) {
                kept.add(new Amount(pounds(all.get(i + 1)), pounds(one), null, null, paragraph.passage(from + one.start(), from + all.get(i + 1).end())));
                i++;
            } else if (PART_OF.matcher(Steps.of(before)).find() || before.contains("not ") && !kept.isEmpty() && NOT_ASKED.matcher(Steps.of(before)).find()) {
                // a part of a sum: how much that is, is not said; or what nobody is to pay
            } else if (waived || !(ASIDE.matcher(Steps.of(before)).find() && !TOTAL.matcher(Steps.of(before)).find()) && !(ASIDE_BEHIND.matcher(Steps.of(text.substring(one.end()))).find() && !Steps.matches(text.substring(0, one.start()), "(?is)(?:to )?(?:now )?pays? [^£,;]{0,40}\\bthe "))) {
                kept.add(amount(one, text, before, paragraph, from));
            }
        }
        return total(kept, all, text, paragraph, from);
    }

    private static Amount amount(MatchResult one, String text, String before, Paragraph paragraph, int from) {
        var behind = text.substring(one.end());
        var passage = paragraph.passage(from + one.start(), from + one.end());
        if (UP_TO.matcher(Steps.of(before)).find()) {
            return new Amount(pounds(one), BigDecimal.ZERO, null, null, passage);
        }
        var each = EACH.matcher(Steps.of(behind));
        if (each.find()) {
            var count = each.group(1) == null ? null : number(each.group(1));
            var times = TIMES.matcher(Steps.of(behind.substring(each.end())));
            Integer often = count != null ? count : times.find() && times.group(2).equalsIgnoreCase(each.group(2)) ? number(times.group(1)) : null;
            var of = OF_SO_MANY.matcher(Steps.of(behind.substring(each.end())));
            often = often == null && of.find() ? number(of.group(1)) : often;
            return new Amount(pounds(one), null, each.group(2).toLowerCase(Locale.ROOT), often, passage);
        }
        var instalments = INSTALMENTS.matcher(Steps.of(before));
        if (instalments.find()) {
            var unit = instalments.group(2).toLowerCase(Locale.ROOT);
            return new Amount(pounds(one), null, unit.equals("annual") ? "year" : unit.substring(0, unit.length() - 2), number(instalments.group(1)), passage);
        }
        var named = EACH_NAMED.matcher(Steps.of(behind));
        if (named.find() && Steps.matches(named.group(), "(?is).*\\beach\\b.*")) {
            return new Amount(pounds(one), null, named.group(4).toLowerCase(Locale.ROOT), named.group(2) == null ? 2 : 3, passage);
        }
        return new Amount(pounds(one), null, Steps.matches(behind, "(?is)^,? each\\b.*") ? "person" : null, null, passage);
    }

    private static List<Amount> total(List<Amount> kept, List<MatchResult> all, String text, Paragraph paragraph, int from) {
        if (kept.size() < 2) {
            return kept;
        }
        var named = all.stream().filter(one -> TOTAL.matcher(Steps.of(text.substring(Math.max(0, one.start() - 40), one.start()))).find() || TOTAL_BEHIND.matcher(Steps.of(text.substring(one.end()))).find()).findFirst();
        if (named.isPresent()) {
            var sum = pounds(named.get());
            var parts = kept.stream().filter(one -> one.pounds().compareTo(sum) != 0).toList();
            // "a total of £800, being £300 to Mrs X and £500 to Y": each of them gets a payment of their own
            if (parts.size() > 1 && all.stream().filter(one -> TO_SOMEBODY.matcher(Steps.of(text.substring(one.end()))).find() || OF_SOMEBODY.matcher(Steps.of(text.substring(0, one.start()))).find()).count() == parts.size()) {
                return parts;
            }
            // "£200 for distress and £100 for delay, £300 in all": what each is for stands beside it, and the total only adds them up
            boolean addsUp = named.get().start() > paragraph.index(parts.isEmpty() ? 0 : parts.get(parts.size() - 1).passage().from()) - from;
            if (parts.size() > 1 && addsUp && parts.stream().allMatch(one -> one.each() == null) && parts.stream().map(Amount::pounds).reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(sum) == 0) {
                return parts;
            }
            if (parts.stream().allMatch(one -> one.pounds().compareTo(sum) < 0)) {
                return List.of(new Amount(sum, null, null, null, paragraph.passage(from + named.get().start(), from + named.get().end())));
            }
        }
        var first = kept.get(0);
        var second = kept.get(1);
        boolean rate = RATE.matcher(Steps.of(text.substring(0, all.get(0).start()))).find();
        if (kept.size() == 2 && kept.size() == all.size() && !rate && first.each() == null && RATE.matcher(Steps.of(text.substring(0, all.get(1).start()))).find()) {
            // "the £2,460 he paid (41 weeks at £60)": how the sum was reckoned
            return List.of(first);
        }
        boolean product = kept.size() == 2 && (first.each() != null || rate) && second.each() == null && (rate || first.total() == null || first.total().compareTo(second.pounds()) == 0)
                && SUM_FOLLOWS.matcher(Steps.of(text.substring(all.get(0).end(), all.get(all.size() - 1).start()))).find();
        if (product) {
            return List.of(second);
        }
        var others = kept.subList(1, kept.size());
        var sum = others.stream().map(one -> one.total() == null ? one.pounds() : one.total()).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean more = Steps.matches(text.substring(between(all, 0), between(all, 1)), "(?is).*\\b(?:a further|another|an additional|plus|as well as)\\b.*");
        boolean parts = first.each() == null && !more && (others.size() > 1 && sum.compareTo(first.pounds()) == 0 || others.stream().allMatch(one -> one.each() != null) || PARTS_FOLLOW.matcher(Steps.of(text.substring(between(all, 0), between(all, 1)))).find()
                && others.stream().allMatch(one -> one.pounds().compareTo(first.pounds()) <= 0));
        if (parts) {
            return List.of(first);
        }
        var last = kept.get(kept.size() - 1);
        var before = kept.subList(0, kept.size() - 1).stream().map(one -> one.total() == null ? one.pounds() : one.total()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return kept.size() > 2 && before.compareTo(last.pounds()) == 0 ? List.of(last) : kept;
    }

    private static int between(List<MatchResult> all, int which) {
        return which == 0 ? all.get(0).end() : all.get(1).start();
    }

    private static BigDecimal pounds(MatchResult money) {
        if (money.group(1) != null) {
            var figures = new BigDecimal(money.group(1).replace(",", "") + (money.group(2) == null ? "" : money.group(2)));
            return money.group(3).isEmpty() ? figures : figures.multiply(THOUSAND);
        }
        return BigDecimal.valueOf(inWords(money.group(4).toLowerCase(Locale.ROOT)));
    }

    private static long inWords(String words) {
        long whole = 0;
        long part = 0;
        for (var word : Steps.split(words, "[ -]+", 0)) {
            if (word.equals("hundred")) {
                part = Math.max(part, 1) * 100;
            } else if (word.equals("thousand")) {
                whole += Math.max(part, 1) * 1000;
                part = 0;
            } else if (!word.equals("and")) {
                part += word.equals("a") ? 1 : NUMBERS.contains(word) ? NUMBERS.indexOf(word) : TENS.indexOf(word) * 10L;
            }
        }
        return whole + part;
    }

    static @Nullable Integer number(String word) {
        if (Steps.matches(word, "\\d{1,3}")) {
            return Integer.valueOf(word);
        }
        int known = NUMBERS.indexOf(word.toLowerCase(Locale.ROOT));
        return known > 0 ? Integer.valueOf(known) : null;
    }
}
