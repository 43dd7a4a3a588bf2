package org.redress.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseWatch;
import org.redress.identity.AccessChange;
import org.redress.identity.Reader;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Turns the changes of one transaction into entries: by whom, when, which row, and a digest of what it says now. */
@Component
class Audit {
    /** The key of what belongs to no case, which says nothing about anybody. */
    private static final String NO_CASE = "no case";
    /** As long as the column is. */
    private static final int LONGEST_TASK = 64;

    private final Reader reader;
    private final Clock clock;
    private final ObjectProvider<CaseWatch> watches;
    private @Nullable CaseTables tables;

    Audit(Reader reader, Clock clock, ListableBeanFactory features) {
        this.reader = reader;
        this.clock = clock;
        // which these are is kept by Spring
        this.watches = features.getBeanProvider(CaseWatch.class);
    }

    /** A row of a table. */
    record Place(String table, long row) {}

    /** What happened to a row in one transaction. */
    static final class Change {
        private boolean inserted;
        private final Set<String> columns = new TreeSet<>();

        void insert() {
            inserted = true;
        }

        void update(Collection<String> changed) {
            columns.addAll(changed);
        }
    }

    /** Writes the entries for the changes of a transaction that is about to end. */
    void write(Connection connection, Map<Place, Change> changes, Set<String> removed, List<Entry> access) throws SQLException {
        var entries = new ArrayList<Entry>(access);
        var keys = new HashMap<String, String>();
        var byTable = new LinkedHashMap<String, Set<Long>>();
        changes.keySet().forEach(place -> byTable.computeIfAbsent(place.table(), name -> new LinkedHashSet<>()).add(place.row()));
        var written = tables(connection).rows(connection, byTable);
        for (var table : byTable.entrySet()) {
            var rows = written.getOrDefault(table.getKey(), Map.of());
            loadKeys(connection, keys, rows.values());
            for (var row : table.getValue()) {
                var entry = entry(connection, new Place(table.getKey(), row), Objects.requireNonNull(changes.get(new Place(table.getKey(), row))),
                        rows.get(row), keys);
                if (entry != null && !removed.contains(String.valueOf(entry.reference()))) {
                    entries.add(entry);
                }
            }
        }
        for (var reference : removed) {
            entries.add(entry(Entry.REMOVE, "complaint", null, reference, null, null));
            try (var forget = connection.prepareStatement("delete from audit_key where reference = ?")) {
                forget.setString(1, reference);
                forget.executeUpdate();
            }
        }
        if (!entries.isEmpty()) {
            // before the chain, for which all others wait
            tellOf(entries);
            Chain.append(connection, entries);
        }
    }

    private void tellOf(List<Entry> entries) {
        var changed = new TreeMap<String, Set<String>>();
        entries.stream().filter(entry -> entry.reference() != null && entry.row() != null)
                .forEach(entry -> changed.computeIfAbsent(String.valueOf(entry.reference()), reference -> new TreeSet<>()).add(entry.table()));
        if (!changed.isEmpty()) {
            watches.forEach(watch -> watch.changed(changed));
        }
    }

    private @Nullable Entry entry(Connection connection, Place place, Change change, CaseTables.@Nullable Row now, Map<String, String> keys)
            throws SQLException {
        if (now != null) {
            return entry(change.inserted ? Entry.INSERT : Entry.UPDATE, place.table(), place.row(), now.reference(),
                    change.inserted || change.columns.isEmpty() ? null : String.join(" ", change.columns), digest(keys.get(now.reference()), now.content()));
        }
        // a row that is gone does not say any more whose it was
        try (var last = connection.prepareStatement("select reference from audit where table_name = ? and row_id = ? order by sequence desc")) {
            last.setString(1, place.table());
            last.setLong(2, place.row());
            last.setMaxRows(1);
            try (var found = last.executeQuery()) {
                return found.next() ? entry(Entry.DELETE, place.table(), place.row(), found.getString(1), null, null) : null;
            }
        }
    }

    private Entry entry(String operation, String table, @Nullable Long row, @Nullable String reference, @Nullable String changed,
            @Nullable String digest) {
        return new Entry(0, now(), who(), operation, table, row, reference, null, null, changed, null, digest, "");
    }

    /** The entry for what somebody was given, or had taken away. */
    Entry access(AccessChange change) {
        return new Entry(0, now(), who(), Entry.ACCESS, change.kind().table(), null, change.reference(), change.council(), shortened(change.task()),
                change.what() == null ? change.kind().code() : change.kind().code() + " " + change.what(), change.concerns(), null, "");
    }

    private static @Nullable String shortened(@Nullable String task) {
        return task == null || task.length() <= LONGEST_TASK ? task : task.substring(0, LONGEST_TASK);
    }

    String now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** Whoever is signed in; the product itself where nobody is, as when a timer fires. */
    String who() {
        return reader.user().orElse(CaseFiles.PRODUCT);
    }

    private static void loadKeys(Connection connection, Map<String, String> keys, Collection<CaseTables.Row> rows) throws SQLException {
        var wanted = new HashSet<String>();
        for (var row : rows) {
            if (row.reference() != null && row.key() != null) {
                keys.put(row.reference(), row.key());
            }
            wanted.add(row.reference());
        }
        wanted.remove(null);
        wanted.removeAll(keys.keySet());
        for (var reference : wanted) {
            keys.put(reference, key(connection, reference));
        }
    }

    static String key(Connection connection, String reference) throws SQLException {
        try (var known = connection.prepareStatement("select secret from audit_key where reference = ?")) {
            known.setString(1, reference);
            try (var found = known.executeQuery()) {
                if (found.next()) {
                    return found.getString(1);
                }
            }
        }
        var key = Digests.newKey();
        try (var make = connection.prepareStatement("insert into audit_key (reference, secret) values (?, ?)")) {
            make.setString(1, reference);
            make.setString(2, key);
            make.executeUpdate();
        }
        return key;
    }

    private synchronized CaseTables tables(Connection connection) throws SQLException {
        if (tables == null) {
            tables = CaseTables.of(connection);
        }
        return tables;
    }

    static String digest(@Nullable String key, String content) {
        return Digests.keyed(key == null ? NO_CASE : key, content);
    }
}
