package org.redress.board;

import java.util.List;
import java.util.function.UnaryOperator;
import org.redress.tally.WorkedOut;
import org.springframework.stereotype.Component;

/** The deadlines that run and that offices owe, with a period; a reminder and a person's own time are nobody's delay (REM-05, CHD-50). */
@Component
class DueRows implements WorkedOut {
    /** Which deadlines an office owes, with a period; of the table {@code deadline d}. */
    static final String OWED = "d.owed_by not in ('complainant', 'parties', 'nobody') and coalesce(d.asked_within, '') not in ('not stated', 'as soon as possible', 'without delay')";
    private static final String INSERT = """
            insert into case_due (complaint_id, deadline_id, council, reference, counterpart, service, kind, stage, item, due_on, owed_by)
            select c.id, d.id, c.council, c.reference, case when c.ombudsmans then coalesce(c.counterpart, '') else '' end, coalesce(c.service, ''), d.kind, d.stage, d.item, d.due_on, d.owed_by
              from complaint c join deadline d on d.reference = c.reference
              where d.state = 'OPEN' and\s""" + OWED + " and ";

    @Override
    public String table() {
        return "case_due";
    }

    @Override
    public List<String> insertions(UnaryOperator<String> those) {
        return List.of(INSERT + those.apply("c.id"));
    }
}
