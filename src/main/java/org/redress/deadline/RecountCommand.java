package org.redress.deadline;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.redress.Redress;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.MapPropertySource;

/**
 * {@code redress recount}: lets the open deadlines of the configured database follow the bank holidays and the table's rows for open
 * cases; with {@code --preview} it says only which would move (WD-09).
 */
public final class RecountCommand {
    private static final int DONE = 0;
    private static final int SOME_LEFT = 1;
    private static final int NOT_DONE = 2;
    private static final int SAY_EVERY = 10_000;
    private static final String USAGE = "Say: redress recount [--preview] [--redress.bank-holidays=FILE] [--spring.datasource.url=…]";
    /** H2: the file belongs to a server that is running. */
    private static final int IN_USE = 90020;
    /** H2: there is no such file. */
    private static final int NO_DATABASE = 90146;

    private RecountCommand() {}

    /**
     * Prints which deadlines move from when to when, and how far it is.
     *
     * @return 0 if it is done, 1 if some were left because somebody was at work on them, 2 with one sentence if it could not be done
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        var words = new ArrayList<>(arguments);
        boolean preview = words.remove("--preview");
        if (words.stream().anyMatch(word -> !word.matches("--[a-z][\\w.-]*=.*"))) {
            err.println(USAGE);
            return NOT_DONE;
        }
        // nothing but this happens: no server, no jobs, nothing moved by the start, and no new database where there is none
        words.addAll(List.of("--camunda.bpm.job-execution.enabled=false", "--redress.recount.at-start=false", "--logging.threshold.console=off"));
        try (var context = new SpringApplicationBuilder(Redress.class).web(WebApplicationType.NONE).logStartupInfo(false)
                .initializers(start -> {
                    var url = start.getEnvironment().getProperty("spring.datasource.url", "");
                    if (url.startsWith("jdbc:h2:file:")) {
                        start.getEnvironment().getPropertySources().addFirst(
                                new MapPropertySource("existing", Map.of("spring.datasource.url", url + ";IFEXISTS=TRUE")));
                    }
                }).run(words.toArray(String[]::new))) {
            var recount = context.getBean(Recount.class);
            var outcome = preview ? recount.preview(null, moved -> print(moved, out), say(out)) : recount.run(moved -> print(moved, out), say(out));
            out.printf("%,d open deadlines looked at, %,d %s%s.%n", outcome.looked(), outcome.moved(), preview ? "would move" : "moved",
                    outcome.left() > 0 ? ", " + outcome.left() + " left because somebody was at work on them; run this again" : "");
            return outcome.left() > 0 ? SOME_LEFT : DONE;
        } catch (RuntimeException e) {
            err.println(sentence(e));
            return NOT_DONE;
        }
    }

    private static void print(Moved moved, PrintStream out) {
        out.println(moved.reference() + ": " + moved.title() + ", " + moved.outcomeBefore() + ", now " + moved.outcomeAfter());
    }

    private static Recount.Progress say(PrintStream out) {
        return (looked, of, moved) -> {
            if (looked % SAY_EVERY == 0 && looked > 0) {
                out.printf("… %,d of %,d open deadlines, %,d move%n", looked, of, moved);
            }
        };
    }

    private static String sentence(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == IN_USE) {
                return "The database file is in use by a running server. Stop the server and run this again; it also recounts when it starts.";
            }
            if (cause instanceof SQLException sql && sql.getErrorCode() == NO_DATABASE) {
                return "There is no database here yet.";
            }
        }
        Throwable last = e;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return "The open deadlines were not recounted: " + last.getMessage();
    }
}
