package org.redress.identity;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Leaves of one test are none in the next, which may begin on an earlier day. */
public class EverybodyIsBack {
    private final Absences absences;
    private final JdbcTemplate database;
    private final TransactionTemplate transaction;

    public EverybodyIsBack(Absences absences, JdbcTemplate database, TransactionTemplate transaction) {
        this.absences = absences;
        this.database = database;
        this.transaction = transaction;
    }

    /** Calls off whatever leave was recorded. */
    public void now() {
        transaction.executeWithoutResult(status -> database.queryForList("select id from leave_of_absence where not called_off", Long.class).forEach(absences::callOff));
    }
}
