package org.redress.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.redress.Redress;
import org.redress.api.Browsers;
import org.redress.replay.PublishedCouncils;
import org.redress.testing.Answers;
import org.redress.testing.Office;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** So many timers due at the same moment on PostgreSQL, first without anybody and then with people at work: how fast they fire, and how long people wait. docs/performance.md has the figures. */
public final class DueBenchmark {
    private static final int WEEKS_AGO = 5;
    private static final double MOST = 0.95;

    private DueBenchmark() {}

    /** The first argument says how many complaints; each has the timers of an acknowledgement that is overdue. */
    public static void main(String[] arguments) throws Exception {
        int cases = arguments.length == 0 ? 200 : Integer.parseInt(arguments[0]);
        try (var postgres = EmbeddedPostgres.builder().start();
                var product = new SpringApplicationBuilder(Redress.class, Office.class).logStartupInfo(false).run("--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                        "--spring.datasource.username=postgres", "--server.port=0", "--camunda.bpm.job-execution.active=false", "--redress.https=false", "--redress.admin.id=admin",
                        "--redress.admin.password=" + Office.PASSWORD, "--redress.sign-in.second-factor=off", "--redress.limits.starts-in-a-row=1000000", "--redress.recount.at-start=false")) {
            product.getBean(PublishedCouncils.class).make(Office.PASSWORD);
            var executor = product.getBean(ProcessEngineConfigurationImpl.class).getJobExecutor();
            executor.shutdown();
            for (boolean withPeople : new boolean[] {false, true}) {
                fill(product, cases);
                long due = due(product);
                var waits = Collections.synchronizedList(new ArrayList<Long>());
                var people = Executors.newFixedThreadPool(2);
                long begun = System.nanoTime();
                executor.start();
                if (withPeople) {
                    for (int i = 0; i < 2; i++) {
                        people.submit(() -> work(product, waits));
                    }
                }
                while (due(product) > 0) {
                    TimeUnit.MILLISECONDS.sleep(100);
                }
                var took = Duration.ofNanos(System.nanoTime() - begun);
                people.shutdownNow();
                executor.shutdown();
                Collections.sort(waits);
                System.out.printf("%s: %d timers in %.1f s, %.1f a second%s%n", withPeople ? "with two people at work" : "without people", due, took.toMillis() / 1000.0, due * 1000.0 / took.toMillis(),
                        waits.isEmpty() ? "" : ", %d requests of people, p50 %d ms, p95 %d ms, longest %d ms".formatted(waits.size(), at(waits, 0.5), at(waits, MOST), waits.get(waits.size() - 1)));
            }
        }
    }

    private static void fill(ConfigurableApplicationContext product, int cases) {
        var office = product.getBean(Office.class);
        var weeksAgo = office.today().minusWeeks(WEEKS_AGO).toString();
        for (int i = 0; i < cases; i++) {
            office.receive("kent", Map.of("receivedOn", weeksAgo, "complaintText", "Due " + UUID.randomUUID(), "complainant", "Person " + UUID.randomUUID()));
        }
    }

    private static long due(ConfigurableApplicationContext product) {
        return product.getBean(ManagementService.class).createJobQuery().executable().count();
    }

    /** Looks at the list, begins a complaint, and looks again. */
    private static void work(ConfigurableApplicationContext product, List<Long> waits) {
        var browser = new Browsers(product.getEnvironment().getRequiredProperty("local.server.port", Integer.class)).signedIn("kent-officer");
        while (!Thread.currentThread().isInterrupted()) {
            timed(waits, () -> browser.post("/task?firstResult=0&maxResults=15", Map.of("candidateGroup", "complaints-team")));
            timed(waits, () -> browser.answer("/process-definition/key/complaint/submit-form",
                    Answers.complaint(LocalDate.now(), Map.of("complaintText", "People " + UUID.randomUUID(), "complainant", "Person " + UUID.randomUUID()))));
        }
    }

    private static void timed(List<Long> waits, Runnable request) {
        long begun = System.nanoTime();
        request.run();
        waits.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }

    private static long at(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.round(sorted.size() * share)));
    }
}
