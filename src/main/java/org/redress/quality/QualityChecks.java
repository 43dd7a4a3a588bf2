package org.redress.quality;

import java.util.List;
import org.redress.calendar.WorkingCalendar;
import org.springframework.stereotype.Component;

/** Runs every check of data quality on a chronicle (DQ-1 to DQ-9). */
@Component
public class QualityChecks {
    private final WorkingCalendar calendar;

    QualityChecks(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** What does not fit, in the order of the rules. */
    public List<Finding> of(Chronicle chronicle) {
        return List.of();
    }
}
