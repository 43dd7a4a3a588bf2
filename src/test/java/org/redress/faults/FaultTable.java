package org.redress.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * The long faults: real processes that are killed, cut off from their database and filled up while people work. Prints the table of docs/faults.md. {@code --kills=50} says how many hard kills on each
 * database, {@code --minutes=10} how long one of two nodes is killed every half minute; without them it is a short look.
 */
public final class FaultTable {
    private static final int PEOPLE = 3;
    private static final Duration SETTLES = Duration.ofMinutes(2);
    private static final String HEADING = """
            # What happens when something breaks

            Real processes, killed and cut off while people started complaints and acknowledged them. Everything that was answered with success was looked for afterwards, in the database; *lost* and *doubled* count what was
            missing or there twice. Who got no answer sent the same form again. Made on %s by

                ./mvnw -q test-compile exec:exec@faults -Dfaults.kills=50 -Dfaults.minutes=10

            | Fault | How often | Answered with success | Lost | Doubled | Answered 500 | Longest wait of a person | What was seen |
            |---|---|---|---|---|---|---|---|
            """;

    private final Path folder;
    private final int kills;
    private final int minutes;
    private final StringBuilder rows = new StringBuilder();
    private final Random random = new Random(20261129);

    private FaultTable(Path folder, int kills, int minutes) {
        this.folder = folder;
        this.kills = kills;
        this.minutes = minutes;
    }

    private interface Fault {
        void happen() throws Exception;
    }

    /** Runs every fault and writes the table into the file that is named first. */
    public static void main(String[] arguments) throws Exception {
        var table = new FaultTable(Files.createTempDirectory("redress-faults"), number(arguments, "kills", 2), number(arguments, "minutes", 1));
        System.out.println("Logs: " + table.folder);
        table.row("Hard kill of the process, PostgreSQL", table::killsOnPostgres);
        table.row("Hard kill of the process, H2", table::killsOnH2);
        table.row("One of two nodes killed every 30 s", table::killsOfOneOfTwo);
        table.row("Database gone", table::databaseGone);
        table.row("Two nodes begun at once on an empty database", table::twoOnNothing);
        table.row("The clock 40 days ahead, and back", table::clockSteps);
        table.row("Disk full, H2", table::diskFull);
        table.row("A step that fails each time", table::poison);
        var text = HEADING.formatted(LocalDate.now()) + table.rows;
        Files.writeString(Path.of(arguments[0]), text);
        System.out.println(text);
        System.exit(0);
    }

    private static int number(String[] arguments, String name, int otherwise) {
        return Arrays.stream(arguments).filter(argument -> argument.startsWith("--" + name + "=")).map(argument -> argument.substring(name.length() + 3)).filter(value -> value.matches("\\d+"))
                .map(Integer::valueOf).findFirst().orElse(otherwise);
    }

    private void row(String fault, Fault happens) throws InterruptedException {
        System.out.println(fault + " …");
        int before = rows.length();
        try {
            happens.happen();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            rows.setLength(before);
            line(fault, "–", "–", "–", "–", "–", "–", "**the run itself failed: " + String.valueOf(e.getMessage()).replaceAll("\\s+", " ") + "**");
        }
    }

    private void line(String... cells) {
        rows.append("| ").append(String.join(" | ", cells)).append(" |\n");
        System.out.println(String.join(" | ", cells));
    }

    private void line(String fault, int times, Load.Found found, String seen) {
        line(fault, String.valueOf(times), found.started() + " starts, " + found.acknowledged() + " steps", bad(found.lost()), bad(found.doubled()), bad(found.faults()),
                "%.1f s".formatted(Locale.ROOT, found.longestMillis() / 1000.0), seen + others(found));
    }

