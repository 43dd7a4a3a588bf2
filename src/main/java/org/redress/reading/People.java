package org.redress.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** For whom an action is: names as decisions give them, and whom "him", "her" and "them" mean. */
final class People {
    private static final String TITLE = "(?:Mr|Mrs|Ms|Miss|Mx|Dr)\\.?";
    private static final String ONE = TITLE + " (?:and " + TITLE + " )?[A-Z](?:[A-Za-z-]|'(?=[A-Z])){0,20}|(?:[Hh]is|[Hh]er|[Tt]heir) (?:\\w+ )?(?:son|daughter|child(?:ren)?|mother|father|wife|husband|partner|sister|brother|family)(?:,? [A-Z]\\b)?|(?:the |The )(?:complainants?|family|couple|young person|child|estate of " + TITLE
            + " [A-Z]|residents?|tenants?)|(?<!(?:[Bb]and|[Cc]lass|[Ll]evel|[Ss]ection|[Pp]art|[Gg]rade|[Ss]chedule|[Rr]oom|[Ff]lat|[Oo]ption|[Aa]nnex|[Aa]ppendix|[Cc]ategory|[Pp]riority|[Ss]tage|[Ss]chool|[Cc]ouncil|Home|Officer|officer) )[A-HJ-Z](?!'(?!s\\b)|[A-Za-z.&])";
    private static final Pattern NAME = Pattern.compile("(?<![A-Za-z'])(?:" + ONE + ")(?:'s (?:\\w+ )?(?:son|daughter|child(?:ren)?|mother|father|wife|husband|partner|sister|brother|family|estate)(?:,? [A-Z]\\b)?)?(?:'s?(?= ))?");
    private static final Pattern PRONOUN = Pattern.compile("\\b(?:to|pays?|paying|refund|reimburse|repay|offer|give|send|provide|tell|inform|remind|contact|meet|meet with|with|for|invite|ask|each of|both of) (him|her|them)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANY_PRONOUN = Pattern.compile("\\b(him|his|her|them|their)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern HE_OR_SHE = Pattern.compile("\\b(him|his|he|her|she)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern EACH_OF_THEM = Pattern.compile("\\b(?:to|for|pays?|offer|give|send) (?:each|both)\\b(?! (?:of (?:the|its|his|her)|[a-z]*s\\b|[a-z]{4,}))|\\b(?:each|both) of them\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TWO = Pattern.compile("\\b(?:both|each of(?! (?:the|those|these|its|his|her|their) (?:\\w+ ){0,3}?(?:days?|weeks?|fortnights?|months?|terms?|years?|visits?|sessions?|nights?|journeys?|faults?|things|points|matters)\\b)|each to|to each|and another to|and one to|and a separate (?:one|apology|letter) to|separate (?:letters|apologies)) ?", Pattern.CASE_INSENSITIVE);

    private final Optional<String> complainant;
    private @Nullable String last;
    private @Nullable String man;
    private @Nullable String woman;
    private @Nullable String several;
    private List<String> group = List.of();

    People(@Nullable String complainant) {
        this.complainant = Optional.ofNullable(complainant);
        this.complainant.ifPresent(this::remember);
    }

    static @Nullable String complainant(List<Paragraph> complaint) {
        for (var paragraph : complaint) {
            var names = names(paragraph.text());
            if (!names.isEmpty()) {
                return names.get(0);
            }
        }
        return null;
    }

    static List<String> names(String text) {
        var names = new LinkedHashSet<String>();
        NAME.matcher(Steps.of(text)).results().forEach(found -> names.add(plain(found.group())));
        return new ArrayList<>(names);
    }

    /** The first name, and those that are joined to it. */
    private static List<String> together(String head) {
        var names = new LinkedHashSet<String>();
        int end = -1;
        var found = NAME.matcher(Steps.of(head));
        while (found.find()) {
            if (end >= 0 && !Steps.matches(head.substring(end, found.start()), "(?i)(?:'s)? ?(?:,|and|,? and|&|plus)?(?: £[\\d,.]+)?(?: (?:and|plus))?(?: another| one| a separate (?:one|apology))?(?: to| for| by paying)?(?: both)? ")) {
                break;
            }
            // "£600 for Y's loss": what it is for, not for whom
            if (end >= 0 && head.substring(end, found.start()).endsWith(" for ") && head.startsWith("'s", found.end() - (found.group().endsWith("'s") ? 2 : 0))) {
                break;
            }
            if (end >= 0 && head.substring(end, found.start()).equals(", ") && !names.isEmpty() && Steps.matches(found.group(), "(?s)" + TITLE + " .*")) {
                // "his wife, Mrs X": one person
                var together = found.group();
                names.removeIf(one -> Steps.matches(one, "(?:his|her|their) .*") && (" " + head).contains(" " + one + ", " + together));
            }
            names.add(plain(found.group()));
            end = found.end();
        }
        return new ArrayList<>(names);
    }

    private static String plain(String name) {
        var bare = Steps.replaceFirst(name, "'s?$", "");
        return bare.startsWith("The ") ? "the " + bare.substring(4) : bare;
    }

    /** For whom a thing is, in the order in which they are named; none where that is not said. */
    List<String> of(String words) {
        var head = Steps.split(Steps.replaceFirst(words, "^An?(?= [a-z£])", "a"), "(?i) (?:(?<!arrange )for (?!(?-i:[A-Z]\\b)|him|her|them|mr|mrs|ms|miss)|because|in recognition|to recogni[sz]e|to acknowledge|to reflect|in respect|in acknowledgement|as a result|which|who |caused|, with |about |that )", 2)[0];
        var names = together(head);
        names.forEach(this::remember);
        group = names.size() > 1 ? List.copyOf(names) : group;
        if (names.isEmpty() && !group.isEmpty() && EACH_OF_THEM.matcher(Steps.of(head)).find()) {
            return group;
        }
        if (names.isEmpty()) {
            var pronoun = PRONOUN.matcher(Steps.of(head));
            boolean direct = pronoun.find();
            if (!direct) {
                pronoun = ANY_PRONOUN.matcher(Steps.of(head));
            }
            if (direct || pronoun.find()) {
                if (Steps.matches(pronoun.group(1), "(?i)them") && last != null && group.contains(last)) {
                    return group;
                }
                return referred(pronoun.group(1).toLowerCase(Locale.ROOT)).map(List::of).orElse(List.of());
            }
            // nobody in front of what it is for: whoever is named there
            names(Steps.replaceFirst(words, "^An?(?= [a-z£])", "a")).stream().findFirst().ifPresent(names::add);
            names.forEach(this::remember);
            var there = HE_OR_SHE.matcher(Steps.of(words));
            if (names.isEmpty() && there.find()) {
                return referred(there.group(1).toLowerCase(Locale.ROOT)).map(List::of).orElse(List.of());
            }
        }
        return names;
    }

    /** Whether each of them gets a thing of its own. */
    static boolean separately(String words, @Nullable Amount amount) {
        return TWO.matcher(Steps.of(words)).find() || amount != null && "person".equals(amount.each());
    }

    private Optional<String> referred(String pronoun) {
        return Optional.ofNullable(switch (pronoun) {
            case "him", "his", "he" -> man;
            case "her", "she" -> woman;
            default -> several != null ? several : last;
        });
    }

    void remember(String name) {
        last = name;
        if (name.contains(" and ")) {
            several = name;
        } else if (name.startsWith("Mr ") || Steps.matches(name, "(?:his|her|their) (?:\\w+ )?(?:son|father|husband|brother).*")) {
            man = name;
        } else if (Steps.matches(name, "(?:Mrs|Ms|Miss) .*") || Steps.matches(name, "(?:his|her|their) (?:\\w+ )?(?:daughter|mother|wife|sister).*")) {
            woman = name;
        } else {
            several = name.startsWith("the ") ? name : several;
        }
    }

    Optional<String> complainant() {
        return complainant;
    }
}
