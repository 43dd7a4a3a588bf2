package org.redress.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.RepositoryService;
import org.redress.Redress;
import org.redress.api.Browsers;
import org.redress.retention.OldCasesListed;
import org.redress.testing.Office;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What lists, searches, board, case page and start page cost with 1,000 cases and with many, side by side in one process; docs/performance.md has the figures and the command. */
public final class SizeBenchmark {
    private static final int SMALL_OPEN = 100;
    private static final int SMALL_CLOSED = 900;
    private static final int WARM_UP = 4;
    private static final int WELL = 200;
    private static final double SLOWEST = 300;
    private static final double MOST_GROWTH = 1.5;
    private static final Path DATA = Path.of("target", "large-database");

    private SizeBenchmark() {}

    /**
     * The large size, open and closed, how often each thing is asked, where the figures go as JSON, a server that is there, what is asked, as a pattern, and where the table of the documentation
     * goes; "-" for none. Databases that are there already are measured again.
     */
    public static void main(String[] arguments) throws Exception {
        var order = new Order(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), arguments[3], arguments[5].equals("-") ? ".*" : arguments[5], arguments[6]);
        if (!arguments[4].equals("-")) {
            measure(arguments[4], order);
            return;
        }
        Files.createDirectories(DATA);
        try (var postgres = EmbeddedPostgres.builder().setDataDirectory(DATA).setCleanDataDirectory(false).setServerConfig("shared_buffers", "1GB").setServerConfig("max_wal_size", "8GB")
                .setServerConfig("work_mem", "16MB").setServerConfig("maintenance_work_mem", "256MB").start()) {
            measure(postgres.getJdbcUrl("postgres", "postgres").replaceFirst("/[^/]*$", ""), order);
        }
    }

    /** What is measured. */
    private record Order(int open, int closed, int rounds, String json, String only, String table) {}

    private static void measure(String server, Order order) throws Exception {
        var small = database(server, SMALL_OPEN, SMALL_CLOSED);
        var large = database(server, order.open(), order.closed());
        try (var first = new Side(small); var second = new Side(large)) {
            var figures = measure(first, second, order);
            if (!order.json().equals("-")) {
                new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(Path.of(order.json()).toFile(), figures);
            }
            if (!order.table().equals("-")) {
                Files.writeString(Path.of(order.table()), table(figures));
            }
        }
    }

    /** As docs/performance.md has it. */
    private static String table(List<Map<String, Object>> figures) {
        return "| What | 1,000: p50 | p95 | large: p50 | p95 | p50, times | p95, times | |\n|---|--:|--:|--:|--:|--:|--:|---|\n" + figures.stream().map(figure -> "| %s | %.0f | %.0f | %.0f | %.0f | %.2f | %.2f | %s |\n"
                .formatted(figure.get("what"), figure.get("small p50"), figure.get("small p95"), figure.get("large p50"), figure.get("large p95"), figure.get("ratio p50"), figure.get("ratio p95"),
                        Boolean.TRUE.equals(figure.get("held")) ? "" : "not held")).collect(Collectors.joining());
    }

    private static String database(String server, int open, int closed) throws SQLException {
        var name = "made_%d_%d".formatted(open, closed);
        try (var connection = DriverManager.getConnection(server + "/postgres", "postgres", ""); var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                if (found.next()) {
                    return server + "/" + name;
                }
            }
            statement.execute("create database " + name);
        }
        int code = LoadCommand.run(List.of("--open", "" + open, "--closed", "" + closed, "--password", Office.PASSWORD, "--spring.datasource.url=" + server + "/" + name,
                "--spring.datasource.username=postgres"), System.out, System.err);
        if (code != 0) {
            throw new IllegalStateException("The database was not made.");
        }
        return server + "/" + name;
    }

    /** Somebody who has signed in, with the token that our scripts ask for once in a page. */
    private record Person(Browsers.Browser browser, String header, String token) {
        static Person of(Browsers browsers, String id) {
            var browser = browsers.signedIn(id);
            var token = Browsers.json(browser.get("/redress/api/token"));
            return new Person(browser, token.path("header").asText(), token.path("token").asText());
        }

        HttpResponse<String> get(String path) {
            return browser.get(path);
        }

        HttpResponse<String> search(String body) {
            return browser.send(browser.request("/redress/api/cases/search").header("Content-Type", "application/json").header(header, token).POST(BodyPublishers.ofString(body)));
        }

        /** The first page of a filter, as Tasklist asks for it. */
        HttpResponse<String> list(String filter) {
            return browser.send(browser.request("/camunda/api/engine/engine/default/filter/" + filter + "/list?firstResult=0&maxResults=15").header("Content-Type", "application/json")
                    .setHeader("Accept", "application/hal+json").POST(BodyPublishers.ofString("{\"sorting\":[{\"sortBy\":\"dueDate\",\"sortOrder\":\"asc\"}]}")));
        }

        HttpResponse<String> count(String filter) {
            return browser.get("/camunda/api/engine/engine/default/filter/" + filter + "/count");
        }
    }

    /** The product over one of the databases. */
    private static final class Side implements AutoCloseable {
        private final ConfigurableApplicationContext product;
        private final Map<String, Person> people = new LinkedHashMap<>();
        private final List<Map<String, Object>> cases;
        private final Map<String, String> filters = new LinkedHashMap<>();
        private final Random random = new Random(29);
        private final Map<String, Runnable> questions = new LinkedHashMap<>();

        Side(String url) {
            product = new SpringApplicationBuilder(Redress.class).logStartupInfo(false).run("--spring.datasource.url=" + url, "--spring.datasource.username=postgres", "--server.port=0",
                    "--camunda.bpm.job-execution.enabled=false", "--redress.recount.at-start=false", "--redress.https=false", "--redress.sign-in.second-factor=off", "--redress.search.in-a-row=1000000",
                    "--redress.admin.id=admin", "--redress.admin.password=" + Office.PASSWORD, "--logging.threshold.console=trace", "--redress.sign-in.hash-rounds=1000");
            active();
            var browsers = new Browsers(Integer.parseInt(String.valueOf(product.getEnvironment().getProperty("local.server.port"))));
            List.of("kent-officer", "kent-manager", "kent-supervisor", "ombudsman-intake", "ombudsman-supervisor").forEach(id -> people.put(id, Person.of(browsers, id)));
            cases = product.getBean(JdbcTemplate.class).queryForList("select s.reference, s.person, s.subject from case_search s where s.council = 'kent' and s.person not like 'Zz%'"
                    + " and s.state <> 'closed' order by md5(s.reference) limit 200");
            product.getBean(FilterService.class).createFilterQuery().listPage(0, 100).forEach(filter -> filters.put(filter.getName(), filter.getId()));
            ask();
        }

        /** The webapps look for the engine in a place that all applications of one JVM share. */
        void active() {
            ProcessEngines.registerProcessEngine(product.getBean(ProcessEngine.class));
        }

        private String one(String column) {
            return String.valueOf(cases.get(random.nextInt(cases.size())).get(column));
        }

        /** A made subject is "Mill Road, noise"; those that the templates have are sentences, which hundreds of copies share. */
        private String place() {
            var made = cases.stream().map(one -> String.valueOf(one.get("subject"))).filter(subject -> subject.matches("\\w+ Road, \\w+.*")).toList();
            return made.get(random.nextInt(made.size())).replaceAll("^(\\w+) Road, (\\w+).*", "$1 $2");
        }

        private String family() {
            var person = one("person").split(",")[0];
            return person.substring(person.lastIndexOf(' ') + 1);
        }

        private void ask() {
            var officer = person("kent-officer");
            var supervisor = person("kent-supervisor");
            var intake = person("ombudsman-intake");
            question("search: reference", () -> supervisor.search("{\"words\":\"" + one("reference") + "\"}"));
            question("search: person", () -> supervisor.search("{\"person\":\"" + family() + "\"}"));
            question("search: two words", () -> supervisor.search("{\"words\":\"" + place() + "\"}"));
            question("search: a frequent word", () -> supervisor.search("{\"words\":\"road\"}"));
            question("search: state and stage", () -> supervisor.search("{\"state\":\"open\",\"stage\":1}"));
            question("search: closed", () -> supervisor.search("{\"state\":\"closed\"}"));
            question("search: who has it", () -> supervisor.search("{\"holder\":\"kent-manager\"}"));
            question("search: with a part only", () -> person("kent-manager").search("{\"state\":\"open\"}"));
            question("search: Ombudsman, a frequent word", () -> intake.search("{\"words\":\"road\"}"));
            for (var side : List.of("kent", "ombudsman")) {
                var board = person(side + "-supervisor");
                question("board of " + side, () -> board.get("/redress/api/board"));
                question("board of " + side + ": deadlines", () -> board.get("/redress/api/board/deadlines"));
                question("board of " + side + ": overdue of a stage", () -> board.get("/redress/api/board/deadlines?due=OVERDUE&stage=1"));
                question("board of " + side + ": tasks", () -> board.get("/redress/api/board/tasks"));
                question("board of " + side + ": tasks of nobody", () -> board.get("/redress/api/board/tasks?person="));
                question("board of " + side + ": finished cases", () -> board.get("/redress/api/board/finished"));
                question("figures of " + side, () -> board.get("/redress/figures"));
            }
            question("board of kent: finished, one outcome", () -> supervisor.get("/redress/api/board/finished?outcome=WITHDRAWN"));
            var definition = product.getBean(RepositoryService.class).createProcessDefinitionQuery().processDefinitionKey("complaint").latestVersion().singleResult().getId();
            question("definition: figures of steps", () -> supervisor.get("/redress/api/board/definitions/" + definition));
            question("definition: finished cases", () -> supervisor.get("/redress/api/board/finished?procedure=complaint"));
            question("case page", () -> supervisor.get("/redress/api/cases/" + one("reference")));
            question("case page: what ran", () -> supervisor.get("/redress/api/cases/" + one("reference") + "/ran"));
            // the start of a process, which would stay
            questions.put("retention review of kent: its list", () -> OldCasesListed.firstPage(product, "kent"));
            people.forEach((id, person) -> question("start page of " + id, () -> person.get("/")));
            people.forEach((id, person) -> question("counts of all lists of " + id, () -> person.get("/redress/api/steps/lists")));
            people.forEach((id, person) -> filters.forEach((name, filter) -> {
                if (id.endsWith("supervisor") || !name.equals("All of my council")) {
                    question(name + " of " + id, () -> person.list(filter));
                    question("count: " + name + " of " + id, () -> person.count(filter));
                }
            }));
        }

        private void question(String name, Supplier<HttpResponse<String>> asked) {
            questions.put(name, () -> {
                var answer = asked.get();
                if (answer.statusCode() != WELL) {
                    throw new IllegalStateException(name + ": " + answer.statusCode() + " " + answer.body());
                }
            });
        }

        private Person person(String id) {
            return Objects.requireNonNull(people.get(id));
        }

        @Override
        public void close() {
            product.close();
        }
    }

    private static List<Map<String, Object>> measure(Side small, Side large, Order order) {
        var figures = new ArrayList<Map<String, Object>>();
        System.out.printf("%-55s %21s %21s %11s%n", "milliseconds", "1,000 cases: p50 p95", "large: p50 p95", "ratios");
        for (var name : small.questions.keySet().stream().filter(question -> question.matches(order.only())).toList()) {
            var times = List.of(new ArrayList<Long>(), new ArrayList<Long>());
            for (int round = -WARM_UP; round < order.rounds(); round++) {
                for (int turn = 0; turn < 2; turn++) {
                    int side = (turn + round & 1);
                    var asked = side == 0 ? small : large;
                    asked.active();
                    var question = Objects.requireNonNull(asked.questions.get(name));
                    long begun = System.nanoTime();
                    question.run();
                    if (round >= 0) {
                        times.get(side).add(System.nanoTime() - begun);
                    }
                }
            }
            figures.add(figure(name, times.stream().map(SizeBenchmark::sorted).toList()));
        }
        var worst = figures.stream().filter(figure -> Boolean.FALSE.equals(figure.get("held"))).map(figure -> String.valueOf(figure.get("what"))).toList();
        System.out.println(worst.isEmpty() ? "All of them hold." : worst.size() + " of " + figures.size() + " do not hold: " + String.join("; ", worst));
        return figures;
    }

    private static Map<String, Object> figure(String name, List<long[]> at) {
        double small = at(at.get(0), 0.95);
        double large = at(at.get(1), 0.95);
        double middle = at(at.get(1), 0.5) / at(at.get(0), 0.5);
        boolean held = large < SLOWEST && large <= MOST_GROWTH * small;
        System.out.printf("%-55s %10.1f %10.1f %10.1f %10.1f %5.2f %5.2f%s%n", name, at(at.get(0), 0.5), small, at(at.get(1), 0.5), large, middle, large / small, held ? "" : " *");
        var figure = new LinkedHashMap<String, Object>();
        figure.put("what", name);
        figure.put("small p50", at(at.get(0), 0.5));
        figure.put("small p95", small);
        figure.put("large p50", at(at.get(1), 0.5));
        figure.put("large p95", large);
        figure.put("ratio p50", middle);
        figure.put("ratio p95", large / small);
        figure.put("held", held);
        return figure;
    }

    private static long[] sorted(List<Long> times) {
        var sorted = times.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double at(long[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(sorted.length * share) - 1)] / 1e6;
    }
}
