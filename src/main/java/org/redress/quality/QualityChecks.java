package org.redress.quality;

import java.util.LinkedHashSet;
import java.util.List;
import org.redress.calendar.WorkingCalendar;
import org.springframework.stereotype.Component;

/** Runs every check of data quality on a chronicle (DQ-1 to DQ-9, DQ-12 to DQ-17). */
@Component
public class QualityChecks {
    private final List<Check> checks;

    QualityChecks(WorkingCalendar calendar) {
        checks = List.of(new AfterDecision(), new StagesOutOfOrder(), new CitedTooEarly(), new YearOutOfLine(), new UnknownPeople(),
                new ClosedDays(calendar), new OfstedNotTold(), new SummaryDiffers(), new NoTriggerDay(), new AmountsDiffer(), new OutcomeDiffers(), new NotPutRight(),
                new TwoRoles(), new WrongWeekday(), new NoSuchDay());
    }

    /** What does not fit, in the order of the rules. A day that cannot be right for another reason is not said to be out of line as well. */
    public List<Finding> of(Chronicle chronicle) {
        var found = new LinkedHashSet<Finding>();
        for (var check : checks) {
            var days = found.stream().map(Finding::on).toList();
            check.of(chronicle).filter(finding -> !finding.rule().equals("DQ-4") || !days.contains(finding.on())).forEach(found::add);
        }
        return List.copyOf(found);
    }
}
