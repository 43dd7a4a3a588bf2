package org.redress.audit;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;
import org.redress.casefile.ReadOnce;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes a whole case out of the case file; its key goes too, so that nothing in the chain can be tried against what it said (DAT-09). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Removals {
    private final ChangeListener listener;
    private final EntityManager entities;

    Removals(ChangeListener listener, EntityManager entities) {
        this.listener = listener;
        this.entities = entities;
    }

    /** Removes every row of a case; gives how many of each table. */
    public Map<String, Integer> remove(String reference) {
        entities.flush();
        var gone = new TreeMap<String, Integer>();
        entities.unwrap(Session.class).doWork(connection -> {
            var tables = CaseTables.of(connection);
            var children = new ArrayList<>(tables.names());
            Collections.reverse(children);
            for (var table : children) {
                gone.put(table, tables.delete(connection, table, reference));
            }
        });
        ReadOnce.forgetAll();
        listener.remove(entities.unwrap(SessionImplementor.class), reference);
        return gone;
    }

    /** The certificate of a removal was written. */
    public void certified(long certificate) {
        listener.written(entities.unwrap(SessionImplementor.class), "removal", certificate);
        listener.written(entities.unwrap(SessionImplementor.class), "removal_count", certificate);
    }
}
