package org.redress.council;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.redress.Redress;
import org.redress.start.ExistingDatabase;
import org.redress.identity.StartRefused;

/** {@code redress councils FILE}: brings the councils of the configured database to what a file says of them; running it again changes nothing. */
public final class CouncilsCommand {
    private static final int DONE = 0;
    private static final int NOT_DONE = 2;
    private static final String USAGE = "Say: redress councils FILE [--spring.datasource.url=…]. What the file says: docs/councils.md.";

    private CouncilsCommand() {}

    /**
     * Prints what came of each council of the file.
     *
     * @return 0 if it is done, 2 with a sentence for each thing that is wrong if nothing was changed
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        var settings = new ArrayList<>(arguments.stream().filter(word -> word.matches("--[a-z][\\w.-]*=.*")).toList());
        var files = arguments.stream().filter(word -> !settings.contains(word)).toList();
        if (files.size() != 1 || files.get(0).startsWith("-")) {
            err.println(USAGE);
            return NOT_DONE;
        }
        // what cannot be read needs no database
        try {
            CouncilsFile.read(Path.of(files.get(0)));
        } catch (FileRefused e) {
            e.sentences().forEach(err::println);
            return NOT_DONE;
        }
        settings.add("--redress.councils=");
        try (var context = ExistingDatabase.open(Redress.class, settings)) {
            context.getBean(CouncilsFromFiles.class).read(Path.of(files.get(0)))
                    .forEach((id, kept) -> out.println(id + ": " + kept.name().toLowerCase(Locale.ROOT)));
            return DONE;
        } catch (FileRefused e) {
            e.sentences().forEach(err::println);
        } catch (RuntimeException e) {
            err.println(sentence(e));
        }
        return NOT_DONE;
    }

    private static String sentence(RuntimeException e) {
        return ExistingDatabase.whyNotOpened(e, "Use its page /redress/councils, or stop it and run this again.").or(() -> refused(e))
                .orElseGet(() -> "The councils were not changed: " + ExistingDatabase.cause(e));
    }

    private static Optional<String> refused(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused) {
                return Optional.of(String.valueOf(cause.getMessage()));
            }
        }
        return Optional.empty();
    }
}
