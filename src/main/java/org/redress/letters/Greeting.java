package org.redress.letters;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How a letter greets somebody whom the case names: by title and surname, and by the whole name where no title is known or what is the surname cannot be told. */
final class Greeting {
    /** Those with the surname; Sir, Dame, Lord and Lady are not greeted like that. */
    private static final Pattern TITLED = Pattern.compile("((?:Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Cllr|Councillor|Revd|Rev|Reverend)\\.?) +(\\S.*)", Pattern.CASE_INSENSITIVE);
    /** More than one person, or more than a name. */
    private static final Pattern MORE = Pattern.compile("[,;/&()0-9\"“”]|(?i: (?:and|or|of|at|for|on|c/o) )");
    private static final Set<String> OF_SURNAME = Set.of("de", "da", "do", "dos", "das", "di", "du", "del", "della", "der", "den", "la", "le", "van", "von", "ter", "ten", "zu", "el", "al", "bin", "bint", "ibn", "ap", "ab", "ferch", "st", "st.", "mac", "mc", "ó", "ní", "nic");
    private static final Set<String> AFTER = Set.of("jr", "jr.", "jnr", "sr", "sr.", "snr", "junior", "senior", "ii", "iii", "iv");

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
        if (letters || AFTER.contains(last.toLowerCase(Locale.ROOT)) || TITLED.matcher(titled.group(2)).matches()) {
            return name;
        }
        int from = words.size() - 1;
        while (from > 0 && OF_SURNAME.contains(words.get(from - 1).toLowerCase(Locale.ROOT))) {
            from--;
        }
        return titled.group(1) + " " + String.join(" ", words.subList(from, words.size()));
    }
}
