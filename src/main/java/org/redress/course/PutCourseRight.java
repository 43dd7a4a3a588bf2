package org.redress.course;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.casefile.CannotBeKept;
import org.redress.casefile.CaseFiles;
import org.springframework.stereotype.Component;

/** "Put course right": what was confirmed happens, if it would still be the same (CHD-03, CORP-26, LGS-02). */
@Component
class PutCourseRight implements JavaDelegate {
    private final CaseFiles cases;
    private final List<WayBack> ways;
    private final Clock clock;

    PutCourseRight(CaseFiles cases, List<WayBack> ways, Clock clock) {
        this.cases = cases;
        this.ways = ways;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = (String) execution.getVariable("caseReference");
        var straightOn = (String) execution.getVariable("rightStraightOn");
        var complaint = cases.get(reference);
        var way = ways.stream().filter(side -> side.leads(complaint)).findFirst().orElseThrow();
        try {
            var plan = way.plan(new WayBack.Asked(reference, (String) execution.getVariable("mistake"), (String) execution.getVariable("rightSubject"),
                    Boolean.TRUE.equals(execution.getVariable("rightByChoice")), straightOn == null ? null : LocalDate.parse(straightOn),
                    (String) execution.getVariable("rightCategory")));
            plan.confirmation().needShown(execution);
            plan.carryOut().accept(LocalDate.now(clock), (String) execution.getVariable("askedFor"));
        } catch (CourseStays e) {
            throw new CannotBeKept("The course cannot be put right any more: " + e.sentence() + " Leave it as it is.");
        }
    }
}
