package org.redress.deadline;

import java.time.LocalDate;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionListener;
import org.springframework.stereotype.Component;

/**
 * Meets the deadlines that wait for an answer of this form: the table's column "Met by" names the form's date, so a new deadline
 * is a row, not code. A day in the future meets nothing and is refused.
 */
@Component
class MeetDeadlines implements SubmissionListener {
    private final Deadlines deadlines;

    MeetDeadlines(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void accepted(Submission submission) {
        submission.dates().forEach((answer, day) -> meet(submission, answer, day));
    }

    private void meet(Submission submission, String answer, LocalDate day) {
        submission.caseReference().ifPresent(reference ->
                deadlines.meet(reference, submission.processInstanceId().orElse(null), answer, day));
    }
}
