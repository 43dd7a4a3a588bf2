package org.redress.disclosure;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How people are addressed before their names. */
final class Title {
    /** In small letters, as {@link Folded} has them. */
    static final String ANY = "(?:mister|mr|mrs|ms|miss|mx|doctor|dr|professor|prof|sir|dame|lady|lord|councillor|cllr|reverend|revd|rev|father|sister|master|judge|sergeant|sgt|pc|dc|nurse|auntie|aunt|uncle|mam|nan|granny|grandma|grandad|grandpa)";
    private static final Pattern FIRST = Pattern.compile(ANY + "\\.?[ .]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern LETTER = Pattern.compile("(?:(Mr|Mrs|Ms|Miss|Mx|Dr|Professor|Councillor|Officer|Social Worker|Nurse|Teacher|School|Manager) )?(\\p{Lu}{1,2})");

    private Title() {}

    /** A name without the titles before it. */
    static String without(String name) {
        var left = name.strip();
        var matcher = FIRST.matcher(left);
        while (matcher.lookingAt()) {
            left = left.substring(matcher.end()).strip();
            matcher = FIRST.matcher(left);
        }
        return left;
    }

    /** The title before a name, in small letters without a dot. */
    static Optional<String> of(String name) {
        var matcher = FIRST.matcher(name.strip());
        return matcher.lookingAt() ? Optional.of(matcher.group().replaceAll("[ .]+$", "").toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** The letter of what stands instead of a name: X of "Mrs X", Y of "Y"; none if it is anything else (LGS-21). */
    static Optional<String> letter(String label) {
        var matcher = LETTER.matcher(label.strip());
        return matcher.matches() ? Optional.of(matcher.group(2)) : Optional.empty();
    }
}
