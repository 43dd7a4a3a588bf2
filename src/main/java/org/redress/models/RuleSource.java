package org.redress.models;

import java.util.regex.Pattern;

/** The rule on which something rests, as documentation and decision tables name it. */
final class RuleSource {

    static final String EXAMPLES = "for example CORP-21, or rule book 1.6";

    private static final Pattern RULE = Pattern.compile(
            "(?:CORP|CHD|WD|LGA|LGS|REM|CMP|ADT|ACC|DAT)-\\d+|[Rr]ule book");

    private RuleSource() {
    }

    static boolean isNamedIn(String text) {
        return RULE.matcher(text).find();
    }
}