    private static String others(Load.Found found) {
        var others = found.statuses().entrySet().stream().filter(entry -> entry.getKey() == 0 || entry.getKey() >= 409).filter(entry -> entry.getKey() != 500)
                .map(entry -> entry.getValue() + " times " + (entry.getKey() == 0 ? "no answer" : String.valueOf(entry.getKey()))).toList();
        return others.isEmpty() ? "" : (", " + String.join(", ", others));
    }

    private static String bad(int count) {
        return count == 0 ? "0" : "**" + count + "**";
    }

    private static String[] postgres(int port) {
        return new String[] {"--spring.datasource.url=jdbc:postgresql://localhost:" + port + "/postgres", "--spring.datasource.username=postgres"};
    }

    private static Connection at(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.getJdbcUrl("postgres", "postgres"));
    }

    private static EmbeddedPostgres empty() throws IOException {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "100").start();
    }

    private void killsOnPostgres() throws Exception {
        try (var postgres = empty(); var node = new NodeProcess(folder, "kills-postgresql", postgres(postgres.getPort()))) {
            var load = kills(node);
            try (var database = at(postgres)) {
                line("Hard kill of the process, PostgreSQL", kills, load.found(database), settled(database) + verified(postgres(postgres.getPort())));
            }
        }
    }

    private void killsOnH2() throws Exception {
        var url = "jdbc:h2:file:" + folder.resolve("h2/redress");
        var settings = new String[] {"--spring.datasource.url=" + url, "--spring.datasource.username=redress", "--spring.datasource.password="};
        Load load;
        try (var node = new NodeProcess(folder, "kills-h2", settings)) {
            load = kills(node);
        }
        Load.Found found;
        String settled;
        try (var database = DriverManager.getConnection(url, "redress", "")) {
            found = load.found(database);
            settled = settled(database);
        }
        // one process at a time has the file
        line("Hard kill of the process, H2", kills, found, settled + verified(settings));
    }

    private Load kills(NodeProcess node) throws Exception {
        node.start();
        node.awaitReady();
        var load = new Load(List.of(node.port()), PEOPLE);
        for (int i = 0; i < kills; i++) {
            int before = load.done();
            await(() -> load.done() > before + PEOPLE, SETTLES);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(4000));
            node.kill();
            node.start();
            node.awaitReady();
        }
        int before = load.done();
        await(() -> load.done() > before + PEOPLE, SETTLES);
        load.end();
        return load;
    }

    private void killsOfOneOfTwo() throws Exception {
        try (var postgres = empty(); var one = new NodeProcess(folder, "two-a", postgres(postgres.getPort())); var other = new NodeProcess(folder, "two-b", postgres(postgres.getPort()))) {
            one.start();
            one.awaitReady();
            other.start();
            other.awaitReady();
            var load = new Load(List.of(one.port(), other.port()), PEOPLE);
            int times = 0;
            long longest = 0;
            for (long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes); System.nanoTime() < end; times++) {
                TimeUnit.SECONDS.sleep(30);
                other.kill();
                other.start();
                try (var database = at(postgres)) {
                    longest = Math.max(longest, number(database, "select coalesce(max(extract(epoch from lock_exp_time_ - (now() at time zone 'Europe/London'))), 0)::int from act_ru_job where lock_owner_ is not null"));
                }
            }
            other.awaitReady();
            load.end();
            try (var database = at(postgres)) {
                line("One of two nodes killed every 30 s", times, load.found(database), settled(database) + ", jobs of the dead node locked for " + longest + " s at most" + verified(postgres(postgres.getPort())));
            }
        }
    }

    private void databaseGone() throws Exception {
        try (var postgres = empty(); var wire = new Wire(postgres.getPort()); var node = new NodeProcess(folder, "gone", postgres(wire.port())); var database = at(postgres)) {
            node.start();
            node.awaitReady();
            gone(node, database, "Every connection refused for 20 s", wire::cut, wire::mend, 20);
            gone(node, database, "The network silent for 70 s", wire::silence, wire::mend, 70);
            gone(node, database, "Every connection ended by the database, five times", () -> {
                for (int i = 0; i < 5; i++) {
                    run(database, "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = 'postgres'");
                    TimeUnit.SECONDS.sleep(2);
                }
            }, () -> {}, 1);
            gone(node, database, "The database only reads for 20 s", () -> only(database, "on"), () -> only(database, "off"), 20);
            gone(node, database, "A table locked by somebody for 20 s", () -> {
                database.setAutoCommit(false);
                run(database, "lock table act_ru_task in access exclusive mode");
            }, () -> {
                database.commit();
                database.setAutoCommit(true);
            }, 20);
        }
    }

    private void gone(NodeProcess node, Connection database, String how, Fault goes, Fault comes, int seconds) throws Exception {
        int lines = node.log().size();
        var load = new Load(List.of(node.port()), PEOPLE);
        await(() -> load.done() > PEOPLE, SETTLES);
        goes.happen();
        long slowest = 0;
        boolean down = false;
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds); System.nanoTime() < end; TimeUnit.MILLISECONDS.sleep(500)) {
            long begun = System.nanoTime();
            down |= node.health("readiness") == 503;
            slowest = Math.max(slowest, System.nanoTime() - begun);
        }
        comes.happen();
        long back = System.nanoTime();
        int before = load.done();
        await(() -> load.done() > before, SETTLES);
        long works = System.nanoTime() - back;
        load.end();
        int written = node.log().size() - lines;
        line(how, 1, load.found(database), "ready again in %.0f s, health %s and answered in %.1f s at most, %d lines in the log".formatted(Locale.ROOT, works / 1e9, down ? "was down" : "stayed up", slowest / 1e9, written));
    }

    private static void only(Connection database, String reading) throws SQLException {
        run(database, "set session characteristics as transaction read write");
        run(database, "alter database postgres set default_transaction_read_only = " + reading);
        run(database, "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = 'postgres'");
    }

    private void twoOnNothing() throws Exception {
        try (var postgres = empty(); var one = new NodeProcess(folder, "empty-a", postgres(postgres.getPort())); var other = new NodeProcess(folder, "empty-b", postgres(postgres.getPort()))) {
            one.start();
            other.start();
            one.awaitReady();
            other.awaitReady();
            var load = new Load(List.of(one.port(), other.port()), PEOPLE);
            await(() -> load.done() > 2 * PEOPLE, SETTLES);
            load.end();
            try (var database = at(postgres)) {
                line("Two nodes begun at once on an empty database", 1, load.found(database), number(database, "select count(*) from act_id_user where id_ = 'admin'") + " administrator, "
                        + number(database, "select count(*) from act_re_deployment") + " deployment, both ready");
            }
        }
    }

    private void clockSteps() throws Exception {
        try (var postgres = empty(); var node = new NodeProcess(folder, "clock", postgres(postgres.getPort()))) {
            node.start();
            node.awaitReady();
            var load = new Load(List.of(node.port()), PEOPLE);
            await(() -> load.done() > 4 * PEOPLE, SETTLES);
            load.end();
            node.kill();
            node.start("-Dfaults.days=40");
            node.awaitReady();
            try (var database = at(postgres)) {
                await(() -> number(database, "select count(*) from act_ru_job where retries_ > 0 and duedate_ < (now() at time zone 'Europe/London') + interval '39 days'") == 0, SETTLES);
                long ahead = number(database, "select count(*) from chronology where what like 'Overdue%'");
                node.kill();
                node.start();
                node.awaitReady();
                var after = new Load(List.of(node.port()), PEOPLE);
                await(() -> after.done() > PEOPLE, SETTLES);
                after.end();
                line("The clock 40 days ahead, and back", 1, load.found(database), ahead + " lines \"Overdue\" while it was ahead, "
                        + number(database, "select count(*) from (select complaint_id, what, detail from chronology where what like 'Overdue%' group by complaint_id, what, detail having count(*) > 1) twice") + " of them twice, work goes on");
            }
        }
    }

    private void diskFull() throws Exception {
        var disk = Files.createDirectories(folder.resolve("disk"));
        if (command("mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", disk.toString()) != 0) {
            line("Disk full, H2", "–", "–", "–", "–", "–", "–", "skipped: a small disk can be made by root only");
            return;
        }
        var url = "jdbc:h2:file:" + disk.resolve("redress");
        var settings = new String[] {"--spring.datasource.url=" + url, "--spring.datasource.username=redress", "--spring.datasource.password="};
        try (var node = new NodeProcess(folder, "disk", settings)) {
            node.start();
            node.awaitReady();
            int lines = node.log().size();
            var load = new Load(List.of(node.port()), PEOPLE);
            await(() -> load.done() > 2 * PEOPLE, SETTLES);
            // somebody else fills it
            command("sh", "-c", "head -c 40m /dev/zero > " + disk.resolve("other"));
            int exit = node.awaitEnd(Duration.ofMinutes(5));
            load.end();
            int written = node.log().size() - lines;
            Files.deleteIfExists(disk.resolve("other"));
            node.start();
            node.awaitReady();
            node.stop();
            try (var database = DriverManager.getConnection(url, "redress", "")) {
                line("Disk full, H2", 1, load.found(database), (exit < 0 ? "**it goes on**" : "ended by itself with exit code " + exit) + ", " + written + " lines in the log, started again with room");
            }
        } finally {
            command("umount", disk.toString());
        }
    }

    private void poison() throws Exception {
        try (var postgres = empty(); var node = new NodeProcess(folder, "poison", postgres(postgres.getPort())); var database = at(postgres)) {
            run(database, "select 1");
            node.start();
            node.awaitReady();
            // from now on each line about something overdue is a row that the database refuses
            run(database, "alter table chronology add constraint poison check (what not like 'Overdue%')");
            var load = new Load(List.of(node.port()), 1);
            await(() -> load.done() > 4, SETTLES);
            load.end();
            await(() -> number(database, "select count(*) from act_ru_job where exception_msg_ is not null") > 0, SETTLES);
            TimeUnit.SECONDS.sleep(10);
            line("A step that fails each time", 1, load.found(database), number(database, "select count(*) from act_ru_job where exception_msg_ is not null") + " jobs wait for their next attempt ("
                    + number(database, "select coalesce(min(retries_), 0) from act_ru_job where exception_msg_ is not null") + " left), " + number(database, "select count(*) from act_hi_job_log where job_exception_msg_ is not null")
                    + " failures noted in all, " + bad((int) number(database, "select count(*) from act_ge_bytearray where convert_from(bytes_, 'LATIN1') like '%Failing row%' or convert_from(bytes_, 'LATIN1') like '%Fault %'"))
                    + " with somebody's words");
        }
    }

    /** Waits until no job is due any more, and says so. */
    private static String settled(Connection database) throws Exception {
        var due = "select count(*) from act_ru_job where retries_ > 0 and duedate_ < " + (database.getMetaData().getDatabaseProductName().equals("H2") ? "dateadd('minute', -10, localtimestamp)" : "(now() at time zone 'Europe/London')");
        await(() -> number(database, due) == 0, database.getMetaData().getDatabaseProductName().equals("H2") ? Duration.ZERO : SETTLES);
        return number(database, due) + " jobs left that are due";
    }

    private String verified(String... settings) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), "org.redress.Redress", "audit", "verify"));
        command.addAll(List.of(settings));
        int exit = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("verify.log").toFile()).start().waitFor();
        return exit == 0 ? ", record of changes whole" : ", **record of changes not whole (" + exit + ")**";
    }

    private interface Question {
        boolean answered() throws Exception;
    }

    private static void await(Question question, Duration most) throws Exception {
        for (long end = System.nanoTime() + most.toNanos(); System.nanoTime() < end && !question.answered();) {
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }

    private static int command(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }

    private static void run(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement(); var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
