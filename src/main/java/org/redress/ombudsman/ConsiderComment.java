package org.redress.ombudsman;

import org.redress.casefile.CommentsToConsider;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** What follows from one comment (LGS-12). */
@Component
class ConsiderComment implements SubmissionHandler {
    private final CommentsToConsider comments;

    ConsiderComment(CommentsToConsider comments) {
        this.comments = comments;
    }

    @Override
    public String form() {
        return "consider-comment";
    }

    @Override
    public void accept(Submission considered) {
        int number = ((Number) considered.variable("commentNumber").orElseThrow()).intValue();
        comments.consider(considered.reference(), number, considered.text("consideration"), considered.yes("changesDraft"), considered.user(), considered.today());
    }
}
