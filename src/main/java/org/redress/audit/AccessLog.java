package org.redress.audit;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;
import org.redress.identity.AccessChange;
import org.redress.identity.AccessWatch;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who was given what, and who was refused a file: entries of the same chain as the changes of the case files. */
@Component
public class AccessLog implements AccessWatch {
    private final Audit audit;
    private final ChangeListener listener;
    private final EntityManager entities;
    private final Clock clock;

    AccessLog(Audit audit, ChangeListener listener, EntityManager entities, Clock clock) {
        this.audit = audit;
        this.listener = listener;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * One line of the list.
     *
     * @param sequence its place in the chain
     * @param at a civil time in Europe/London
     * @param who a user id, or "Redress"
     * @param kind the code of an {@link AccessChange.Kind}, or "refused" for a file that was not opened
     * @param concerns the user id of who was given something
     * @param what the group, council or filter
     */
    public record Line(long sequence, LocalDateTime at, String who, String kind, @Nullable String concerns, @Nullable String what, @Nullable String council, @Nullable String reference,
            @Nullable String task) {}

    @Override
    public void changed(AccessChange change) {
        listener.access(entities.unwrap(SessionImplementor.class), audit.access(change));
    }

    /** The newest lines of a council's people and cases, older than a place in the chain. */
    @Transactional(readOnly = true)
    public List<Line> of(String council, long before, int most) {
        return lines("(operation = 'access' or operation = 'refuse') and council = :council", before, most, council);
    }

    /** The newest lines of all accounts and filters, without tasks and cases. */
    @Transactional(readOnly = true)
    public List<Line> ofAccounts(long before, int most) {
        return lines("operation = 'access' and table_name <> 'task'", before, most, null);
    }

    private List<Line> lines(String which, long before, int most, @Nullable String council) {
        var query = entities.unwrap(Session.class).createNativeQuery("select sequence, recorded_at, who, operation, changed, concerns, council, reference, task from audit where "
                + which + " and sequence < :before order by sequence desc", Object[].class).setParameter("before", before).setMaxResults(most);
        if (council != null) {
            query.setParameter("council", council);
        }
        Stream<Object[]> found = query.getResultStream();
        return found.map(this::line).toList();
    }

    private Line line(Object[] found) {
        var said = found[4] == null ? new String[] {"refused"} : ((String) found[4]).split(" ", 2);
        return new Line(((Number) found[0]).longValue(), LocalDateTime.ofInstant(Instant.parse((String) found[1]), clock.getZone()), (String) found[2], said[0], (String) found[5],
                said.length > 1 ? said[1] : null, (String) found[6], (String) found[7], (String) found[8]);
    }
}
