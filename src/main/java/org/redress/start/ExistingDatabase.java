package org.redress.start;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.identity.StartRefused;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;

/** The configured database for one command beside the server: no web server, no jobs, nothing moved or deployed by the start, and no new database where there is none. */
public final class ExistingDatabase {
    /** H2: the file belongs to a server that is running. */
    private static final int IN_USE = 90020;

    private ExistingDatabase() {}

    /** Only the settings, from the same places as the product's. */
    @Configuration
    @EnableConfigurationProperties(DataSourceProperties.class)
    static class Settings {}

    /** Does something with a connection. */
    public interface Using<T, E extends Exception> {
        T use(Connection connection) throws SQLException, E;
    }

    /**
     * Starts the product over it; whoever opens it closes it.
     *
     * @param settings as on the command line, such as {@code --spring.datasource.url=…}
     */
    public static ConfigurableApplicationContext open(Class<?> product, List<String> settings) {
        var all = new ArrayList<>(settings);
        all.addAll(List.of("--camunda.bpm.job-execution.enabled=false", "--redress.recount.at-start=false", "--redress.deploys-models=false", "--redress.letters.kept=false", "--logging.threshold.console=off", "--redress.database.wait=0s"));
        ApplicationContextInitializer<ConfigurableApplicationContext> existing = start -> {
            var url = start.getEnvironment().getProperty("spring.datasource.url", "");
            start.getEnvironment().getPropertySources().addFirst(new MapPropertySource("existing", url.isEmpty() ? Map.of() : Map.of("spring.datasource.url", url(url))));
            new DatabaseAtStart().initialize(start);
        };
        return new SpringApplicationBuilder(product).web(WebApplicationType.NONE).logStartupInfo(false).initializers(existing).run(all.toArray(String[]::new));
    }

    /** Reads one state of it without starting the product: nothing can be changed, and a server may run meanwhile, except on an H2 file. */
    public static <T> T read(List<String> settings, Using<T, RuntimeException> reading) throws SQLException {
        return use(settings, false, connection -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            return reading.use(connection);
        });
    }

    /** Changes it in one transaction without starting the product, as the user who owns the tables. */
    public static <T, E extends Exception> T write(List<String> settings, Using<T, E> writing) throws SQLException, E {
        return use(settings, true, connection -> {
            connection.setAutoCommit(false);
            // what is not committed is not done
            var done = writing.use(connection);
            connection.commit();
            return done;
        });
    }

    private static <T, E extends Exception> T use(List<String> settings, boolean owner, Using<T, E> work) throws SQLException, E {
        try (var context = new SpringApplicationBuilder(Settings.class).web(WebApplicationType.NONE).logStartupInfo(false).run(settings.toArray(String[]::new))) {
            var database = context.getBean(DataSourceProperties.class);
            DatabaseAtStart.refuseOthers(database.determineUrl());
            var user = owner ? context.getEnvironment().getProperty("spring.flyway.user") : null;
            try (var connection = DriverManager.getConnection(url(database.determineUrl()), user == null ? database.determineUsername() : user,
                    user == null ? database.determinePassword() : context.getEnvironment().getProperty("spring.flyway.password", ""))) {
                return work.use(connection);
            }
        }
    }

    /** The address with which asking makes no empty database. */
    public static String url(String url) {
        var uncompacted = H2File.uncompacted(url);
        return H2File.of(url).filter(H2File::made).isPresent() ? uncompacted + ";IFEXISTS=TRUE" : uncompacted;
    }

    /** Why it could not be opened, if that is what went wrong; {@code whenInUse} says what to do while a server has it. */
    public static Optional<String> whyNotOpened(Exception e, String whenInUse) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == IN_USE || cause instanceof StartRefused refused && String.valueOf(refused.getMessage()).startsWith("The database file is in use")) {
                return Optional.of("The database file is in use by a running server. " + whenInUse);
            }
        }
        return WhyNotStarted.of(e).map(WhyNotStarted::sentence);
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
