package org.redress.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redress.testing.Options;

/**
 * How long whoever changes models waits, by the clock and in processor time, each figure beside what it is compared with, in turns: {@code redress check} and a start that is refused for the same folder;
 * {@code redress try} of the published cases and of the same ones one after the other; the commands with the classes kept ready and without. It runs what {@code ./mvnw package} has built.
 * docs/performance.md has the figures. Arguments: {@code --rounds=3}, {@code --only=check,try,warm}, {@code --cases=22} for how many of the published cases are tried.
 */
public final class WorkshopBenchmark {
    private static final Path BUILT = Path.of("target/redress.jar");
    private static final Path UNPACKED = Path.of("target/replay/redress.jar");
    private static final Path CLASSES = Path.of("target/replay/classes.jsa");
    private static final Path SCRIPTS = Path.of("src/main/resources/cases");
    private static final Pattern REFERENCE = Pattern.compile("(?m)^case: *[\"']?([^\"'#\\n]+?)[\"']? *$");
    /** What the shell's times says last: user and system time of what it has run, in minutes and seconds. */
    private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s");
    private static final double MINUTE = 60;
    private static final String CASE = "19 010 314";
    private static final double NANOS = 1e9;

    private final int rounds;
    private final Path folder;
    private final List<String> cases;

    private WorkshopBenchmark(int rounds, Path folder, List<String> cases) {
        this.rounds = rounds;
        this.folder = folder;
        this.cases = cases;
    }

    /** How long a command took by the clock, after which time it had said its first line, and what it used of the processors, in seconds. */
    private record Ran(double seconds, double firstLine, double processor) {}

    /** The same command in several rounds. */
    private static final class Rounds {
        private final List<Double> seconds = new ArrayList<>();
        private final List<Double> processor = new ArrayList<>();

        void add(List<Ran> commands) {
            seconds.add(commands.stream().mapToDouble(Ran::seconds).sum());
            processor.add(commands.stream().mapToDouble(Ran::processor).sum());
        }
    }

    public static void main(String[] arguments) throws Exception {
        var options = new Options(arguments);
        var only = List.of(options.text("only").orElse("check,try,warm").split(","));
        if (!Files.exists(BUILT)) {
            throw new IllegalStateException("There is no " + BUILT + "; say ./mvnw package -DskipTests first.");
        }
        var cases = published();
        var benchmark = new WorkshopBenchmark(options.number("rounds", 3), Files.createTempDirectory("workshop"), cases.subList(0, Math.min(cases.size(), options.number("cases", cases.size()))));
        // the first run of each keeps its classes ready for the others
        redress("due", "2019-08-09", "20 working days");
        redress("replay", CASE);
        if (only.contains("check")) {
            benchmark.check();
        }
        if (only.contains("try")) {
            benchmark.tries();
        }
        if (only.contains("warm")) {
            benchmark.warm();
        }
    }

    private static List<String> published() throws IOException {
        try (var files = Files.walk(SCRIPTS)) {
            var references = new ArrayList<String>();
            for (var file : files.filter(one -> one.toString().endsWith(".yaml")).sorted().toList()) {
                var reference = REFERENCE.matcher(Files.readString(file));
                if (!reference.find()) {
                    throw new IllegalStateException(file + " does not say which case it is.");
                }
                references.add(reference.group(1));
            }
            return references;
        }
    }

    private void check() throws IOException, InterruptedException {
        var broken = copied("broken");
        change(broken.resolve("processes/stage.bpmn"), "${determineStartDate}", "${dataSource}");
        var checks = new Rounds();
        var starts = new Rounds();
        for (int round = 0; round < rounds; round++) {
            checks.add(List.of(redress("check", broken.toString())));
            starts.add(List.of(run(List.of(java(), "-jar", BUILT.toString(), "--redress.models=" + broken, "--redress.admin.id=admin", "--redress.admin.password=not-for-anybody-7", "--spring.datasource.url=jdbc:h2:mem:check"))));
        }
        row("redress check of a folder that a start refuses", checks, "a start that is refused for it", starts);
    }

