package org.redress.disclosure;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * A text as names are looked for in it: small letters without accents, one kind of apostrophe, dash and blank, words that a line parts made whole, signs that were written for a page of
 * the internet (&amp;rsquo;) as what they show, nothing that cannot be seen, and letters of other alphabets that look like ours as ours. It knows where each sign came from.
 */
final class Folded {
    private static final String APOSTROPHES = "'\u2018\u2019\u201B\u02BC\u02B9\u2032\u00B4`\uFF07";
    private static final String DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D";
    /** Signs that are letters or symbols to a computer and a blank, or nothing, to a reader. */
    private static final String UNSEEN = "\u115F\u1160\u3164\uFFA0\u2800";
    private static final Pattern OF_PAGES = Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\\d{0,2});");
    private static final char SOFT_HYPHEN = '\u00AD';
    private static final Map<Character, String> LETTERS = letters();

    private final StringBuilder text = new StringBuilder();
    /** The same signs, with the capitals that they have in the text as it is. */
    private final StringBuilder written = new StringBuilder();
    private int[] places;
    private int[] ends;
    private final String original;
    private final boolean joined;

    private Folded(String original, boolean joined) {
        this.original = original;
        this.joined = joined;
        this.places = new int[original.length() + 16];
        this.ends = new int[original.length() + 16];
    }

    private static Map<Character, String> letters() {
        var letters = new HashMap<Character, String>();
        // Cyrillic, then Greek, then the i without a dot
        var alike = "\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04BB\u0501\u043A\u043C\u0442\u0432\u043D\u03B1\u03B2\u03B5\u03B9\u03BA\u03BD\u03BF\u03C1\u03C4\u03C5\u03C7\u0131";
        var ours = "aeopcyxijshdkmtbhabeikvoptuxi";
        for (int i = 0; i < alike.length(); i++) {
            letters.put(alike.charAt(i), String.valueOf(ours.charAt(i)));
        }
        var small = "\u1D00\u0299\u1D04\u1D05\u1D07\uA730\u0262\u029C\u026A\u1D0A\u1D0B\u029F\u1D0D\u0274\u1D0F\u1D18\u0280\uA731\u1D1B\u1D1C\u1D20\u1D21\u028F\u1D22\u0251\u0261";
        var large = "abcdefghijklmnoprstuvwyzag";
        for (int i = 0; i < small.length(); i++) {
            letters.put(small.charAt(i), String.valueOf(large.charAt(i)));
        }
        letters.putAll(Map.of('ø', "o", 'æ', "ae", 'œ', "oe", 'ß', "ss", 'ł', "l", 'đ', "d", 'ð', "d", 'þ', "th", 'ħ', "h"));
        return Map.copyOf(letters);
    }

    static Folded of(String text) {
        return of(text, true);
    }

    /**
     * A text.
     *
     * @param joined whether a dash at the end of a line is one that parts a word; else it is one between two words
     */
    static Folded of(String text, boolean joined) {
        var folded = new Folded(text, joined);
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
            } else if (point == '&') {
                at = ofPage(at);
            } else {
                sign(point, at, at + length);
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
        boolean goesOn = lines == 1 && at < original.length() && Character.isLetter(original.codePointAt(at));
        boolean dash = text.length() > 1 && text.charAt(text.length() - 1) == '-' && Character.isLetter(text.charAt(text.length() - 2));
        boolean soft = from > 0 && original.charAt(from - 1) == SOFT_HYPHEN;
        if (goesOn && dash && joined) {
            text.setLength(text.length() - 1);
            written.setLength(text.length());
        } else if (!(goesOn && (dash || soft))) {
            put(lines > 1 ? "\n" : " ", from, at, false);
        }
        return at;
    }

    /** A sign as pages of the internet write it, or an ampersand. */
    private int ofPage(int at) {
        var matcher = OF_PAGES.matcher(original).region(at, original.length());
        if (!matcher.lookingAt()) {
            sign('&', at, at + 1);
            return at + 1;
        }
        var shown = matcher.group().equals("&apos;") ? "'" : HtmlUtils.htmlUnescape(matcher.group());
        if (shown.isBlank()) {
            put(" ", at, matcher.end(), false);
        } else {
            shown.codePoints().forEach(point -> sign(point, at, matcher.end()));
        }
        return matcher.end();
    }

    private void sign(int point, int at, int end) {
        if (Character.getType(point) == Character.FORMAT || Character.isISOControl(point) || UNSEEN.indexOf(point) >= 0) {
            return;
        }
        var sign = new String(Character.toChars(point));
        if (APOSTROPHES.contains(sign)) {
            put("'", at, end, false);
        } else if (DASHES.contains(sign)) {
            put("-", at, end, false);
        } else {
            var plain = Normalizer.normalize(sign, Normalizer.Form.NFKD);
            boolean capital = plain.codePoints().anyMatch(one -> Character.isUpperCase(one) || Character.isTitleCase(one));
            plain = plain.toLowerCase(Locale.ROOT);
            for (int i = 0; i < plain.length(); i++) {
                if (Character.getType(plain.charAt(i)) != Character.NON_SPACING_MARK && Character.getType(plain.charAt(i)) != Character.ENCLOSING_MARK) {
                    put(LETTERS.getOrDefault(plain.charAt(i), String.valueOf(plain.charAt(i))), at, end, capital);
                }
            }
        }
    }

    private void put(String signs, int at, int end, boolean capital) {
        for (int i = 0; i < signs.length(); i++) {
            if (text.length() == places.length) {
                places = Arrays.copyOf(places, places.length * 2);
                ends = Arrays.copyOf(ends, places.length);
            }
            places[text.length()] = at;
            ends[text.length()] = end;
            text.append(signs.charAt(i));
            written.append(capital ? Character.toUpperCase(signs.charAt(i)) : signs.charAt(i));
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
        int to = text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\n' ? places[end - 1] + 1 : ends[end - 1];
        while (to < original.length() && Character.getType(original.codePointAt(to)) == Character.NON_SPACING_MARK) {
            to += Character.charCount(original.codePointAt(to));
        }
        return to;
    }

    /** A part of the compared text with the capitals that it has in the text as it is. */
    String written(int from, int to) {
        return written.substring(from, to);
    }
}
