package org.redress.gate;

import java.sql.Blob;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everything that the database holds, the engine's tables and ours, to show that nothing of it has changed. */
public final class Tables {
    /** The engine counts commands and claims here, whatever comes of them. */
    private static final String METERS = "METER_LOG";

    private Tables() {}

    /** Every row as text, with its table. */
    public static Set<String> all(JdbcTemplate database) {
        var rows = new TreeSet<String>();
        for (var name : names(database)) {
            database.query("select * from \"" + name + "\"", row -> {
                rows.add(name + ": " + text(row));
            });
        }
        return rows;
    }

    /** What is there now and was not, or was there and is not now. */
    public static Set<String> changed(JdbcTemplate database, Set<String> before) {
        var changed = all(database);
        var gone = new TreeSet<>(before);
        gone.removeAll(changed);
        changed.removeAll(before);
        changed.addAll(gone);
        return changed;
    }

    static List<String> names(JdbcTemplate database) {
        return database.queryForList("select table_name from information_schema.tables where table_schema = 'PUBLIC'", String.class)
                .stream().filter(name -> !name.contains(METERS)).sorted().toList();
    }

    private static String text(ResultSet row) throws SQLException {
        var columns = new ArrayList<String>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            columns.add(text(row.getObject(i)));
        }
        return String.join(" | ", columns);
    }

    private static String text(Object value) throws SQLException {
        if (value instanceof Blob blob) {
            return digest(blob.getBytes(1, (int) blob.length()));
        }
        if (value instanceof Clob clob) {
            return clob.getSubString(1, (int) clob.length());
        }
        return value instanceof byte[] bytes ? digest(bytes) : String.valueOf(value);
    }

    private static String digest(byte[] bytes) {
        return bytes.length + " bytes " + Arrays.hashCode(bytes);
    }
}
