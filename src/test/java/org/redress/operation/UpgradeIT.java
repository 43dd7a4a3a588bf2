package org.redress.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Groups;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.Redress;
import org.redress.audit.AuditCommand;
import org.redress.identity.StartRefused;
import org.redress.replay.SimulatedTime;
import org.redress.start.H2File;
import org.redress.testing.Answers;
import org.redress.testing.Office;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A database that an earlier version has left is brought to this one, people go on with its cases, and the checks find nothing wrong; and what has to be done after an
 * older backup was put back in its place.
 */
class UpgradeIT {
    private static final String VERSION = "49";
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate MON_2026_06_22 = LocalDate.of(2026, 6, 22);

    @TempDir
    private Path folder;

    @Test
    void bringsAnH2FileOfTheVersionBeforeToThisOne() throws Exception {
        var database = new Database(H2File.uncompacted("jdbc:h2:file:" + folder.resolve("redress")), "redress", "");
        database.lay();
        var since = goesOn(database, "backup to '" + folder.resolve("night.zip") + "'");
        wholeAndNothingWrong(database);

        try (var backup = new ZipInputStream(Files.newInputStream(folder.resolve("night.zip")))) {
            assertThat(backup.getNextEntry()).isNotNull();
            Files.copy(backup, folder.resolve("redress.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        }
        refused(database);
        restored(database, since);
    }

    @Test
    void bringsAPostgresOfTheVersionBeforeToThisOne() throws Exception {
        try (var postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start()) {
            var database = new Database(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
            database.lay();
            var backup = new Database(postgres.getJdbcUrl("postgres", "night"), "postgres", "postgres");
            new Database(postgres.getJdbcUrl("postgres", "template1"), "postgres", "postgres").execute("create database night template postgres");
            var since = goesOn(database, "select 1");
            wholeAndNothingWrong(database);

            database.execute("update installation set place = '1/2' where id = 1");
            refused(database);
            // of the version before, as a backup often is
            restored(backup, since);
        }
    }

    /** An officer completes a step of a case that the version before began; somebody makes a backup, and the day goes on with a new case, whose number is given. */
    private static String goesOn(Database database, String backup) {
        try (var product = new SpringApplicationBuilder(Redress.class, Office.class).web(WebApplicationType.NONE)
                .run(Stream.concat(Stream.of(database.settings()), Stream.of("--camunda.bpm.job-execution.enabled=false")).toArray(String[]::new))) {
            var office = product.getBean(Office.class);
            office.on(MON_2026_06_22);
            var task = product.getBean(TaskService.class).createTaskQuery().taskName("Assess complaint").tenantIdIn("kent").list().get(0);
            office.complete(task, Answers.accept(MON_2026_06_01, Map.of()));
            product.getBean(JdbcTemplate.class).execute(backup);
            var since = office.receive("kent", Map.of("complainant", "Ms Nightingale-Oakes"));
            product.getBean(SimulatedTime.class).end();
            return since;
        }
    }

    private static void wholeAndNothingWrong(Database database) throws Exception {
        assertThat(database.audit("verify")).contains("The record of changes is whole.", ": upgrade done, ").endsWith("\n0");
        var inspected = database.inspect();
        var data = JsonMapper.builder().build().readTree(inspected.substring(0, inspected.lastIndexOf('\n')));
        // the timers of that time are due today, and no server runs
        assertThat(data.path("findings").findValuesAsText("name")).isSubsetOf("work that is due and that nobody does");
        assertThat(data.path("schema").asText()).isNotEqualTo(VERSION);
        assertThat(data.path("open").toString()).contains("kent", "leicestershire");
    }

    private static void refused(Database database) throws SQLException {
        try (var connection = database.connect()) {
            assertThatThrownBy(() -> Place.refuseAnother(connection)).isInstanceOf(StartRefused.class)
                    .hasMessageStartingWith("This database is not as it was left: it was restored from a backup, copied or cut off. Say ./redress restored first");
        }
    }

    /** What the backup brings back, and must not be good: a session, an address, a token, a draft, a notice, and a case that was removed since. */
    private void restored(Database database, String since) throws Exception {
        var gone = database.text("select min(reference) from complaint where council = 'leicestershire'");
        database.execute("insert into spring_session values ('a', 'b', 1, 1, 1, 1, 'kent-officer')",
                "insert into feed (person, digest, made_at, last_day) values ('kent-officer', 'x', current_timestamp, date '2030-01-01')",
                "insert into api_token (account, program, digest, made_at, made_by, last_day) values ('kent-officer', 'x', 'x', current_timestamp, 'admin', date '2030-01-01')",
                "insert into draft (version, writer, person, council, process, title, content, bytes, kept_at, about) values (0, 'x', 'kent-officer', 'kent', 'complaint', 'x', 'x', 1, current_timestamp, '')",
                "insert into notice (notice_key, kind, person, digest, state, attempts, made_at, next_at) values ('k', 'OVERDUE', 'kent-officer', false, 'waiting', 0, current_timestamp, current_timestamp)");
        var list = Files.writeString(folder.resolve("removed"), "# since the backup\n" + gone + "\nKENT-1999-00001\n");

        assertThat(database.restored("--last=" + since, "--removed", list.toString())).contains("1 sessions of the backup", "1 addresses of calendars", "1 tokens of programs", "1 drafts were thrown away",
                "1 notices are not sent", "1 cases that were removed after the backup are removed again; 1 of the list are not in it.").endsWith("\n0");

        try (var connection = database.connect()) {
            Place.refuseAnother(connection);
        }
        assertThat(database.text("select nextval('complaint_number')")).as("higher than the number of %s", since).matches("1\\d{4}");
        for (var left : List.of("spring_session", "draft", "feed where revoked_at is null", "api_token where revoked_at is null", "complaint where reference = '" + gone + "'",
                "ACT_RU_EXECUTION where BUSINESS_KEY_ = '" + gone + "'", "ACT_HI_PROCINST where BUSINESS_KEY_ = '" + gone + "'")) {
            assertThat(database.text("select count(*) from " + left)).as(left).isEqualTo("0");
        }
        assertThat(database.audit("verify")).contains("The record of changes is whole.", ": restore of a backup").endsWith("\n0");
        assertThat(database.audit("removed")).contains(gone);
    }

    private interface Command {
        int run(List<String> words, PrintStream out, PrintStream err);
    }

    private record Database(String url, String user, String password) {
        Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }

        void lay() throws Exception {
            try (var connection = connect()) {
                OldVersion.lay(VERSION, connection, url, user, password);
            }
            // the version before was on Camunda, and the one that goes on may be on another engine
            if (Groups.CAMUNDA_ADMIN.startsWith("operaton")) {
                try (var connection = connect()) {
                    AnotherEngine.rename(connection);
                }
            }
        }

        void execute(String... statements) throws SQLException {
            try (var connection = connect(); var statement = connection.createStatement()) {
                for (var sql : statements) {
                    statement.execute(sql);
                }
            }
        }

        String text(String query) throws SQLException {
            try (var connection = connect(); var statement = connection.createStatement(); var found = statement.executeQuery(query)) {
                assertThat(found.next()).isTrue();
                return found.getString(1);
            }
        }

        String[] settings() {
            return new String[] {"--spring.datasource.url=" + url, "--spring.datasource.username=" + user, "--spring.datasource.password=" + password};
        }

        String audit(String... words) {
            return run(AuditCommand::run, words);
        }

        String inspect() {
            return run(InspectCommand::run, "--json");
        }

        String restored(String... words) {
            return run(RestoredCommand::run, words);
        }

        /** What it said, with the exit code as the last line. */
        private String run(Command command, String... words) {
            var out = new ByteArrayOutputStream();
            var said = new PrintStream(out, true, UTF_8);
            int code = command.run(Stream.concat(Stream.of(words), Stream.of(settings())).toList(), said, said);
            return out.toString(UTF_8).strip() + "\n" + code;
        }
    }
}
