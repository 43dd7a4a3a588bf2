package org.redress.replay;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** {@code redress replay}: plays cases on a database in memory and prints their timelines, as text or as data. */
public final class ReplayCommand {
    private static final int NOT_PLAYED = 2;
    /** How often a script and the models are looked at whether they were saved. */
    private static final long LOOKS_EVERY_MILLIS = 300;

    private ReplayCommand() {}

    /**
     * Plays the cases that the arguments name, by reference or file: {@code --json} for data, {@code --watch} for a file that is played
     * again whenever it is saved.
     *
     * @return 0 if everything came out as the scripts say, 1 if not, 2 with one sentence if one could not be played
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        return run(arguments, out, err, ReplayCommand::pause);
    }

    /** With a pause between two looks at the files, which is over when it says false. */
    static int run(List<String> arguments, PrintStream out, PrintStream err, BooleanSupplier pause) {
        var names = new ArrayList<>(arguments);
        boolean json = names.remove("--json");
        boolean watch = names.remove("--watch");
        if (names.isEmpty() || names.stream().anyMatch(name -> name.startsWith("--"))) {
            err.println("Say which case: redress replay \"19 010 314\", or scripts' files; --json prints data, --watch plays a file again when it is saved.");
            return NOT_PLAYED;
        }
        var scripts = scripts(names);
        if (watch && (scripts.size() > 1 || !CaseScripts.isFile(scripts.get(0)))) {
            err.println("--watch is for one script's file, which is played again when it is saved; " + String.join(" ", names) + " is none.");
            return NOT_PLAYED;
        }
        try (var player = new Player(out, err)) {
            return watch ? new Watch(player, Path.of(scripts.get(0)), json, err).play(pause) : player.play(scripts, json);
        }
    }

    /** Each argument is a case, or all of them are the words of one reference. */
    private static List<String> scripts(List<String> names) {
        return names.size() > 1 && names.stream().allMatch(CaseScripts::known) ? names : List.of(String.join(" ", names));
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOKS_EVERY_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
