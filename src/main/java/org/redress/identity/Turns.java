package org.redress.identity;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import org.hibernate.Session;
import org.redress.casefile.ReadOnce;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is decided by looking first, such as whether somebody is the last administrator, is decided by one after the other, on every node: whoever decides
 * holds a row of the table {@code turn} until their transaction is over, and looks only then: nothing that was read before is taken for what it is now.
 */
@Repository
public class Turns {
    /** Changes of accounts, of their roles and of their councils, of the councils themselves, and of whom a restricted case is there for. */
    public static final String ACCOUNTS = "accounts";
    /** Starts of a review of old cases. */
    public static final String RETENTION_REVIEW = "retention-review";

    /** Starts of a move of running cases. */
    public static final String MOVE_CASES = "move-cases";

    private final EntityManager entities;

    Turns(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Waits until it is one's turn, and keeps it to the end of the transaction.
     *
     * @param name one of the names above
     * @throws org.springframework.dao.PessimisticLockingFailureException when it takes too long
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(String name) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (var lock = connection.prepareStatement("select name from turn where name = ? for update")) {
                lock.setString(1, name);
                try (var found = lock.executeQuery()) {
                    if (!found.next()) {
                        throw new SQLException("The table turn has no row " + name + ".");
                    }
                }
            }
        });
        // what was read before may have been changed by whoever had the turn
        ReadOnce.readAgain();
    }
}
