package org.redress.letters;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a letter greets somebody whom the case names: by title and surname where one or two words follow the title, initials and what belongs to a surname (van, de) apart; by the whole name
 * where there is no title, where more words follow, or where something else stands in it than a name.
 */
final class Greeting {
    /** Those with the surname; Sir, Dame, Lord and Lady are not greeted like that. */
    private static final Pattern TITLED = Pattern.compile("((?:Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Cllr|Councillor|Revd|Rev|Reverend)\\.?) +(\\S.*)", Pattern.CASE_INSENSITIVE);
    /** More than one person, or more than a name. */
    private static final Pattern MORE = Pattern.compile("[,;/&()0-9\"“”]|(?i: (?:and|or|of|at|for|on|c/o) )");
    private static final Set<String> OF_SURNAME = Set.of("de", "da", "do", "dos", "das", "di", "du", "del", "della", "der", "den", "la", "le", "van", "von", "ter", "ten", "zu", "el", "al", "bin", "bint", "ibn", "ap", "ab", "ferch", "st", "st.", "mac", "mc", "ó", "ní", "nic");
    private static final Set<String> AFTER = Set.of("jr", "jr.", "jnr", "sr", "sr.", "snr", "jun", "jun.", "junior", "senior", "ii", "iii", "iv", "deceased");
    private static final Pattern INITIALS = Pattern.compile("(?:\\p{L}\\.?|(?:\\p{L}\\.)+)");
    /** "Ms T's mother", "Ms Ann Hill - mother": what follows tells who somebody is. */
    private static final Pattern OF_OTHERS = Pattern.compile(".+['’]s|[-‐-―]+", Pattern.CASE_INSENSITIVE);
    private static final int FIRST_AND_SURNAME = 2;

    private Greeting() {}

    /** "Ms Raman" for Ms Priya Raman, "Mr van Dijk" for Mr Jan van Dijk; anything else as it is. */
    static String of(String name) {
        var titled = TITLED.matcher(name.strip());
        if (!titled.matches() || MORE.matcher(name).find()) {
            return name;
        }
        var words = List.of(titled.group(2).split("\\s+"));
        var last = words.get(words.size() - 1);
        // letters after a name, such as MBE, are no surname
        boolean letters = last.length() > 1 && last.equals(last.toUpperCase(Locale.ROOT)) && words.stream().anyMatch(word -> !word.equals(word.toUpperCase(Locale.ROOT)));
        if (letters || AFTER.contains(last.toLowerCase(Locale.ROOT)) || TITLED.matcher(titled.group(2)).matches() || tellsMore(words) || counted(words) > FIRST_AND_SURNAME) {
            return name;
        }
        int from = words.size() - 1;
        while (from > 0 && OF_SURNAME.contains(words.get(from - 1).toLowerCase(Locale.ROOT))) {
            from--;
        }
        return titled.group(1) + " " + String.join(" ", words.subList(from, words.size()));
    }

    /** Whether somebody wrote more than a name: "Mr J Smith jun", "Ms Raman via advocate". */
    private static boolean tellsMore(List<String> words) {
        boolean small = isSmall(words.get(words.size() - 1)) && words.stream().anyMatch(word -> Character.isUpperCase(word.codePointAt(0)));
        return small || words.stream().anyMatch(word -> OF_OTHERS.matcher(word).matches());
    }

    /** The words of which each may be a surname: in some names it is not the last one. */
    private static long counted(List<String> words) {
        return 1 + words.subList(0, words.size() - 1).stream().filter(word -> !INITIALS.matcher(word).matches() && !(isSmall(word) && OF_SURNAME.contains(word))).count();
    }

    private static boolean isSmall(String word) {
        return Character.isLowerCase(word.codePointAt(0));
    }
}
