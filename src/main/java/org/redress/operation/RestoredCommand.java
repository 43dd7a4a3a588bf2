package org.redress.operation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.Redress;
import org.redress.retention.RemovedAgain;
import org.redress.start.CommandLine;
import org.redress.start.ExistingDatabase;
import org.redress.start.ExitCode;
import org.redress.start.SchemaVersion;

/** {@code redress restored}: once after a backup was restored, before the server is started on it; the start refuses where it can tell that it was not said. */
public final class RestoredCommand {
    private static final String USAGE = "Say: redress restored [--removed=FILE] [--last=REFERENCE] [--spring.datasource.url=…], or: redress restored --moved";

    private RestoredCommand() {}

    /**
     * Does what has to be done after a restore, and prints it.
     *
     * @return 0 if it is done, 1 if it is done and something is left to somebody, 2 with one sentence if it could not be done
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        var words = new ArrayList<>(arguments);
        boolean moved = words.remove("--moved");
        var file = CommandLine.option(words, "--removed").filter(name -> !name.isBlank());
        var last = CommandLine.option(words, "--last").filter(name -> !name.isBlank());
        if (words.stream().anyMatch(word -> !word.startsWith("--spring.")) || moved && (file.isPresent() || last.isPresent())) {
            err.println(USAGE);
            return ExitCode.NOT_DONE.code();
        }
        try {
            if (!moved) {
                var removed = file.isPresent() ? references(Path.of(file.get())) : List.<String>of();
                last.ifPresent(Restored::number);
                boolean older = ExistingDatabase.read(words, connection -> SchemaVersion.of(connection).isOlder());
                if (older || !removed.isEmpty()) {
                    withTheProduct(words, last.orElse(null), removed, out);
                } else {
                    take(words, last.orElse(null), out);
                }
            }
            ExistingDatabase.<Boolean, RuntimeException>write(words, connection -> {
                Place.keep(connection);
                return true;
            });
            if (moved) {
                out.println("The server can be started on it where it is now.");
                return ExitCode.DONE.code();
            }
            out.println("Accounts, roles, councils and passwords are those of the backup: go through the accounts that were taken away, the passwords that were changed and the recovery codes that were used, since.");
            if (file.isEmpty()) {
                out.println("No list of removed cases was given: those that were removed since the backup are there again. redress audit removed writes the list, from a database that knows them.");
            }
            return file.isPresent() ? ExitCode.DONE.code() : ExitCode.FINDINGS.code();
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
        } catch (IOException e) {
            err.println("The list of removed cases cannot be read: " + e.getMessage());
        } catch (SQLException e) {
            err.println(ExistingDatabase.whyNotOpened(e, "Stop it first.").orElseGet(() -> "It was not done (SQL state " + e.getSQLState() + ")."));
        } catch (RuntimeException e) {
            err.println(ExistingDatabase.whyNotOpened(e, "Stop it first.").orElseGet(() -> "It was not done: " + ExistingDatabase.cause(e)));
        }
        return ExitCode.NOT_DONE.code();
    }

    private static void take(List<String> settings, @Nullable String last, PrintStream out) throws SQLException {
        ExistingDatabase.<List<String>, RuntimeException>write(settings, connection -> new Restored(connection, clock(connection)).take(last)).forEach(out::println);
    }

    /** The start brings a backup of an earlier version to this one; the product's own removal knows every table. */
    private static void withTheProduct(List<String> settings, @Nullable String last, List<String> removed, PrintStream out) throws SQLException {
        var all = new ArrayList<>(settings);
        all.add("--" + Place.RESTORING + "=true");
        all.add("--redress.notices.enabled=false");
        try (var product = ExistingDatabase.open(Redress.class, all)) {
            take(settings, last, out);
            if (!removed.isEmpty()) {
                int gone = product.getBean(RemovedAgain.class).remove(removed);
                out.printf("%,d cases that were removed after the backup are removed again; %,d of the list are not in it.%n", gone, removed.size() - gone);
            }
        }
    }

    private static List<String> references(Path file) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    }

    private static Clock clock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var found = statement.executeQuery("select current_timestamp")) {
            found.next();
            return Clock.fixed(found.getObject(1, OffsetDateTime.class).toInstant(), ZoneOffset.UTC);
        }
    }
}
