package org.redress.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.redress.identity.StartRefused;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** What a PostgreSQL database answers to a start: each way in which it does not let it begin is one sentence, and of two nodes one waits. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseAtStartIT {
    @TempDir
    private static Path folder;

    @Test
    void isWaitedForRefusedOrSharedInTurn(CapturedOutput log) throws Exception {
        var data = folder.resolve("data");
        int port;
        try (var postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false).setCleanDataDirectory(false).setDataDirectory(data).start()) {
            port = postgres.getPort();
            prepare(postgres, data);
            var url = "jdbc:postgresql://localhost:" + port + "/";

            assertThat(why(url + "redress", "redress_app", "wrong", "30s")).as("no waiting for another password").startsWith("The database does not let in the user");
            assertThat(why(url + "redres", "redress_app", "app", "30s")).startsWith("There is no database of the name");
            assertThat(why(url + "standby", "redress_app", "app", "30s")).startsWith("The database takes no changes");
            oneAfterTheOther(url + "redress", log);
            twoUsers(postgres, url + "redress");
        }
        assertThat(why("jdbc:postgresql://localhost:" + port + "/redress", "redress_app", "app", "1s")).startsWith("The database cannot be reached").endsWith("It was waited for 1 seconds (redress.database.wait).");
        assertThat(log.getAll().lines().filter(line -> line.contains("Waits for it up to 1 seconds"))).as("said once").hasSize(1);
    }

    private static void prepare(EmbeddedPostgres postgres, Path data) throws SQLException, IOException {
        try (var connection = postgres.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
            for (var sql : List.of("create role redress_owner login password 'owner'", "create role redress_app login password 'app'", "create database redress owner redress_owner",
                    "create database standby owner redress_app", "alter database standby set default_transaction_read_only = on")) {
                statement.execute(sql);
            }
            Files.writeString(data.resolve("pg_hba.conf"), "local all all trust\nhost all postgres all trust\nhost all all all scram-sha-256\n");
            statement.execute("select pg_reload_conf()");
        }
        try (var connection = postgres.getDatabase("postgres", "redress").getConnection(); var statement = connection.createStatement()) {
            statement.execute("grant usage, create on schema public to redress_owner, redress_app");
        }
    }

    /** The second node waits as long as the first one starts, and begins when that is ready or gone. */
    private static void oneAfterTheOther(String url, CapturedOutput log) throws Exception {
        var first = begin(url, "redress_app", "app", "10s");
        var pool = Executors.newSingleThreadExecutor();
        try {
            var second = pool.submit(() -> begin(url, "redress_app", "app", "10s"));
            while (!log.getAll().contains("Another node starts on this database at this moment; waits for it.")) {
                Thread.onSpinWait();
            }
            assertThat(second.isDone()).isFalse();
            first.close();

            second.get(1, TimeUnit.MINUTES).close();
        } finally {
            pool.shutdownNow();
        }
    }

    /** F12: a database that one user has made, and then two, as docs/operations.md says. */
    private static void twoUsers(EmbeddedPostgres postgres, String url) throws SQLException, IOException {
        new SchemaAtStart(List.of(), "redress_app").migrate(flyway(url, "redress_app", "app"));

        assertThatThrownBy(() -> new SchemaAtStart(List.of(), "redress_app").migrate(flyway(url, "redress_owner", "owner"))).isInstanceOf(StartRefused.class)
                .hasMessage("The tables of this database belong to redress_app, and the start would change them as redress_owner (spring.flyway.user): hand them over first, as docs/operations.md says under"
                        + " two database users, or leave spring.flyway.user out.");

        try (var connection = postgres.getDatabase("postgres", "redress").getConnection(); var statement = connection.createStatement()) {
            statement.execute(handOver());
        }
        new SchemaAtStart(List.of(), "redress_app").migrate(flyway(url, "redress_owner", "owner"));
        try (var connection = DriverManager.getConnection(url, "redress_app", "app"); var statement = connection.createStatement()) {
            statement.execute("select * from complaint");
            assertThatThrownBy(() -> statement.execute("delete from audit")).hasMessageContaining("permission denied");
        }
        assertThat(catchThrowable(() -> new SchemaAtStart(List.of(), "redress_app").migrate(flyway(url, "redress_app", "app"))))
                .hasMessage("The tables of this database belong to redress_owner, and the start would change them as redress_app: set spring.flyway.user=redress_owner and spring.flyway.password.");
    }

    /** The statement that the docs give for it. */
    private static String handOver() throws IOException {
        var found = Pattern.compile("(?s)    (do \\$\\$.*?\\$\\$;)").matcher(Files.readString(Path.of("docs/operations.md")));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static Flyway flyway(String url, String user, String password) {
        return Flyway.configure().dataSource(url, user, password).locations("classpath:db/migration", "classpath:db/postgresql").placeholders(Map.of("application", "redress_app"))
                .baselineOnMigrate(true).baselineVersion("0").load();
    }

    private static String why(String url, String user, String password, String wait) {
        return String.valueOf(catchThrowable(() -> begin(url, user, password, wait).close()).getMessage());
    }

    private static GenericApplicationContext begin(String url, String user, String password, String wait) {
        var context = new GenericApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", Map.of("spring.datasource.url", url, "spring.datasource.username", user,
                "spring.datasource.password", password, "redress.database.wait", wait, "redress.database.turn", "1m")));
        new DatabaseAtStart().initialize(context);
        context.refresh();
        return context;
    }
}
