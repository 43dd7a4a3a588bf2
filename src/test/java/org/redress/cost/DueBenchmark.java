package org.redress.cost;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.redress.Redress;
import org.redress.api.Browsers;
import org.redress.replay.PublishedCouncils;
import org.redress.testing.Answers;
import org.redress.testing.Office;
import org.redress.testing.Options;
import org.redress.testing.Statements.Work;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Deadlines of so many complaints that are due at the same moment, on PostgreSQL: how fast they fire against the {@link Floor}, with nobody at work; how long people wait meanwhile; and two nodes.
 * docs/performance.md has the figures. Arguments: {@code --cases=200}, {@code --rounds=3}, {@code --json=FILE}.
 */
public final class DueBenchmark {
    private static final int WEEKS_AGO = 5;
    private static final double MEDIAN = 0.5;
    private static final double MOST = 0.95;
    private static final int CORES_FOR_TWO = 4;
    private static final int PEOPLE = 2;
    private static final String USER = "postgres";
    private static final Duration LOOKS_EVERY = Duration.ofMillis(50);

    private final Map<String, Object> numbers = new LinkedHashMap<>();
    private final int cases;

    private DueBenchmark(int cases) {
        this.cases = cases;
    }

    public static void main(String[] arguments) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/London"));
        var options = new Options(arguments);
        var benchmark = new DueBenchmark(options.number("cases", 200));
        int rounds = options.number("rounds", 3);
        try (var postgres = EmbeddedPostgres.builder().start()) {
            for (var name : List.of("ours", "floor")) {
                new JdbcTemplate(postgres.getPostgresDatabase()).execute("create database " + name);
            }
            try (var product = product(postgres, WebApplicationType.SERVLET);
                    var floor = Floor.start(WebApplicationType.NONE, false, "--spring.datasource.url=" + postgres.getJdbcUrl(USER, "floor"), "--spring.datasource.username=" + USER)) {
                product.getBean(PublishedCouncils.class).make(Office.PASSWORD);
                executor(product).shutdown();
                executor(floor).shutdown();
                benchmark.againstTheFloor(product, floor, rounds);
                benchmark.besidePeople(product);
                try (var second = product(postgres, WebApplicationType.NONE)) {
                    executor(second).shutdown();
                    benchmark.onTwo(product, second);
                }
            }
        }
        var json = options.text("json");
        if (json.isPresent()) {
            Files.writeString(Path.of(json.get()), JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(benchmark.numbers));
        }
        System.exit(0);
    }

    private static ConfigurableApplicationContext product(EmbeddedPostgres postgres, WebApplicationType web) {
        return new SpringApplicationBuilder(Redress.class, Office.class).web(web).logStartupInfo(false).run("--spring.datasource.url=" + postgres.getJdbcUrl(USER, "ours"), "--spring.datasource.username=" + USER,
                "--server.port=0", "--redress.https=false", "--redress.admin.id=admin", "--redress.admin.password=" + Office.PASSWORD, "--redress.sign-in.second-factor=off",
                "--redress.limits.starts-in-a-row=1000000", "--redress.recount.at-start=false");
    }

    private static JobExecutor executor(ConfigurableApplicationContext context) {
        return context.getBean(ProcessEngineConfigurationImpl.class).getJobExecutor();
    }

    private void againstTheFloor(ConfigurableApplicationContext product, ConfigurableApplicationContext floor, int rounds) throws InterruptedException {
        var ratios = new ArrayList<Double>();
        var speeds = new ArrayList<Double>();
        for (int round = 0; round <= rounds; round++) {
            receive(product);
            double ours = fired(product, List.of(product));
            var paths = new FloorPaths(floor.getBean(ProcessEngine.class), DueBenchmark::run);
            for (int i = 0; i < cases; i++) {
                paths.received();
            }
            double theirs = fired(floor, List.of(floor));
            // the first is to warm up
            if (round > 0) {
                ratios.add(ours / theirs);
                speeds.add(ours);
            }
            System.out.printf("%s: %.1f jobs a second, the floor %.1f, ratio %.2f%n", round == 0 ? "to warm up" : "round " + round, ours, theirs, ours / theirs);
        }
        Collections.sort(ratios);
        Collections.sort(speeds);
        say("jobs a second without people, median", at(speeds, MEDIAN));
        say("of the floor's, median", at(ratios, MEDIAN));
    }

    private static void run(Work work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void say(String what, double number) {
        numbers.put(what, number);
        System.out.printf("%-50s %10.2f%n", what, number);
    }

    private void receive(ConfigurableApplicationContext product) {
        var office = product.getBean(Office.class);
        var weeksAgo = office.today().minusWeeks(WEEKS_AGO).toString();
        for (int i = 0; i < cases; i++) {
            office.receive("kent", Map.of("receivedOn", weeksAgo, "complaintText", "Due " + UUID.randomUUID(), "complainant", "Person " + UUID.randomUUID()));
        }
    }

    /** Lets these nodes do everything that is due; how many jobs they did a second. */
    private static double fired(ConfigurableApplicationContext counted, List<ConfigurableApplicationContext> nodes) throws InterruptedException {
        long before = done(counted);
        long begun = System.nanoTime();
        nodes.forEach(node -> executor(node).start());
        Awaitility.await().forever().pollDelay(Duration.ZERO).pollInterval(LOOKS_EVERY).until(() -> counted.getBean(ManagementService.class).createJobQuery().executable().count() == 0);
        double seconds = (System.nanoTime() - begun) / 1e9;
        nodes.forEach(node -> executor(node).shutdown());
        return (done(counted) - before) / seconds;
    }

    private static long done(ConfigurableApplicationContext node) {
        return node.getBean(HistoryService.class).createHistoricJobLogQuery().successLog().count();
    }

    private void besidePeople(ConfigurableApplicationContext product) throws InterruptedException {
        receive(product);
        var waits = Collections.synchronizedList(new ArrayList<Double>());
        var people = Executors.newFixedThreadPool(PEOPLE);
        for (int i = 0; i < PEOPLE; i++) {
            people.submit(() -> work(product, waits));
        }
        double speed = fired(product, List.of(product));
        people.shutdownNow();
        Collections.sort(waits);
        say("jobs a second with " + PEOPLE + " people at work", speed);
        say("their requests", waits.size());
        say("median of their requests, ms", at(waits, MEDIAN));
        say("p95 of their requests, ms", at(waits, MOST));
        say("longest of their requests, ms", at(waits, 1));
    }

    /** Looks at the list and begins a complaint, again and again. */
    private static void work(ConfigurableApplicationContext product, List<Double> waits) {
        var browser = new Browsers(product.getEnvironment().getRequiredProperty("local.server.port", Integer.class)).signedIn("kent-officer");
        while (!Thread.currentThread().isInterrupted()) {
            timed(waits, () -> browser.post("/task?firstResult=0&maxResults=15", Map.of("candidateGroup", "complaints-team")));
            timed(waits, () -> browser.start("complaint", Answers.complaint(LocalDate.now(), Map.of("complaintText", "People " + UUID.randomUUID(), "complainant", "Person " + UUID.randomUUID()))));
        }
    }

    private static void timed(List<Double> waits, Runnable request) {
        long begun = System.nanoTime();
        request.run();
        waits.add((System.nanoTime() - begun) / 1e6);
    }

    private void onTwo(ConfigurableApplicationContext one, ConfigurableApplicationContext other) throws InterruptedException {
        receive(one);
        double alone = fired(one, List.of(one));
        receive(one);
        double both = fired(one, List.of(one, other));
        int cores = Runtime.getRuntime().availableProcessors();
        say("two nodes, times as fast as one" + (cores < CORES_FOR_TWO ? " (no measure: " + cores + " cores for both)" : ""), both / alone);
        var twice = one.getBean(JdbcTemplate.class).queryForObject(
                "select count(*) from (select complaint_id, what, detail from chronology where what like 'Overdue%' group by complaint_id, what, detail having count(*) > 1) again", Integer.class);
        say("told twice", twice == null ? -1 : twice);
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1, Math.round((sorted.size() - 1) * share)));
    }
}
