package org.redress.start;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.redress.identity.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;

/**
 * Before anything of the product begins: the database is there, it takes changes, and nobody else sets it up at this moment. One that is not there yet is waited for;
 * a second node waits until the first has started.
 */
public final class DatabaseAtStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    /** Of all locks of a PostgreSQL database, the one that this product's starts take. */
    static final long LOCK = 0x5265647265737321L;

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAtStart.class);
    private static final String POSTGRES = "jdbc:postgresql:";
    private static final String NO_ADDRESS = "The address in spring.datasource.url is none of PostgreSQL, such as jdbc:postgresql://HOST:5432/redress, and none of H2, such as jdbc:h2:file:./data/redress"
            + " (docs/operations.md).";
    /** What PostgreSQL's driver says of an address that it cannot read. */
    private static final String NOT_READ = "99999";
    private static final int SECONDS_TO_CONNECT = 5;
    private static final String NOTHING_IN_IT = "select count(*) = 0 from information_schema.tables where table_name = 'flyway_schema_history'";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var url = environment.getProperty("spring.datasource.url", "");
        refuseOthers(url);
        var file = H2File.of(url);
        if (file.isPresent()) {
            lookAt(file.get());
        }
        if (url.startsWith(POSTGRES) || file.isPresent() && Files.exists(file.get().path())) {
            var turn = turn(environment, url);
            if (turn != null) {
                context.addApplicationListener(new EndOfTurn(turn));
            }
        }
    }

    /** When the product is ready, or does not start; what ends the program ends its connection, and with it the turn. */
    private record EndOfTurn(Connection turn) implements ApplicationListener<ApplicationEvent> {
        @Override
        public void onApplicationEvent(ApplicationEvent event) {
            if (event instanceof ApplicationReadyEvent || event instanceof ApplicationFailedEvent || event instanceof ContextClosedEvent) {
                try {
                    turn.close();
                } catch (SQLException e) {
                    LOG.debug("The connection of the start was closed already.");
                }
            }
        }
    }

    /** No address is said again: there may be a password in it. */
    static void refuseOthers(String url) {
        if (!url.isEmpty() && !url.startsWith("jdbc:h2:") && !url.startsWith(POSTGRES)) {
            throw new StartRefused(NO_ADDRESS);
        }
    }

    /** H2 starts in a folder that it cannot write, and then no step is ever kept. */
    static void lookAt(H2File database) {
        var file = database.path();
        try {
            if (Files.exists(file)) {
                FileChannel.open(file, StandardOpenOption.WRITE).close();
            } else if (database.made()) {
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
            } else {
                return;
            }
            // beside it H2 keeps what does not fit into memory
            var trial = Files.createTempFile(file.getParent(), "redress", ".trial");
            try {
                Files.write(trial, new byte[4096]);
            } finally {
                Files.delete(trial);
            }
        } catch (IOException e) {
            throw new StartRefused("The database " + file + " cannot be written (" + reason(e) + "): give the user of the program the right to write its folder, make room on the disk, or name another place in spring.datasource.url.");
        }
    }

    private static String reason(IOException e) {
        var said = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return said != null ? said : e.getClass().getSimpleName().replaceFirst("Exception$", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static @Nullable Connection turn(Environment environment, String url) {
        var wait = duration(environment, "redress.database.wait");
        var over = new CompletableFuture<@Nullable Void>().completeOnTimeout(null, wait.toMillis(), TimeUnit.MILLISECONDS);
        var said = false;
        while (true) {
            try {
                return connected(environment, url);
            } catch (SQLException e) {
                var why = WhyNotStarted.of(e).orElseThrow(() -> new StartRefused(NOT_READ.equals(e.getSQLState()) ? NO_ADDRESS : "The database cannot be opened (SQL state " + e.getSQLState() + ", code " + e.getErrorCode() + ")."));
                if (why.code() != ExitCode.LATER) {
                    throw new StartRefused(why.sentence());
                }
                if (wait.isZero() || over.isDone()) {
                    throw new StartLater(why.sentence() + (wait.isZero() ? "" : " It was waited for " + seconds(wait) + " (redress.database.wait)."));
                }
                if (!said) {
                    LOG.warn("{} Waits for it up to {} (redress.database.wait).", why.sentence(), seconds(wait));
                    said = true;
                }
                pause(over);
            }
        }
    }

    private static @Nullable Connection connected(Environment environment, String url) throws SQLException {
        var how = new Properties();
        how.setProperty("user", environment.getProperty("spring.datasource.username", ""));
        how.setProperty("password", environment.getProperty("spring.datasource.password", ""));
        boolean postgres = url.startsWith(POSTGRES);
        if (postgres) {
            how.setProperty("connectTimeout", String.valueOf(SECONDS_TO_CONNECT));
            how.setProperty("loginTimeout", String.valueOf(SECONDS_TO_CONNECT));
            how.setProperty("tcpKeepAlive", "true");
            how.setProperty("ApplicationName", "Redress (start)");
        }
        var connection = DriverManager.getConnection(postgres ? url : H2File.uncompacted(url) + ";IFEXISTS=TRUE", how);
        boolean kept = false;
        try {
            if (is(connection, postgres ? "select pg_is_in_recovery() or current_setting('default_transaction_read_only')::boolean" : "select readonly()")) {
                throw new StartRefused(postgres ? "The database takes no changes: it is a standby, or was made read only. Name the one that is written in spring.datasource.url."
                        : "The database file can be read and not written: give the user of the program the right to write it.");
            }
            if (!postgres && Files.exists(H2File.of(url).orElseThrow().seen()) && is(connection, NOTHING_IN_IT)) {
                // H2 opens what is left of a file that was cut off as if it were new
                throw new StartRefused("The database file is damaged or cut off: restore the last backup (docs/operations.md).");
            }
            if (postgres) {
                wait(connection, duration(environment, "redress.database.turn"));
                kept = true;
            }
        } finally {
            if (!kept) {
                connection.close();
            }
        }
        return kept ? connection : null;
    }

    /** One node after the other makes tables, deploys models and takes over what an earlier version left. */
    private static void wait(Connection connection, Duration longest) throws SQLException {
        var over = new CompletableFuture<@Nullable Void>().completeOnTimeout(null, longest.toMillis(), TimeUnit.MILLISECONDS);
        var lock = "select pg_try_advisory_lock(" + LOCK + ")";
        for (boolean said = false; !is(connection, lock); said = true) {
            if (over.isDone()) {
                throw new StartLater("Another node has been starting on this database for " + seconds(longest) + " (redress.database.turn): look at its log.");
            }
            if (!said) {
                LOG.info("Another node starts on this database at this moment; waits for it.");
            }
            pause(over);
        }
    }

    private static boolean is(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement(); var found = statement.executeQuery(question)) {
            return found.next() && found.getBoolean(1);
        }
    }

    private static void pause(CompletableFuture<@Nullable Void> over) {
        try {
            over.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // once more
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartLater("The start was interrupted.");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Duration duration(Environment environment, String setting) {
        var given = environment.getProperty(setting, "0s");
        try {
            return DurationStyle.detectAndParse(given);
        } catch (IllegalArgumentException e) {
            throw new StartRefused("The setting " + setting + " is \"" + given + "\", which is no time, such as 30s, 10m or 12h.");
        }
    }

    private static String seconds(Duration time) {
        return time.toSeconds() + " seconds";
    }
}
