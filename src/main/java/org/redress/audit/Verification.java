package org.redress.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.audit.Audit.Place;

/** Reads the chain from its first entry to its end and compares it with the rows as they are. */
final class Verification {
    private static final int FETCHED_AT_ONCE = 1000;
    private static final String ENTRIES = "select * from audit order by sequence";

    private final Connection connection;
    private final @Nullable Anchor since;
    private final List<String> findings = new ArrayList<>();
    private final List<Place> wrong = new ArrayList<>();
    private final List<String> milestones = new ArrayList<>();
    /** The chain is not the one that somebody wrote down: no baseline takes that away. */
    private final List<String> notTheAnchor = new ArrayList<>();
    /** The entry that says that a case was removed with all its rows. */
    private final Map<String, Long> removedAt = new HashMap<>();
    private Anchor end = Anchor.START;
    private int rows;

    private Verification(Connection connection, @Nullable Anchor since) {
        this.connection = connection;
        this.since = since;
    }

    /** A place in the chain, to be written down outside: it fixes everything before it. */
    record Anchor(long sequence, String hash) {
        static final Anchor START = new Anchor(0, "");

        static Anchor parse(String text) {
            if (!text.matches("0:|[0-9]{1,18}:[0-9a-f]{64}")) {
                throw new IllegalArgumentException("An anchor is what audit verify printed as one: a number, a colon and 64 digits and letters.");
            }
            return new Anchor(Long.parseLong(text.substring(0, text.indexOf(':'))), text.substring(text.indexOf(':') + 1));
        }

        @Override
        public String toString() {
            return sequence + ":" + hash;
        }
    }

    /**
     * What was found.
     *
     * @param findings one sentence for each thing that is wrong
     * @param wrong the rows that are not as the chain says, which an upgrade or a baseline may take into it
     * @param milestones upgrades, restores and baselines, of which the chain says itself that rows were taken as they were
     */
    record Result(List<String> findings, List<Place> wrong, List<String> milestones, Anchor end, int rows, int tables) {}

    /** The connection has a transaction that sees one state of the database. */
    static Result of(Connection connection, @Nullable Anchor since) throws SQLException {
        var verification = new Verification(connection, since);
        verification.chain();
        var tables = CaseTables.of(connection);
        verification.rows(tables);
        Files.check(connection, tables.names(), verification.findings::add);
        return verification.result(tables);
    }

    /** The rows alone, with the chain taken as it is. */
    static List<Place> rowsThatDiffer(Connection connection) throws SQLException {
        var verification = new Verification(connection, null);
        verification.removals();
        verification.rows(CaseTables.of(connection));
        return verification.wrong;
    }

    private Result result(CaseTables tables) {
        return new Result(List.copyOf(findings), List.copyOf(wrong), List.copyOf(milestones), end, rows, tables.chained().size());
    }

    private void removals() throws SQLException {
        try (var statement = connection.prepareStatement("select reference, max(sequence) from audit where operation = 'remove' and reference is not null group by reference");
                var found = statement.executeQuery()) {
            while (found.next()) {
                removedAt.put(found.getString(1), found.getLong(2));
            }
        }
    }

