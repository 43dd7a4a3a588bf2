package org.redress.deadline;

import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What supervisors look through so that nobody makes a late answer look in time: facts that were recorded after the day of the deadline
 * with a day that lies before its end. Both days are kept, so the list cannot be got round.
 */
@Component
public class LateRecords {
    private static final String SQL = """
            select * from (
              select d.reference, d.kind, d.stage, d.item, case d.state when 'MET' then 'done' else 'ended' end as what, d.due_on as its_day,
                d.closed_on as happened_on, d.closed_at as recorded_at, d.closed_by as recorded_by
              from deadline d join complaint c on c.reference = d.reference
              where c.council = :council and d.state in ('MET', 'CANCELLED') and d.owed_by <> 'nobody'
                and d.closed_on <= d.due_on and cast(d.closed_at as date) > d.due_on
                and coalesce(d.asked_within, '') not in ('not stated', 'as soon as possible', 'without delay')
              union all
              select d.reference, d.kind, d.stage, d.item, 'extended', e.from_due, e.noticed_on, e.recorded_at, e.granted_by
              from deadline_extension e join deadline d on d.id = e.deadline_id join complaint c on c.reference = d.reference
              where c.council = :council and e.noticed_on <= e.from_due and cast(e.recorded_at as date) > e.from_due
              union all
              select d.reference, d.kind, d.stage, d.item, 'paused', p.due_then, p.paused_on, s.recorded_at, s.recorded_by
              from deadline_pause p join deadline d on d.id = p.deadline_id join complaint c on c.reference = d.reference
                join case_pause s on s.reference = d.reference and s.paused_on = p.paused_on
              where c.council = :council and cast(s.recorded_at as date) > p.due_then
            ) late order by recorded_at desc, reference""";

    private final EntityManager entities;

    LateRecords(EntityManager entities) {
        this.entities = entities;
    }

    /** The newest of a council. */
    @Transactional(readOnly = true)
    public List<RecordedAfterwards> of(String council, int most) {
        return entities.unwrap(Session.class).createNativeQuery(SQL, Object[].class).setParameter("council", council).setMaxResults(most).getResultStream()
                .map(row -> new RecordedAfterwards((String) row[0], (String) row[1], ((Number) row[2]).intValue(), number(row[3]), (String) row[4],
                        day(row[5]), day(row[6]), moment(row[7]), (String) row[8]))
                .toList();
    }

    private static @Nullable Integer number(@Nullable Object value) {
        return value instanceof Number number ? Integer.valueOf(number.intValue()) : null;
    }

    private static LocalDate day(Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }

    private static LocalDateTime moment(Object value) {
        return value instanceof Timestamp timestamp ? timestamp.toLocalDateTime() : (LocalDateTime) value;
    }
}
