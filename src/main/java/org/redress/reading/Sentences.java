package org.redress.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Where the sentences of a paragraph begin and end. */
final class Sentences {
    private static final Pattern SHORT = Pattern.compile("(?:^|.*[ (])(?:mr|mrs|ms|dr|st|no|nos|para|paras|e\\.g|i\\.e|etc|s|ss|v|inc|approx|[a-z])$", Pattern.CASE_INSENSITIVE);

    /** "Write to L. In the same letter": what begins with such a word is no surname behind an initial. */
    private static final Pattern NO_INITIAL = Pattern.compile("(?s)(?:In|By|Within|With|At|On|For|After|Before|If|When|Once|They|He|She|It|This|We|I)\\b.*");

    private Sentences() {}

    /** A part of a paragraph, from its first character to the one behind its last. */
    record Span(int from, int to) {}

    static List<Span> of(Paragraph paragraph) {
        var text = paragraph.text();
        var spans = new ArrayList<Span>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '.' && c != '?' && c != '!') {
                continue;
            }
            int next = i + 1;
            while (next < text.length() && "\"')".indexOf(text.charAt(next)) >= 0) {
                next++;
            }
            boolean ends = next >= text.length() || text.charAt(next) == ' ' && next + 1 < text.length() && "\"'(£".indexOf(text.charAt(next + 1)) >= 0
                    || next < text.length() && text.charAt(next) == ' ' && (Character.isUpperCase(text.charAt(next + 1)) || Character.isDigit(text.charAt(next + 1)));
            boolean isShort = c == '.' && next < text.length() && SHORT.matcher(Steps.of(text.substring(Math.max(start, i - 12), i))).matches() && !Steps.matches(text.substring(start, i), "(?s).*\\b(?:Mr|Mrs|Ms|Miss|Dr) [A-Z]$");
            boolean named = isShort && i > 1 && Character.isUpperCase(text.charAt(i - 1)) && text.charAt(i - 2) == ' ' && NO_INITIAL.matcher(Steps.of(text.substring(next).strip())).matches();
            if (ends && (!isShort || named)) {
                spans.add(new Span(start, next));
                start = next;
                while (start < text.length() && text.charAt(start) == ' ') {
                    start++;
                }
                i = start - 1;
            }
        }
        if (start < text.length()) {
            spans.add(new Span(start, text.length()));
        }
        return spans;
    }
}
