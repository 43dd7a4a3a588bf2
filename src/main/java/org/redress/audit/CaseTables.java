package org.redress.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tables of the record. Those of the case file are found by the foreign keys that lead to the case: a new table is audited and removed
 * with the others. Those that say who may work on cases belong to no case, and stay.
 */
final class CaseTables {
    /**
     * What goes with a case and has no entries of its own: what people have typed and not sent, what is worked out from the record, notices that wait, and the bytes of attachments,
     * whose digest is in a row that has.
     */
    static final Set<String> OUTSIDE_THE_CHAIN = Set.of("draft", "draft_loss", "case_part", "case_search", "case_words", "case_staff", "case_figure", "case_due", "kept_from", "notice", Files.PIECES, "attachment_source");

    /** Who may work on cases: services, who belongs to one, leaves with their deputies. They came into the record when there were rows already. */
    static final List<String> OF_PEOPLE = List.of("council_service", "service_member", "leave_of_absence");

    /** What people and programs sign in with; in the record from the first row, so that a row from elsewhere never looks as if it were from before. */
    private static final List<String> OF_SIGN_IN = List.of("api_token", "second_factor");

    /** Certificates belong to no case and outlive all of them, and so do councils and the versions of the models. */
    private static final List<String> ROOTS = Stream.of(List.of("complaint", "removal", "council", "model_version"), OF_PEOPLE, OF_SIGN_IN).flatMap(List::stream).toList();
    private static final Pattern ALIAS = Pattern.compile("\\bt(\\d)");
    private static final int MOST_AT_ONCE = 500;
    /** Stands before the columns of a table; no table has one of this name. */
    private static final String BEGINS = "begins_";

    private final Map<String, CaseTable> tables;

    private CaseTables(Map<String, CaseTable> tables) {
        this.tables = tables;
    }

    /**
     * One table.
     *
     * @param row the column that tells its rows apart; the rows of a collection that belong to one owner count as one
     * @param joins from the table (t0) to the case
     * @param own the reference of the case of a row of the table (t0), by itself
     * @param key its primary key
     */
    record CaseTable(String name, String row, String joins, @Nullable String reference, @Nullable String own, List<String> key) {
        private String select() {
            return "select t0.*, " + (reference == null ? "null" : reference) + " as case_reference from " + joins + " order by " + order("t0");
        }

        private String order(String alias) {
            return key.stream().map(column -> alias + "." + column).collect(Collectors.joining(", "));
        }

        /** The reference of the case of a row, where the table is called something else. */
        private String ownAs(String alias) {
            return own == null ? "cast(null as varchar(64))" : own.replaceAll("\\bt0\\b", alias);
        }
    }

    /** A row as it is now: the case that it belongs to, its key where it has one and somebody writes, and all that it says. */
    record Row(@Nullable String reference, @Nullable String key, String content) {}

    /** Takes one row after the other. */
    interface RowReader {
        void accept(long id, Row row) throws SQLException;
    }

    static CaseTables of(Connection connection) throws SQLException {
        var found = new LinkedHashMap<String, CaseTable>();
        var next = new ArrayList<CaseTable>();
        for (var root : ROOTS) {
            var key = key(connection, root);
            if (!key.isEmpty()) {
                var reference = root.equals(ROOTS.get(0)) ? "t0.reference" : null;
                next.add(new CaseTable(root, key.get(0), root + " t0", reference, reference, key));
            }
        }
        while (!next.isEmpty()) {
            var parent = next.remove(0);
            if (found.putIfAbsent(parent.name(), parent) == null) {
                next.addAll(children(connection, parent));
            }
        }
        return new CaseTables(found);
    }

