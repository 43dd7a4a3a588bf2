package org.redress.deadline;

import java.time.LocalDate;
import org.redress.casefile.Dates;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionListener;
import org.springframework.stereotype.Component;

/**
 * Meets the deadlines that wait for an answer of this form: the table's column "Met by" names the form's date, so a new deadline
 * is a row, not code. A day before the deadline's own beginning is refused.
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
        submission.caseReference().ifPresent(reference -> {
            var instance = submission.processInstanceId().orElse(null);
            deadlines.begunAfter(reference, instance, answer, day).ifPresent(deadline -> {
                throw submission.refuse(answer, "is before " + Dates.text(deadline.triggerOn()) + ", from which its deadline counts.");
            });
            deadlines.meet(reference, instance, answer, day);
        });
    }
}
