package org.redress.casefile;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The number of a case as people write and paste it, read into one form: a council's (KENT-2026-00021), the Ombudsman's (26 001 234),
 * or that of somebody outside, which stays as it was written. Blanks and dashes of every kind, missing or doubled ones, small letters,
 * words such as "our ref:" and punctuation around it do not count.
 *
 * @param text as it is kept and shown
 * @param key what is left when all that does not count is taken away: two references with one key are the same
 */
public record Reference(String text, String key) {
    /** What the case file has room for. */
    public static final int LONGEST = 100;

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern DASH = Pattern.compile("[\\p{Pd}\\u2212_]");
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern LABEL = Pattern.compile(
            "^[^\\p{L}\\p{N}]*(?:(?:our|your|their)\\s+)?(?:(?:case|complaint|ombudsman|council)(?:[’']s)?\\s+)?(?:references?|refs?|case|complaint|number|no|re)\\b[\\s.:#=]+(?=\\S)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
    private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern COUNCILS = Pattern.compile(
            "(\\p{L}[\\p{L}\\p{N}]*?(?:[ ./-]+\\p{L}[\\p{L}\\p{N}]*?)*?)[ ./-]*((?:19|20)\\d\\d)[ ./-]*(\\d{1,9})");
    private static final Pattern OMBUDSMANS = Pattern.compile("(\\d\\d)(\\d{3})(\\d{3})");
    private static final Pattern OTHERS = Pattern.compile("[./]");
    private static final Pattern DIGITS = Pattern.compile("[\\d ./-]+");

    /** Reads what somebody typed or pasted; what has no letter and no digit is read as nothing. */
    public static Reference read(String typed) {
        var written = clean(typed);
        var bare = AROUND.matcher(written).replaceAll("");
        var squeezed = SEPARATOR.matcher(bare).replaceAll("");
        var ombudsmans = OMBUDSMANS.matcher(squeezed);
        if (DIGITS.matcher(bare).matches() && ombudsmans.matches()) {
            return of("%s %s %s".formatted(ombudsmans.group(1), ombudsmans.group(2), ombudsmans.group(3)));
        }
        var councils = COUNCILS.matcher(bare);
        if (councils.matches()) {
            var text = councils(councils);
            // slashes and points are how others write theirs, and in their letters they look for it as it was
            return OTHERS.matcher(bare).find() ? new Reference(written, of(text).key()) : of(text);
        }
        return new Reference(squeezed.isEmpty() ? "" : written, key(squeezed));
    }

    /** The numbers of a council's cases that a text speaks of; one that only ends like them, as WEST-KENT-2026-00007 does for KENT, is another's. */
    public static Set<Reference> ofCouncilIn(String prefix, String text) {
        var name = Arrays.stream(prefix.split("-")).map(Pattern::quote).collect(Collectors.joining("[ -]*"));
        return Pattern.compile("(?<![\\p{L}\\p{N}]-?)" + name + "[ -]*(?:19|20)\\d\\d[ -]*\\d{5,9}(?!\\d)", Pattern.CASE_INSENSITIVE).matcher(clean(text)).results()
                .map(found -> read(found.group())).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The number of a council's new case. */
    static Reference ofCouncil(String prefix, int year, long number) {
        return of("%s-%d-%05d".formatted(prefix, year, number));
    }

    /** The number of a new case of the Ombudsman's, without the year's century. */
    public static Reference ofOmbudsman(int year, long number) {
        return of("%02d %03d %03d".formatted(year % 100, number / 1000 % 1000, number % 1000));
    }

    /** Whether it is written like a number of the Ombudsman's. */
    public boolean ofOmbudsman() {
        return OMBUDSMANS.matcher(key).matches();
    }

    /** Whether the numbers of a council with this prefix would be read as they are written, whatever stands around them. */
    public static boolean readsBack(String prefix) {
        return read(prefix.toLowerCase(Locale.ROOT) + " 2026 7").text().equals(prefix + "-2026-00007");
    }

    /** Whether the numbers of councils with these prefixes could be taken for each other's. */
    public static boolean alike(String prefix, String other) {
        return key(SEPARATOR.matcher(prefix).replaceAll("")).equals(key(SEPARATOR.matcher(other).replaceAll("")));
    }

    /** Whether both are the number of one case. */
    public boolean same(String written) {
        return key.equals(read(written).key());
    }

    private static Reference of(String text) {
        return new Reference(text, key(SEPARATOR.matcher(text).replaceAll("")));
    }

    private static String councils(Matcher parts) {
        var council = SEPARATOR.matcher(parts.group(1)).replaceAll("-").toUpperCase(Locale.ROOT);
        return "%s-%s-%05d".formatted(council, parts.group(2), Long.valueOf(parts.group(3)));
    }

    private static String clean(String typed) {
        var plain = INVISIBLE.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC)).replaceAll("");
        var text = BLANK.matcher(DASH.matcher(plain).replaceAll("-")).replaceAll(" ").strip();
        var named = LABEL.matcher(text).replaceFirst("").strip();
        return named.isEmpty() ? text : named;
    }

    private static String key(String squeezed) {
        return squeezed.toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return text;
    }
}
