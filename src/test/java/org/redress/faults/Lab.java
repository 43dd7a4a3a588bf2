package org.redress.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.redress.start.H2File;

/** What a fault is tried with: databases, nodes and people at them. */
final class Lab {
    static final int PEOPLE = 3;
    /** What has to come to pass does so within this time, also on a busy machine. */
    static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOKS_EVERY = Duration.ofMillis(250);
    static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String USER = "postgres";

    private final Path folder;

    Lab(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    static EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "100").start();
    }

    static Connection at(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.getJdbcUrl(USER, USER));
    }

    static List<String> settings(int port) {
        return settings(port, USER);
    }

    static List<String> settings(int port, String database) {
        return List.of("--spring.datasource.url=jdbc:postgresql://localhost:" + port + "/" + database, "--spring.datasource.username=" + USER);
    }

    static List<String> settings(Path file) {
        return List.of("--spring.datasource.url=" + url(file), "--spring.datasource.username=redress", "--spring.datasource.password=");
    }

    static Connection at(Path file) throws SQLException {
        return DriverManager.getConnection(url(file), "redress", "");
    }

    /** As the product's own default. */
    private static String url(Path file) {
        return H2File.uncompacted("jdbc:h2:file:" + file + ";WRITE_DELAY=0;QUERY_CACHE_SIZE=1000");
    }

    NodeProcess node(String name, EmbeddedPostgres postgres) throws IOException {
        return new NodeProcess(folder, name, settings(postgres.getPort()));
    }

    NodeProcess node(String name, Path file) throws IOException {
        return new NodeProcess(folder, name, settings(file));
    }

    static Load people(int many, NodeProcess... nodes) {
        return new Load(Arrays.stream(nodes).map(NodeProcess::port).toList(), many, Load.LONG_AGO);
    }

    static Load people(NodeProcess... nodes) {
        return people(PEOPLE, nodes);
    }

    /** People get so many further things done. */
    static boolean works(Load load, int more) throws Exception {
        int before = load.done();
        return await(() -> load.done() >= before + more, PATIENCE);
    }

    /** A command of the product, such as {@code audit verify}; its exit code. */
    int command(String name, List<String> words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), "org.redress.Redress"));
        command.addAll(words);
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve(name + ".log").toFile())).start().waitFor();
    }

    /** Whether the record of changes is whole, as {@code redress audit verify} says. */
    void whole(Row row, List<String> settings) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("audit", "verify"));
        words.addAll(settings);
        int exit = command("verify", words);
        row.expect(exit == 0, exit == 0 ? "record of changes whole" : "record of changes not whole (" + exit + ")");
    }

    /** No job is left that is due, as the clock of the nodes has it; those of a paused case wait with it. */
    static void settled(Row row, Connection database, Duration ahead) throws Exception {
        await(() -> due(database, ahead) == 0, PATIENCE);
        row.none(due(database, ahead), "jobs left that are due").none(number(database, "select count(*) from act_ru_job where retries_ = 0"), "given up");
    }

    private static long due(Connection database, Duration ahead) throws SQLException {
        try (var due = database.prepareStatement("select count(*) from act_ru_job where retries_ > 0 and suspension_state_ = 1 and (duedate_ is null or duedate_ < ?)")) {
            due.setTimestamp(1, Timestamp.valueOf(LocalDateTime.now(LONDON).plus(ahead)));
            try (var row = due.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static boolean await(Callable<Boolean> question, Duration most) {
        try {
            Awaitility.await().pollDelay(Duration.ZERO).pollInterval(LOOKS_EVERY).atMost(most).until(question);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }

    /** Whether a program is on this machine. */
    static boolean has(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    static void run(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement(); var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
