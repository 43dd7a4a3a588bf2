package org.redress.ombudsman;

import org.redress.casefile.CommentsToConsider;
import org.redress.deadline.Deadlines;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The complainant’s comments on the draft, one by one (LGS-12). */
@Component
class RecordComplainantsComments implements SubmissionHandler {
    private final CommentsToConsider comments;
    private final Deadlines deadlines;

    RecordComplainantsComments(CommentsToConsider comments, Deadlines deadlines) {
        this.comments = comments;
        this.deadlines = deadlines;
    }

    @Override
    public String form() {
        return "complainant-comments";
    }

    @Override
    public void accept(Submission received) {
        comments.add(received.reference(), "complainant", received.lines("comments"), received.date("complainantCommentedOn"));
        received.set("courseWentOn", deadlines.wentOnWithout(received.reference(), "complainant-comments"));
    }
}
