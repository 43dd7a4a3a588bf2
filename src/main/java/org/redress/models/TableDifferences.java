package org.redress.models;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.models.Difference.Change;

/**
 * One decision table in two versions. A row is found again by what it says, then by what it is for, then by its id: where it stands does not matter.
 *
 * @param columns the names of the columns of both versions, those of the new one first
 * @param lines the rows of the new version in their order, those that are gone where they stood
 */
record TableDifferences(String title, List<String> columns, List<Line> lines, List<Difference> differences) {
    private static final Set<String> NO_ORDER = Set.of("UNIQUE", "ANY", "COLLECT", "PRIORITY");
    private static final double HALF = 0.5;

    /**
     * A row.
     *
     * @param difference what differs in it, or null if nothing does
     */
    record Line(Thing row, @Nullable Difference difference) {}

    static TableDifferences of(Table before, Table after) {
        var differences = new ArrayList<Difference>();
        Map<Thing, String> names = new IdentityHashMap<>();
        var taken = new HashSet<String>();
        var columns = new ArrayList<String>();
        var old = Stream.of(true, false).map(input -> TableThings.columns(before, input)).toList();
        var now = Stream.of(true, false).map(input -> TableThings.columns(after, input)).toList();
        for (int i = 0; i < old.size(); i++) {
            columns(old.get(i), now.get(i), names, taken, columns, differences);
        }
        var rows = new Pairing(TableThings.rows(before, names, old.get(0), old.get(1)), TableThings.rows(after, names, now.get(0), now.get(1)));
        var inputs = Stream.of(old.get(0), now.get(0)).flatMap(List::stream).map(names::get).collect(Collectors.toSet());
        var lines = rows(rows, inputs, after.hitPolicy());
        lines.stream().map(Line::difference).filter(one -> one != null).forEach(differences::add);
        return new TableDifferences(after.name(), List.copyOf(columns), lines, List.copyOf(differences));
    }

    /** A table that is there in one version only. */
    static TableDifferences of(Table table, boolean added) {
        Map<Thing, String> names = new IdentityHashMap<>();
        var columns = new ArrayList<String>();
        var inputs = TableThings.columns(table, true);
        var outputs = TableThings.columns(table, false);
        var taken = new HashSet<String>();
        Stream.of(inputs, outputs).flatMap(List::stream).forEach(column -> columns.add(name(column, names, taken)));
        var lines = TableThings.rows(table, names, inputs, outputs).stream().map(row -> new Line(row, added ? Difference.added(row) : Difference.gone(row))).toList();
        var differences = new ArrayList<Difference>();
        Stream.of(inputs, outputs).flatMap(List::stream).forEach(column -> differences.add(added ? Difference.added(column) : Difference.gone(column)));
        lines.forEach(line -> differences.add(added ? Difference.added(line.row()) : Difference.gone(line.row())));
        return new TableDifferences(table.name(), List.copyOf(columns), lines, List.copyOf(differences));
    }

    private static void columns(List<Thing> before, List<Thing> after, Map<Thing, String> names, Set<String> taken, List<String> columns, List<Difference> differences) {
        var pairing = new Pairing(before, after).by(Thing::key).by(Thing::name);
        after.forEach(column -> columns.add(name(column, names, taken)));
        before.forEach(column -> pairing.now(column).ifPresentOrElse(now -> names.put(column, names.get(now)), () -> columns.add(name(column, names, taken))));
        var moved = pairing.moved();
        before.forEach(column -> pairing.now(column).ifPresentOrElse(now -> Difference.between(column, now, Map.of(),
                moved.contains(now) ? new Change("column", String.valueOf(before.indexOf(column) + 1), String.valueOf(after.indexOf(now) + 1)) : null).forEach(differences::add), () -> differences.add(Difference.gone(column))));
        pairing.added().forEach(column -> differences.add(Difference.added(column)));
    }

    /** A name for the column that no other one has. */
    private static String name(Thing column, Map<Thing, String> names, Set<String> taken) {
        var name = column.name();
        for (int i = 2; !taken.add(name); i++) {
            name = column.name() + " (" + i + ")";
        }
        names.put(column, name);
        return name;
    }

    private static List<Line> rows(Pairing rows, Set<String> inputs, String hitPolicy) {
        rows.by(row -> row.key() + cells(row, null)).by(row -> cells(row, null)).by(row -> row.key() + cells(row, inputs)).by(row -> cells(row, inputs));
        // whoever wrote the row anew without a new id did not change the one that stood there
        rows.alike((one, other) -> one.key().equals(other.key()) ? alike(one, other) : 0, HALF).alike((one, other) -> alike(one, other), HALF);
        var moved = rows.moved();
        Map<Thing, Thing> before = new IdentityHashMap<>();
        rows.all().forEach(row -> rows.now(row).ifPresent(now -> before.put(now, row)));
        var lines = new ArrayList<Line>();
        for (var row : rows.allNow()) {
            var was = before.get(row);
            lines.add(new Line(row, was == null ? Difference.added(row) : Difference.between(was, row, Map.of(), moved.contains(row) ? moved(was, row, hitPolicy) : null).findFirst().orElse(null)));
        }
        gone(rows, lines);
        return List.copyOf(lines);
    }

    /** Puts the rows that are gone behind the one that stood before them. */
    private static void gone(Pairing rows, List<Line> lines) {
        Thing last = null;
        for (var row : rows.all()) {
            var now = rows.now(row);
            if (now.isPresent()) {
                last = now.get();
            } else {
                int place = 0;
                for (int i = 0; i < lines.size(); i++) {
                    place = lines.get(i).row() == last ? i + 1 : place;
                }
                lines.add(place, new Line(row, Difference.gone(row)));
                last = row;
            }
        }
    }

    private static Change moved(Thing before, Thing after, String hitPolicy) {
        return new Change(NO_ORDER.contains(hitPolicy) ? "row; the order means nothing in this table, whose hit policy is " + hitPolicy : "row; the order decides in this table, whose hit policy is " + hitPolicy, before.name(), after.name());
    }

    /** What the cells say, of all columns or of some. */
    private static String cells(Thing row, @Nullable Set<String> columns) {
        return row.facts().entrySet().stream().filter(cell -> columns == null || columns.contains(cell.getKey())).filter(cell -> !cell.getValue().means().isEmpty())
                .map(cell -> cell.getKey() + "\n" + cell.getValue().means()).collect(Collectors.joining("\n", "\n", ""));
    }

    /** Which part of the cells that say something say the same. */
    private static double alike(Thing one, Thing other) {
        var said = Stream.concat(one.facts().entrySet().stream(), other.facts().entrySet().stream()).filter(cell -> !cell.getValue().means().isEmpty()).map(Map.Entry::getKey).collect(Collectors.toSet());
        long same = said.stream().filter(column -> one.facts().containsKey(column) && other.facts().containsKey(column) && one.facts().get(column).means().equals(other.facts().get(column).means())).count();
        return said.isEmpty() ? 1 : (double) same / said.size();
    }
}
