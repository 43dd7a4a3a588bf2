package org.redress.ombudsman;

import org.redress.casefile.Dates;
import org.redress.deadline.Deadlines;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** Publication from its first day on, not while a review is open, or the exception (LGS-18, LGS-19, DAT-06). */
@Component
class PublishDecision implements SubmissionHandler {
    private final Deadlines deadlines;

    PublishDecision(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public String form() {
        return "publish-decision";
    }

    @Override
    public void accept(Submission published) {
        if (Boolean.TRUE.equals(published.variable("reviewOpen").orElse(false))) {
            throw published.refuse("publication", "a review is open; decide on it first (LGS-18).");
        }
        if (published.text("publication").equals("no")) {
            deadlines.cancel(published.reference(), "publication", "it is not published", published.today());
            return;
        }
        var first = deadlines.open(published.reference(), "publication").orElseThrow().dueOn();
        if (published.date("publishedOn").isBefore(first)) {
            throw published.refuse("publishedOn", "not before " + Dates.text(first) + " (LGS-18).");
        }
    }
}
