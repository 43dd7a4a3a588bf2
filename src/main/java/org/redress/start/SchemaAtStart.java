package org.redress.start;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.redress.database.Postgres;
import org.redress.identity.StartRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** Brings the tables to this version, unless they belong to somebody else, or to a version that this one does not know. */
@Component
class SchemaAtStart implements FlywayMigrationStrategy {
    private static final String OWNER = """
            select pg_get_userbyid(c.relowner), current_user, pg_has_role(current_user, c.relowner, 'USAGE') from pg_class c
                where c.relname = 'flyway_schema_history' and c.relnamespace = current_schema()::regnamespace
            """;

    private final List<SchemaWatch> watch;
    private final String application;

    SchemaAtStart(List<SchemaWatch> watch, @Value("${spring.datasource.username:}") String application) {
        this.watch = watch;
        this.application = application;
    }

    @Override
    public void migrate(Flyway flyway) {
        try (var connection = Objects.requireNonNull(flyway.getConfiguration().getDataSource()).getConnection()) {
            if (Postgres.is(connection)) {
                refuseOthers(connection);
            }
            var steps = flyway.info().all();
            refuseNewer(steps);
            if (flyway.info().current() != null && flyway.info().pending().length > 0) {
                for (var one : watch) {
                    one.before(connection);
                }
            }
            flyway.migrate();
            for (var one : watch) {
                one.after(connection);
            }
        } catch (SQLException e) {
            throw new StartRefused(WhyNotStarted.of(e).map(WhyNotStarted::sentence).orElse("The tables cannot be read (SQL state " + e.getSQLState() + ")."));
        }
    }

    private void refuseOthers(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var found = statement.executeQuery(OWNER)) {
            if (found.next() && !found.getBoolean(3)) {
                var owner = found.getString(1);
                var migrates = found.getString(2);
                throw new StartRefused(owner.equals(application)
                        ? "The tables of this database belong to " + owner + ", and the start would change them as " + migrates + " (spring.flyway.user): hand them over first, as docs/operations.md says under"
                                + " two database users, or leave spring.flyway.user out."
                        : "The tables of this database belong to " + owner + ", and the start would change them as " + migrates + ": set spring.flyway.user=" + owner + " and spring.flyway.password.");
            }
        }
    }

    private static void refuseNewer(MigrationInfo[] steps) {
        var newest = Arrays.stream(steps).filter(step -> step.getState().isResolved() && step.getVersion() != null).reduce((one, next) -> next);
        Optional<MigrationInfo> future = Arrays.stream(steps).filter(step -> step.getState() == MigrationState.FUTURE_SUCCESS || step.getState() == MigrationState.FUTURE_FAILED)
                .reduce((one, next) -> next);
        if (future.isPresent()) {
            throw new StartRefused("The database was written by a newer version of Redress (its tables have version " + future.get().getVersion() + ", this program knows "
                    + newest.map(step -> String.valueOf(step.getVersion())).orElse("none") + "): start that version, or restore a backup from before its upgrade (docs/operations.md).");
        }
    }
}
