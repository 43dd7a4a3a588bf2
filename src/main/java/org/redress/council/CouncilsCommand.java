package org.redress.council;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.redress.Redress;
import org.redress.identity.StartRefused;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.MapPropertySource;

/** {@code redress councils FILE}: brings the councils of the configured database to what a file says of them; running it again changes nothing. */
public final class CouncilsCommand {
    private static final int DONE = 0;
    private static final int NOT_DONE = 2;
    private static final String USAGE = "Say: redress councils FILE [--spring.datasource.url=…]. What the file says: docs/councils.md.";
    /** H2: the file belongs to a server that is running. */
    private static final int IN_USE = 90020;
    /** H2: there is no such file. */
    private static final int NO_DATABASE = 90146;

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
        settings.addAll(List.of("--camunda.bpm.job-execution.enabled=false", "--redress.recount.at-start=false", "--redress.councils=", "--logging.threshold.console=off"));
        try (var context = new SpringApplicationBuilder(Redress.class).web(WebApplicationType.NONE).logStartupInfo(false)
                .initializers(start -> {
                    var url = start.getEnvironment().getProperty("spring.datasource.url", "");
                    if (url.startsWith("jdbc:h2:file:")) {
                        start.getEnvironment().getPropertySources().addFirst(
                                new MapPropertySource("existing", Map.of("spring.datasource.url", url + ";IFEXISTS=TRUE")));
                    }
                }).run(settings.toArray(String[]::new))) {
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
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == IN_USE) {
                return "The database file is in use by a running server. Use its page /redress/councils, or stop it and run this again.";
            }
            if (cause instanceof SQLException sql && sql.getErrorCode() == NO_DATABASE) {
                return "There is no database here yet.";
            }
            if (cause instanceof StartRefused) {
                return String.valueOf(cause.getMessage());
            }
        }
        Throwable last = e;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return "The councils were not changed: " + last.getMessage();
    }
}