    private static List<CaseTable> children(Connection connection, CaseTable parent) throws SQLException {
        var children = new ArrayList<CaseTable>();
        try (var keys = connection.getMetaData().getExportedKeys(connection.getCatalog(), connection.getSchema(), cased(connection, parent.name()))) {
            while (keys.next()) {
                var name = lower(keys, "FKTABLE_NAME");
                var columns = key(connection, name);
                var joins = new StringBuilder(name + " t0 join " + shifted(parent.joins()));
                var same = "t0." + lower(keys, "FKCOLUMN_NAME") + " = t1." + lower(keys, "PKCOLUMN_NAME");
                var on = " on " + same;
                int end = joins.indexOf(" t1") + " t1".length();
                joins.insert(end, on);
                children.add(new CaseTable(name, columns.get(0), joins.toString(),
                        parent.reference() == null ? null : shifted(parent.reference()),
                        parent.own() == null ? null : "(select " + shifted(parent.own()) + " from " + parent.name() + " t1 where " + same + ")", columns));
            }
        }
        return children;
    }

    /** The same SQL one table further away. */
    private static String shifted(String sql) {
        return ALIAS.matcher(sql).replaceAll(alias -> "t" + (Integer.parseInt(alias.group(1)) + 1));
    }

    private static List<String> key(Connection connection, String table) throws SQLException {
        var columns = new TreeMap<Integer, String>();
        try (var keys = connection.getMetaData().getPrimaryKeys(connection.getCatalog(), connection.getSchema(), cased(connection, table))) {
            while (keys.next()) {
                columns.put(keys.getInt("KEY_SEQ"), lower(keys, "COLUMN_NAME"));
            }
        }
        return List.copyOf(columns.values());
    }

    private static String cased(Connection connection, String name) throws SQLException {
        return connection.getMetaData().storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }

    private static String lower(ResultSet results, String column) throws SQLException {
        return results.getString(column).toLowerCase(Locale.ROOT);
    }

    /** The names of the tables, those that others point to first. */
    List<String> names() {
        return List.copyOf(tables.keySet());
    }

    /** The names of those whose rows are in the chain of changes. */
    List<String> chained() {
        return names().stream().filter(name -> !OUTSIDE_THE_CHAIN.contains(name)).toList();
    }

    /** Removes the rows of a case from a table; gives how many. */
    int delete(Connection connection, String table, String reference) throws SQLException {
        var wanted = tables.get(table);
        if (wanted.reference() == null) {
            return 0;
        }
        try (var statement = connection.prepareStatement("delete from " + table + " where " + wanted.row() + " in (select t0." + wanted.row() + " from "
                + wanted.joins() + " where " + wanted.reference() + " = ?)")) {
            statement.setString(1, reference);
            return statement.executeUpdate();
        }
    }

    /** Some rows of a table as they are now; what is not there any more is missing. */
    Map<Long, Row> rows(Connection connection, String table, Collection<Long> rows) throws SQLException {
        return rows(connection, Map.of(table, rows)).getOrDefault(table, Map.of());
    }

    /** The same of several tables, in one statement unless there are very many. */
    Map<String, Map<Long, Row>> rows(Connection connection, Map<String, ? extends Collection<Long>> wanted) throws SQLException {
        var found = new HashMap<String, Map<Long, Row>>();
        var names = List.copyOf(wanted.keySet());
        var places = new ArrayList<long[]>();
        wanted.forEach((table, rows) -> rows.forEach(row -> places.add(new long[] {names.indexOf(table), row})));
        for (int from = 0; from < places.size(); from += MOST_AT_ONCE) {
            rows(connection, names, places.subList(from, Math.min(places.size(), from + MOST_AT_ONCE)), found);
        }
        return found;
    }

    private void rows(Connection connection, List<String> names, List<long[]> places, Map<String, Map<Long, Row>> found) throws SQLException {
        var used = IntStream.range(0, names.size()).filter(number -> places.stream().anyMatch(place -> place[0] == number)).boxed().toList();
        var tables = connection.createArrayOf("integer", places.stream().map(place -> Integer.valueOf((int) place[0])).toArray());
        var rows = connection.createArrayOf("bigint", places.stream().map(place -> Long.valueOf(place[1])).toArray());
        try (var statement = connection.prepareStatement(select(names, used))) {
            statement.setArray(1, tables);
            statement.setArray(2, rows);
            try (var results = statement.executeQuery()) {
                var contents = new HashMap<String, Map<Long, StringBuilder>>();
                var columns = columns(results, used);
                while (results.next()) {
                    int number = results.getInt("place_table");
                    var its = Objects.requireNonNull(columns.get(number));
                    long row = results.getLong("place_row");
                    var content = content(results, its.from(), its.until());
                    if (!content.isEmpty() && !(results.getString("case_reference") == null && this.tables.get(names.get(number)).reference() != null)) {
                        var all = contents.computeIfAbsent(names.get(number), name -> new HashMap<>()).computeIfAbsent(row, id -> new StringBuilder()).append(content).append('\n');
                        found.computeIfAbsent(names.get(number), name -> new HashMap<>()).put(row, new Row(results.getString("case_reference"), results.getString("case_key"), all.toString()));
                    }
                }
            }
        } finally {
            tables.free();
            rows.free();
        }
    }

