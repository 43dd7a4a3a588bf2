package org.redress.complaint;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.casefile.CannotBeKept;
import org.springframework.stereotype.Component;

/** "Put course right": what was confirmed happens, if it would still be the same (CHD-03, CORP-26). */
@Component
class PutCourseRight implements JavaDelegate {
    private final CourseCorrections corrections;
    private final Clock clock;

    PutCourseRight(CourseCorrections corrections, Clock clock) {
        this.corrections = corrections;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = (String) execution.getVariable("caseReference");
        var straightOn = (String) execution.getVariable("rightStraightOn");
        try {
            var plan = corrections.plan(new CourseCorrections.Asked(reference, (String) execution.getVariable("mistake"),
                    (String) execution.getVariable("rightSubject"), Boolean.TRUE.equals(execution.getVariable("rightByChoice")),
                    straightOn == null ? null : LocalDate.parse(straightOn)));
            plan.confirmation().needShown(execution);
            corrections.carryOut(plan, reference, LocalDate.now(clock), (String) execution.getVariable("askedFor"));
        } catch (CourseStays e) {
            throw new CannotBeKept("The course cannot be put right any more: " + e.sentence() + " Leave it as it is.");
        }
    }
}
