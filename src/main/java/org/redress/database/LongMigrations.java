package org.redress.database;

import java.sql.SQLException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/** Each change of the tables is long work. */
@Component
class LongMigrations implements Callback {
    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            LongWork.on(context.getConnection());
        } catch (SQLException e) {
            throw new IllegalStateException("The connection takes no time limit", e);
        }
    }

    @Override
    public String getCallbackName() {
        return getClass().getSimpleName();
    }
}
