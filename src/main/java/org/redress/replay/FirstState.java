package org.redress.replay;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The rows of an H2 database as they are now, kept beside it, so that everything which a replay leaves there can be taken back: cases,
 * timers, history, numbers of cases. Ids go on, because the engine and Hibernate have taken blocks of them already.
 */
final class FirstState implements AutoCloseable {
    private static final String KEPT = "KEPT_STATE";
    private static final String COUNTERS = "ACT_GE_PROPERTY";
    /** Where it says how the sequences are put back, and that all of it was kept; it comes last and goes first. */
    private static final String WHOLE = "WHOLE_STATE";

    private final JdbcTemplate jdbc;
    private final List<String> tables;
    private final List<String> sequences;

    private FirstState(JdbcTemplate jdbc, List<String> tables, List<String> sequences) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.sequences = sequences;
    }

    static FirstState of(DataSource database) {
        var jdbc = new JdbcTemplate(database);
        jdbc.execute("create schema " + KEPT);
        var tables = jdbc.queryForList("select TABLE_NAME from INFORMATION_SCHEMA.TABLES where TABLE_SCHEMA = 'PUBLIC' and TABLE_TYPE = 'BASE TABLE' and TABLE_NAME <> ?",
                String.class, COUNTERS);
        tables.forEach(table -> jdbc.execute("create table " + kept(table) + " as select * from " + own(table)));
        // what is taken one by one is seen by people
        var sequences = jdbc.query("select SEQUENCE_NAME, BASE_VALUE from INFORMATION_SCHEMA.SEQUENCES where SEQUENCE_SCHEMA = 'PUBLIC' and INCREMENT = 1",
                (row, number) -> "alter sequence " + own(row.getString(1)) + " restart with " + row.getLong(2));
        jdbc.execute("create table " + kept(WHOLE) + " (statement varchar not null)");
        sequences.forEach(statement -> jdbc.update("insert into " + kept(WHOLE) + " values (?)", statement));
        return new FirstState(jdbc, tables, sequences);
    }

    /** What somebody has kept in this database and not given up, because the program was ended meanwhile. */
    static Optional<FirstState> left(DataSource database) {
        var jdbc = new JdbcTemplate(database);
        var kept = jdbc.queryForList("select TABLE_NAME from INFORMATION_SCHEMA.TABLES where TABLE_SCHEMA = ?", String.class, KEPT);
        if (kept.contains(WHOLE)) {
            return Optional.of(new FirstState(jdbc, kept.stream().filter(table -> !table.equals(WHOLE)).toList(), jdbc.queryForList("select statement from " + kept(WHOLE), String.class)));
        }
        // it was being kept, or given up
        jdbc.execute("drop schema if exists " + KEPT + " cascade");
        return Optional.empty();
    }

    /** Brings it back. Nobody else may work in the database meanwhile. */
    void restore() {
        var statements = new ArrayList<String>();
        // rows point to rows of tables that come later
        statements.add("set referential_integrity false");
        for (var table : tables) {
            // what may only grow, such as the record of changes, can still be emptied as a whole
            statements.add("truncate table " + own(table));
            statements.add("insert into " + own(table) + " overriding system value select * from " + kept(table));
        }
        statements.addAll(sequences);
        statements.add("set referential_integrity true");
        jdbc.execute((ConnectionCallback<Void>) connection -> all(connection, statements));
    }

    private static Void all(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
        return null;
    }

    @Override
    public void close() {
        jdbc.execute("drop table " + kept(WHOLE));
        jdbc.execute("drop schema " + KEPT + " cascade");
    }

    private static String own(String name) {
        return "PUBLIC.\"" + name + "\"";
    }

    private static String kept(String name) {
        return KEPT + ".\"" + name + "\"";
    }
}
