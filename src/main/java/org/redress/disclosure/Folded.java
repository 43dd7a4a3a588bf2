package org.redress.disclosure;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A text as names are looked for in it: small letters without accents, one kind of apostrophe, dash and blank, words that a line parts made whole, nothing that cannot be seen, and
 * letters of other alphabets that look like ours as ours. It knows where each sign came from.
 */
final class Folded {
    private static final String APOSTROPHES = "'\u2018\u2019\u201B\u02BC\u02B9\u2032\u00B4`\uFF07";
    private static final String DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D";
    private static final Map<Character, String> LETTERS = letters();

    private final StringBuilder text = new StringBuilder();
    private int[] places;
    private final String original;

    private Folded(String original) {
        this.original = original;
        this.places = new int[original.length() + 16];
    }

    private static Map<Character, String> letters() {
        var letters = new HashMap<Character, String>();
        // Cyrillic, then Greek, then the i without a dot
        var alike = "\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04BB\u0501\u043A\u043C\u0442\u0432\u043D\u03B1\u03B2\u03B5\u03B9\u03BA\u03BD\u03BF\u03C1\u03C4\u03C5\u03C7\u0131";
        var ours = "aeopcyxijshdkmtbhabeikvoptuxi";
        for (int i = 0; i < alike.length(); i++) {
            letters.put(alike.charAt(i), String.valueOf(ours.charAt(i)));
        }
        letters.putAll(Map.of('ø', "o", 'æ', "ae", 'œ', "oe", 'ß', "ss", 'ł', "l", 'đ', "d", 'ð', "d", 'þ', "th", 'ħ', "h"));
        return Map.copyOf(letters);
    }

    static Folded of(String text) {
        var folded = new Folded(text);
        folded.fold();
        return folded;
    }

    private void fold() {
        int at = 0;
        while (at < original.length()) {
            int point = original.codePointAt(at);
            int length = Character.charCount(point);
            if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                at = blank(at);
            } else {
                sign(point, at);
                at += length;
            }
        }
    }

    /** Blanks are one, an empty line is a boundary that no name crosses, and a dash at the end of a line joins what it parts. */
    private int blank(int from) {
        int at = from;
        int lines = 0;
        while (at < original.length() && (Character.isWhitespace(original.charAt(at)) || Character.isSpaceChar(original.charAt(at)) || Character.getType(original.charAt(at)) == Character.FORMAT)) {
            lines += original.charAt(at) == '\n' ? 1 : 0;
            at++;
        }
        boolean parted = lines == 1 && text.length() > 1 && text.charAt(text.length() - 1) == '-' && Character.isLetter(text.charAt(text.length() - 2))
                && at < original.length() && Character.isLetter(original.codePointAt(at));
        if (parted) {
            text.setLength(text.length() - 1);
        } else {
            put(lines > 1 ? "\n" : " ", from);
        }
        return at;
    }

    private void sign(int point, int at) {
        if (Character.getType(point) == Character.FORMAT) {
            return;
        }
        var sign = new String(Character.toChars(point));
        if (APOSTROPHES.contains(sign)) {
            put("'", at);
        } else if (DASHES.contains(sign)) {
            put("-", at);
        } else {
            var plain = Normalizer.normalize(sign, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
            for (int i = 0; i < plain.length(); i++) {
                if (Character.getType(plain.charAt(i)) != Character.NON_SPACING_MARK) {
                    put(LETTERS.getOrDefault(plain.charAt(i), String.valueOf(plain.charAt(i))), at);
                }
            }
        }
    }

    private void put(String signs, int at) {
        for (int i = 0; i < signs.length(); i++) {
            if (text.length() == places.length) {
                places = Arrays.copyOf(places, places.length * 2);
            }
            places[text.length()] = at;
            text.append(signs.charAt(i));
        }
    }

    /** The text as it is compared. */
    String text() {
        return text.toString();
    }

    /** Where the sign at a place of the compared text begins in the text as it is. */
    int from(int at) {
        return at < text.length() ? places[at] : original.length();
    }

    /** Where in the text as it is what comes before a place of the compared text ends. */
    int to(int end) {
        if (end == 0) {
            return 0;
        }
        int last = places[end - 1];
        int to = last + Character.charCount(original.codePointAt(last));
        while (to < original.length() && Character.getType(original.codePointAt(to)) == Character.NON_SPACING_MARK) {
            to += Character.charCount(original.codePointAt(to));
        }
        return to;
    }

    /** Whether the letter at a place of the compared text is a capital in the text as it is. */
    boolean capital(int at) {
        return Character.isUpperCase(original.codePointAt(from(at))) || Character.isTitleCase(original.codePointAt(from(at)));
    }
}
