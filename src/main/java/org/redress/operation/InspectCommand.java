package org.redress.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.redress.identity.StartRefused;
import org.redress.operation.Inspection.Report;
import org.redress.start.CommandLine;
import org.redress.start.ExistingDatabase;
import org.redress.start.ExitCode;
import org.redress.start.SchemaVersion;

/** {@code redress inspect}: what is in the configured database and what is wrong with it, while a server runs or not; it changes nothing. */
public final class InspectCommand {
    private static final int EXAMPLES = 10;
    private static final String USAGE = "Say: redress inspect [--json] [--out=FILE] [--spring.datasource.url=…]";

    private InspectCommand() {}

    /**
     * Prints what stands in the database, in sentences or as data.
     *
     * @return 0 if nothing is wrong, 1 if something is, 2 with one sentence if it could not be looked at
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        var words = new ArrayList<>(arguments);
        boolean json = words.remove("--json");
        var file = CommandLine.option(words, "--out").filter(name -> !name.isBlank());
        if (words.stream().anyMatch(word -> !word.startsWith("--spring."))) {
            err.println(USAGE);
            return ExitCode.NOT_DONE.code();
        }
        try {
            var report = ExistingDatabase.read(words, connection -> {
                SchemaVersion.of(connection).refuseOlder();
                return Inspection.of(connection);
            });
            if (file.isPresent()) {
                Files.write(Path.of(file.get()), lines(report, Integer.MAX_VALUE), StandardCharsets.UTF_8);
            }
            if (json) {
                out.println(json(report));
            } else {
                lines(report, EXAMPLES).forEach(out::println);
            }
            return report.whole() ? ExitCode.DONE.code() : ExitCode.FINDINGS.code();
        } catch (SQLException e) {
            err.println(ExistingDatabase.whyNotOpened(e, "Its numbers are given to Prometheus (docs/operations.md); for all of it stop the server, or look at a copy.")
                    .orElseGet(() -> "The database cannot be read (SQL state " + e.getSQLState() + ")."));
        } catch (StartRefused e) {
            err.println(e.getMessage());
        } catch (IOException e) {
            err.println("The file of --out cannot be written: " + e.getMessage());
        }
        return ExitCode.NOT_DONE.code();
    }

    static List<String> lines(Report report, int most) {
        var lines = new ArrayList<String>();
        var counts = report.counts();
        lines.add("%s; tables of version %s, the engine's of %s.".formatted(report.database(), report.schema(), report.engine()));
        counts.open().forEach(open -> lines.add("Open cases of %s, %s: %,d.".formatted(open.council(), open.stage() == 0 ? "before a stage" : "at stage " + open.stage(), open.cases())));
        counts.overdue().forEach(overdue -> lines.add("Overdue deadlines of %s: %,d.".formatted(overdue.council(), overdue.deadlines())));
        lines.add("Jobs: %,d due, %,d locked, %,d given up; %,d steps stand still.".formatted(counts.jobs().due(), counts.jobs().locked(), counts.jobs().givenUp(), counts.incidents()));
        lines.add("Notices: %,d wait, %,d were given up. The record of changes has %,d entries.".formatted(counts.waiting(), counts.givenUp(), counts.chain()));
        if (!counts.dispatches().isEmpty()) {
            lines.add("Letters sent by the product: " + counts.dispatches().stream().map(one -> "%,d %s".formatted(one.letters(), one.state())).collect(Collectors.joining(", ")) + ".");
        }
        lines.addAll(report.left());
        report.findings().forEach(kind -> {
            lines.add("");
            lines.add("%,d × %s: %s.".formatted(kind.number(), kind.name(), kind.toDo()));
            kind.said().stream().limit(most).forEach(said -> lines.add("  " + said));
            if (kind.number() > Math.min(most, kind.said().size())) {
                lines.add("  and %,d more%s.".formatted(kind.number() - Math.min(most, kind.said().size()), most == Integer.MAX_VALUE ? "" : "; --out=FILE writes them into a file"));
            }
        });
        lines.add("");
        lines.add(report.whole() ? "Nothing is wrong." : "Something is wrong: see above.");
        return lines;
    }

    private static String json(Report report) {
        var data = new LinkedHashMap<String, Object>();
        data.put("whole", report.whole());
        data.put("at", report.at().toString());
        data.put("database", report.database());
        data.put("schema", report.schema());
        data.put("engine", report.engine());
        data.put("open", report.counts().open());
        data.put("overdue", report.counts().overdue());
        var jobs = report.counts().jobs();
        data.put("jobs", Map.of("due", jobs.due(), "oldestSeconds", jobs.oldest().toSeconds(), "locked", jobs.locked(), "abandoned", jobs.abandoned(), "givenUp", jobs.givenUp()));
        data.put("incidents", report.counts().incidents());
        data.put("entries", report.counts().chain());
        data.put("notices", Map.of("waiting", report.counts().waiting(), "givenUp", report.counts().givenUp()));
        data.put("dispatches", report.counts().dispatches());
        data.put("left", report.left());
        data.put("findings", report.findings());
        try {
            return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
