package org.redress.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/** Whether the database is PostgreSQL, for the few questions that are asked otherwise there than on H2. */
public final class Postgres {
    private Postgres() {}

    /** Asked of the driver; whoever has such questions keeps the answer. */
    public static boolean is(JdbcOperations database) {
        return Boolean.TRUE.equals(database.execute((ConnectionCallback<Boolean>) Postgres::is));
    }

    /** The same of one connection. */
    public static boolean is(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }
}
