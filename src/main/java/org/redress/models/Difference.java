package org.redress.models;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing of a file in two versions, and what differs in it.
 *
 * @param before as it was, or null if it is new
 * @param after as it is now, or null if it is gone
 * @param where for what stands elsewhere, where it stood and where it stands now; null otherwise
 * @param changes what is said otherwise; of what is new or gone, all that is said of it
 */
record Difference(Kind kind, @Nullable Thing before, @Nullable Thing after, @Nullable Change where, List<Change> changes) {
    private static final Set<String> SAID_ALREADY = Set.of(Thing.KIND, Thing.NAME, "from", "to");
    private static final String INSIDE = "inside";
    /** What it means that nothing is said. */
    private static final Map<String, String> OTHERWISE = Map.of("interrupts", "yes", "executable", "no", "startable in Tasklist", "yes", "one after the other", "no",
            "asynchronous before", "no", "asynchronous after", "no", "must be answered", "no", "read-only", "no", "hit policy", "UNIQUE");

    /** What became of it; the last two mean nothing for a case. */
    enum Kind {
        NEW("new"), GONE("gone"), CHANGED("changed"), MOVED("moved"), DRAWING("drawing only"), WRITTEN("written differently");
        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        /** Whether a case may meet it. */
        boolean counts() {
            return this != DRAWING && this != WRITTEN;
        }
    }

    /**
     * One thing that is said otherwise.
     *
     * @param before what was said, or null if it is said now only
     * @param after what is said now, or null if it was said only
     */
    record Change(String what, @Nullable String before, @Nullable String after) {}

    static Difference added(Thing thing) {
        return new Difference(Kind.NEW, null, thing, null, all(thing, false));
    }

    static Difference gone(Thing thing) {
        return new Difference(Kind.GONE, thing, null, null, all(thing, true));
    }

    /** What differs between two versions of one thing; nothing at all is a difference too, of the kind of its place or of how it is written. */
    static Stream<Difference> between(Thing before, Thing after, Map<String, String> renamed, @Nullable Change where) {
        var changes = new ArrayList<Change>();
        var written = new ArrayList<Change>();
        var names = new LinkedHashSet<>(before.facts().keySet());
        names.addAll(after.facts().keySet());
        for (var name : names) {
            var one = before.facts().get(name);
            var other = after.facts().get(name);
            if (!same(one, other, renamed)) {
                changes.add(new Change(name, text(name, one), text(name, other)));
            } else if (!Objects.equals(one, other) && (one == null || other == null || !one.text().equals(other.text()) && one.others().isEmpty())) {
                written.add(new Change(name, one == null ? null : one.text(), other == null ? null : other.text()));
            }
        }
        if (!changes.isEmpty() || where != null) {
            return Stream.of(new Difference(changes.isEmpty() ? Kind.MOVED : Kind.CHANGED, before, after, where, List.copyOf(changes)));
        }
        return Stream.of(new Difference(Kind.WRITTEN, before, after, null, List.copyOf(written)), new Difference(Kind.DRAWING, before, after, null, List.of()))
                .filter(one -> one.kind() == Kind.WRITTEN ? !written.isEmpty() : !before.place().equals(after.place()));
    }

    private static boolean same(Thing.@Nullable Fact one, Thing.@Nullable Fact other, Map<String, String> renamed) {
        var use = one == null ? Objects.requireNonNull(other).use() : one.use();
        if (use == Thing.Use.NOTHING) {
            return true;
        }
        if (use == Thing.Use.ORDER) {
            if (one == null || other == null) {
                return true;
            }
            var now = other.compared(Map.of());
            var was = one.compared(renamed).stream().filter(now::contains).toList();
            return was.equals(now.stream().filter(was::contains).toList());
        }
        return one != null && other != null && one.compared(renamed).equals(other.compared(Map.of()));
    }

    private static @Nullable String text(String name, Thing.@Nullable Fact fact) {
        return fact == null ? OTHERWISE.get(name) : fact.text();
    }

    private static List<Change> all(Thing thing, boolean gone) {
        return thing.facts().entrySet().stream().filter(fact -> !SAID_ALREADY.contains(fact.getKey()) && !(fact.getKey().equals(INSIDE) && thing.facts().containsKey("from")) && fact.getValue().use() == Thing.Use.COUNTS && !fact.getValue().text().isEmpty())
                .map(fact -> new Change(fact.getKey(), gone ? fact.getValue().text() : null, gone ? null : fact.getValue().text())).toList();
    }

    /** As it is now, or as it was when it went. */
    Thing thing() {
        return Objects.requireNonNull(after == null ? before : after);
    }
}
