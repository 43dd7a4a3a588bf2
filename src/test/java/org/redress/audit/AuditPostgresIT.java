package org.redress.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.redress.Redress;
import org.redress.attachments.AttachmentChecks;
import org.redress.casefile.CaseFiles;
import org.redress.replay.PublishedCouncils;
import org.redress.replay.SimulatedTime;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The record of changes on PostgreSQL, where its owner and the application are two users of the database. */
class AuditPostgresIT {
    private static final LocalDate MON_2015_06_01 = LocalDate.of(2015, 6, 1);
    private static final LocalDate WED_2021_06_02 = LocalDate.of(2021, 6, 2);
    private static final int THREADS = 6;

    @Test
    void isOutOfTheApplicationsReachAndStaysOneLine() throws Exception {
        try (var postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start()) {
            prepare(postgres);
            var url = url(postgres);
            try (var product = start(postgres)) {
                manyReceiveComplaints(product.getBean(Office.class));
                var attached = product.getBean(Casework.class).acknowledged("kent", Map.of());
                AttachmentChecks.givesOutWhatItTook(product, attached);
                AttachmentChecks.letsOneOfTwoIntoTheLastRoom(product, attached);
                removesAnOldCase(product, product.getBean(Office.class), product.getBean(TaskService.class), product.getBean(CaseFiles.class));
                refusesTheApplication(url);
                assertThat(verify(url)).as("while the server runs").contains("The record of changes is whole.");
                findsWhatTheOwnerDoes(url);
            }
            // a restart gives the grants again
            try (var product = start(postgres)) {
                refusesTheApplication(url);
                product.getBean(SimulatedTime.class).end();
            }
        }
    }

    /** As docs/security.md tells the operator. */
    private static void prepare(EmbeddedPostgres postgres) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
            statement.execute("create role redress_owner login password 'owner'");
            statement.execute("create role redress_app login password 'app'");
            statement.execute("create database redress owner redress_owner");
        }
        try (var connection = postgres.getDatabase("postgres", "redress").getConnection(); var statement = connection.createStatement()) {
            statement.execute("grant usage, create on schema public to redress_owner, redress_app");
        }
    }

    private static void manyReceiveComplaints(Office office) throws Exception {
        var people = Executors.newFixedThreadPool(THREADS);
        try {
            var work = IntStream.range(0, THREADS).<Callable<String>>mapToObj(thread -> () -> {
                office.receive("kent", Map.of());
                return office.receive("kent", Map.of());
            }).toList();
            for (var done : people.invokeAll(work, 2, TimeUnit.MINUTES)) {
                assertThat(done.get()).startsWith("KENT-");
            }
        } finally {
            people.shutdownNow();
        }
    }

    /** With the rights that the application has. */
    private static void removesAnOldCase(ConfigurableApplicationContext product, Office office, TaskService tasks, CaseFiles cases) throws IOException {
        office.on(MON_2015_06_01);
        var reference = office.receive("kent", Map.of());
        AttachmentChecks.givesOutWhatItTook(product, reference);
        office.event(reference, "withdrawal", Map.of());
        office.complete(reference, "Confirm withdrawal", Answers.confirmWithdrawal(office.today()));
        office.on(WED_2021_06_02);
        office.joins("kent-director", "supervisors");
        office.as("kent-supervisor").start("retention-review", Map.of("holdsAsked", true));
        office.signOut();
        office.completeAs("kent-supervisor", tasks.createTaskQuery().taskName("Review old cases").singleResult(), Map.of("proposal", "propose"));
        office.completeAs("kent-director", tasks.createTaskQuery().taskName("Confirm removal").singleResult(), Map.of("removal", "remove"));
        assertThat(tasks.createTaskQuery().taskName("File certificate").count()).isEqualTo(1);
        assertThat(cases.find(reference)).isEmpty();
    }

    private static void refusesTheApplication(String url) throws SQLException {
        try (var application = DriverManager.getConnection(url, "redress_app", "app")) {
            // answered with a warning only, and in vain
            execute(application, "grant all on audit to redress_app");
            for (var attack : List.of("update audit set who = 'somebody-else'", "delete from audit", "truncate audit", "truncate audit cascade", "drop table audit",
                    "alter table audit disable trigger user", "drop function refuse_to_change_the_audit() cascade", "delete from audit_head",
                    "create or replace function refuse_to_change_the_audit() returns trigger language plpgsql as 'begin return old; end'",
                    "update audit_key set secret = 'x'", "alter table complaint add column x integer")) {
                assertThatThrownBy(() -> execute(application, attack), attack).isInstanceOf(SQLException.class);
            }
        }
    }

    private static void findsWhatTheOwnerDoes(String url) throws SQLException {
        try (var owner = DriverManager.getConnection(url, "redress_owner", "owner")) {
            for (var attack : List.of("update audit set who = 'somebody-else'", "delete from audit", "truncate audit cascade")) {
                assertThatThrownBy(() -> execute(owner, attack), attack).hasMessageContaining("added to, never changed");
            }
            execute(owner, "update complaint set stage = 9 where id = (select min(id) from complaint)");
            assertThat(verify(url)).containsPattern("Table complaint, row \\d+: changed behind the product's back\\.");
            execute(owner, "alter table audit disable trigger user");
            execute(owner, "delete from audit where sequence = 5");
            execute(owner, "update audit set who = 'somebody-else' where sequence = 7");
            assertThat(verify(url)).contains("Entry 5 is missing.", "Entry 7 was changed");
            execute(owner, "alter table audit enable trigger user");
        }
    }

    /** Without a user, which would count for everybody. */
    private static String url(EmbeddedPostgres postgres) {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/redress";
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String verify(String url) {
        var out = new ByteArrayOutputStream();
        AuditCommand.run(List.of("verify", "--spring.datasource.url=" + url, "--spring.datasource.username=redress_app", "--spring.datasource.password=app"),
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ConfigurableApplicationContext start(EmbeddedPostgres postgres) {
        var product = new SpringApplicationBuilder(Redress.class, Office.class, Casework.class).web(WebApplicationType.NONE).run(
                "--spring.datasource.url=" + url(postgres),
                "--spring.datasource.username=redress_app",
                "--spring.datasource.password=app",
                "--spring.flyway.user=redress_owner",
                "--spring.flyway.password=owner",
                "--redress.admin.id=admin",
                "--redress.admin.password=" + Office.PASSWORD,
                "--camunda.bpm.job-execution.enabled=false");
        product.getBean(PublishedCouncils.class).make(Office.PASSWORD);
        return product;
    }
}
