package org.redress.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.redress.audit.ChainNow;
import org.redress.database.Postgres;
import org.redress.identity.StartRefused;
import org.redress.start.H2File;
import org.redress.start.SchemaWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells a database that was restored from the one that ran here last, where that can be told: beside a file of H2 stands how far its record of changes had come, and a
 * PostgreSQL database knows the numbers that it and its tables had, which a dump does not bring along.
 */
@Component
@EnableScheduling
class Place implements SchemaWatch, ApplicationListener<ApplicationReadyEvent>, DisposableBean {
    /** Set by the command that takes over what was restored, while it is at work. */
    static final String RESTORING = "redress.database.restoring";

    private static final Logger LOG = LoggerFactory.getLogger(Place.class);
    /** A first start of the demonstration that was interrupted puts back the state from before its cases. */
    private static final String BEGINS_ANEW = "select count(*) > 0 from information_schema.schemata where schema_name = 'KEPT_STATE'";

    private final DataSource database;
    private final String url;
    private final boolean restoring;
    private volatile boolean accepted;
    private volatile String kept = "";

    Place(DataSource database, @Value("${spring.datasource.url:}") String url, @Value("${" + RESTORING + "}") boolean restoring) {
        this.database = database;
        this.url = url;
        this.restoring = restoring;
    }

    @Override
    public void before(Connection connection) {
        // nothing is done to what was there
    }

    @Override
    public void after(Connection connection) throws SQLException {
        if (!restoring) {
            refuseAnother(connection);
            keep(connection);
            accepted = true;
        }
    }

    /** The demonstration may have begun anew meanwhile. */
    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        keepAnew();
    }

    /** A start that finds less than was there at the end of this one is one on a backup. */
    @Override
    public void destroy() {
        keepAnew();
    }

    /** A program that is killed writes nothing at its end, and a backup is often newer than its start. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void keepAnew() {
        if (!accepted || H2File.of(url).isEmpty()) {
            return;
        }
        try (var connection = database.getConnection()) {
            var end = ChainNow.end(connection);
            if (!end.equals(kept)) {
                keep(connection);
                kept = end;
            }
        } catch (SQLException | UncheckedIOException e) {
            LOG.debug("How far the record of changes had come could not be kept.");
        }
    }

    static void refuseAnother(Connection connection) throws SQLException {
        if (!isAsLeft(connection)) {
            throw new StartRefused("This database is not as it was left: it was restored from a backup, copied or cut off. Say ./redress restored first, so that no number of a case is given twice and no session, token or notice of"
                    + " the backup is good (docs/operations.md); if it was only copied and nobody has worked since, say ./redress restored --moved.");
        }
    }

    private static boolean isAsLeft(Connection connection) throws SQLException {
        var seen = seen(connection);
        if (seen.isPresent()) {
            return !Files.exists(seen.get()) || is(connection, BEGINS_ANEW) || ChainNow.leadsThrough(connection, read(seen.get()));
        }
        return !Postgres.is(connection) || known(connection) == null || place(connection).equals(known(connection));
    }

    /** From now on this is the one. */
    static void keep(Connection connection) throws SQLException {
        var seen = seen(connection);
        if (seen.isPresent()) {
            write(seen.get(), ChainNow.end(connection));
        } else if (Postgres.is(connection) && !place(connection).equals(known(connection))) {
            try (var statement = connection.prepareStatement("update installation set place = ? where id = 1")) {
                statement.setString(1, place(connection));
                statement.executeUpdate();
            }
        }
    }

    private static boolean is(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement(); var found = statement.executeQuery(question)) {
            return found.next() && found.getBoolean(1);
        }
    }

    private static Optional<Path> seen(Connection connection) throws SQLException {
        return H2File.of(connection.getMetaData().getURL()).map(H2File::seen);
    }

    private static String place(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select (select oid from pg_database where datname = current_database()) || '/' || 'audit_head'::regclass::oid")) {
            found.next();
            return found.getString(1);
        }
    }

    private static @Nullable String known(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var found = statement.executeQuery("select place from installation where id = 1")) {
            return found.next() ? found.getString(1) : null;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
