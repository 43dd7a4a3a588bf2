package org.redress.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private final JdbcClient database;
    private final Clock clock;

    CaseParts(JdbcClient database, Clock clock) {
        this.database = database;
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
        // a new case is written when it is opened, so it is there
        return database.sql(TOOK).param("person", person).param("part", part).param("since", LocalDate.now(clock)).param("reference", reference).update();
    }

    /** Nothing is a person's any more whose account is deleted: somebody else may be given the same id. */
    public void forget(String person) {
        ReadOnce.forget(CaseParts.class);
        database.sql("delete from case_part where person = :person").param("person", person).update();
    }
}
