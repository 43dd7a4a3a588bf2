package org.redress.liaison;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.CommentsToConsider;
import org.redress.casefile.LetterView;
import org.redress.deadline.Deadlines;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The council’s comments on a draft, written by the council or recorded by the Ombudsman (LGS-12). */
@Component
class CommentOnDraft implements SubmissionHandler {
    private final CaseFiles cases;
    private final CommentsToConsider comments;
    private final Deadlines deadlines;

    CommentOnDraft(CaseFiles cases, CommentsToConsider comments, Deadlines deadlines) {
        this.cases = cases;
        this.comments = comments;
        this.deadlines = deadlines;
    }

    @Override
    public String form() {
        return "comment-on-draft";
    }

    @Override
    public void accept(Submission commented) {
        var on = commented.date("councilCommentedOn");
        var lines = commented.lines("comments");
        if (Sides.isOmbudsmans(commented)) {
            comments.add(commented.reference(), "council", lines, on);
            commented.set("courseWentOn", deadlines.wentOnWithout(commented.reference(), "council-comments"));
        } else {
            cases.send(commented.reference(), new LetterView(0, "draft-comments", "Ombudsman", lines.isEmpty() ? "No comments." : String.join("\n", lines), null, on, null));
        }
    }
}
