package org.redress.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.redress.audit.Audit.Place;

/** Takes rows into the chain as they are now, with an entry for each that says why: an upgrade has written them, or somebody answers for them. */
final class AsTheyAre {
    /** As long as the column is. */
    private static final int LONGEST = 2000;
    private static final int AT_ONCE = 1000;

    private final Connection connection;
    private final Clock clock;
    private final String who;

    AsTheyAre(Connection connection, Clock clock, String who) {
        this.connection = connection;
        this.clock = clock;
        this.who = who;
    }

    /** Whoever asks has the end of the chain until their transaction is over, and sees what everybody else has written before. */
    static void hold(Connection connection) throws SQLException {
        Chain.append(connection, List.of());
    }

    /** Takes them; those that the chain does not know are new, those that are gone are gone. */
    void take(Collection<Place> places, String why) throws SQLException {
        var tables = CaseTables.of(connection);
        var byTable = new LinkedHashMap<String, TreeSet<Long>>();
        places.forEach(place -> byTable.computeIfAbsent(place.table(), table -> new TreeSet<>()).add(place.row()));
        for (var table : byTable.entrySet()) {
            var all = List.copyOf(table.getValue());
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                var some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
                var rows = tables.rows(connection, table.getKey(), some);
                var entries = new ArrayList<Entry>();
                for (var row : some) {
                    entries.add(entry(table.getKey(), row, rows, why));
                }
                Chain.append(connection, entries);
            }
        }
    }

    /** Says what was done to all of it. */
    void milestone(String operation, String what) throws SQLException {
        Chain.append(connection, List.of(new Entry(0, now(), who, operation, "audit", null, null, null, null, what.substring(0, Math.min(LONGEST, what.length())), null, null, "")));
    }

    private Entry entry(String table, long id, Map<Long, CaseTables.Row> rows, String why) throws SQLException {
        var now = rows.get(id);
        var known = known(table, id);
        if (now == null) {
            return new Entry(0, now(), who, Entry.DELETE, table, id, known == null ? null : known.reference(), null, null, why, null, null, "");
        }
        var key = now.reference() == null ? null : Audit.key(connection, now.reference());
        return new Entry(0, now(), who, known == null ? Entry.INSERT : Entry.UPDATE, table, id, now.reference(), null, null, why, null, Audit.digest(key, now.content()), "");
    }

    private record Known(@Nullable String reference) {}

    private @Nullable Known known(String table, long id) throws SQLException {
        try (var last = connection.prepareStatement("select reference from audit where table_name = ? and row_id = ? order by sequence desc")) {
            last.setString(1, table);
            last.setLong(2, id);
            last.setMaxRows(1);
            try (var found = last.executeQuery()) {
                return found.next() ? new Known(found.getString(1)) : null;
            }
        }
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
