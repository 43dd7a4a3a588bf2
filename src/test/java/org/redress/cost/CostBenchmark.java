package org.redress.cost;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.redress.Redress;
import org.redress.cost.Counts.Part;
import org.redress.testing.Office;
import org.redress.testing.Options;
import org.redress.testing.Statements;
import org.redress.testing.Statements.Work;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * What the product costs against its {@link Floor}: statements and rows, complaints a second and CPU, start and memory, the command {@code due}. docs/performance.md has the table and says how to read
 * it. Arguments: {@code --json=FILE} writes the numbers beside the table, {@code --page=FILE} puts the table into that page, {@code --rounds=6}, {@code --only=counts,speed,start,due}.
 */
public final class CostBenchmark {
    private static final List<Integer> THREADS = List.of(1, 2, 4);
    /** Of one thread in a round. */
    private static final int COMPLAINTS = 3;
    /** After so many neither side gets faster: what the product does is wider, and the compilers have seen all of it only after some 240. */
    private static final int WARM_UP = 300;
    private static final int WARM_UP_FOR_A_ROUND = 50;
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final long LOOK_AGAIN_MS = 50;
    /** Places in a round, after the product without letters. */
    private static final int FLOOR = 1;
    private static final int WITH_LETTERS = 2;
    private static final String NO_JOBS = "--camunda.bpm.job-execution.enabled=false";

    private static final String BEGINS = "<!-- the table of exec:exec@cost -->";
    private static final String ENDS = "<!-- ends -->";

    private final Map<String, Object> numbers = new LinkedHashMap<>();
    private final StringBuilder table = new StringBuilder();
    private final int rounds;

