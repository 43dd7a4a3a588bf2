package org.redress.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.redress.testing.Options;

/**
 * The long faults: real processes that are killed, cut off from their database and filled up while people work. Writes the table of docs/faults.md. {@code --kills=50} says how many hard kills on each
 * database, {@code --minutes=10} how long one of two nodes is killed every half minute; without them it is a short look. {@code --only=WORD} runs the rows that have it in their name, and writes no page.
 */
public final class FaultTable {
    private static final String TABLE = "| Fault | Expected | Seen | |\n|---|---|---|---|\n";
    private static final String NOTHING_LOST = "nothing lost, nothing done twice, nobody signed out, no 500";
    private static final int MANY = 10;

    private final String only;
    private final List<Row> rows = new ArrayList<>();

    private FaultTable(String only) {
        this.only = only;
    }

    private interface Fault {
        void happen(Row row) throws Exception;
    }

    /** Runs every fault and writes the table into the page that is named first; the exit code says whether a row is not as expected. */
    public static void main(String[] arguments) throws Exception {
        var options = new Options(arguments);
        int kills = options.number("kills", 2);
        int minutes = options.number("minutes", 1);
        var only = options.text("only").orElse("");
        var table = new FaultTable(only);
        var lab = new Lab(Files.createTempDirectory("redress-faults"));
        System.out.println("Logs: " + lab.folder());
        table.all(lab, kills, minutes);
        if (only.isEmpty()) {
            write(Path.of(arguments[0]), table.text(kills, minutes));
        }
        System.exit(table.rows.stream().anyMatch(Row::isRed) ? 1 : 0);
    }

    private void all(Lab lab, int kills, int minutes) throws Exception {
        var killed = new Killed(lab);
        row("Hard kills of the process, PostgreSQL", NOTHING_LOST, row -> killed.onPostgres(row, kills));
        row("Hard kills of the process, H2", NOTHING_LOST, row -> killed.onH2(row, kills));
        row("One of two nodes killed every 30 s", NOTHING_LOST + "; what it had begun goes on elsewhere within a minute", row -> killed.oneOfTwo(row, Duration.ofMinutes(minutes)));
        row("Two nodes restarted one after the other", NOTHING_LOST + "; people work all the time", row -> killed.rolling(row, kills >= MANY ? 5 : 1));
        row("Two nodes begun at once on an empty database", "one set of models, one administrator", killed::onNothing);
        row("A node killed while it moves running cases to another version of the models", "it goes on where it was; each case moves once, with its timers", new MoveKilled(lab)::happen);
        gone(lab);
        var clocks = new Clocks(lab);
        row("The night in which the clock goes forward", NOTHING_LOST + "; each deadline told once", clocks::forward);
        row("The night in which the clock goes back", NOTHING_LOST + "; each deadline told once", clocks::back);
        row("The clock 40 days ahead, back, 2 hours behind, 5 minutes ahead", NOTHING_LOST + "; each deadline told once", clocks::steps);
        var restores = new Restores(lab);
        row("A backup made beside people at work, restored", "no start before redress restored; no number given twice, no session of the backup", restores::restore);
        row("Two nodes begun at once on a database of an earlier version", "its cases are there, both checks find nothing", restores::upgrade);
        var disks = new FullAndPoisoned(lab);
        row("Disk full, H2", "ends with code 74 and a sentence; with room it goes on, nothing lost", disks::h2);
        row("Disk of the tables full, PostgreSQL", "a sentence with 503, one line; with room it goes on by itself, nothing lost", disks::postgres);
        row("A step that the database refuses each time", "tried again over a day; no word of anybody kept or logged; everything else goes on", disks::poison);
    }

    private void gone(Lab lab) throws Exception {
        var names = List.of("refuses every connection for 20 s", "is silent for 70 s", "ends every connection, five times", "only reads for 20 s", "has a table locked by somebody for 20 s");
        if (names.stream().noneMatch(name -> chosen("The database " + name))) {
            return;
        }
        try (var gone = new DatabaseGone(lab)) {
            var faults = List.<Fault>of(gone::refused, gone::silent, gone::ended, gone::onlyReads, gone::locked);
            for (int i = 0; i < faults.size(); i++) {
                row("The database " + names.get(i), "a sentence within seconds, health within two, some lines in the log; it goes on by itself", faults.get(i));
            }
        }
    }

    private boolean chosen(String name) {
        return name.contains(only);
    }

    private void row(String name, String expected, Fault fault) throws InterruptedException {
        if (!chosen(name)) {
            return;
        }
        System.out.println(name + " …");
        var row = new Row(name, expected);
        try {
            fault.happen(row);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            row.failed(e);
        }
        rows.add(row);
        System.out.println(row);
    }

    private String text(int kills, int minutes) {
        var lines = new StringBuilder("Made on ").append(LocalDate.now()).append(" on a machine with ").append(Runtime.getRuntime().availableProcessors()).append(" cores by\n\n    ./mvnw -q test-compile exec:exec@faults -Dfaults.kills=")
                .append(kills).append(" -Dfaults.minutes=").append(minutes).append("\n\n").append(TABLE);
        rows.forEach(row -> lines.append(row).append('\n'));
        return lines.toString();
    }

    /** What stands on the page before the last heading stays. */
    private static void write(Path page, String table) throws IOException {
        var heading = "## The table\n\n";
        var before = Files.readString(page);
        Files.writeString(page, before.substring(0, before.indexOf(heading) + heading.length()) + table);
    }
}
