package org.redress.models;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Tells of a pattern, without trying it, whether every text can be compared with it quickly, on the server and in the browser: both try
 * one way of reading a text after the other, and a pattern can have more ways than anybody can wait for.
 */
final class Patterns {
    static final int LONGEST = 200;
    /** What a computer tries in a tenth of a second. */
    private static final double MOST_WAYS = 10_000_000;

    private final String pattern;
    private final int longestText;
    private final ArrayDeque<Group> groups = new ArrayDeque<>();
    private double ways = 1;
    private int at;
    /** The group that has just ended, null if the last thing was none. */
    private @Nullable Group ended;

    private static final class Group {
        private boolean repeats;
        private boolean chooses;
    }

    private Patterns(String pattern, int longestText) {
        this.pattern = pattern;
        this.longestText = longestText;
    }

    /** What is wrong with a pattern for texts of this length. */
    static Optional<String> fault(String pattern, int longestText) {
        if (pattern.length() > LONGEST) {
            return Optional.of("has a pattern of " + pattern.length() + " characters; " + LONGEST + " are the most");
        }
        try {
            var read = new Patterns(pattern, longestText);
            read.walk();
            Pattern.compile(pattern);
            double ways = read.ways * (pattern.startsWith("^") ? 1 : longestText);
            return ways <= MOST_WAYS ? Optional.empty() : Optional.of("has the pattern " + pattern + ", which can be compared in too many ways with a text of "
                    + longestText + " characters; begin it with ^, say how often something repeats, such as {1,20}, or take shorter texts");
        } catch (PatternSyntaxException e) {
            return Optional.of("has the pattern " + pattern + ", which cannot be read: " + e.getDescription());
        } catch (Refused e) {
            return Optional.of("has the pattern " + pattern + ", which " + e.getMessage());
        }
    }

    private void walk() throws Refused {
        groups.push(new Group());
        while (at < pattern.length()) {
            char c = pattern.charAt(at++);
            var before = ended;
            ended = null;
            switch (c) {
                case '\\' -> escaped();
                case '[' -> choiceOfCharacters();
                case '(' -> open();
                case ')' -> {
                    ended = groups.pop();
                    if (groups.isEmpty()) {
                        throw new PatternSyntaxException("a bracket that nothing opens", pattern, at);
                    }
                    groups.peek().repeats |= ended.repeats;
                }
                case '|' -> groups.peek().chooses = true;
                case '*', '+', '?' -> repeated(c == '?' ? 2 : longestText, c != '?', before);
                case '{' -> counted(before);
                default -> { }
            }
        }
    }

    private void escaped() throws Refused {
        if (at < pattern.length() && (Character.isDigit(pattern.charAt(at)) && pattern.charAt(at) != '0' || pattern.charAt(at) == 'k')) {
            throw new Refused("goes back to what it read before; say again what may stand there");
        }
        at++;
    }

    private void choiceOfCharacters() throws Refused {
        boolean first = true;
        while (at < pattern.length() && (first || pattern.charAt(at) != ']')) {
            if (pattern.charAt(at) == '[' || pattern.startsWith("&&", at)) {
                throw new Refused("has square brackets within each other; list the characters once");
            }
            first = first && pattern.charAt(at) == '^';
            at += pattern.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    private void open() throws Refused {
        if (pattern.startsWith("?", at) && !pattern.startsWith("?:", at)) {
            throw new Refused("looks ahead, looks back or changes what letters mean; write what the text is");
        }
        at += pattern.startsWith("?:", at) ? 2 : 0;
        groups.push(new Group());
    }

    private void counted(@Nullable Group before) throws Refused {
        int end = pattern.indexOf('}', at);
        var counts = end < 0 ? "" : pattern.substring(at, end);
        if (!counts.matches("\\d{1,3}(,\\d{0,3})?")) {
            throw new Refused("repeats something more than 999 times, or does not say how often");
        }
        at = end + 1;
        int from = Integer.parseInt(counts.replaceAll(",.*", ""));
        int to = counts.endsWith(",") ? longestText : Integer.parseInt(counts.replaceAll(".*,", ""));
        repeated(Math.max(1, to - from + 1), to > 1, before);
    }

    /** What repeats may neither repeat nor choose inside: there would be more ways with each character. */
    private void repeated(double times, boolean severalTimes, @Nullable Group before) throws Refused {
        if (severalTimes && before != null && (before.repeats || before.chooses)) {
            throw new Refused("repeats something that repeats or chooses itself; write it out, or list characters in square brackets");
        }
        if (pattern.startsWith("+", at)) {
            throw new Refused("has two signs for repeating after each other; keep one");
        }
        at += pattern.startsWith("?", at) ? 1 : 0;
        groups.peek().repeats |= times > 1;
        ways *= times;
    }

    private static final class Refused extends Exception {
        Refused(String why) {
            super(why, null, false, false);
        }
    }
}
