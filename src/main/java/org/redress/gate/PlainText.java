package org.redress.gate;

import java.util.OptionalInt;

/** Text as people paste it from other programs: breaks of lines that no other program knows, and characters that nobody sees. */
final class PlainText {
    /** Breaks of lines in word processors: vertical tab, form feed, next line, line separator, paragraph separator. */
    private static final String BREAKS = "[\\u000B\\u000C\\u0085\\u2028\\u2029]";

    /** What shows nothing and says nothing: soft hyphen, blanks without width, and orders to turn the direction of what follows. */
    private static final String UNSEEN = "[\\u00AD\\u180E\\u200B\\u2060-\\u2064\\uFEFF\\u202A-\\u202E\\u2066-\\u2069\\uFFF9-\\uFFFB]";

    /** Marks of direction, which long texts in some languages need and one line does not. */
    private static final String MARKS = "[\\u200E\\u200F\\u061C]";

    /** Letters that are drawn as nothing. */
    private static final String EMPTY_LETTERS = "\u115F\u1160\u2800\u3164\uFFA0";

    private static final int NEXT_LINE = 0x85;

    private PlainText() {}

    /** Several lines, without what cannot be seen. */
    static String lines(String text) {
        return text.replaceAll(BREAKS, "\n").replaceAll(UNSEEN, "");
    }

    /** One line: breaks, tabs and all kinds of blanks are blanks. */
    static String line(String text) {
        return lines(text).replaceAll(MARKS, "").replaceAll("\\r\\n|[\\r\\n\\t]|\\p{Zs}", " ");
    }

    /** Whether nobody would see anything of it. */
    static boolean blank(String text) {
        return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT
                || EMPTY_LETTERS.indexOf(c) >= 0 || c == NEXT_LINE);
    }

    /** Where the first character stands that is no text: a control character, or half of a character. */
    static OptionalInt noText(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            if (half || Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
