package org.redress.replay;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.redress.models.CheckCommand;
import org.redress.models.ModelFiles;
import org.redress.replay.Comparison.Played;

/**
 * {@code redress try FOLDER}: plays cases with the models, tables and forms as they are and with those of a folder, on a database in memory, and
 * says of each which dates, tasks, refusals and outcomes differ.
 */
public final class TryCommand {
    private static final int DIFFERS = 1;
    private static final int NOT_TRIED = 2;
    private static final String BEFORE = "--before=";

    private final String before;
    private final String after;
    private final List<String> scripts;
    private final PrintStream err;

    private TryCommand(String before, String after, List<String> scripts, PrintStream err) {
        this.before = before;
        this.after = after;
        this.scripts = scripts;
        this.err = err;
    }

    /**
     * Tries the folder that comes first with the cases behind it, by reference or file, or with all published ones: {@code --json} for data,
     * {@code --before=FOLDER} if the models as they are lie in a folder too.
     *
     * @return 0 if everything comes out the same, 1 if something differs or stops, 2 with one sentence if it could not be tried
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        var words = new ArrayList<>(arguments);
        boolean json = words.remove("--json");
        var before = words.stream().filter(word -> word.startsWith(BEFORE)).findFirst();
        before.ifPresent(words::remove);
        if (words.isEmpty() || words.get(0).startsWith("--")) {
            err.println("Say which folder: redress try FOLDER, the one that holds processes and forms as you want them; behind it references or files of cases, or nothing for all published ones;"
                    + " --json prints data, --before=FOLDER compares with another folder than that of the product.");
            return NOT_TRIED;
        }
        var names = words.subList(1, words.size());
        var unknown = names.stream().filter(name -> !CaseScripts.known(name)).findFirst();
        if (unknown.isPresent()) {
            err.println("\"" + unknown.get() + "\" is neither a file nor one of the published cases " + String.join(", ", CaseScripts.references()) + ".");
            return NOT_TRIED;
        }
        var command = new TryCommand(before.map(word -> word.substring(BEFORE.length())).orElse(ModelFiles.folder()), words.get(0),
                names.isEmpty() ? CaseScripts.references() : List.copyOf(names), err);
        try {
            return command.run(json, out);
        } catch (RuntimeException e) {
            err.println(nothingTried(e));
            return NOT_TRIED;
        } finally {
            Vocabulary.forget();
        }
    }

    /** Why, as the gate says it, without what is for a start. */
    static String nothingTried(RuntimeException e) {
        Throwable last = e;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return "Nothing was tried: " + last.getMessage();
    }

    private int run(boolean json, PrintStream out) {
        // a folder that is not there is said before anything else
        ModelFiles.of(after);
        err.println(plan());
        var staying = Standby.folder().map(folder -> Standby.ask(folder, new Standby.Trial(before, after), scripts, json, out, err)).orElse(OptionalInt.empty());
        if (staying.isPresent()) {
            return staying.getAsInt();
        }
        err.println("  The product starts, once for all of them.");
        var starting = new FutureTask<>(() -> ReplayApplication.start(before));
        new Thread(starting, "start").start();
        // what no start would take is said while it starts, and not when half of it was played
        if (refuses(after, err)) {
            // there is nothing to play with it; nobody waits until it has started
            new Thread(() -> started(starting).close(), "end").start();
            return NOT_TRIED;
        }
        Vocabulary.take(before);
        try (var application = started(starting)) {
            return play(application, json, out);
        }
    }

    /** Says what a start would refuse in a folder, if there is anything. */
    static boolean refuses(String folder, PrintStream err) {
        var refused = CheckCommand.refused(folder);
        if (!refused.isEmpty()) {
            err.println("Nothing was tried: a start would refuse these models.");
            refused.forEach(sentence -> err.println("  " + sentence));
        }
        return !refused.isEmpty();
    }

    private static ReplayApplication started(FutureTask<ReplayApplication> starting) {
        try {
            return starting.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : new IllegalStateException(e.getCause());
        }
    }

    private String plan() {
        return "Plays " + cases(scripts.size()) + " twice: with the models " + (before.isBlank() ? "of the product" : "of " + path(before)) + ", and with those of " + path(after) + ".";
    }

    /** In an application that has the models as they are; it has the others afterwards. */
    static int run(ReplayApplication application, String before, String after, List<String> scripts, boolean json, PrintStream out, PrintStream err) {
        return new TryCommand(before, after, scripts, err).play(application, json, out);
    }

    private int play(ReplayApplication application, boolean json, PrintStream out) {
        var as = new LinkedHashMap<String, Played>();
        for (var script : scripts) {
            var played = played(application, script);
            as.put(script, played);
            err.println("  " + as.size() + " of " + scripts.size() + ": " + script + (played.stopped() == null ? " as it is" : " was not played. " + played.stopped()));
        }
        Vocabulary.take(after);
        application.takeModels(after);
        err.println("  The models of " + path(after) + " are deployed.");
        return compare(application, as, json, out);
    }

    private int compare(ReplayApplication application, LinkedHashMap<String, Played> as, boolean json, PrintStream out) {
        var comparisons = new ArrayList<Comparison>();
        as.forEach((script, played) -> {
            if (played.timeline() != null) {
                var comparison = Comparison.of(script, played, played(application, script));
                comparisons.add(comparison);
                if (json) {
                    err.println("  " + comparisons.size() + " of " + as.size() + ": " + script + " with the others");
                } else {
                    out.print(comparison.text());
                    out.flush();
                }
            }
        });
        long same = comparisons.stream().filter(Comparison::same).count();
        long stopped = comparisons.stream().filter(one -> one.stopped() != null).count();
        long different = comparisons.size() - same - stopped;
        int missing = as.size() - comparisons.size();
        if (json) {
            var data = new LinkedHashMap<String, Object>();
            data.put("before", before.isBlank() ? "" : path(before).toString());
            data.put("after", path(after).toString());
            data.put("same", same);
            data.put("different", different);
            data.put("stopped", stopped);
            data.put("cases", comparisons);
            data.put("notPlayed", as.entrySet().stream().filter(one -> one.getValue().timeline() == null).map(one -> Map.of("script", one.getKey(), "because", String.valueOf(one.getValue().stopped()))).toList());
            out.print(application.json(data));
            out.flush();
        }
        err.println(cases(comparisons.size()) + ": " + same + (same == 1 ? " comes" : " come") + " out the same, " + different + " differently, " + stopped + (stopped == 1 ? " stops" : " stop") + "."
                + (missing == 0 ? "" : " " + cases(missing) + " could not be played with the models as they are."));
        return missing > 0 ? NOT_TRIED : same == comparisons.size() ? 0 : DIFFERS;
    }

    private static Played played(ReplayApplication application, String script) {
        try {
            var timeline = application.play(CaseScripts.find(script));
            return new Played(timeline, application.tasks(), null);
        } catch (ScriptRefused e) {
            return new Played(null, application.tasks(), e.getMessage());
        }
    }

    private static String cases(int number) {
        return number == 1 ? "1 case" : number + " cases";
    }

    private static Path path(String folder) {
        return Path.of(folder).toAbsolutePath().normalize();
    }
}
