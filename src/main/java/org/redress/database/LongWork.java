package org.redress.database;

import java.sql.Connection;
import java.sql.SQLException;

/** What takes as long as it takes: a change of the tables, an index on a million cases and the making of a large database are no silent network. */
public final class LongWork {
    private LongWork() {}

    /** Lets a connection wait for an answer without an end; the pool sets it back when it is given back. */
    public static void on(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, 0);
    }
}
