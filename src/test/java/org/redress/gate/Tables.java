package org.redress.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Everything that the database holds, the engine's tables and ours, to show that nothing of it has changed. The database counts the
 * changes of each table, those too that were taken back, so a table that stands at the same number is not read again.
 */
public final class Tables {
    /** The engine counts commands and claims here, whatever comes of them. */
    private static final String METERS = "METER_LOG";
    /** Each node says here every minute that it runs. */
    private static final String NODES = "MODEL_NODE";
    /** Whoever signs in begins a session, which changes nothing; one that ends or goes on for longer does. */
    private static final String SESSIONS = "SPRING_SESSION";
    /** Worked out of the others, also every ten minutes when nobody asks for it. */
    private static final Set<String> KEPT = Set.of("KEPT_ROWS", "CASE_DUE", "CASE_FIGURE");
    /** No table stands at this number: what was read while somebody had not decided on their changes is read again. */
    private static final long UNDECIDED = -1;

    private static final Map<DataSource, Map<String, Table>> READ = new ConcurrentHashMap<>();

    private Tables() {}

    /** What every table held at a moment. */
    public record State(Map<String, Table> tables) {}

    /** Every row as text, and the number at which the table stood before it was read. */
    record Table(long number, Set<String> rows) {}

    /** Every row of every table. */
    public static State all(JdbcTemplate database) {
        boolean decided = Long.valueOf(0).equals(database.queryForObject(
                "select count(*) from information_schema.sessions where contains_uncommitted", Long.class));
        var known = READ.computeIfAbsent(database.getDataSource(), source -> new ConcurrentHashMap<>());
        var now = new TreeMap<String, Table>();
        numbers(database).forEach((name, number) -> {
            var before = known.get(name);
            now.put(name, decided && before != null && before.number() == number ? before : new Table(decided ? number : UNDECIDED, rows(database, name)));
        });
        known.putAll(now);
        return new State(now);
    }

    /** The rows that are there now and were not, or were there and are not now, each with its table. */
    public static Set<String> changed(JdbcTemplate database, State before) {
        var changed = new TreeSet<String>();
        var now = all(database).tables();
        var names = new TreeSet<>(now.keySet());
        names.addAll(before.tables().keySet());
        for (var name : names) {
            var was = before.tables().getOrDefault(name, new Table(UNDECIDED, Set.of()));
            var is = now.getOrDefault(name, new Table(UNDECIDED, Set.of()));
            if (was != is && !KEPT.contains(name)) {
                (name.startsWith(SESSIONS) ? Stream.<String>empty() : is.rows().stream()).filter(row -> !was.rows().contains(row)).forEach(row -> changed.add(name + ": " + row));
                was.rows().stream().filter(row -> !is.rows().contains(row)).forEach(row -> changed.add(name + ": " + row));
            }
        }
        return changed;
    }

    public static List<String> names(JdbcTemplate database) {
        return List.copyOf(numbers(database).keySet());
    }

    private static TreeMap<String, Long> numbers(JdbcTemplate database) {
        var numbers = new TreeMap<String, Long>();
        database.query("select table_name, last_modification from information_schema.tables where table_schema = 'PUBLIC'", found -> {
            if (!found.getString(1).contains(METERS) && !found.getString(1).equals(NODES)) {
                numbers.put(found.getString(1), found.getLong(2));
            }
        });
        return numbers;
    }

    private static Set<String> rows(JdbcTemplate database, String table) {
        return database.query("select * from \"" + table + "\"", found -> {
            var rows = new HashSet<String>();
            var bytes = new boolean[found.getMetaData().getColumnCount()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = found.getMetaData().getColumnTypeName(i + 1).contains("BINARY");
            }
            while (found.next()) {
                rows.add(text(found, bytes));
            }
            return rows;
        });
    }

    private static String text(ResultSet row, boolean[] bytes) throws SQLException {
        var columns = new ArrayList<String>(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            columns.add(bytes[i] ? digest(row.getBytes(i + 1)) : String.valueOf(row.getString(i + 1)));
        }
        return String.join(" | ", columns);
    }

    private static String digest(byte[] bytes) {
        return bytes == null ? "null" : bytes.length + " bytes " + Arrays.hashCode(bytes);
    }
}
