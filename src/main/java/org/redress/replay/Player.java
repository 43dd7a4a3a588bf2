package org.redress.replay;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plays scripts and prints what comes out, in one application, which starts when the first script could be read. */
final class Player implements AutoCloseable {
    private static final int NOT_PLAYED = 2;

    private @Nullable ReplayApplication application;
    private SavedFiles models = SavedFiles.ofModels();
    /** Whether it has models of some other folder. */
    private boolean others;

    /** Starts already, so that the first replay need not wait; what is wrong with the models is said by the replay. */
    void start() {
        try {
            application = ReplayApplication.start();
        } catch (RuntimeException e) {
            application = null;
        }
    }

    /** The one that plays, with the models as they were when something was played last. */
    ReplayApplication application() {
        if (application == null) {
            application = ReplayApplication.start();
        }
        return application;
    }

    /**
     * Plays them one after the other and prints text, or data, of several a list.
     *
     * @return the worst of 0 if everything came out as the script says, 1 if not, 2 if it could not be played
     */
    int play(List<String> scripts, boolean json, PrintStream out, PrintStream err) {
        var played = new ArrayList<Timeline>();
        int code = 0;
        for (var name : scripts) {
            var timeline = play(name, scripts.size() > 1 ? name + ": " : "", err);
            if (timeline == null) {
                code = NOT_PLAYED;
            } else {
                played.add(timeline);
                code = Math.max(code, timeline.asExpected() ? 0 : 1);
                if (!json) {
                    out.print(TimelineText.of(timeline));
                    out.flush();
                }
            }
        }
        if (json && application != null && !played.isEmpty()) {
            out.print(application.json(scripts.size() > 1 ? played : played.get(0)));
            out.flush();
        }
        return code;
    }

    /** Plays them with the models of two folders and says what differs; what is played next has those as they are again. */
    int compare(Standby.Trial trial, List<String> scripts, boolean json, PrintStream out, PrintStream err) {
        try {
            if (TryCommand.refuses(trial.after(), err)) {
                return NOT_PLAYED;
            }
            var plays = application();
            Vocabulary.take(trial.before());
            // whatever was played before, with whichever models
            others = true;
            plays.takeModels(trial.before());
            return TryCommand.run(plays, trial.before(), trial.after(), scripts, json, out, err);
        } catch (RuntimeException e) {
            err.println(TryCommand.nothingTried(e));
            return NOT_PLAYED;
        } finally {
            Vocabulary.forget();
        }
    }

    /** Null, with a sentence that says why, if it could not be played. */
    private @Nullable Timeline play(String name, String before, PrintStream err) {
        try {
            return withModels(SavedFiles.ofModels(), name);
        } catch (ScriptRefused e) {
            err.println(before + e.getMessage());
        } catch (RuntimeException e) {
            Throwable last = e;
            while (last.getCause() != null) {
                last = last.getCause();
            }
            err.println(before + "The product did not start with these models, so nothing was played: " + last.getMessage());
        }
        return null;
    }

    /** Plays with the models as they are saved now, so a change of them reaches the next replay. */
    private Timeline withModels(SavedFiles now, String name) {
        boolean changed = others || !now.equals(models);
        if (changed) {
            Vocabulary.forget();
        }
        var script = CaseScripts.find(name);
        if (application != null && changed) {
            application.takeModels();
        }
        models = now;
        others = false;
        return application().play(script);
    }

    @Override
    public void close() {
        if (application != null) {
            application.close();
        }
    }
}
