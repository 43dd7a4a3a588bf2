package org.redress.replay;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/** {@code redress replay}: plays cases on a database in memory and prints their timelines, as text or as data. */
public final class ReplayCommand {
    private static final int NOT_PLAYED = 2;
    /** How often a script and the models are looked at whether they were saved. */
    private static final long LOOKS_EVERY_MILLIS = 300;
    /** How long one that stays waits for the next replay. */
    private static final Duration IDLE = Duration.ofMinutes(30);

    private ReplayCommand() {}

    /**
     * Plays the cases that the arguments name, by reference or file: {@code --json} for data, {@code --watch} for a file that is played
     * again whenever it is saved. One that stays plays them, if there is one and {@code --alone} is not said; {@code --stay} makes this one stay, {@code --end} ends the one that does.
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
        boolean stay = names.remove("--stay");
        boolean alone = names.remove("--alone");
        if (names.equals(List.of("--end")) && !stay && !watch && !json && !alone) {
            err.println(Standby.folder().filter(Standby::end).isPresent() ? "The one that stayed ends." : "None stays.");
            return 0;
        }
        if (stay && !watch && names.isEmpty() && !json && !alone) {
            return stay(err);
        }
        if (stay || names.isEmpty() || names.stream().anyMatch(name -> name.startsWith("--"))) {
            err.println("Say which case: redress replay \"19 010 314\", or scripts' files; --json prints data, --watch plays a file again when it is saved; --alone plays it without the one that stays; "
                    + "--stay by itself waits and plays for others, and --end ends that.");
            return NOT_PLAYED;
        }
        var scripts = scripts(names);
        if (watch && (scripts.size() > 1 || !CaseScripts.isFile(scripts.get(0)))) {
            err.println("--watch is for one script's file, which is played again when it is saved; " + String.join(" ", names) + " is none.");
            return NOT_PLAYED;
        }
        if (!watch && !alone) {
            var played = Standby.folder().map(folder -> Standby.ask(folder, scripts, json, out, err)).orElse(OptionalInt.empty());
            if (played.isPresent()) {
                return played.getAsInt();
            }
        }
        try (var player = new Player()) {
            return watch ? new Watch(player, Path.of(scripts.get(0)), json, out, err).play(pause) : player.play(scripts, json, out, err);
        }
    }

    private static int stay(PrintStream err) {
        var folder = Standby.folder();
        if (folder.isEmpty()) {
            err.println("--stay is for the script redress, which has a folder for it.");
            return NOT_PLAYED;
        }
        try (var standby = Standby.in(folder.get()); var player = new Player()) {
            player.start();
            err.println("Plays for every redress replay and redress try of yours, until nobody has asked for " + IDLE.toMinutes() + " minutes; Ctrl-C or redress replay --end ends.");
            standby.play(player, IDLE, err);
            return 0;
        } catch (ScriptRefused e) {
            err.println(e.getMessage());
            return NOT_PLAYED;
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
