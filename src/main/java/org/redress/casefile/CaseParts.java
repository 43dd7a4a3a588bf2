package org.redress.casefile;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has or had a part in a case: a role of it by name, or a task of it that was given to them, taken or done. Whoever has had one may go on reading the case as
 * far as their role may (DAT-01).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CaseParts {
    /** The part of whoever has or had a task. */
    public static final String TASK = "task";

    private static final String TOOK = """
            insert into case_part (complaint_id, council, reference, person, part, since)
                select c.id, c.council, c.reference, :person, :part, :since from complaint c where c.reference = :reference
                and not exists (select 1 from case_part p where p.complaint_id = c.id and p.person = :person and p.part = :part)
            """;

    private final EntityManager entities;
    private final Clock clock;

    CaseParts(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * A person takes a part in a case today, if they have not had it before.
     *
     * @param part {@link #TASK} or the key of a role of the case
     */
    public void took(String reference, String person, String part) {
        ReadOnce.get(CaseParts.class, List.of(reference, person, part), () -> write(reference, person, part));
    }

    private int write(String reference, String person, String part) {
        // Hibernate writes what is waiting first: the case may be new
        return entities.createNativeQuery(TOOK).setParameter("person", person).setParameter("part", part).setParameter("since", LocalDate.now(clock))
                .setParameter("reference", reference).executeUpdate();
    }

    /** Nothing is a person's any more whose account is deleted: somebody else may be given the same id. */
    public void forget(String person) {
        ReadOnce.forget(CaseParts.class);
        entities.createNativeQuery("delete from case_part where person = :person").setParameter("person", person).executeUpdate();
    }
}