    private void tries() throws IOException, InterruptedException {
        var changed = copied("changed");
        change(changed.resolve("processes/allowance.dmn"), "<outputEntry id=\"OutputEntry_ResponseCode1_1\"><text>\"10 working days\"</text>", "<outputEntry id=\"OutputEntry_ResponseCode1_1\"><text>\"7 working days\"</text>");
        var together = new Rounds();
        var apart = new Rounds();
        var first = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            var all = redress(Stream.concat(Stream.of("try", changed.toString()), cases.stream()).toArray(String[]::new));
            together.add(List.of(all));
            first.add(all.firstLine());
            var each = new ArrayList<Ran>();
            for (var one : cases) {
                each.add(redress("try", changed.toString(), one));
            }
            apart.add(each);
        }
        row("redress try of " + cases.size() + " cases", together, "of one after the other", apart);
        say("its first line after %.1f s (the slowest of %d: %.1f s)".formatted(median(first), rounds, first.stream().max(Double::compare).orElseThrow()));
    }

    private void warm() throws IOException, InterruptedException {
        var commands = Map.of("due", List.of("due", "2019-08-09", "20 working days"), "check", List.of("check", "."), "replay", List.of("replay", CASE));
        for (var name : List.of("due", "check", "replay")) {
            var with = new Rounds();
            var without = new Rounds();
            for (int round = 0; round < rounds; round++) {
                with.add(List.of(plain(List.of("-XX:SharedArchiveFile=" + CLASSES), commands.get(name))));
                without.add(List.of(plain(List.of(), commands.get(name))));
            }
            row("redress " + name + " with the classes of a replay kept ready", with, "without", without);
        }
    }

    private static Ran plain(List<String> options, List<String> command) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable"));
        all.addAll(options);
        all.addAll(List.of("-cp", UNPACKED.toString(), "org.redress.Redress"));
        all.addAll(command);
        return run(all);
    }

    private static Ran redress(String... words) throws IOException, InterruptedException {
        return run(Stream.concat(Stream.of("./redress"), Stream.of(words)).toList());
    }

    /** The shell says what the command used: the JVM cannot ask that of a process that has ended. */
    private static Ran run(List<String> command) throws IOException, InterruptedException {
        long from = System.nanoTime();
        var process = new ProcessBuilder(Stream.concat(Stream.of("sh", "-c", "\"$@\"; times", "sh"), command.stream()).toList()).redirectErrorStream(true).start();
        long first = 0;
        String last = "";
        try (var said = process.inputReader()) {
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                first = first == 0 ? System.nanoTime() - from : first;
                last = line;
            }
        }
        process.waitFor();
        var times = TIMES.matcher(last);
        if (!times.matches()) {
            throw new IllegalStateException("The shell did not say what " + command + " used: " + last);
        }
        return new Ran((System.nanoTime() - from) / NANOS, first / NANOS, MINUTE * number(times, 1) + number(times, 2) + MINUTE * number(times, 3) + number(times, 4));
    }

    private static double number(Matcher times, int group) {
        return Double.parseDouble(times.group(group));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private Path copied(String name) throws IOException {
        var copy = folder.resolve(name);
        for (var part : List.of("processes", "forms")) {
            Files.createDirectories(copy.resolve(part));
            try (var files = Files.list(Path.of(part))) {
                for (var file : files.toList()) {
                    Files.copy(file, copy.resolve(part).resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return copy;
    }

    private static void change(Path file, String now, String then) throws IOException {
        var text = Files.readString(file);
        if (!text.contains(now)) {
            throw new IllegalStateException(file + " does not hold " + now + " any more.");
        }
        Files.writeString(file, text.replace(now, then));
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();
    }

    private static void row(String what, Rounds measured, String other, Rounds beside) {
        double seconds = median(measured.seconds);
        double otherSeconds = median(beside.seconds);
        double processor = median(measured.processor);
        double otherProcessor = median(beside.processor);
        say("| %s | %.1f | %.1f | %s | %.1f | %.1f | **%.2f** | **%.2f** |".formatted(what, seconds, processor, other, otherSeconds, otherProcessor, seconds / otherSeconds, processor / otherProcessor));
    }

    private static void say(String line) {
        System.out.printf(Locale.UK, "%s%n", line);
    }
}
