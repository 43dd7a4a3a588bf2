package org.redress.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.redress.Redress;
import org.redress.api.Browsers;
import org.redress.api.Browsers.Browser;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Happening;
import org.redress.replay.PublishedCouncils;
import org.redress.start.DatabaseAtStart;
import org.redress.start.SettingNames;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Two nodes on one PostgreSQL, begun at the same moment on an empty one: people work while timers fire on both, and the database goes in several ways and comes back; a file of H2 whose process is killed while
 * people work; and a process that is killed while it moves running cases to another version of the models.
 */
@ExtendWith(OutputCaptureExtension.class)
class FaultsIT {
    /** Health says within two seconds how it is; the rest is for a busy machine, and far less than the silence takes. */
    private static final Duration IN_TIME = Duration.ofSeconds(15);
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final int CASES = 12;
    private static final int PEOPLE = 3;
    private static final String GONE = "The database does not answer";
    private static final String BACK = "The database is back";

    private interface Fault {
        void happen() throws Exception;
    }

    @Test
    void isSurvivedByTwoNodes(CapturedOutput log) throws Exception {
        // a command that ran in this JVM before may have left that nothing is written
        System.clearProperty(LoggingSystemProperty.CONSOLE_THRESHOLD.getEnvironmentVariableName());
        try (var postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start(); var wire = new Wire(postgres.getPort())) {
            // the second has no webapps: they keep something for the whole JVM
            // and the log of the JVM is set up by one after the other; what comes then they do at once
            var logs = new CountDownLatch(1);
            var second = CompletableFuture.supplyAsync(() -> node(logs::countDown, postgres.getPort(), "--spring.autoconfigure.exclude=org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration"));
            assertThat(logs.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
            try (var here = node(() -> { }, wire.port(), "--redress.database.answer-within=3s", "--redress.database.connect-within=2s"); var there = second.join()) {
                ProcessEngines.registerProcessEngine(here.getBean(ProcessEngine.class));
                here.getBean(PublishedCouncils.class).make(Office.PASSWORD);
                var database = there.getBean(JdbcTemplate.class);
                keepsNoWordOfARowThatItRefuses(database);
                completesWhileTimersFire(here, there);
                makesOneCaseOfOneFormThatReachesBoth(here, there);

                var officer = new Browsers(here.getEnvironment().getRequiredProperty("local.server.port", Integer.class)).signedIn("kent-officer");
                // as a balancer asks, who has no session
                var balancer = new Browsers(here.getEnvironment().getRequiredProperty("local.server.port", Integer.class)).fresh();
                goesAndComesBack("silent", officer, balancer, wire::silence, wire::mend, log);
                goesAndComesBack("cut", officer, balancer, wire::cut, wire::mend, log);
                try (var outside = postgres.getPostgresDatabase().getConnection()) {
                    goesAndComesBack("only read", officer, balancer, () -> only(outside, "on"), () -> only(outside, "off"), log);
                }
                assertThat(database.queryForObject("select count(*) from act_ru_job where retries_ = 0", Integer.class)).isZero();
            }
        }
    }

    @Test
    void losesNothingThatWasAnsweredOnAFileOfH2WhenTheProcessIsKilled(@TempDir Path folder) throws Exception {
        var lab = new Lab(folder);
        var file = folder.resolve("redress");
        Load load;
        try (var node = lab.node("killed", file)) {
            node.up();
            load = Lab.people(node);
            assertThat(Lab.works(load, 2 * PEOPLE)).isTrue();
            node.kill();
            load.end();
        }
        var row = new Row("Hard kill, H2", "nothing lost");
        try (var database = Lab.at(file)) {
            load.look(row, database);
        }
        assertThat(row.isRed()).as(row.toString()).isFalse();
    }

    @Test
    void movesEachCaseOnceWhenTheNodeThatMovesThemIsKilled(@TempDir Path folder) throws Exception {
        var row = new Row("Killed while cases move", "each moves once");
        new MoveKilled(new Lab(folder)).happen(row);
        assertThat(row.isRed()).as(row.toString()).isFalse();
    }

    private static ConfigurableApplicationContext node(Runnable withLog, int port, String... more) {
        ApplicationListener<ApplicationEnvironmentPreparedEvent> last = prepared -> withLog.run();
        return new SpringApplicationBuilder(Redress.class, Office.class, Casework.class).initializers(new SettingNames(), new DatabaseAtStart()).listeners(last).run(Stream.concat(Stream.of(
                "--spring.datasource.url=jdbc:postgresql://localhost:" + port + "/postgres", "--spring.datasource.username=postgres", "--server.port=0",
                "--redress.admin.id=admin", "--redress.admin.password=" + Office.PASSWORD, "--redress.https=false", "--redress.recount.at-start=false", "--logging.threshold.console=trace"), Stream.of(more)).toArray(String[]::new));
    }

    private static void keepsNoWordOfARowThatItRefuses(JdbcTemplate database) {
        for (var insert : List.of("insert into turn (name) values ('Mrs Quillfeather writes far more than there is room for in such a narrow column as this one is')",
                "insert into turn (name) values ('accounts')", "select cast(w as integer) from (select cast('Mrs Quillfeather' as varchar) as w) x")) {
            try {
                database.execute(insert);
                throw new AssertionError("It was taken: " + insert);
            } catch (DataAccessException e) {
                var said = ((SQLException) e.getMostSpecificCause()).getMessage();
                assertThat(said).doesNotContain("Quillfeather");
            }
        }
    }

    /** Complaints that came weeks ago: what is overdue is due at once, on both nodes, while people acknowledge. */
    private static void completesWhileTimersFire(ConfigurableApplicationContext here, ConfigurableApplicationContext there) throws Exception {
        var office = here.getBean(Office.class);
        var weeksAgo = office.today().minusWeeks(5);
        var references = new ArrayList<String>();
        for (int i = 0; i < CASES; i++) {
            // on the one node, and acknowledged on the other
            var receives = (i % 2 == 0 ? there : here).getBean(Office.class);
            references.add(receives.receive("kent", Map.of("receivedOn", weeksAgo.toString(), "complaintText", "The bins, for the " + i + "th time.")));
        }
        var people = Executors.newFixedThreadPool(PEOPLE);
        try {
            var work = new ArrayList<Callable<String>>();
            for (var reference : references) {
                work.add(() -> acknowledge(references.indexOf(reference) % 2 == 0 ? here : there, reference, weeksAgo));
            }
            for (var done : people.invokeAll(work)) {
                assertThat(done.get()).isEmpty();
            }
        } finally {
            people.shutdown();
        }
        var cases = there.getBean(CaseFiles.class);
        assertThat(references).allSatisfy(reference -> {
            assertThat(office.openTasks(reference)).contains("Assess complaint").doesNotContain("Acknowledge complaint");
            // in the order in which it happened, whichever node wrote it
            assertThat(cases.chronology(reference)).extracting(Happening::what).filteredOn(List.of("Complaint received", "Acknowledge complaint")::contains).containsExactly("Complaint received", "Acknowledge complaint");
        });
        var jobs = there.getBean(ManagementService.class);
        await().atMost(SOON).untilAsserted(() -> assertThat(jobs.createJobQuery().executable().count()).isZero());
    }

    private static void makesOneCaseOfOneFormThatReachesBoth(ConfigurableApplicationContext here, ConfigurableApplicationContext there) {
        var answers = Answers.with(Answers.complaint(here.getBean(Office.class).today(), Map.of("complaintText", "Sent to both nodes.", "complainant", "Mrs Quillfeather")),
                Map.of("submissionKey", UUID.randomUUID().toString()));
        var both = Stream.of(here, there).map(node -> CompletableFuture.supplyAsync(() -> {
            node.getBean(Office.class).as("kent-officer");
            var definition = node.getBean(RepositoryService.class).createProcessDefinitionQuery().processDefinitionKey("complaint").latestVersion().singleResult();
            return node.getBean(FormService.class).submitStartForm(definition.getId(), answers).getBusinessKey();
        })).toList();

        assertThat(both.get(0).join()).isEqualTo(both.get(1).join());
    }

    private static String acknowledge(ConfigurableApplicationContext node, String reference, LocalDate day) {
        var office = node.getBean(Office.class);
        try {
            office.completeAs("kent-officer", office.task(reference, "Acknowledge complaint"), Answers.acknowledge(day));
            return "";
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    private static void goesAndComesBack(String how, Browser officer, Browser balancer, Fault goes, Fault comes, CapturedOutput log) throws Exception {
        // a busy machine may have been without connections before
        await().alias("before " + how).atMost(SOON).untilAsserted(() -> assertThat(officer.get("/actuator/health/readiness").statusCode()).isEqualTo(200));
        int lines = log.getAll().length();
        goes.happen();
        await().alias(how).atMost(SOON).untilAsserted(() -> assertThat(inTime(balancer, "/actuator/health/readiness")).isEqualTo(503));
        assertThat(inTime(balancer, "/actuator/health/liveness")).as(how).isEqualTo(200);
        var asked = how.equals("only read") ? officer.start("complaint", Answers.complaint(LocalDate.now(), Map.of("complaintText", "Not taken."))) : officer.post("/task/count", Map.of());
        assertThat(asked.statusCode()).as(how + ": " + asked.body()).isEqualTo(503);
        assertThat(asked.body()).contains("The database does not answer at this moment");
        assertThat(asked.headers().firstValue("Retry-After")).contains("10");
        if (!how.equals("only read")) {
            assertThat(officer.get("/redress/sessions", "text/html").statusCode()).as(how).isEqualTo(503);
        }

        comes.happen();

        await().alias(how + ", and back").atMost(SOON).untilAsserted(() -> {
            assertThat(officer.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(officer.post("/task/count", Map.of()).statusCode()).isEqualTo(200);
        });
        var said = log.getAll().substring(lines);
        // two products in one process write each line twice
        if (!how.equals("only read")) {
            var gone = said.lines().filter(line -> line.contains(GONE)).distinct().toList();
            assertThat(gone).as(said).hasSize(1);
            assertThat(said.lines().filter(line -> line.contains(BACK)).distinct()).as(said).hasSize(1);
            assertThat(said).doesNotContain("\tat ");
        }
    }

    private static int inTime(Browser officer, String path) {
        var begun = System.nanoTime();
        int status = officer.get(path).statusCode();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(IN_TIME);
        return status;
    }

    private static void only(Connection outside, String reading) throws SQLException {
        try (var statement = outside.createStatement()) {
            statement.execute("alter database postgres set default_transaction_read_only = " + reading);
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = 'postgres'");
        }
    }
}
