package org.redress.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The mark of a database whose cases nobody had: {@code redress load} made them directly in rows, to measure. The check of the record refuses to call it one, and every start says so.
 * Without the mark the rows are what they are: not written by the product.
 */
@Component
@Order(12)
public class MadeDatabase implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(MadeDatabase.class);
    /** Among the engine's own properties, which go with no case. */
    private static final String PROPERTY = "redress.made";
    private static final int LONGEST = 300;

    private final JdbcTemplate database;

    MadeDatabase(JdbcTemplate database) {
        this.database = database;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Optional<String> made = database.execute((ConnectionCallback<Optional<String>>) MadeDatabase::of);
        if (made != null) {
            made.ifPresent(what -> LOG.warn("The cases of this database are made up ({}). It is for measuring, and no record of anything.", what));
        }
    }

    /** What was made, if this is such a database. */
    public static Optional<String> of(Connection connection) throws SQLException {
        if (!engineTables(connection)) {
            return Optional.empty();
        }
        try (var statement = connection.prepareStatement("select VALUE_ from ACT_GE_PROPERTY where NAME_ = ?")) {
            statement.setString(1, PROPERTY);
            try (var found = statement.executeQuery()) {
                return found.next() ? Optional.of(String.valueOf(found.getString(1))) : Optional.empty();
            }
        }
    }

    /** Marks it, for good; what was made can be said again. */
    public static void mark(Connection connection, String what) throws SQLException {
        var change = of(connection).isPresent() ? "update ACT_GE_PROPERTY set VALUE_ = ? where NAME_ = ?" : "insert into ACT_GE_PROPERTY (VALUE_, NAME_, REV_) values (?, ?, 1)";
        try (var statement = connection.prepareStatement(change)) {
            statement.setString(1, what.substring(0, Math.min(LONGEST, what.length())));
            statement.setString(2, PROPERTY);
            statement.executeUpdate();
        }
    }

    /** A database that is checked need not have been started by this version. */
    private static boolean engineTables(Connection connection) throws SQLException {
        for (var name : new String[] {"ACT_GE_PROPERTY", "act_ge_property"}) {
            try (var tables = connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), name, null)) {
                if (tables.next()) {
                    return true;
                }
            }
        }
        return false;
    }
}
