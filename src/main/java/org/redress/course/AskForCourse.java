package org.redress.course;

import java.util.List;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Dates;
import org.redress.casefile.PutRight;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The form that puts a course right: nothing was sent that it would undo, and what moves is worked out before anything changes (CHD-03, CORP-16, LGS-02). */
@Component
class AskForCourse implements SubmissionHandler {
    private final CaseFiles cases;
    private final List<WayBack> ways;

    AskForCourse(CaseFiles cases, List<WayBack> ways) {
        this.cases = cases;
        this.ways = ways;
    }

    @Override
    public String form() {
        return "course-correction";
    }

    @Override
    public void accept(Submission asked) {
        // the same answer for a case of somebody else and for none, so that nobody can find out which exist
        var complaint = cases.find(asked.council(), asked.text("caseReference"))
                .orElseThrow(() -> asked.refuse("caseReference", "there is no case " + asked.text("caseReference") + " here."));
        var reference = complaint.reference();
        asked.about(reference);
        asked.titled("Wrong course: " + asked.option("mistake"));
        var received = complaint.receivedAt().toLocalDate();
        asked.optionalDate("rightStraightOn").filter(agreed -> agreed.isBefore(received)).ifPresent(agreed -> {
            throw asked.refuse("rightStraightOn", "the complaint was received on " + Dates.text(received) + "." + PutRight.FIRST);
        });
        var way = ways.stream().filter(side -> side.leads(complaint)).findFirst().orElseThrow();
        try {
            way.plan(new WayBack.Asked(reference, asked.text("mistake"), asked.optionalText("rightSubject").orElse(null), asked.yes("rightByChoice"),
                    asked.optionalDate("rightStraightOn").orElse(null), asked.optionalText("rightCategory").orElse(null)))
                    .confirmation().ask(asked, complaint.stage());
        } catch (CourseStays e) {
            throw asked.refuse(e.field(), e.sentence());
        }
    }
}
