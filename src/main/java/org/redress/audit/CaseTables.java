package org.redress.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    static final Set<String> OUTSIDE_THE_CHAIN = Set.of("draft", "draft_loss", "case_part", "case_search", "case_words", "case_staff", "case_figure", "case_due", "kept_from", "notice", Files.PIECES);

    /** Who may work on cases: services, who belongs to one, leaves with their deputies. They came into the record when there were rows already. */
    static final List<String> OF_PEOPLE = List.of("council_service", "service_member", "leave_of_absence");

    /** What people and programs sign in with; in the record from the first row, so that a row from elsewhere never looks as if it were from before. */
    private static final List<String> OF_SIGN_IN = List.of("api_token", "second_factor");

    /** Certificates belong to no case and outlive all of them, and so do councils. */
    private static final List<String> ROOTS = Stream.of(List.of("complaint", "removal", "council"), OF_PEOPLE, OF_SIGN_IN).flatMap(List::stream).toList();
    private static final Pattern ALIAS = Pattern.compile("\\bt(\\d)");
    private static final int MOST_AT_ONCE = 500;

    private final Map<String, CaseTable> tables;

    private CaseTables(Map<String, CaseTable> tables) {
        this.tables = tables;
    }

    /**
     * One table.
     *
     * @param row the column that tells its rows apart; the rows of a collection that belong to one owner count as one
     * @param joins from the table (t0) to the case
     * @param order its primary key
     */
    record CaseTable(String name, String row, String joins, @Nullable String reference, String order) {
        private String select(String where) {
            return select("", where);
        }

        /** With the key of the case, for whoever writes entries. */
        private String selectWithKeys(String where) {
            return select(reference == null ? ", cast(null as varchar(64)) as case_key" : ", (select k.secret from audit_key k where k.reference = " + reference + ") as case_key", where);
        }

        private String select(String more, String where) {
            return "select t0.*, " + (reference == null ? "null" : reference) + " as case_reference" + more + " from " + joins + where + " order by " + order;
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
                next.add(new CaseTable(root, key.get(0), root + " t0", root.equals(ROOTS.get(0)) ? "t0.reference" : null, order(key)));
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
                var on = " on t0." + lower(keys, "FKCOLUMN_NAME") + " = t1." + lower(keys, "PKCOLUMN_NAME");
                int end = joins.indexOf(" t1") + " t1".length();
                joins.insert(end, on);
                children.add(new CaseTable(name, columns.get(0), joins.toString(),
                        parent.reference() == null ? null : shifted(parent.reference()), order(columns)));
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

    private static String order(List<String> key) {
        return key.stream().map(column -> "t0." + column).collect(Collectors.joining(", "));
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
        var found = new HashMap<Long, Row>();
        var all = List.copyOf(rows);
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            var some = all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE));
            var wanted = tables.get(table);
            var marks = String.join(", ", Collections.nCopies(some.size(), "?"));
            try (var statement = connection.prepareStatement(wanted.selectWithKeys(" where t0." + wanted.row() + " in (" + marks + ")"))) {
                for (int i = 0; i < some.size(); i++) {
                    statement.setLong(i + 1, some.get(i));
                }
                read(statement.executeQuery(), wanted, found::put);
            }
        }
        return found;
    }

    /** Every row of a table, one after the other. */
    void each(Connection connection, String table, RowReader reader) throws SQLException {
        try (var statement = connection.prepareStatement(tables.get(table).select(""))) {
            statement.setFetchSize(MOST_AT_ONCE);
            read(statement.executeQuery(), tables.get(table), reader);
        }
    }

    private static void read(ResultSet results, CaseTable table, RowReader reader) throws SQLException {
        // what is asked beside the row's own columns comes last
        int own = results.getMetaData().getColumnCount();
        boolean keys = results.getMetaData().getColumnLabel(own).equalsIgnoreCase("case_key");
        own -= keys ? 2 : 1;
        Long row = null;
        String reference = null;
        String key = null;
        var content = new StringBuilder();
        while (results.next()) {
            long id = results.getLong(table.row());
            if (row != null && row != id) {
                reader.accept(row, new Row(reference, key, content.toString()));
                content.setLength(0);
            }
            row = id;
            reference = results.getString("case_reference");
            key = keys ? results.getString("case_key") : null;
            content.append(content(results, own)).append('\n');
        }
        if (row != null) {
            reader.accept(row, new Row(reference, key, content.toString()));
        }
    }

    /** Columns by name, each with its length, so that no two rows read the same; an empty column is left out and may come later. */
    private static String content(ResultSet results, int columns) throws SQLException {
        var values = new TreeMap<String, String>();
        for (int i = 1; i <= columns; i++) {
            var value = results.getString(i);
            if (value != null) {
                values.put(results.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT), value);
            }
        }
        return values.entrySet().stream().map(e -> e.getKey() + '=' + e.getValue().length() + ':' + e.getValue()).collect(Collectors.joining(";"));
    }
}
