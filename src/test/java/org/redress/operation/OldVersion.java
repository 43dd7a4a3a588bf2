package org.redress.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.redress.Redress;
import org.redress.replay.PublishedCouncils;
import org.redress.replay.SimulatedTime;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The rows of a database as a version of the product has left it, on H2 or on PostgreSQL: written down once for each version ({@link #main}), and laid into the
 * tables of that version before an upgrade is tried. The tables themselves are made by that version's migrations and by the engine's own scripts.
 */
public final class OldVersion {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate MON_2026_06_22 = LocalDate.of(2026, 6, 22);
    private static final String FOLDER = "/org/redress/operation/";
    /** The engine makes its tables with these. */
    private static final String ENGINE = "/org/camunda/bpm/engine/db/create/activiti.%s.create.%s.sql";

    static {
        // as the product does, before H2 asks for the JVM's zone: it keeps what it was told first
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/London"));
    }

    private OldVersion() {}

    /** Writes down what this version leaves: {@code OldVersion FOLDER}, before its schema changes. */
    public static void main(String[] folder) throws Exception {
        var url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        work(Path.of(folder[0]), url, "redress", "");
        try (var postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start()) {
            work(Path.of(folder[0]), postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
        }
    }

    private static void work(Path folder, String url, String user, String password) throws Exception {
        try (var product = new SpringApplicationBuilder(Redress.class, Office.class, Casework.class, OmbudsmanCasework.class).web(WebApplicationType.NONE).run(
                "--spring.datasource.url=" + url, "--spring.datasource.username=" + user, "--spring.datasource.password=" + password,
                "--redress.admin.id=admin", "--redress.admin.password=" + Office.PASSWORD, "--redress.sign-in.hash-rounds=1", "--camunda.bpm.job-execution.enabled=false")) {
            product.getBean(PublishedCouncils.class).make(Office.PASSWORD);
            var office = product.getBean(Office.class);
            var casework = product.getBean(Casework.class);
            office.on(MON_2026_06_01);
            office.receive("kent", Map.of("complainant", "Ms Oldfield"));
            casework.acknowledged("kent", Map.of("otherPeople", "Mr Oldacre – neighbour"));
            office.event(casework.accepted("kent"), "proceedings-started", Answers.prejudice());
            office.event(casework.accepted("kent"), "extension", Answers.extension(MON_2026_06_22));
            casework.respond(casework.accepted("kent"), "kent-manager");
            casework.statutory("leicestershire");
            var withdrawn = office.receive("kent", Map.of());
            office.event(withdrawn, "withdrawal", Map.of());
            office.complete(withdrawn, "Confirm withdrawal", Answers.confirmWithdrawal(office.today()));
            office.as("kent-manager").start("leave", Map.of("whose", "own", "absence", "away", "awayFrom", office.today().toString(), "awayUntil", office.today().toString()));
            office.signOut();
            var ombudsman = product.getBean(OmbudsmanCasework.class);
            ombudsman.decided("Kent County Council", Map.of(), OmbudsmanAnswers.action("apology", "1 month", Map.of()));
            product.getBean(SimulatedTime.class).end();
            try (var connection = product.getBean(DataSource.class).getConnection()) {
                write(connection, folder);
            }
        }
    }

    private static void write(Connection connection, Path folder) throws SQLException, IOException {
        Files.createDirectories(folder);
        var version = version(connection);
        var file = folder.resolve("v" + version + "." + vendor(connection) + ".sql.gz");
        try (var out = new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), UTF_8)) {
            for (var table : tables(connection)) {
                rows(connection, table, out);
            }
            try (var statement = connection.createStatement(); var found = statement.executeQuery("select nextval('complaint_number'), nextval('case_file_id')")) {
                found.next();
                line(out, "alter sequence complaint_number restart with " + found.getLong(1));
                line(out, "alter sequence case_file_id restart with " + (found.getLong(2) + 50));
            }
        }
    }

    private static String version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select \"version\" from \"flyway_schema_history\" where \"version\" is not null order by \"installed_rank\" desc")) {
            found.next();
            return found.getString(1);
        }
    }

    private static String vendor(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2") ? "h2" : "postgres";
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var found = connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), null, new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        tables.removeIf(table -> table.equals("flyway_schema_history"));
        return tables;
    }

    private static void rows(Connection connection, String table, Writer out) throws SQLException, IOException {
        line(out, "delete from " + table);
        try (var statement = connection.createStatement(); var found = statement.executeQuery("select * from " + table)) {
            var columns = IntStream.rangeClosed(1, found.getMetaData().getColumnCount()).boxed().filter(column -> !computed(found, column)).toList();
            var names = columns.stream().map(column -> name(found, column)).collect(Collectors.joining(", "));
            while (found.next()) {
                var values = new ArrayList<String>();
                for (var column : columns) {
                    values.add(literal(found, column));
                }
                line(out, "insert into " + table + " (" + names + ") overriding system value values (" + String.join(", ", values) + ")");
            }
            for (var column : columns) {
                if (found.getMetaData().isAutoIncrement(column)) {
                    line(out, "alter table " + table + " alter column " + name(found, column) + " restart with 1000000");
                }
            }
        }
    }

    /** What stands in several lines comes into one, as Java's own literals do it. */
    private static void line(Writer out, String sql) throws IOException {
        out.write(sql.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r") + "\n");
    }

    private static boolean computed(ResultSet found, int column) {
        try {
            return found.getMetaData().getColumnTypeName(column).equals("tsvector");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(ResultSet found, int column) {
        try {
            return found.getMetaData().getColumnLabel(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String literal(ResultSet found, int column) throws SQLException {
        int type = found.getMetaData().getColumnType(column);
        if (type == Types.BINARY || type == Types.VARBINARY || type == Types.LONGVARBINARY || type == Types.BLOB) {
            var bytes = found.getBytes(column);
            return bytes == null ? "null" : vendor(found.getStatement().getConnection()).equals("h2") ? "X'" + HexFormat.of().formatHex(bytes) + "'" : "'\\x" + HexFormat.of().formatHex(bytes) + "'";
        }
        var value = found.getObject(column) instanceof java.sql.Timestamp moment ? moment.toString() : found.getString(column);
        if (value == null) {
            return "null";
        }
        if (type == Types.BIT || type == Types.BOOLEAN) {
            return found.getBoolean(column) ? "true" : "false";
        }
        return switch (type) {
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.DOUBLE, Types.NUMERIC, Types.DECIMAL -> value;
            default -> "'" + value.replace("'", "''") + "'";
        };
    }

    /** Makes the tables of a version in an empty database, and lays its rows into them. */
    public static void lay(String version, Connection connection, String url, String user, String password) throws SQLException, IOException {
        var vendor = vendor(connection);
        for (var part : List.of("engine", "history", "identity", "decision.engine", "decision.history", "case.engine", "case.history")) {
            try (var script = OldVersion.class.getResourceAsStream(ENGINE.formatted(vendor, part))) {
                for (var sql : new String(Objects.requireNonNull(script, part).readAllBytes(), UTF_8).replaceAll("(?m)^\\s*--.*$", "").split(";\\s*(\\r?\\n|$)")) {
                    execute(connection, sql);
                }
            }
        }
        Flyway.configure().dataSource(url, user, password).locations("classpath:db/migration", "classpath:db/" + (vendor.equals("h2") ? "h2" : "postgresql"))
                .placeholders(Map.of("application", user)).baselineOnMigrate(true).baselineVersion("0").target(version).load().migrate();
        // in one transaction, which takes a tenth of the time
        connection.setAutoCommit(false);
        execute(connection, vendor.equals("h2") ? "set referential_integrity false" : "set session_replication_role = replica");
        try (var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(rows(version, vendor)), UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                // an empty audit has nothing that could be deleted, and refuses it
                if (!line.toLowerCase(Locale.ROOT).equals("delete from audit")) {
                    execute(connection, line.translateEscapes());
                }
            }
        }
        execute(connection, vendor.equals("h2") ? "set referential_integrity true" : "set session_replication_role = origin");
        connection.commit();
    }

    private static InputStream rows(String version, String vendor) {
        return Objects.requireNonNull(OldVersion.class.getResourceAsStream(FOLDER + "v" + version + "." + vendor + ".sql.gz"), "rows of version " + version + " on " + vendor);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        if (!sql.isBlank()) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
