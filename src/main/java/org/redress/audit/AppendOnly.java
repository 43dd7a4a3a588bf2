package org.redress.audit;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/** On H2, refuses to change or delete what is in the audit; PostgreSQL has a trigger and grants of its own. */
public final class AppendOnly implements Trigger {
    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        throw new SQLException("The record of changes is added to, never changed.");
    }
}
