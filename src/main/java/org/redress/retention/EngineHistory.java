package org.redress.retention;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What the engine remembers of a case: everything in its tables that carries a process instance of it, whatever tables its version has.
 * Its own clean-up stays off.
 */
@Component
class EngineHistory {
    private static final Set<String> CARRIES = Set.of("root_proc_inst_id_", "proc_inst_id_", "process_instance_id_");

    private final JdbcTemplate jdbc;

    EngineHistory(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Forgets the process instances of a case that has none running; gives the number of rows. */
    int forget(String reference) {
        var instances = new LinkedHashSet<String>(jdbc.queryForList("select PROC_INST_ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ = ?", String.class, reference));
        if (instances.isEmpty()) {
            return 0;
        }
        var marks = String.join(", ", Collections.nCopies(instances.size(), "?"));
        instances.addAll(jdbc.queryForList("select PROC_INST_ID_ from ACT_HI_PROCINST where ROOT_PROC_INST_ID_ in (" + marks + ")", String.class,
                instances.toArray()));
        var all = instances.toArray();
        var in = " in (" + String.join(", ", Collections.nCopies(all.length, "?")) + ")";
        int gone = 0;
        for (var table : jdbc.execute((ConnectionCallback<TreeMap<String, List<String>>>) EngineHistory::tables).entrySet()) {
            for (var column : table.getValue()) {
                gone += jdbc.update("delete from " + table.getKey() + " where " + column + in, all);
            }
        }
        return gone;
    }

    /** Forgets the lists of earlier reviews of a council, which name cases. */
    void forgetLists(String council, String variable) {
        jdbc.update("delete from ACT_HI_DETAIL where NAME_ = ? and TENANT_ID_ = ?", variable, council);
        jdbc.update("delete from ACT_HI_VARINST where NAME_ = ? and TENANT_ID_ = ? and PROC_INST_ID_ not in (select PROC_INST_ID_ from ACT_RU_EXECUTION)",
                variable, council);
    }

    /** The engine's tables of history, bytes and rights, with their columns that name a process instance. */
    private static TreeMap<String, List<String>> tables(Connection connection) throws SQLException {
        var tables = new TreeMap<String, List<String>>();
        try (var columns = connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), null, null)) {
            while (columns.next()) {
                var table = columns.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                var column = columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                boolean remembers = table.startsWith("act_hi_") || table.equals("act_ge_bytearray") || table.equals("act_ru_authorization");
                if (remembers && CARRIES.contains(column)) {
                    tables.computeIfAbsent(table, name -> new ArrayList<>()).add(column);
                }
            }
        }
        return tables;
    }
}