    /** All columns of the tables beside each other, of which only those of one have values in a row. */
    private String select(List<String> names, List<Integer> used) {
        var columns = new StringBuilder();
        var reference = new StringBuilder("case w.place_table");
        var joins = new StringBuilder(" from unnest(cast(? as integer array), cast(? as bigint array)) as w(place_table, place_row)");
        var order = new StringBuilder(" order by w.place_table, w.place_row");
        for (int number : used) {
            var table = tables.get(names.get(number));
            var alias = "a" + number;
            columns.append(", ").append(number).append(" as ").append(BEGINS).append(number).append(", ").append(alias).append(".*");
            reference.append(" when ").append(number).append(" then ").append(table.ownAs(alias));
            joins.append(" left join ").append(table.name()).append(' ').append(alias).append(" on w.place_table = ").append(number).append(" and ").append(alias).append('.').append(table.row()).append(" = w.place_row");
            order.append(", ").append(table.order(alias));
        }
        reference.append(" end");
        return "select w.place_table, w.place_row, " + reference + " as case_reference, (select k.secret from audit_key k where k.reference = " + reference + ") as case_key" + columns + joins + order;
    }

    /** Where the columns of one table begin and end. */
    private record Columns(int from, int until) {}

    private static Map<Integer, Columns> columns(ResultSet results, List<Integer> used) throws SQLException {
        var columns = new HashMap<Integer, Columns>();
        int all = results.getMetaData().getColumnCount();
        int next = 0;
        int from = 0;
        for (int i = 1; i <= all; i++) {
            if (next < used.size() && results.getMetaData().getColumnLabel(i).equalsIgnoreCase(BEGINS + used.get(next))) {
                if (next > 0) {
                    columns.put(used.get(next - 1), new Columns(from, i - 1));
                }
                from = i + 1;
                next++;
            }
        }
        columns.put(used.get(next - 1), new Columns(from, all));
        return columns;
    }

    /** Every row of a table, one after the other. */
    void each(Connection connection, String table, RowReader reader) throws SQLException {
        try (var statement = connection.prepareStatement(tables.get(table).select())) {
            statement.setFetchSize(MOST_AT_ONCE);
            read(statement.executeQuery(), tables.get(table), reader);
        }
    }

    private static void read(ResultSet results, CaseTable table, RowReader reader) throws SQLException {
        // what is asked beside the row's own columns comes last
        int own = results.getMetaData().getColumnCount() - 1;
        Long row = null;
        String reference = null;
        var content = new StringBuilder();
        while (results.next()) {
            long id = results.getLong(table.row());
            if (row != null && row != id) {
                reader.accept(row, new Row(reference, null, content.toString()));
                content.setLength(0);
            }
            row = id;
            reference = results.getString("case_reference");
            content.append(content(results, 1, own)).append('\n');
        }
        if (row != null) {
            reader.accept(row, new Row(reference, null, content.toString()));
        }
    }

    /** Columns by name, each with its length, so that no two rows read the same; an empty column is left out and may come later. */
    private static String content(ResultSet results, int from, int until) throws SQLException {
        var values = new TreeMap<String, String>();
        for (int i = from; i <= until; i++) {
            var value = results.getString(i);
            if (value != null) {
                values.put(results.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT), value);
            }
        }
        return values.entrySet().stream().map(e -> e.getKey() + '=' + e.getValue().length() + ':' + e.getValue()).collect(Collectors.joining(";"));
    }
}
