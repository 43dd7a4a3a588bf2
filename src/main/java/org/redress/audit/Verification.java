package org.redress.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.audit.Audit.Place;

/** Reads the chain from its first entry to its end and compares it with the rows as they are. */
final class Verification {
    private static final int FETCHED_AT_ONCE = 1000;
    private static final String ENTRIES = "select sequence, recorded_at, who, operation, table_name, row_id, reference, council, task, changed, digest,"
            + " previous, hash from audit order by sequence";

    private final Connection connection;
    private final @Nullable Anchor since;
    private final List<String> findings = new ArrayList<>();
    private final Map<Place, Last> last = new HashMap<>();
    private final Map<String, Set<Place>> ofCase = new HashMap<>();
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
            if (!text.matches("[0-9]{1,18}:[0-9a-f]{64}")) {
                throw new IllegalArgumentException("An anchor is what audit verify printed as one: a number, a colon and 64 digits and letters.");
            }
            return new Anchor(Long.parseLong(text.substring(0, text.indexOf(':'))), text.substring(text.indexOf(':') + 1));
        }

        @Override
        public String toString() {
            return sequence + ":" + hash;
        }
    }

    /** What was found: one sentence for each thing that is wrong. */
    record Result(List<String> findings, Anchor end, int rows, int tables) {}

    private record Last(@Nullable String digest, @Nullable String reference) {}

    /** The connection has a transaction that sees one state of the database. */
    static Result of(Connection connection, @Nullable Anchor since) throws SQLException {
        var verification = new Verification(connection, since);
        verification.chain();
        var tables = CaseTables.of(connection);
        verification.rows(tables);
        return new Result(List.copyOf(verification.findings), verification.end, verification.rows, tables.names().size());
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
                            findings.add("Entry " + entry.sequence() + " is not the one of the anchor: the chain up to there was written anew.");
                        }
                    }
                }
            }
        }
        if (!reached) {
            findings.add("The anchor's entry " + since + " is not there: the chain ends at " + end.sequence() + ", its end was cut off.");
        }
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
        apply(entry);
    }

    private void apply(Entry entry) {
        if (entry.operation().equals(Entry.REMOVE)) {
            var gone = ofCase.remove(String.valueOf(entry.reference()));
            if (gone != null) {
                gone.forEach(last::remove);
            }
        } else if (entry.row() != null) {
            var place = new Place(entry.table(), entry.row());
            last.put(place, new Last(entry.digest(), entry.reference()));
            if (entry.reference() != null) {
                ofCase.computeIfAbsent(entry.reference(), reference -> new HashSet<>()).add(place);
            }
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
        for (var table : tables.names()) {
            tables.each(connection, table, (id, row) -> {
                rows++;
                var entry = last.remove(new Place(table, id));
                if (entry == null || entry.digest() == null) {
                    findings.add("Table " + table + ", row " + id + ": not written by the product.");
                } else if (entry.reference() != null && !keys.containsKey(entry.reference())) {
                    findings.add("Table " + table + ", row " + id + ": cannot be checked, the key of its case is gone.");
                } else if (!Audit.digest(keys.get(entry.reference()), row.content()).equals(entry.digest())) {
                    findings.add("Table " + table + ", row " + id + ": changed behind the product's back.");
                }
            });
        }
        last.forEach((place, entry) -> {
            if (entry.digest() != null) {
                findings.add("Table " + place.table() + ", row " + place.row() + ": removed behind the product's back.");
            }
        });
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
                found.getString("digest"), text(found, "previous"));
    }

    private static String text(ResultSet found, String column) throws SQLException {
        return Objects.requireNonNullElse(found.getString(column), "");
    }
}
