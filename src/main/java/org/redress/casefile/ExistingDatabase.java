package org.redress.casefile;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The configured database for one command beside the server: no web server, no jobs, nothing moved by the start, and no new database where there is none. */
public final class ExistingDatabase {
    /** H2: the file belongs to a server that is running. */
    private static final int IN_USE = 90020;
    /** H2: there is no such file. */
    private static final int NO_DATABASE = 90146;

    private ExistingDatabase() {}

    /**
     * Starts the product over it; whoever opens it closes it.
     *
     * @param settings as on the command line, such as {@code --spring.datasource.url=…}
     */
    public static ConfigurableApplicationContext open(Class<?> product, List<String> settings) {
        var all = new ArrayList<>(settings);
        all.addAll(List.of("--camunda.bpm.job-execution.enabled=false", "--redress.recount.at-start=false", "--logging.threshold.console=off"));
        return new SpringApplicationBuilder(product).web(WebApplicationType.NONE).logStartupInfo(false)
                .initializers(start -> {
                    var url = start.getEnvironment().getProperty("spring.datasource.url", "");
                    start.getEnvironment().getPropertySources().addFirst(
                            new MapPropertySource("existing", url.isEmpty() ? Map.of() : Map.of("spring.datasource.url", url(url))));
                }).run(all.toArray(String[]::new));
    }

    /** The address with which asking makes no empty database. */
    public static String url(String url) {
        return url.startsWith("jdbc:h2:file:") ? url + ";IFEXISTS=TRUE" : url;
    }

    /** Why it could not be opened, if that is what went wrong; {@code whenInUse} says what to do while a server has it. */
    public static Optional<String> whyNotOpened(Exception e, String whenInUse) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == IN_USE) {
                return Optional.of("The database file is in use by a running server. " + whenInUse);
            }
            if (cause instanceof SQLException sql && sql.getErrorCode() == NO_DATABASE) {
                return Optional.of("There is no database here yet.");
            }
        }
        return Optional.empty();
    }

    /** What went wrong first of all. */
    public static String cause(RuntimeException e) {
        Throwable last = e;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return String.valueOf(last.getMessage());
    }
}
