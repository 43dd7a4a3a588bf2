package org.redress.replay;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.redress.models.ModelFiles;

/** Plays a script, and again each time that it, or a model, table or form, is saved; the application stays in between. */
final class Watch {
    private final Player player;
    private final Path script;
    private final boolean json;
    private final PrintStream out;
    private final PrintStream err;

    private final SavedFiles built = Standby.builtNow();

    Watch(Player player, Path script, boolean json, PrintStream out, PrintStream err) {
        this.player = player;
        this.script = script;
        this.json = json;
        this.out = out;
        this.err = err;
    }

    private record Saved(SavedFiles script, SavedFiles models) {}

    /** Plays until the pause between two looks says that it is over; the code is that of the last replay. */
    int play(BooleanSupplier pause) {
        var played = saved();
        int code = once();
        var before = played;
        while (pause.getAsBoolean()) {
            if (!Standby.builtNow().equals(built)) {
                err.println("The product was built anew; start again, so that what was built plays.");
                return code;
            }
            var now = saved();
            // an editor may still be writing: two looks in a row see the same
            if (!now.equals(played) && now.equals(before)) {
                played = now;
                code = once();
            }
            before = now;
        }
        return code;
    }

    private Saved saved() {
        return new Saved(SavedFiles.below(script), SavedFiles.ofModels());
    }

    private int once() {
        int code = player.play(List.of(script.toString()), json, out, err);
        var folder = ModelFiles.folder();
        err.println("%n%s Plays again when %s%s is saved; Ctrl-C ends.".formatted(
                code == 0 ? "Everything came out." : code == 1 ? "Not everything came out." : "Not played.", script,
                folder.isBlank() ? "" : ", or a file in processes or forms of " + Path.of(folder).toAbsolutePath().normalize() + ","));
        return code;
    }
}
