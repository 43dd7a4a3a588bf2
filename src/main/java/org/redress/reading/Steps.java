package org.redress.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Counts the letters that patterns look at while a text is read, and ends the reading when they are more than any decision needs: some patterns try again and again where words are put so that they nearly fit, and what a
 * stranger wrote is read within a step of a case. Every pattern of the grammar looks at a text through it.
 */
final class Steps {
    private static final ThreadLocal<@Nullable Steps> NOW = new ThreadLocal<>();
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private final long most;
    private long taken;

    private Steps(long most) {
        this.most = most;
    }

    /** A text needs more than it may have. */
    static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooMany() {
            super("Reading it takes more steps than it may have.", null, false, false);
        }
    }

    /** What was read, and how many letters were looked at for it. */
    record Counted<T>(T read, long steps) {}

    /**
     * Reads something in so many steps.
     *
     * @throws TooMany if they are not enough
     */
    static <T> Counted<T> within(long most, Supplier<T> reading) {
        var steps = new Steps(most);
        NOW.set(steps);
        try {
            return new Counted<>(reading.get(), steps.taken);
        } catch (StackOverflowError e) {
            // a pattern that repeats a group goes a step deeper each time
            throw new TooMany();
        } finally {
            NOW.remove();
        }
    }

    /** The text as a pattern is to look at it. */
    static CharSequence of(CharSequence text) {
        var steps = NOW.get();
        return steps == null ? text : new Looked(text, steps);
    }

    /** Where a pattern stands in a text, looked for only where one of the beginnings stands with which each of its matches begins, in small letters. */
    static List<MatchResult> all(Pattern pattern, String text, List<String> beginnings) {
        var all = new ArrayList<MatchResult>();
        var lower = text.toLowerCase(Locale.ROOT);
        if (beginnings.stream().noneMatch(lower::contains)) {
            return all;
        }
        var found = pattern.matcher(of(text)).useTransparentBounds(true).useAnchoringBounds(false);
        for (int i = 0; i < text.length(); i++) {
            int at = i;
            if (beginnings.stream().anyMatch(one -> lower.startsWith(one, at)) && found.region(at, text.length()).lookingAt()) {
                all.add(found.toMatchResult());
                i = found.end() - 1;
            }
        }
        return all;
    }

    static boolean matches(String text, String pattern) {
        return matcher(text, pattern).matches();
    }

    static String replaceFirst(String text, String pattern, String with) {
        return matcher(text, pattern).replaceFirst(with);
    }

    static String replaceAll(String text, String pattern, String with) {
        return matcher(text, pattern).replaceAll(with);
    }

    /** As {@link String#split(String, int)}. */
    static String[] split(String text, String pattern, int limit) {
        return compiled(pattern).split(of(text), limit);
    }

    private static Matcher matcher(String text, String pattern) {
        return compiled(pattern).matcher(of(text));
    }

    private static Pattern compiled(String pattern) {
        return PATTERNS.computeIfAbsent(pattern, Pattern::compile);
    }

    private void look() {
        if (++taken > most) {
            throw new TooMany();
        }
    }

    private record Looked(CharSequence text, Steps steps) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            steps.look();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
