package org.redress.browser;

import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everything that is in tables of the database, as text. */
final class Rows {
    private Rows() {}

    /** All values of the tables whose names are like this, "TABLE: value" each. */
    static List<String> of(JdbcTemplate database, String names) {
        var rows = new ArrayList<String>();
        var tables = database.queryForList("select table_name from information_schema.tables where table_schema = 'PUBLIC' and table_name like ?", String.class, names);
        tables.forEach(name -> database.query("select * from \"" + name + "\"", row -> {
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                var bytes = row.getMetaData().getColumnType(column) == Types.BLOB ? row.getBytes(column) : null;
                rows.add(name + ": " + (bytes == null ? row.getString(column) : new String(bytes, StandardCharsets.UTF_8)));
            }
        }));
        return rows;
    }
}
