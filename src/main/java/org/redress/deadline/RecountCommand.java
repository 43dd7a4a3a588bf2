package org.redress.deadline;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.redress.Redress;
import org.redress.start.ExistingDatabase;

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
        try (var context = ExistingDatabase.open(Redress.class, words)) {
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

    /** A line now and then, for whoever waits. */
    static Recount.Progress say(PrintStream out) {
        return (looked, of, moved) -> {
            if (looked % SAY_EVERY == 0 && looked > 0) {
                out.printf("… %,d of %,d open deadlines, %,d move%n", looked, of, moved);
            }
        };
    }

    private static String sentence(RuntimeException e) {
        return ExistingDatabase.whyNotOpened(e, "Stop the server and run this again; it also recounts when it starts.")
                .orElseGet(() -> "The open deadlines were not recounted: " + ExistingDatabase.cause(e));
    }
}
