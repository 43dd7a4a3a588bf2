package org.redress.casefile;

import jakarta.persistence.EntityManager;
import java.util.function.Supplier;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.springframework.stereotype.Component;

/** For what looks through many cases and changes nothing. */
@Component
public class OnlyReading {
    private final EntityManager entities;

    OnlyReading(EntityManager entities) {
        this.entities = entities;
    }

    /** Does it without comparing what has been read before each question with what it was: that would grow with the square of the cases. What was changed before is seen. */
    public <T> T of(Supplier<T> look) {
        var session = entities.unwrap(Session.class);
        session.flush();
        var before = session.getHibernateFlushMode();
        session.setHibernateFlushMode(FlushMode.COMMIT);
        try {
            return look.get();
        } finally {
            session.setHibernateFlushMode(before);
        }
    }
}
