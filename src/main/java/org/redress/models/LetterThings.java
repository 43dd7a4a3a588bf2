package org.redress.models;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.redress.models.Difference.Change;
import org.redress.models.Difference.Kind;

/** The title, headings, paragraphs, parts and conditions of a template of a letter, one after the other, and what differs between two of them. */
final class LetterThings {
    private static final Pattern TAG = Pattern.compile("\\{\\{\\s*([#^/>])\\s*([^}]*?)\\s*}}");
    /** A line that ends so breaks there; any other is read on with a blank. */
    private static final Pattern READ_ON = Pattern.compile("(?<!\\\\)[ \\t]*\\n[ \\t]*|[ \\t]{2,}");
    private static final int LONGEST_NAME = 60;
    /** Two templates of some two thousand blocks each; what is longer is said as one text. */
    private static final long LARGEST = 4_000_000;

    private LetterThings() {}

    /** What differs; nothing where only blanks do. */
    static List<Difference> differences(String before, String after) {
        var old = of(before);
        var now = of(after);
        if ((long) old.size() * now.size() > LARGEST) {
            return before.equals(after) ? List.of() : List.of(new Difference(Kind.CHANGED, whole(before), whole(after), null, List.of(new Change("text", before, after))));
        }
        var differences = new ArrayList<Difference>();
        var longest = longest(old, now);
        int i = 0;
        int j = 0;
        var gone = new ArrayList<Thing>();
        var added = new ArrayList<Thing>();
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && same(old.get(i), now.get(j))) {
                between(gone, added, differences);
                i++;
                j++;
            } else if (j == now.size() || i < old.size() && longest[i + 1][j] >= longest[i][j + 1]) {
                gone.add(old.get(i++));
            } else {
                added.add(now.get(j++));
            }
        }
        between(gone, added, differences);
        return differences;
    }

    /** All of a file that is new or gone. */
    static List<Difference> all(String text, boolean gone) {
        return of(text).stream().map(thing -> gone ? Difference.gone(thing) : Difference.added(thing)).toList();
    }

    /** What stands between two things that are the same: of one kind, and one in the other's place, it was changed. */
    private static void between(List<Thing> gone, List<Thing> added, List<Difference> differences) {
        var left = new ArrayList<>(added);
        for (var thing : gone) {
            var now = left.stream().filter(other -> other.kind().equals(thing.kind())).findFirst();
            differences.add(now.map(other -> new Difference(Kind.CHANGED, thing, other, null, List.of(new Change("text", text(thing), text(other))))).orElseGet(() -> Difference.gone(thing)));
            now.ifPresent(left::remove);
        }
        left.forEach(thing -> differences.add(Difference.added(thing)));
        gone.clear();
        added.clear();
    }

    /** How many things two ends have in common, in their order. */
    private static int[][] longest(List<Thing> old, List<Thing> now) {
        var longest = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                longest[i][j] = same(old.get(i), now.get(j)) ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        return longest;
    }

    private static boolean same(Thing one, Thing other) {
        return one.kind().equals(other.kind()) && text(one).equals(text(other));
    }

    private static String text(Thing thing) {
        return thing.facts().get("text").means();
    }

    private static List<Thing> of(String text) {
        var things = new ArrayList<Thing>();
        var block = new StringBuilder();
        int begins = 1;
        int line = 0;
        for (var one : text.lines().toList()) {
            line++;
            boolean tag = TAG.matcher(one.strip()).matches();
            boolean heading = one.startsWith("#");
            if (one.isBlank() || tag || heading) {
                flush(block, begins, things);
                begins = line + 1;
                if (tag || heading) {
                    things.add(thing(one.strip(), line));
                }
            } else {
                block.append(block.isEmpty() ? "" : "\n").append(one);
            }
        }
        flush(block, begins, things);
        return things;
    }

    private static void flush(StringBuilder block, int line, List<Thing> things) {
        if (!block.isEmpty()) {
            things.add(thing(block.toString(), line));
            block.setLength(0);
        }
    }

    private static Thing thing(String block, int line) {
        var tag = TAG.matcher(block);
        if (tag.matches()) {
            var kind = switch (tag.group(1)) {
                case ">" -> "Part";
                case "/" -> "End of";
                default -> tag.group(1).equals("#") ? "Only with" : "Only without";
            };
            return thing(kind, tag.group(2), block, line);
        }
        var kind = block.startsWith("# ") ? "Title" : block.startsWith("#") ? "Heading" : block.startsWith("|") ? "Table" : block.matches("(?s)(- |1\\. ).*") ? "List" : "Paragraph";
        var words = block.replaceFirst("^#+\\s*", "").replaceAll("\\s+", " ");
        return thing(kind, words.length() > LONGEST_NAME ? words.substring(0, LONGEST_NAME).strip() + " …" : words, block, line);
    }

    private static Thing thing(String kind, String name, String block, int line) {
        var facts = new LinkedHashMap<String, Thing.Fact>();
        facts.put("text", new Thing.Fact(block, READ_ON.matcher(block).replaceAll(" ").strip(), List.of(), Thing.Use.COUNTS));
        return new Thing("line " + line, kind, name, kind + " “" + name + "”", facts, "");
    }

    private static Thing whole(String text) {
        return thing("Text", "", text, 1);
    }
}
