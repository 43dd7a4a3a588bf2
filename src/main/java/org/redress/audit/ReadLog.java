package org.redress.audit;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who opened which case file, and when: entries of the same chain as the changes (DAT-01). */
@Component
public class ReadLog {
    /** How many openings a list shows, newest first. */
    private static final int MOST_SHOWN = 200;

    private final Audit audit;
    private final EntityManager entities;
    private final Clock clock;

    ReadLog(Audit audit, EntityManager entities, Clock clock) {
        this.audit = audit;
        this.entities = entities;
        this.clock = clock;
    }

    /** Somebody opened a file, at a civil time in Europe/London. */
    public record Opening(String who, LocalDateTime at) {}

    /**
     * Notes that whoever is signed in opens a file now, before they see it: without the entry there is nothing to see. Every opening is
     * an entry of its own.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void opened(String reference, String council, String task) {
        entities.unwrap(Session.class).doWork(connection -> Chain.append(connection, List.of(
                new Entry(0, audit.now(), audit.who(), Entry.OPEN, "complaint", null, reference, council, task, null, null, null, ""))));
    }

    /** Notes that whoever is signed in asked for a file that is not theirs to read, at a council, by a task. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refused(String reference, String council, String task) {
        entities.unwrap(Session.class).doWork(connection -> Chain.append(connection, List.of(
                new Entry(0, audit.now(), audit.who(), Entry.REFUSE, "complaint", null, reference, council, task, null, null, null, ""))));
    }

    /**
     * Notes that whoever is signed in looks now at a list that shows more of these files than their references.
     *
     * @param list what the entries say instead of a task
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void listed(Collection<String> references, String council, String list) {
        entities.unwrap(Session.class).doWork(connection -> Chain.append(connection, references.stream()
                .map(reference -> new Entry(0, audit.now(), audit.who(), Entry.OPEN, "complaint", null, reference, council, list, null, null, null, "")).toList()));
    }

    /**
     * Notes that whoever is signed in looks for cases of a council now, and which of them they are shown, but never for what they look.
     *
     * @param list what the entries of the cases say instead of a task
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void searched(String council, Collection<String> references, String list) {
        var now = audit.now();
        var who = audit.who();
        entities.unwrap(Session.class).doWork(connection -> Chain.append(connection, Stream.concat(
                Stream.of(new Entry(0, now, who, Entry.SEARCH, "complaint", null, null, council, null, null, null, null, "")),
                references.stream().map(reference -> new Entry(0, now, who, Entry.OPEN, "complaint", null, reference, council, list, null, null, null, ""))).toList()));
    }

    /** Who opened a file, newest first. */
    @Transactional(readOnly = true)
    public List<Opening> of(String reference) {
        // concat keeps the planner from audit_operation, which it takes where its statistics were made before anything was opened; what was written in one case is hundreds of lines, not millions
        return entities.unwrap(Session.class).createNativeQuery("select who, recorded_at from audit where reference = :reference and concat(operation, '') = :open order by sequence desc",
                        Object[].class).setParameter("reference", reference).setParameter("open", Entry.OPEN).setMaxResults(MOST_SHOWN).getResultStream()
                .map(found -> new Opening((String) found[0], LocalDateTime.ofInstant(Instant.parse((String) found[1]), clock.getZone())))
                .toList();
    }
}
