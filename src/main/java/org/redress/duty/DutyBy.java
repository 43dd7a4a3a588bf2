package org.redress.duty;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.Deadlines;
import org.springframework.stereotype.Component;

/** The day by which a duty has to be done that is due before a day or on it; none for one that counts from it (CORP-35). */
@Component
public class DutyBy {
    private final Deadlines deadlines;

    DutyBy(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** As the row of the table says it, for the model. */
    public @Nullable String of(DelegateExecution execution) {
        var row = (Map<?, ?>) execution.getVariable("serviceDuty");
        var day = LocalDate.parse((String) execution.getVariable("dutyDay"));
        return switch (String.valueOf(row.get("when"))) {
            case "before" -> deadlines.before(day, String.valueOf(row.get("period"))).toString();
            case "on" -> day.toString();
            default -> null;
        };
    }
}
