package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.redress.Redress;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Happening;
import org.redress.replay.PublishedCouncils;
import org.redress.replay.Replay;
import org.redress.replay.SimulatedTime;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/** The product on PostgreSQL: a published case from end to end, and a restart in the middle of another. */
class PostgresIT {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final int THREADS = 3;
    private static final String TEXT = "=1+1 <b>é</b> 😀\r\nsecond line ".repeat(500);

    @Test
    void playsACaseAndGoesOnWithAnotherAfterARestart() throws Exception {
        try (var postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start()) {
            String reference;
            try (var product = start(postgres)) {
                var script = ReflectionTestUtils.invokeMethod(Class.forName("org.redress.replay.CaseScripts"), "find", "19 010 314");
                var timeline = ReflectionTestUtils.invokeMethod(product.getBean(Replay.class), "play", script);
                assertThat((Boolean) ReflectionTestUtils.invokeMethod(timeline, "asExpected")).isTrue();
                product.getBean(Office.class).on(MON_2026_06_01);
                reference = product.getBean(Casework.class).acknowledged("kent", Map.of("complaintText", TEXT, "receivedTime", "09:15"));
            }
            try (var product = start(postgres)) {
                product.getBean(Office.class).on(MON_2026_06_01);
                var cases = product.getBean(CaseFiles.class);
                assertThat(product.getBean(RepositoryService.class).createDeploymentQuery().count()).isEqualTo(1);
                assertThat(cases.get(reference).complainedOf()).isEqualTo(TEXT);
                assertThat(cases.get(reference).receivedAt()).isEqualTo(LocalDateTime.of(2026, 6, 1, 9, 15));

                product.getBean(Office.class).complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of()));

                assertThat(cases.chronology(reference)).extracting(Happening::what).contains("Complaint received", "Acknowledge complaint", "Assess complaint");
                assertThat(product.getBean(Office.class).openTasks(reference)).containsExactly("Decide who answers");
                makesOneCaseOfOneFormAtTheSameMoment(product.getBean(Office.class), cases);
                product.getBean(SimulatedTime.class).end();
            }
        }
    }

    /** As on the other database: one waits for the other, and all are told the one case. */
    private static void makesOneCaseOfOneFormAtTheSameMoment(Office office, CaseFiles cases) throws Exception {
        var complaint = Answers.complaint(MON_2026_06_01, Map.of("complainant", "Ms Twice", "complaintText", "Twice.", "submissionKey", "0123456789abcdef"));
        var together = new CyclicBarrier(THREADS);
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var made = threads.invokeAll(Collections.nCopies(THREADS, () -> {
                together.await();
                return office.as("kent-officer").send("complaint", complaint);
            }));

            assertThat(made).extracting(Future::get).containsOnly(made.get(0).get());
        } finally {
            threads.shutdown();
        }
        assertThat(cases.all().stream().filter(file -> file.complainedOf().equals("Twice."))).hasSize(1);
    }

    private static ConfigurableApplicationContext start(EmbeddedPostgres postgres) {
        var product = new SpringApplicationBuilder(Redress.class, Office.class, Casework.class).web(WebApplicationType.NONE).run(
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
                "--redress.admin.id=admin",
                "--redress.admin.password=" + Office.PASSWORD,
                "--camunda.bpm.job-execution.enabled=false");
        product.getBean(PublishedCouncils.class).make(Office.PASSWORD);
        return product;
    }
}
