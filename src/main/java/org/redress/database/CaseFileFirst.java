package org.redress.database;

import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Everybody takes rows in one order: those of the case file, then those of the engine, then the end of the chain of changes. Otherwise a person who completes a task and
 * its timer, each with the rows that the other needs, end in a deadlock.
 */
@Repository
public class CaseFileFirst {
    private final EntityManager entities;

    CaseFileFirst(EntityManager entities) {
        this.entities = entities;
    }

    /** Writes what waits to be written of the case file; the engine is about to write. */
    public void write() {
        if (TransactionSynchronizationManager.isActualTransactionActive() && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            entities.flush();
        }
    }
}
