package org.redress.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.audit.Verification.Anchor;
import org.redress.audit.Verification.Result;
import org.redress.identity.StartRefused;
import org.redress.start.CommandLine;
import org.redress.start.ExistingDatabase;

/**
 * {@code redress audit verify}: checks the record of changes of the configured database, without starting the product. {@code redress audit baseline}: somebody
 * answers for the rows that differ, and the chain says so from then on. {@code redress audit removed}: the numbers of cases that were removed.
 */
public final class AuditCommand {
    private static final int WHOLE = 0;
    private static final int TAMPERED = 1;
    private static final int NOT_DONE = 2;
    /** Findings of one kind are shown so often. */
    private static final int EXAMPLES = 3;
    private static final String USAGE = "Say: redress audit verify [--since ANCHOR] [--out FILE] [--spring.datasource.url=…], or: redress audit baseline --by=NAME --because=REASON --out=FILE, or: redress audit removed [--out FILE]";

    private AuditCommand() {}

    /**
     * Prints what is wrong, or that nothing is, and the anchor to write down.
     *
     * @return 0 if the record is whole, 1 if somebody tampered with it or with a row, 2 with one sentence if it could not be checked or its cases are made up
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        var words = new ArrayList<>(arguments);
        var settings = words.stream().filter(word -> word.startsWith("--spring.")).toList();
        words.removeIf(word -> word.startsWith("--spring."));
        try {
            var since = CommandLine.option(words, "--since").orElse(null);
            var file = CommandLine.option(words, "--out").orElse(null);
            var by = CommandLine.option(words, "--by").orElse(null);
            var because = CommandLine.option(words, "--because").orElse(null);
            if (words.equals(List.of("verify")) && by == null && because == null) {
                var anchor = since == null ? null : Anchor.parse(since);
                var result = ExistingDatabase.read(settings, connection -> {
                    refuseMade(connection);
                    return Verification.of(connection, anchor);
                });
                keep(result, file);
                return print(result, file, out);
            }
            if (words.equals(List.of("removed")) && since == null && by == null && because == null) {
                return removed(ExistingDatabase.read(settings, AfterRestore::removed), file, out);
            }
            if (words.equals(List.of("baseline")) && by != null && because != null && file != null && since == null) {
                return baseline(settings, by, because, file, out);
            }
            err.println(USAGE);
        } catch (IllegalArgumentException | StartRefused e) {
            err.println(e.getMessage());
        } catch (IOException e) {
            err.println("The file of --out cannot be written: " + e.getMessage());
        } catch (SQLException e) {
            err.println(ExistingDatabase.whyNotOpened(e, "Stop the server, or copy the file while it stands still, and check again.")
                    .orElseGet(() -> "The record of changes cannot be read (SQL state " + e.getSQLState() + "): is this a database of Redress?"));
        }
        return NOT_DONE;
    }

    private static void refuseMade(Connection connection) throws SQLException {
        var made = MadeDatabase.of(connection);
        if (made.isPresent()) {
            throw new IllegalArgumentException("The cases of this database are made up (" + made.get() + "): redress load made them directly in rows. It is no record that could be whole.");
        }
    }

    /** What a restore of an older backup has to remove again. */
    private static int removed(List<String> references, @Nullable String file, PrintStream out) throws IOException {
        if (file == null) {
            references.forEach(out::println);
        } else {
            Files.write(Path.of(file), references, StandardCharsets.UTF_8);
            out.printf("%,d numbers of removed cases are in %s.%n", references.size(), file);
        }
        return WHOLE;
    }

    /** Nobody writes until it is done, so that what is taken is what the file says. */
    private static int baseline(List<String> settings, String by, String because, String file, PrintStream out) throws SQLException, IOException {
        var result = ExistingDatabase.write(settings, connection -> {
            AsTheyAre.hold(connection);
            var found = Verification.of(connection, null);
            keep(found, file);
            if (!found.findings().isEmpty()) {
                var entries = new AsTheyAre(connection, Clock.fixed(now(connection), ZoneOffset.UTC), by);
                entries.take(found.wrong(), Entry.BASELINE);
                entries.milestone(Entry.BASELINE, found.findings().size() + " findings taken as they were: " + because);
            }
            return found;
        });
        if (result.findings().isEmpty()) {
            out.println("The record of changes is whole: it needs no baseline.");
        } else {
            out.printf("The chain has a baseline: %,d rows were taken as they are, and %s answers for them. What they were is in %s; keep it.%n", result.wrong().size(), by, file);
        }
        return WHOLE;
    }

    private static Instant now(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var found = statement.executeQuery("select current_timestamp")) {
            found.next();
            return found.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static void keep(Result result, @Nullable String file) throws IOException {
        if (file != null) {
            var lines = new ArrayList<>(result.findings());
            lines.add("Anchor: " + result.end());
            Files.write(Path.of(file), lines, StandardCharsets.UTF_8);
        }
    }

    private static int print(Result result, @Nullable String file, PrintStream out) {
        out.printf("%,d entries, %,d rows of %d tables.%n", result.end().sequence(), result.rows(), result.tables());
        result.milestones().forEach(out::println);
        var kinds = new LinkedHashMap<String, List<String>>();
        result.findings().forEach(finding -> kinds.computeIfAbsent(finding.replaceAll("\\d+", "…"), kind -> new ArrayList<>()).add(finding));
        kinds.forEach((kind, findings) -> {
            findings.stream().limit(EXAMPLES).forEach(out::println);
            if (findings.size() > EXAMPLES) {
                out.printf("%,d more of this kind: %s%n", findings.size() - EXAMPLES, kind);
            }
        });
        if (!result.findings().isEmpty()) {
            out.printf("%,d findings of %,d kinds%s.%n", result.findings().size(), kinds.size(), file == null ? "; --out FILE writes all of them into a file" : ", all of them in " + file);
        }
        out.println(result.findings().isEmpty() ? "The record of changes is whole." : "The record of changes and the case files do not agree.");
        out.println("Anchor: " + result.end());
        return result.findings().isEmpty() ? WHOLE : TAMPERED;
    }
}
