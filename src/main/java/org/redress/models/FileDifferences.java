package org.redress.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.letters.LetterFiles;
import org.redress.models.Difference.Change;
import org.redress.models.Difference.Kind;

/**
 * One file in two versions.
 *
 * @param name where the new version has it
 * @param formerName where the old version has it, if that is another name
 * @param title the name that people see
 * @param kind whether the file is new, gone, differs in something, or in how it is drawn or written
 * @param drawn both versions of a model, for a picture; null for what is not there, and for tables, forms and letters
 * @param tables what differs in the tables of the file
 */
record FileDifferences(String name, @Nullable String formerName, String title, Kind kind, List<Difference> differences, Drawn drawn, List<TableDifferences> tables) {
    /** The two versions of a model. */
    record Drawn(@Nullable XmlFile before, @Nullable XmlFile after) {}

    private static final Drawn NOTHING_DRAWN = new Drawn(null, null);

    /** A model in two versions, of which one may be missing. */
    static FileDifferences ofModel(@Nullable XmlFile before, @Nullable XmlFile after) {
        var old = before == null ? List.<Thing>of() : ModelThings.of(before);
        var now = after == null ? List.<Thing>of() : ModelThings.of(after);
        var title = title(Objects.requireNonNull(after == null ? before : after), "process");
        return file(before == null ? null : before.name(), after == null ? null : after.name(), title, things(old, now), new Drawn(before, after), List.of());
    }

    /** A file of tables in two versions. */
    static FileDifferences ofTables(@Nullable XmlFile before, @Nullable XmlFile after) {
        var old = before == null ? List.<Table>of() : Table.of(before);
        var now = new ArrayList<>(after == null ? List.<Table>of() : Table.of(after));
        var differences = new ArrayList<>(things(before == null ? List.of() : ModelThings.of(before), after == null ? List.of() : ModelThings.of(after)));
        var tables = new ArrayList<TableDifferences>();
        for (var table : old) {
            var same = now.stream().filter(one -> one.id().equals(table.id())).findFirst().or(() -> old.size() == 1 && now.size() == 1 ? Optional.of(now.get(0)) : Optional.empty());
            tables.add(same.map(one -> TableDifferences.of(table, one)).orElseGet(() -> TableDifferences.of(table, false)));
            same.ifPresent(now::remove);
        }
        now.forEach(table -> tables.add(TableDifferences.of(table, true)));
        tables.forEach(table -> differences.addAll(table.differences()));
        return file(before == null ? null : before.name(), after == null ? null : after.name(), title(Objects.requireNonNull(after == null ? before : after), "decision"), differences, NOTHING_DRAWN, tables);
    }

    /** A form in two versions. */
    static FileDifferences ofForm(@Nullable FormFile before, @Nullable FormFile after) {
        var old = before == null ? List.<Thing>of() : FormThings.of(before);
        var now = after == null ? List.<Thing>of() : FormThings.of(after);
        var pairing = new Pairing(old, now).by(FileDifferences::key).by(thing -> thing.name().isEmpty() ? "" : thing.kind() + " " + thing.name());
        var title = Objects.requireNonNull(after == null ? before : after).id();
        return file(before == null ? null : before.name(), after == null ? null : after.name(), title, fields(pairing), NOTHING_DRAWN, List.of());
    }

    /** A template of a letter in two versions. */
    static FileDifferences ofLetter(String name, @Nullable String before, @Nullable String after) {
        var differences = before == null || after == null ? LetterThings.all(Objects.requireNonNull(after == null ? before : after), after == null) : LetterThings.differences(before, after);
        return file(before == null ? null : name, after == null ? null : name, LetterFiles.title(name), differences, NOTHING_DRAWN, List.of());
    }

