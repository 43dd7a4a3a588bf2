package org.redress.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.api.MigrationVersion;
import org.redress.database.Postgres;
import org.redress.identity.StartRefused;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Which version the tables of a database have, beside the one that this program knows; a command asks before it reads or changes rows that it may not know. */
public final class SchemaVersion {
    private static final String DONE = "select \"version\" from \"flyway_schema_history\" where \"success\" and \"version\" is not null";
    private static final String THERE = "select count(*) > 0 from information_schema.tables where table_name = 'flyway_schema_history'";

    private final MigrationVersion found;
    private final MigrationVersion known;

    private SchemaVersion(MigrationVersion found, MigrationVersion known) {
        this.found = found;
        this.known = known;
    }

    /** Refuses a database in which there is none of our tables, and one of a newer version. */
    public static SchemaVersion of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var there = statement.executeQuery(THERE)) {
            if (!there.next() || !there.getBoolean(1)) {
                throw new StartRefused("There are no tables of Redress in this database: is it the right one?");
            }
        }
        var found = MigrationVersion.EMPTY;
        try (var statement = connection.createStatement(); var steps = statement.executeQuery(DONE)) {
            while (steps.next()) {
                var step = MigrationVersion.fromVersion(steps.getString(1));
                found = step.compareTo(found) > 0 ? step : found;
            }
        }
        var version = new SchemaVersion(found, newest(Postgres.is(connection) ? "postgresql" : "h2"));
        if (version.found.compareTo(version.known) > 0) {
            throw new StartRefused("The database was written by a newer version of Redress (its tables have version " + version.found + ", this program knows " + version.known
                    + "): ask the program of that version.");
        }
        return version;
    }

    /** Whether a start would change them. */
    public boolean isOlder() {
        return found.compareTo(known) < 0;
    }

    /** Refuses tables that have other columns than this program asks for. */
    public void refuseOlder() {
        if (isOlder()) {
            throw new StartRefused("The tables of this database have version " + found + ", and this program knows " + known + ": start the server once, which brings them to it, or ask the program of that version.");
        }
    }

    private static MigrationVersion newest(String vendor) {
        var names = new PathMatchingResourcePatternResolver();
        var newest = MigrationVersion.EMPTY;
        try {
            for (var folder : List.of("migration", vendor)) {
                for (var file : names.getResources("classpath*:db/" + folder + "/V*__*.sql")) {
                    var step = MigrationVersion.fromVersion(Objects.requireNonNull(file.getFilename()).replaceFirst("^V(.*?)__.*", "$1"));
                    newest = step.compareTo(newest) > 0 ? step : newest;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return newest;
    }
}
