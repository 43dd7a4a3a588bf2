package org.redress.complaint;

import java.time.LocalDate;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.Deadlines;
import org.redress.deadline.Limit;
import org.springframework.stereotype.Component;

/** Until when a complaint could be made, by the row of its law: from when the grounds arose, or from knowing or happening (CORP-14, CHD-16). */
@Component
class TimeForComplaining {
    private final Deadlines deadlines;

    TimeForComplaining(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** The last day on which it would have been in time; where only the day of knowing is given, it counts for both. */
    Limit of(@Nullable String definition, String procedure, String receivedAt, LocalDate knew, @Nullable LocalDate arose) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("procedure", procedure);
        facts.put("receivedAt", receivedAt);
        facts.put("knewOn", (arose != null && arose.isAfter(knew) ? arose : knew).toString());
        facts.put("aroseOn", (arose == null ? knew : arose).toString());
        return deadlines.limit("complaining", definition, facts);
    }
}
