package org.redress.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.identity.Sight;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open deadlines of the cases that somebody has, or that their service was given, as far as these are there for them. */
@Component
public class OwnDeadlines {
    private static final String OWN = """
            select d.id, d.version, d.reference, d.kind, d.stage, d.item, d.due_on from deadline d join complaint c on c.reference = d.reference
            where d.state in ('OPEN', 'PAUSED') and d.owed_by <> 'nobody' and coalesce(d.asked_within, '') not in ('not stated', 'as soon as possible', 'without delay')
              and (exists (select 1 from appointment a where a.complaint_id = c.id and a.person = :person and a.from_day <= :today and (a.until_day is null or a.until_day >= :today))
                or c.reference in (select v.TEXT_ from ACT_RU_TASK t join ACT_RU_VARIABLE v on v.TASK_ID_ = t.ID_ and v.NAME_ = 'caseReference' where t.ASSIGNEE_ = :person)
                or c.service in (:services) or exists (select 1 from issue i where i.complaint_id = c.id and i.service in (:services)))
              and\s""";
    /** No service has this code. */
    private static final List<String> NONE = List.of("");

    private final JdbcClient database;
    private final Sight sight;
    private final Clock clock;

    OwnDeadlines(JdbcClient database, @Lazy Sight sight, Clock clock) {
        this.database = database;
        this.sight = sight;
        this.clock = clock;
    }

    /**
     * A deadline that is owed.
     *
     * @param version one more with each change
     * @param title what is owed, in words
     */
    public record Owed(long id, int version, String reference, String title, LocalDate dueOn) {}

    private record Row(long id, int version, String reference, String kind, int stage, @Nullable Integer item, LocalDate dueOn) {}

    /** Those of a person at a council and of these services, the nearest first. */
    public List<Owed> of(String person, String council, Collection<String> services, int most) {
        var seen = sight.rows(person, council, "c");
        return database.sql(OWN + seen.condition() + " order by d.due_on, d.id fetch first " + most + " rows only").params(seen.parameters()).param("person", person)
                .param("today", LocalDate.now(clock)).param("services", services.isEmpty() ? NONE : services).query(Row.class).list().stream()
                .map(row -> new Owed(row.id(), row.version(), row.reference(), DeadlineView.title(row.kind(), row.stage(), row.item()), row.dueOn())).toList();
    }
}