    private CostBenchmark(int rounds) {
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws Exception {
        // as the product's own start does it
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/London"));
        var options = new Options(arguments);
        var benchmark = new CostBenchmark(options.number("rounds", 6));
        var only = List.of(options.text("only").orElse("counts,speed,start,due").split(","));
        benchmark.title();
        boolean whole = benchmark.part(only, "counts", benchmark::counts) & benchmark.part(only, "speed", benchmark::speed) & benchmark.part(only, "start", benchmark::start)
                & benchmark.part(only, "due", benchmark::due);
        var json = options.text("json");
        if (json.isPresent()) {
            Files.writeString(Path.of(json.get()), JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(benchmark.numbers));
        }
        var page = options.text("page");
        if (page.isPresent()) {
            benchmark.into(Path.of(page.get()));
        }
        System.exit(whole ? 0 : 1);
    }

    private interface Measured {
        void measure() throws Exception;
    }

    /** One part, if it is wanted; the others are measured whatever becomes of it. */
    private boolean part(List<String> only, String name, Measured part) {
        if (!only.contains(name)) {
            return true;
        }
        try {
            part.measure();
            return true;
        } catch (Exception e) {
            System.err.println("The part \"" + name + "\" could not be measured.");
            e.printStackTrace();
            return false;
        }
    }

    private void counts() throws IOException {
        var ours = new LinkedHashMap<String, Counts>();
        try (var product = product(true, "jdbc:h2:mem:cost;DB_CLOSE_DELAY=-1", "redress", "")) {
            var paths = new CountedPaths(product.getBean(Office.class), product.getBean(ProcessEngine.class));
            for (int pass = 1; pass <= 2; pass++) {
                ours.put("simple", new Counts(paths.simple()));
                ours.put("full", new Counts(paths.full()));
            }
        }
        try (var floor = Floor.start(WebApplicationType.NONE, true, "--spring.datasource.url=jdbc:h2:mem:floor;DB_CLOSE_DELAY=-1", NO_JOBS)) {
            for (var way : ours.entrySet()) {
                compare(way.getKey(), way.getValue(), floored(way.getKey(), floor));
            }
        }
    }

    /** What the floor sends for the same way, when it has gone it once before. */
    private static Counts floored(String way, ConfigurableApplicationContext floor) {
        var steps = new ArrayList<CountedPaths.Step>();
        var paths = new FloorPaths(floor.getBean(ProcessEngine.class), work -> steps.add(new CountedPaths.Step("Step " + (steps.size() + 1), CountedPaths.Kind.SUBMISSION, Statements.of(work), Took.NOTHING)));
        for (int pass = 1; pass <= 2; pass++) {
            steps.clear();
            if (way.equals("simple")) {
                paths.simple();
            } else {
                paths.full();
            }
        }
        return new Counts(steps);
    }

    private void compare(String way, Counts ours, Counts floor) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "statements"));
        Files.writeString(folder.resolve(way + "-counted.txt"), ours.listed());
        Files.writeString(folder.resolve(way + "-floor.txt"), floor.listed());
        line(way + ": SQL statements", ours.statements(), floor.statements());
        line(way + ": rows written", ours.rows(), floor.rows());
        line(way + ": commits", ours.commits(), floor.commits());
        for (var part : Part.values()) {
            part((part.apart() ? "apart, " : "of these, ") + way + ": " + part, ours.statements(part), ours.rows(part));
        }
    }

    private void speed() throws Exception {
        try (var postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start()) {
            for (var name : List.of("cost", "floor")) {
                try (var connection = postgres.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
                    statement.execute("create database " + name);
                }
            }
            try (var product = product(false, postgres.getJdbcUrl("postgres", "cost"), "postgres", "postgres");
                    var floor = Floor.start(WebApplicationType.NONE, false, "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "floor"), "--spring.datasource.username=postgres",
                            "--spring.datasource.password=postgres", NO_JOBS)) {
                var letters = new HashMap<String, Object>();
                product.getEnvironment().getPropertySources().addFirst(new MapPropertySource("letters", letters));
                var office = product.getBean(Office.class);
                office.on(CountedPaths.MON_2027_02_01);
                Supplier<Took> ours = () -> new CountedPaths(office, product.getBean(ProcessEngine.class)).simple().stream().map(CountedPaths.Step::took).reduce(Took.NOTHING, Took::and);
                Supplier<Took> theirs = () -> {
                    var all = new ArrayList<Took>();
                    new FloorPaths(floor.getBean(ProcessEngine.class), work -> all.add(Took.by(() -> run(work)))).simple();
                    return all.stream().reduce(Took.NOTHING, Took::and);
                };
                warm(ours, theirs);
                for (int threads : THREADS) {
                    compare(threads, kept -> letters.put("redress.letters.kept", kept), ours, theirs);
                }
            }
        }
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

    /** Until the compilers have seen what they will see; a try with few rounds waits less. */
    private void warm(Supplier<Took> ours, Supplier<Took> theirs) {
        for (int pass = 0; pass < Math.min(WARM_UP, rounds * WARM_UP_FOR_A_ROUND); pass++) {
            ours.get();
            theirs.get();
        }
    }

    /**
     * One after the other in turns, so that whatever else the machine does meets all: the product without its letters as documents, which stand apart in the counts too, the floor, and the product with
     * them.
     */
    private void compare(int threads, Consumer<Boolean> letters, Supplier<Took> ours, Supplier<Took> theirs) throws Exception {
        var all = List.of(new ArrayList<Took>(), new ArrayList<Took>(), new ArrayList<Took>());
        for (int round = 0; round < rounds; round++) {
            for (int turn = 0; turn < all.size(); turn++) {
                int which = (round + turn) % all.size();
                letters.accept(which == WITH_LETTERS);
                all.get(which).add(together(threads, which == FLOOR ? theirs : ours));
            }
        }
        var on = ", PostgreSQL, " + threads + (threads == 1 ? " thread" : " threads");
        Function<Took, Double> perSecond = took -> threads * threads * COMPLAINTS * 1e9 / took.wall();
        Function<Took, Double> computed = took -> took.cpu() / 1e6 / (threads * COMPLAINTS);
        var floor = all.get(FLOOR);
        line("simple: complaints a second" + on, median(all.get(0), perSecond), median(floor, perSecond));
        line("simple: CPU of the application for one, ms" + on, median(all.get(0), computed), median(floor, computed));
        line("apart, simple with its letters as documents: complaints a second" + on, median(all.get(WITH_LETTERS), perSecond), median(floor, perSecond));
        line("apart, simple with its letters as documents: CPU of the application for one, ms" + on, median(all.get(WITH_LETTERS), computed), median(floor, computed));
    }

    private static Took together(int threads, Supplier<Took> complaint) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            Callable<Took> some = () -> IntStream.range(0, COMPLAINTS).mapToObj(number -> complaint.get()).reduce(Took.NOTHING, Took::and);
            var sum = Took.NOTHING;
            for (var each : pool.invokeAll(IntStream.range(0, threads).mapToObj(thread -> some).toList())) {
                sum = sum.and(each.get());
            }
            return sum;
        } finally {
            pool.shutdown();
        }
    }

    /** Until Tasklist answers, and the memory that the process has then. */
    private void start() throws Exception {
        var product = new ArrayList<Started>();
        var bare = new ArrayList<Started>();
        var all = new ArrayList<Started>();
        for (int round = 0; round < rounds; round++) {
            product.add(started("org.redress.Redress", "--redress.admin.id=nobody", "--redress.admin.password=Everybody-1", "--redress.https=false",
                    "--redress.sign-in.second-factor=off"));
            bare.add(started("org.redress.cost.Bare"));
            all.add(started("org.redress.cost.Bare", "all"));
        }
        line("start until Tasklist answers, s; the starter with the same webapps", median(product, one -> one.nanos() / 1e9), median(bare, one -> one.nanos() / 1e9));
        line("the same; the starter with JPA, Flyway, Security and the same models too", median(product, one -> one.nanos() / 1e9), median(all, one -> one.nanos() / 1e9));
        line("memory of the process then, MB; the starter with the same webapps", median(product, Started::megabytes), median(bare, Started::megabytes));
        line("the same; the starter with JPA, Flyway, Security and the same models too", median(product, Started::megabytes), median(all, Started::megabytes));
    }

    private record Started(long nanos, double megabytes) {}

    private static Started started(String main, String... settings) throws IOException, InterruptedException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var command = new ArrayList<>(List.of(java(), "-cp", System.getProperty("java.class.path"), main, "--server.port=" + port, "--spring.datasource.url=jdbc:h2:mem:start"));
        command.addAll(List.of(settings));
        long from = System.nanoTime();
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            while (!answers(port)) {
                if (process.waitFor(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS) || System.nanoTime() - from > LONGEST_START.toNanos()) {
                    throw new IllegalStateException(main + " did not start.");
                }
            }
            return new Started(System.nanoTime() - from, Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream().filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0).findFirst().orElse(Double.NaN));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static boolean answers(int port) {
        try {
            var tasklist = (HttpURLConnection) URI.create("http://localhost:" + port + "/camunda/app/tasklist/default/").toURL().openConnection();
            tasklist.setInstanceFollowRedirects(false);
            return tasklist.getResponseCode() < 500;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The command, side by side with the least that a JVM does. */
    private void due() throws Exception {
        var due = new ArrayList<Long>();
        var version = new ArrayList<Long>();
        for (int round = 0; round <= rounds; round++) {
            long one = run(List.of("./redress", "due", "2026-06-01", "20 working days"));
            long other = run(List.of(java(), "-version"));
            // the first one makes what the others read
            if (round > 0) {
                due.add(one);
                version.add(other);
            }
        }
        line("redress due, and java -version, s", median(due, nanos -> nanos / 1e9), median(version, nanos -> nanos / 1e9));
    }

    private static long run(List<String> command) throws IOException, InterruptedException {
        long from = System.nanoTime();
        int code = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(command + " ended with " + code + ".");
        }
        return System.nanoTime() - from;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static ConfigurableApplicationContext product(boolean counted, String url, String user, String password) {
        var application = new SpringApplicationBuilder(Redress.class, Office.class).web(WebApplicationType.NONE).logStartupInfo(false);
        if (counted) {
            application.sources(Statements.class);
        }
        var context = application.run("--spring.datasource.url=" + url, "--spring.datasource.username=" + user, "--spring.datasource.password=" + password, NO_JOBS,
                // the steps are those of programs, which read no letter before they send it
                "--redress.letters.read=false", "--redress.admin.id=nobody", "--redress.admin.password=" + Office.PASSWORD);
        try {
            context.getBean(Office.class).open();
            return context;
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    private static <T> double median(List<T> all, Function<T, Double> number) {
        var sorted = all.stream().map(number).sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private void title() {
        row("| | Redress | compared with | ratio |");
        row("|---|--:|--:|--:|");
    }

    /** The table is Markdown, for docs/performance.md. */
    private void row(String row) {
        System.out.println(row);
        table.append(row).append('\n');
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.UK, "%,.0f", value) : String.format(Locale.UK, value < 100 ? "%.2f" : "%,.0f", value);
    }

    private void line(String what, double ours, double floor) {
        row("| " + what + " | " + number(ours) + " | " + number(floor) + " | **" + String.format(Locale.UK, "%.2f", ours / floor) + "** |");
        numbers.put(what, Map.of("redress", ours, "floor", floor, "ratio", ours / floor));
    }

    private void part(String what, int statements, int rows) {
        row("| " + what + " | " + statements + " statements, " + rows + " rows | | |");
        numbers.put(what, Map.of("statements", statements, "rows", rows));
    }

    /** Puts the table between the two marks of a page. */
    private void into(Path page) throws IOException {
        var text = Files.readString(page);
        int from = text.indexOf(BEGINS);
        int until = text.indexOf(ENDS);
        if (from < 0 || until < from) {
            throw new IllegalStateException(page + " has no place for the table.");
        }
        Files.writeString(page, text.substring(0, from + BEGINS.length()) + "\n\n" + table + "\n" + text.substring(until));
    }
}
