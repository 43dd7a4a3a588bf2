package org.redress.move;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.Redress;
import org.redress.identity.StartRefused;
import org.redress.models.DeployedModels;
import org.redress.start.CommandLine;
import org.redress.start.ExistingDatabase;
import org.redress.start.SchemaVersion;

/**
 * {@code redress move --preview}: says of each running case of the configured database that began with an earlier version of the models whether it can go on
 * with the newest that is deployed, and what would become of it. It deploys nothing and changes nothing.
 */
public final class MoveCommand {
    private static final int ALL = 0;
    private static final int SOME_STAY = 1;
    private static final int NOT_DONE = 2;
    private static final String IN_USE = "Stop the server and run this again.";
    private static final int SAY_EVERY = 100;
    private static final String USAGE = "Say: redress move --preview [--json] [--council=ID] [--spring.datasource.url=…]. Cases are moved in Tasklist, with \"Start process\", Move cases: a process owner asks for it, and a supervisor of the council confirms.";
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).enable(SerializationFeature.INDENT_OUTPUT);

    private MoveCommand() {}

    /** What is printed as data. */
    record Seen(int version, List<MovedCase> cases) {}

    /**
     * Prints what would become of each case.
     *
     * @return 0 if all could move, 1 if some would stay, 2 with one sentence if it could not be looked at, such as tables of an earlier version, which a look would change
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        var words = new ArrayList<>(arguments);
        boolean preview = words.remove("--preview");
        boolean json = words.remove("--json");
        var council = CommandLine.option(words, "--council").filter(name -> !name.isBlank());
        if (!preview || words.stream().anyMatch(word -> !word.matches("--[a-z][\\w.-]*=.*"))) {
            err.println(USAGE);
            return NOT_DONE;
        }
        try {
            ExistingDatabase.read(words, MoveCommand::refuseOthers);
            try (var context = ExistingDatabase.open(Redress.class, words)) {
                return run(context.getBean(Moving.class), context.getBean(DeployedModels.class), council.orElse(null), json, out, err);
            }
        } catch (SQLException e) {
            err.println(ExistingDatabase.whyNotOpened(e, IN_USE).orElseGet(() -> "The database cannot be read (SQL state " + e.getSQLState() + ")."));
        } catch (RuntimeException e) {
            err.println(ExistingDatabase.whyNotOpened(e, IN_USE).orElseGet(() -> "The running cases were not looked at: " + ExistingDatabase.cause(e)));
        }
        return NOT_DONE;
    }

    /** The product, once it is opened, would bring older tables to its own version. */
    private static boolean refuseOthers(Connection connection) throws SQLException {
        SchemaVersion.of(connection).refuseOlder();
        try (var statement = connection.createStatement(); var deployed = statement.executeQuery("select count(*) from ACT_RE_PROCDEF where KEY_ = 'complaint'")) {
            if (!deployed.next() || deployed.getLong(1) == 0) {
                throw new StartRefused("No models are deployed in this database: no server has started on it yet.");
            }
        }
        return true;
    }

    static int run(Moving moving, DeployedModels models, @Nullable String council, boolean json, PrintStream out, PrintStream err) {
        var newest = moving.newest();
        if (!models.holdsTheFiles(newest.deployment())) {
            err.println("The models of this installation are not those that are deployed as version " + newest.version() + ": this is about those that are deployed. Start the server with the others first; running cases stay as they are.");
        }
        var waiting = moving.waiting(council, newest.deployment());
        var seen = new ArrayList<MovedCase>();
        for (int i = 0; i < waiting.size(); i++) {
            if (i > 0 && i % SAY_EVERY == 0) {
                err.printf("… %,d of %,d%n", i, waiting.size());
            }
            Optional<MovedCase> one = moving.preview(waiting.get(i), newest.deployment());
            one.ifPresent(seen::add);
            if (!json) {
                one.ifPresent(found -> print(found, out));
            }
        }
        if (json) {
            print(new Seen(newest.version(), seen), out);
        }
        long stay = seen.stream().filter(one -> !one.moves()).count();
        long lasting = seen.stream().filter(one -> one.moves() && one.noWayBack() != null).count();
        err.printf("%,d that began with an earlier version: %,d can move to version %,d, %,d cannot%s.%n", seen.size(), seen.size() - stay, newest.version(), stay,
                lasting == 0 ? "" : "; " + lasting + " of them cannot be taken back");
        return stay > 0 ? SOME_STAY : ALL;
    }

    private static void print(MovedCase one, PrintStream out) {
        out.println(one.reference());
        one.effects().forEach(line -> out.println("  " + line));
    }

    private static void print(Seen seen, PrintStream out) {
        try {
            out.println(JSON.writeValueAsString(seen));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
