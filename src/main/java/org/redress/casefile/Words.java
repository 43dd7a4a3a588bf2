package org.redress.casefile;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of a text as they are compared: small letters without accents; apostrophes do not count, everything else that is no letter and no digit parts words. */
public final class Words {
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern JOINS = Pattern.compile("[-\\u2010-\\u2015]");
    private static final Pattern APOSTROPHES = Pattern.compile("['\\u2018\\u2019\\u02BC`]");

    /** Nobody looks for a longer one; it is the sign of a file or of a key, and no index takes it. */
    private static final int LONGEST = 200;

    private Words() {}

    /** One word after the other. */
    public static List<String> of(String text) {
        return split(APOSTROPHES.matcher(folded(text)).replaceAll(""));
    }

    /** The same, of which cases keep what they are found by. */
    public static List<String> kept(String text) {
        return of(text).stream().filter(Words::isKept).toList();
    }

    /** Whether a case is found by such a word. */
    public static boolean isKept(String word) {
        return word.length() <= LONGEST;
    }

    /** The words in one order, whichever they were written in: two names are the same if this is. */
    public static String sorted(String text) {
        return String.join(" ", of(text).stream().sorted().distinct().toList());
    }

    /** Every word of a name in each way in which it may be written: O'Brien as obrien, o and brien, Smith-Jones as smith, jones and smithjones. */
    public static List<String> spellings(String name) {
        var folded = folded(name);
        return List.copyOf(new LinkedHashSet<>(Stream.of(of(name), split(folded), split(JOINS.matcher(APOSTROPHES.matcher(folded).replaceAll("")).replaceAll(""))).flatMap(List::stream).toList()));
    }

    private static String folded(String text) {
        // nearly every text is of plain letters, and many are compared with each that comes
        var plain = StandardCharsets.US_ASCII.newEncoder().canEncode(text) ? text : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return plain.toLowerCase(Locale.ROOT);
    }

    private static List<String> split(String text) {
        var words = new ArrayList<String>();
        int from = 0;
        for (int at = 0; at < text.length();) {
            int sign = text.codePointAt(at);
            int next = at + Character.charCount(sign);
            if (!isOfAWord(sign)) {
                if (from < at) {
                    words.add(text.substring(from, at));
                }
                from = next;
            }
            at = next;
        }
        if (from < text.length()) {
            words.add(text.substring(from));
        }
        return words;
    }

    /** A letter, or a number of any kind. */
    private static boolean isOfAWord(int sign) {
        int kind = Character.getType(sign);
        return Character.isLetterOrDigit(sign) || kind == Character.LETTER_NUMBER || kind == Character.OTHER_NUMBER;
    }
}
