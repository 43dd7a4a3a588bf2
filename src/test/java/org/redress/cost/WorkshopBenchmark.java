package org.redress.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.redress.testing.Options;

/**
 * How long whoever changes models waits, by the clock, each figure beside what it is compared with, in turns: {@code redress check} and a start that is refused for the same folder; {@code redress try} of all
 * cases and of one case after the other; the commands with the classes kept ready and without. It runs what {@code ./mvnw package} has built. docs/performance.md has the figures.
 * Arguments: {@code --rounds=3}, {@code --only=check,try,warm}.
 */
public final class WorkshopBenchmark {
    private static final Path BUILT = Path.of("target/redress.jar");
    private static final Path UNPACKED = Path.of("target/replay/redress.jar");
    private static final Path CLASSES = Path.of("target/replay/classes.jsa");
    private static final List<String> CASES = List.of("18 010 925", "19 010 314", "21 000 259", "21 008 150", "22 016 374");
    private static final double NANOS = 1e9;

    private final int rounds;
    private final Path folder;

    private WorkshopBenchmark(int rounds, Path folder) {
        this.rounds = rounds;
        this.folder = folder;
    }

    /** How long a command took, and after which time it had said its first line, in seconds. */
    private record Ran(double seconds, double firstLine, int code) {}

    public static void main(String[] arguments) throws Exception {
        var options = new Options(arguments);
        var only = List.of(options.text("only").orElse("check,try,warm").split(","));
        if (!Files.exists(BUILT)) {
            throw new IllegalStateException("There is no " + BUILT + "; say ./mvnw package -DskipTests first.");
        }
        var benchmark = new WorkshopBenchmark(options.number("rounds", 3), Files.createTempDirectory("workshop"));
        // the first run of each keeps its classes ready for the others
        redress("due", "2019-08-09", "20 working days");
        redress("replay", CASES.get(1));
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

    private void check() throws IOException, InterruptedException {
        var broken = copied("broken");
        change(broken.resolve("processes/stage.bpmn"), "${determineStartDate}", "${dataSource}");
        var checks = new ArrayList<Double>();
        var starts = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            checks.add(redress("check", broken.toString()).seconds());
            starts.add(run(List.of(java(), "-jar", BUILT.toString(), "--redress.models=" + broken, "--redress.admin.id=admin", "--redress.admin.password=not-for-anybody-7", "--spring.datasource.url=jdbc:h2:mem:check"))
                    .seconds());
        }
        row("redress check of a folder that a start refuses", median(checks), "a start that is refused for it", median(starts));
    }

    private void tries() throws IOException, InterruptedException {
        var changed = copied("changed");
        change(changed.resolve("processes/allowance.dmn"), "<outputEntry id=\"OutputEntry_ResponseCode1_1\"><text>\"10 working days\"</text>", "<outputEntry id=\"OutputEntry_ResponseCode1_1\"><text>\"7 working days\"</text>");
        var together = new ArrayList<Double>();
        var apart = new ArrayList<Double>();
        var first = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            var all = redress("try", changed.toString());
            together.add(all.seconds());
            first.add(all.firstLine());
            double sum = 0;
            for (var one : CASES) {
                sum += redress("try", changed.toString(), one).seconds();
            }
            apart.add(sum);
        }
        row("redress try of all " + CASES.size() + " cases", median(together), "of one after the other", median(apart));
        say("its first line after %.1f s (the slowest of %d: %.1f s)".formatted(median(first), rounds, first.stream().max(Double::compare).orElseThrow()));
    }

    private void warm() throws IOException, InterruptedException {
        var commands = Map.of("due", List.of("due", "2019-08-09", "20 working days"), "check", List.of("check", "."), "replay", List.of("replay", CASES.get(1)));
        for (var name : List.of("due", "check", "replay")) {
            var with = new ArrayList<Double>();
            var without = new ArrayList<Double>();
            for (int round = 0; round < rounds; round++) {
                with.add(plain(List.of("-XX:SharedArchiveFile=" + CLASSES), commands.get(name)).seconds());
                without.add(plain(List.of(), commands.get(name)).seconds());
            }
            row("redress " + name + " with the classes of a replay kept ready", median(with), "without", median(without));
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

    private static Ran run(List<String> command) throws IOException, InterruptedException {
        long from = System.nanoTime();
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        long first = 0;
        try (var said = process.inputReader()) {
            while (said.readLine() != null) {
                first = first == 0 ? System.nanoTime() - from : first;
            }
        }
        return new Ran((System.nanoTime() - from) / NANOS, first / NANOS, process.waitFor());
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

    private static void row(String what, double seconds, String other, double otherSeconds) {
        say("| %s | %.1f | %s | %.1f | **%.2f** |".formatted(what, seconds, other, otherSeconds, seconds / otherSeconds));
    }

    private static void say(String line) {
        System.out.printf(Locale.UK, "%s%n", line);
    }
}
