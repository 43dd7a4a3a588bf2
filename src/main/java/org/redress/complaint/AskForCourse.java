package org.redress.complaint;

import org.redress.casefile.CaseFiles;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The form that puts a course right: nothing was sent that it would undo, and what moves is worked out before anything changes (CHD-03, CORP-16). */
@Component
class AskForCourse implements SubmissionHandler {
    private final CaseFiles cases;
    private final CourseCorrections corrections;

    AskForCourse(CaseFiles cases, CourseCorrections corrections) {
        this.cases = cases;
        this.corrections = corrections;
    }

    @Override
    public String form() {
        return "course-correction";
    }

    @Override
    public void accept(Submission asked) {
        // the same answer for a case of another council and for none, so that nobody can find out which exist
        var complaint = cases.find(asked.council(), asked.text("caseReference"))
                .orElseThrow(() -> asked.refuse("caseReference", "your council has no case " + asked.text("caseReference") + "."));
        var reference = complaint.reference();
        asked.about(reference);
        asked.titled("Wrong course: " + asked.option("mistake"));
        var received = complaint.receivedAt().toLocalDate();
        asked.optionalDate("rightStraightOn").filter(agreed -> agreed.isBefore(received)).ifPresent(agreed -> {
            throw asked.refuse("rightStraightOn", "the complaint was received on " + org.redress.casefile.Dates.text(received) + ".");
        });
        try {
            corrections.plan(new CourseCorrections.Asked(reference, asked.text("mistake"), asked.optionalText("rightSubject").orElse(null),
                    asked.yes("rightByChoice"), asked.optionalDate("rightStraightOn").orElse(null))).confirmation().ask(asked, complaint.stage());
        } catch (CourseStays e) {
            throw asked.refuse(e.field(), e.sentence());
        }
    }
}
