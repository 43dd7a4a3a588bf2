package org.redress.sending;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What GOV.UK Notify makes of a text in an e-mail: it reads the signs of its own markup in it, whoever wrote them. A letter in which they would make something else of it than what was approved does not
 * go like this. Lines with a hyphen or an asterisk before them become a list of the same words, and may go.
 */
final class NotifyText {
    /** A heading, an inset, a quotation, a rule (a line of hyphens below a text only says that it is a heading, as ours do), or a link with words of its own. */
    private static final Pattern SIGNS = Pattern.compile("(?m)^[ \\t]*(?:#|\\^|>|(?:[*_][ \\t]*){3,}$)|(?:\\A|\\n[ \\t]*\\n)[ \\t]*(?:-[ \\t]*){3,}$|]\\(");
    private static final Pattern NUMBERED = Pattern.compile("[ \\t]*(\\d{1,9})[.)][ \\t].*");

    private NotifyText() {}

    /** Why a text does not go by e-mail through GOV.UK Notify, in a sentence. */
    static Optional<String> objection(String text) {
        return SIGNS.matcher(text).find() || countsAnew(text)
                ? Optional.of("GOV.UK Notify would show a line of this letter as something else than was written: one that begins with #, ^, > or a number, or that is a rule, or a link. Change the line, or send it another way.") : Optional.empty();
    }

    /** It numbers lists itself, from 1. */
    private static boolean countsAnew(String text) {
        long before = 0;
        for (var line : text.lines().toList()) {
            var numbered = NUMBERED.matcher(line);
            long number = numbered.matches() ? Long.parseLong(numbered.group(1)) : 0;
            if (number != 0 && number != 1 && number != before + 1 || numbered.matches() && number == 0) {
                return true;
            }
            before = number;
        }
        return false;
    }
}
