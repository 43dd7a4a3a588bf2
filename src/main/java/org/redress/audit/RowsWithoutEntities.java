package org.redress.audit;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.hibernate.engine.spi.SessionImplementor;
import org.redress.identity.RecordedRows;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes rows that were written without Hibernate into the record of changes, with all else that the transaction changed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RowsWithoutEntities implements RecordedRows {
    private final ChangeListener listener;
    private final EntityManager entities;

    RowsWithoutEntities(ChangeListener listener, EntityManager entities) {
        this.listener = listener;
        this.entities = entities;
    }

    @Override
    public void added(String table, long row) {
        listener.written(entities.unwrap(SessionImplementor.class), table, row);
    }

    @Override
    public void changed(String table, long row, String... columns) {
        listener.changed(entities.unwrap(SessionImplementor.class), table, row, List.of(columns));
    }

    @Override
    public void removed(String table, long row) {
        listener.changed(entities.unwrap(SessionImplementor.class), table, row, List.of());
    }
}