    private void chain() throws SQLException {
        boolean reached = since == null || since.equals(Anchor.START);
        try (var statement = connection.prepareStatement(ENTRIES)) {
            statement.setFetchSize(FETCHED_AT_ONCE);
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    var entry = entry(found);
                    follow(entry, found.getString("hash"));
                    if (since != null && since.sequence() == entry.sequence()) {
                        reached = true;
                        if (!since.hash().equals(end.hash())) {
                            notTheAnchor.add("Entry " + entry.sequence() + " is not the one of the anchor: the chain up to there was written anew.");
                        }
                    }
                }
            }
        }
        if (!reached) {
            findings.add("The anchor's entry " + since + " is not there: the chain ends at " + end.sequence() + ", its end was cut off.");
        }
        findings.addAll(notTheAnchor);
        head();
    }

    private void follow(Entry entry, String hash) {
        if (entry.sequence() != end.sequence() + 1) {
            long missing = entry.sequence() - 1;
            findings.add(missing == end.sequence() + 1 ? "Entry " + missing + " is missing."
                    : "Entries " + (end.sequence() + 1) + " to " + missing + " are missing.");
        } else if (!entry.previous().equals(end.hash())) {
            findings.add("Entry " + entry.sequence() + " does not follow from the entry before it.");
        }
        if (!entry.hash().equals(hash)) {
            findings.add("Entry " + entry.sequence() + " was changed (" + entry.operation() + " in " + entry.table() + ").");
        }
        end = new Anchor(entry.sequence(), hash);
        if (entry.operation().equals(Entry.REMOVE)) {
            removedAt.put(String.valueOf(entry.reference()), entry.sequence());
        } else if (Entry.MILESTONES.contains(entry.operation())) {
            if (entry.operation().equals(Entry.BASELINE) && !findings.isEmpty()) {
                milestones.add("What was found in the chain before entry " + entry.sequence() + " is answered for there: " + String.join(" ", findings));
                findings.clear();
            }
            milestones.add("Entry " + entry.sequence() + ", " + entry.recordedAt() + ", " + entry.who() + ": " + entry.operation() + " " + entry.changed() + ".");
        }
    }

    private void head() throws SQLException {
        try (var statement = connection.prepareStatement("select sequence, hash from audit_head"); var head = statement.executeQuery()) {
            if (!head.next()) {
                findings.add("The end of the chain is not marked any more.");
            } else if (head.getLong(1) != end.sequence() || !head.getString(2).equals(end.hash())) {
                findings.add("The chain ends at entry " + end.sequence() + ", but entry " + head.getLong(1) + " is marked as its end.");
            }
        }
    }

    private void rows(CaseTables tables) throws SQLException {
        var keys = keys();
        for (var table : tables.chained()) {
            try (var expected = new Expected(table)) {
                tables.each(connection, table, (id, row) -> {
                    rows++;
                    while (expected.there && expected.row < id) {
                        removed(table, expected);
                    }
                    if (!expected.there || expected.row > id) {
                        wrong(table, id, "not written by the product");
                        return;
                    }
                    if (expected.reference != null && !keys.containsKey(expected.reference)) {
                        wrong(table, id, "cannot be checked, the key of its case is gone");
                    } else if (!Audit.digest(keys.get(expected.reference), row.content()).equals(expected.digest)) {
                        wrong(table, id, "changed behind the product's back");
                    }
                    expected.next();
                });
                while (expected.there) {
                    removed(table, expected);
                }
            }
        }
    }

    private void removed(String table, Expected expected) throws SQLException {
        wrong(table, expected.row, "removed behind the product's back");
        expected.next();
    }

    private void wrong(String table, long row, String what) {
        wrong.add(new Place(table, row));
        findings.add("Table " + table + ", row " + row + ": " + what + ".");
    }

    /** The rows of a table that the chain says are there, one after the other with their last digest. */
    private final class Expected implements AutoCloseable {
        private final PreparedStatement statement;
        private final ResultSet found;
        private boolean more;
        private boolean there;
        private long row;
        private @Nullable String digest;
        private @Nullable String reference;

        Expected(String table) throws SQLException {
            statement = connection.prepareStatement("select row_id, sequence, reference, digest from audit where table_name = ? and row_id is not null"
                    + " order by row_id, sequence");
            statement.setString(1, table);
            statement.setFetchSize(FETCHED_AT_ONCE);
            found = statement.executeQuery();
            more = found.next();
            next();
        }

        void next() throws SQLException {
            there = false;
            while (more && !there) {
                row = found.getLong(1);
                do {
                    reference = found.getString(3);
                    boolean gone = reference != null && removedAt.getOrDefault(reference, 0L) > found.getLong(2);
                    digest = gone ? null : found.getString(4);
                    more = found.next();
                } while (more && found.getLong(1) == row);
                there = digest != null;
            }
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }

    private Map<@Nullable String, String> keys() throws SQLException {
        var keys = new HashMap<@Nullable String, String>();
        try (var statement = connection.prepareStatement("select reference, secret from audit_key"); var found = statement.executeQuery()) {
            while (found.next()) {
                keys.put(found.getString(1), found.getString(2));
            }
        }
        return keys;
    }

    private static Entry entry(ResultSet found) throws SQLException {
        long row = found.getLong("row_id");
        var rowId = found.wasNull() ? null : Long.valueOf(row);
        return new Entry(found.getLong("sequence"), text(found, "recorded_at"), text(found, "who"), text(found, "operation"), text(found, "table_name"),
                rowId, found.getString("reference"), found.getString("council"), found.getString("task"), found.getString("changed"),
                concerns(found), found.getString("digest"), text(found, "previous"));
    }

    /** The database may be one that an earlier version has written. */
    private static @Nullable String concerns(ResultSet found) throws SQLException {
        var columns = found.getMetaData();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            if (columns.getColumnName(column).equalsIgnoreCase("concerns")) {
                return found.getString(column);
            }
        }
        return null;
    }

    private static String text(ResultSet found, String column) throws SQLException {
        return Objects.requireNonNullElse(found.getString(column), "");
    }
}
