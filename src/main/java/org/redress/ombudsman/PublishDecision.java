package org.redress.ombudsman;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.Dates;
import org.redress.casefile.LetterView;
import org.redress.deadline.Deadlines;
import org.redress.disclosure.PublicationCopies;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** Publication of the copy that somebody else prepared, from its first day on, not while a review is open, or the exception, in the interest of somebody for one (LGA-26, LGS-18, LGS-19, DAT-06). */
@Component
class PublishDecision implements SubmissionHandler {
    private final Deadlines deadlines;
    private final PublicationCopies copies;
    private final CaseFiles cases;

    PublishDecision(Deadlines deadlines, PublicationCopies copies, CaseFiles cases) {
        this.deadlines = deadlines;
        this.copies = copies;
        this.cases = cases;
    }

    @Override
    public String form() {
        return "publish-decision";
    }

    @Override
    public void accept(Submission published) {
        if (published.text("publication").equals("back")) {
            return;
        }
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
        if (!copies.wasAsked(published)) {
            // it began with models in which nobody prepares a copy: what is published is made outside, as it was then
            return;
        }
        var copy = copies.toPublish(published, "publication");
        cases.send(published.reference(), new LetterView(0, PublicationCopies.LETTER, "everybody", copy, "online", published.date("publishedOn"), null, LetterView.FINAL));
    }
}