    private static List<Difference> fields(Pairing pairing) {
        var moved = pairing.moved();
        var differences = new ArrayList<Difference>();
        for (int i = 0; i < pairing.all().size(); i++) {
            var field = pairing.all().get(i);
            int place = i;
            pairing.now(field).ifPresentOrElse(now -> Difference.between(field, now, Map.of(),
                    moved.contains(now) ? new Change("place", behind(pairing.all(), place), behind(pairing.allNow(), pairing.allNow().indexOf(now))) : null).forEach(differences::add), () -> differences.add(Difference.gone(field)));
        }
        pairing.added().forEach(field -> differences.add(Difference.added(field)));
        return differences;
    }

    private static String behind(List<Thing> fields, int place) {
        return place <= 1 ? "first" : "after “" + fields.get(place - 1).name() + "”";
    }

    /** What differs between the steps, flows and other things of two versions. */
    private static List<Difference> things(List<Thing> before, List<Thing> after) {
        var pairing = new Pairing(before, after).by(FileDifferences::key)
                .by(thing -> thing.name().isEmpty() || isFlow(thing) ? "" : thing.kind() + "\n" + thing.name())
                .by(thing -> thing.place().isEmpty() || isFlow(thing) ? "" : thing.kind() + "\n" + thing.place());
        pairing.alike((one, other) -> one.saysTheSameAs(other) ? 1 : 0, 1);
        var renamed = pairing.renamed();
        pairing.by(thing -> isFlow(thing) ? ends(thing, renamed) : "", thing -> isFlow(thing) ? ends(thing, Map.of()) : "");
        var now = pairing.renamed();
        var differences = new ArrayList<Difference>();
        for (var thing : before) {
            pairing.now(thing).ifPresentOrElse(other -> differences.addAll(between(thing, other, now)), () -> differences.add(Difference.gone(thing)));
        }
        pairing.added().forEach(thing -> differences.add(Difference.added(thing)));
        return differences;
    }

    private static List<Difference> between(Thing before, Thing after, Map<String, String> renamed) {
        var differences = Difference.between(before, after, renamed, null).toList();
        if (before.key().equals(after.key())) {
            return differences;
        }
        // an id is what a running case stands at
        var id = new Change("id", before.key(), after.key());
        var changes = Stream.concat(differences.stream().filter(one -> one.kind().counts()).flatMap(one -> one.changes().stream()), Stream.of(id)).toList();
        return List.of(new Difference(Kind.CHANGED, before, after, null, changes));
    }

    /** A file has one root, whatever its id is. */
    private static String key(Thing thing) {
        return thing.key().isEmpty() ? "\n" : thing.key();
    }

    private static boolean isFlow(Thing thing) {
        return thing.kind().equals("Flow");
    }

    private static String ends(Thing flow, Map<String, String> renamed) {
        return Stream.of("from", "to").map(end -> flow.facts().containsKey(end) ? String.valueOf(flow.facts().get(end).compared(renamed)) : "").reduce("", (one, other) -> one + "\n" + other);
    }

    private static FileDifferences file(@Nullable String before, @Nullable String after, String title, List<Difference> differences, Drawn drawn, List<TableDifferences> tables) {
        var kind = before == null ? Kind.NEW : after == null ? Kind.GONE : differences.stream().map(Difference::kind).anyMatch(Kind::counts) || !before.equals(after) ? Kind.CHANGED
                : differences.stream().anyMatch(one -> one.kind() == Kind.DRAWING) ? Kind.DRAWING : Kind.WRITTEN;
        return new FileDifferences(after == null ? Objects.requireNonNull(before) : after, Objects.equals(before, after) || after == null ? null : before, title, kind, List.copyOf(differences), drawn, List.copyOf(tables));
    }

    private static String title(XmlFile file, String root) {
        return file.all(root).map(element -> element.getAttribute("name").isBlank() ? element.getAttribute("id") : element.getAttribute("name")).findFirst().orElse(file.name());
    }

    /** Those that a case may meet. */
    Stream<Difference> counting() {
        return differences.stream().filter(one -> one.kind().counts());
    }
}
