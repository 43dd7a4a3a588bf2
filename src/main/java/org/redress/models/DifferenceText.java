package org.redress.models;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.models.Difference.Change;
import org.redress.models.Difference.Kind;

/** Differences in words. What stands in the files may come from anybody: it is printed without what a terminal would take for a command or would draw in another order. */
final class DifferenceText {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");
    private static final int LONG = 90;
    private static final int AROUND = 24;
    private static final List<String> COUNTED = List.of("Flow", "Row");

    private DifferenceText() {}

    /** A text in one line, with signs in the place of what cannot be seen. */
    static String oneLine(String text) {
        return UNSEEN.matcher(text.strip().replaceAll("[\\s\\u00a0]+", " ")).replaceAll("\ufffd");
    }

    /** What differs in a file, in lines. */
    static String of(FileDifferences file, boolean all) {
        var text = new StringBuilder(heading(file)).append('\n');
        if (file.kind() == Kind.NEW || file.kind() == Kind.GONE) {
            text.append("  ").append(contents(file)).append('\n');
        } else {
            file.differences().stream().filter(one -> all || one.kind().counts()).forEach(one -> lines(one, text));
        }
        return text.toString();
    }

    static String heading(FileDifferences file) {
        return oneLine(file.name()) + " (" + oneLine(file.title()) + ")" + (file.formerName() == null ? "" : ", before " + oneLine(file.formerName()))
                + (file.kind() == Kind.CHANGED ? "" : ": " + file.kind().word());
    }

    /** Of a file that is new or gone, what it holds: names, and the number of what has none. */
    private static String contents(FileDifferences file) {
        var named = file.differences().stream().map(Difference::thing).filter(thing -> !thing.name().isEmpty() && !COUNTED.contains(thing.kind()) && !thing.key().isEmpty()).map(thing -> oneLine(thing.what()));
        var counted = file.differences().stream().map(Difference::thing).map(Thing::kind).filter(COUNTED::contains).collect(groupingBy(kind -> kind, LinkedHashMap::new, counting()))
                .entrySet().stream().map(one -> one.getValue() + " " + one.getKey().toLowerCase(Locale.ROOT) + (one.getValue() == 1 ? "" : "s"));
        return Stream.concat(named, counted).collect(joining("; "));
    }

    private static void lines(Difference difference, StringBuilder text) {
        text.append("  ").append(headline(difference)).append('\n');
        difference.changes().forEach(change -> text.append("    ").append(difference.kind() == Kind.CHANGED ? sentence(change) : oneLine(change.what()) + ": " + oneLine(Objects.requireNonNullElse(change.after(), Objects.toString(change.before(), "")))).append('\n'));
    }

    /** What it is about, and what became of it. */
    static String headline(Difference difference) {
        var thing = difference.thing();
        var key = thing.key().isEmpty() || thing.kind().endsWith("column") ? "" : " [" + oneLine(thing.key()) + "]";
        return oneLine(thing.what()) + key + became(difference);
    }

    /** What became of it, behind its name; nothing if only something that is said of it changed. */
    static String became(Difference difference) {
        var where = difference.where();
        boolean changed = difference.kind() == Kind.CHANGED;
        return (changed ? "" : ": " + difference.kind().word()) + (where == null ? "" : (changed ? ": moved " : " ") + moved(where));
    }

    /** Where it stood and stands, with what the order means, if it is a row. */
    private static String moved(Change where) {
        var words = where.what().split(";", 2);
        var kind = words[0].equals("place") ? "" : words[0] + " ";
        return "from " + kind + oneLine(String.valueOf(where.before())) + " to " + kind + oneLine(String.valueOf(where.after())) + (words.length > 1 ? ";" + words[1] : "");
    }

    /** What was said before and is said now. */
    static String sentence(Change change) {
        var what = oneLine(change.what()) + ": ";
        boolean option = change.what().startsWith("option “");
        if (option && (change.before() == null || change.after() == null)) {
            return what + (change.before() == null ? "new, " + quoted(Objects.requireNonNull(change.after())) : "withdrawn, was " + quoted(change.before()));
        }
        if (change.before() != null && change.after() != null) {
            return what + said(change.before(), change.after()) + " → " + said(change.after(), change.before());
        }
        return what + nothing(change.before()) + " → " + nothing(change.after());
    }

    private static String nothing(@Nullable String text) {
        return text == null || text.isBlank() ? "nothing" : oneLine(text);
    }

    private static String quoted(String text) {
        return "“" + oneLine(text) + "”";
    }

    /** A text, of a long one what differs from the other with some words around. */
    private static String said(String text, String other) {
        var one = oneLine(text);
        var two = oneLine(other);
        if (one.isEmpty() || one.length() <= LONG && two.length() <= LONG) {
            return one.isEmpty() ? "nothing" : one;
        }
        int from = 0;
        while (from < Math.min(one.length(), two.length()) && one.charAt(from) == two.charAt(from)) {
            from++;
        }
        int end = 0;
        while (end < Math.min(one.length(), two.length()) - from && one.charAt(one.length() - 1 - end) == two.charAt(two.length() - 1 - end)) {
            end++;
        }
        int begin = word(one, from - AROUND);
        int stop = Math.min(one.length(), one.length() - end + AROUND);
        stop = stop < one.length() && one.indexOf(' ', stop) >= 0 ? one.indexOf(' ', stop) : one.length();
        return "“" + (begin > 0 ? "… " : "") + one.substring(begin, stop) + (stop < one.length() ? " …" : "") + "”";
    }

    /** The beginning of a word near a place. */
    private static int word(String text, int place) {
        return place <= 0 ? 0 : text.lastIndexOf(' ', place) + 1;
    }
}
