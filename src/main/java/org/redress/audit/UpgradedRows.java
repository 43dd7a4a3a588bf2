package org.redress.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.audit.Audit.Place;
import org.redress.casefile.CaseFiles;
import org.redress.start.SchemaWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * An upgrade that writes rows of the record looks like tampering, unless it says so: the rows are compared with the chain before it and after it, and what it has
 * written is taken into the chain. What did not agree before stays a finding, whatever the upgrade did to it.
 */
@Component
class UpgradedRows implements SchemaWatch {
    private static final Logger LOG = LoggerFactory.getLogger(UpgradedRows.class);
    private static final String BEGUN = "begun, ";
    private static final String SOUND = BEGUN + "0 rows differed";

    private final Clock clock;
    private @Nullable Set<Place> differed;

    UpgradedRows(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void before(Connection connection) throws SQLException {
        if (!has(connection, "sequence")) {
            return;
        }
        LOG.info("An upgrade: the record of changes is compared with the rows first.");
        var before = new HashSet<Place>();
        // in a transaction, so that a page of rows is read at a time
        inOne(connection, () -> before.addAll(Verification.rowsThatDiffer(connection)));
        differed = before;
        if (!before.isEmpty()) {
            LOG.warn("Before the upgrade {} rows were not as the record of changes says; they stay findings of redress audit verify.", before.size());
        }
        if (has(connection, "concerns")) {
            // if it is cut off now, the next start knows that what differs then is its work
            inOne(connection, () -> entries(connection).milestone(Entry.UPGRADE, BEGUN + before.size() + " rows differed"));
        }
    }

    @Override
    public void after(Connection connection) throws SQLException {
        var before = differed;
        if (before == null) {
            var last = last(connection);
            if (last == null || !last.startsWith(BEGUN)) {
                return;
            }
            if (!last.equals(SOUND)) {
                LOG.warn("An upgrade was cut off after rows had differed already: nobody can tell its work from theirs. See redress audit verify.");
                return;
            }
            before = Set.of();
        }
        differed = null;
        var same = before;
        inOne(connection, () -> {
            AsTheyAre.hold(connection);
            var written = new HashSet<>(Verification.rowsThatDiffer(connection));
            written.removeAll(same);
            entries(connection).take(written, "upgrade");
            entries(connection).milestone(Entry.UPGRADE, "done, " + written.size() + " rows written");
            LOG.info("The upgrade wrote {} rows of the record of changes.", written.size());
        });
    }

    private AsTheyAre entries(Connection connection) {
        return new AsTheyAre(connection, clock, CaseFiles.PRODUCT);
    }

    private interface Work {
        void run() throws SQLException;
    }

    private static void inOne(Connection connection, Work work) throws SQLException {
        boolean each = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            work.run();
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(each);
        }
    }

    private static @Nullable String last(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select changed from audit where reference is null and operation = ? order by sequence desc")) {
            statement.setString(1, Entry.UPGRADE);
            statement.setMaxRows(1);
            try (var found = statement.executeQuery()) {
                return found.next() ? found.getString(1) : null;
            }
        }
    }

    private static boolean has(Connection connection, String column) throws SQLException {
        boolean upper = connection.getMetaData().storesUpperCaseIdentifiers();
        try (var found = connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), upper ? "AUDIT" : "audit", upper ? column.toUpperCase(Locale.ROOT) : column)) {
            return found.next();
        }
    }
}
