package org.redress.documents;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Text as a page can show it. What turns the direction of what follows, controls a machine or is half of a character stands there as its number;
 * what has no shape and changes nothing (soft hyphens, joiners, blanks without width) is left out; what a font has no shape for stands there by name.
 */
final class Signs {
    private static final String BREAKS = "\\r\\n|[\\r\\u000B\\u000C\\u0085\\u2028\\u2029]";
    private static final int LONGEST_NAME = 60;

    private Signs() {}

    /** The text for programs that have fonts of their own. */
    static String readable(String text) {
        return shown(text, sign -> true);
    }

    /** The text for a page whose fonts are in the document. */
    static String printable(String text, IntPredicate drawn) {
        return shown(text, drawn);
    }

    /** What of the text a page shows by name only, each once. */
    static List<String> notDrawn(String text, IntPredicate drawn) {
        Set<String> found = new LinkedHashSet<>();
        parts(text, drawn, found);
        return List.copyOf(found);
    }

    private static String shown(String text, IntPredicate drawn) {
        return String.join("", parts(text, drawn, new LinkedHashSet<>()));
    }

    private static List<String> parts(String text, IntPredicate drawn, Set<String> found) {
        int[] signs = Normalizer.normalize(text.replaceAll(BREAKS, "\n"), Normalizer.Form.NFC).codePoints().toArray();
        var parts = new ArrayList<String>();
        for (int i = 0; i < signs.length; i++) {
            int sign = signs[i];
            if (sign == '\n') {
                parts.add("\n");
            } else if (sign == '\t' || Character.getType(sign) == Character.SPACE_SEPARATOR) {
                parts.add(sign == 0xA0 || sign == 0x202F ? "\u00A0" : " ");
            } else if (hasNoText(sign)) {
                parts.add(named(number(sign), found));
            } else if (changesNothing(sign)) {
                continue;
            } else if (drawn.test(sign)) {
                parts.add(Character.toString(sign));
            } else if (Character.isLetter(sign)) {
                int from = i;
                var script = Character.UnicodeScript.of(sign);
                while (i + 1 < signs.length && goesOn(signs[i + 1], script, drawn)) {
                    i++;
                }
                parts.add(named(letters(i + 1 - from, script), found));
            } else {
                parts.add(named(name(sign), found));
            }
        }
        return parts;
    }

    private static String named(String what, Set<String> found) {
        found.add(what);
        return "[" + what + "]";
    }

    private static boolean goesOn(int sign, Character.UnicodeScript script, IntPredicate drawn) {
        var its = Character.UnicodeScript.of(sign);
        return !drawn.test(sign) && !hasNoText(sign) && (its == script && Character.isLetter(sign) || its == Character.UnicodeScript.INHERITED || Character.getType(sign) == Character.NON_SPACING_MARK);
    }

    private static String letters(int count, Character.UnicodeScript script) {
        var name = script.name().charAt(0) + script.name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
        return count + (count == 1 ? " letter of " : " letters of ") + name + " script";
    }

    private static String name(int sign) {
        var name = Character.getName(sign);
        return name == null || name.length() > LONGEST_NAME ? number(sign) : name.toLowerCase(Locale.ROOT) + ", " + number(sign);
    }

    private static String number(int sign) {
        return String.format(Locale.ROOT, "U+%04X", sign);
    }

    /** Orders to turn the direction, controls, halves, and what is no character. */
    private static boolean hasNoText(int sign) {
        return sign >= 0x202A && sign <= 0x202E || sign >= 0x2066 && sign <= 0x2069 || sign >= 0xE0000 && sign <= 0xE007F || sign >= 0xFFF9 && sign <= 0xFFFC
                || Character.isISOControl(sign) || sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE || (sign & 0xFFFE) == 0xFFFE
                || sign >= 0xFDD0 && sign <= 0xFDEF || Character.getType(sign) == Character.PRIVATE_USE || Character.getType(sign) == Character.UNASSIGNED;
    }

    private static boolean changesNothing(int sign) {
        return Character.getType(sign) == Character.FORMAT || sign >= 0xFE00 && sign <= 0xFE0F || sign >= 0xE0100 && sign <= 0xE01EF;
    }
}
