package org.redress.ombudsman;

import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.LetterView;
import org.redress.deadline.Deadlines;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.post.Post;
import org.springframework.stereotype.Component;

/** The outcome of a review; an unsound decision is set aside and everything that followed from it ends (LGS-22). */
@Component
class DecideReview implements SubmissionHandler {
    private static final String SET_ASIDE = "the decision was set aside after a review";

    private final CaseFiles cases;
    private final AgreedActions actions;
    private final Deadlines deadlines;
    private final Post post;
    private final BothSides sides;

    DecideReview(CaseFiles cases, AgreedActions actions, Deadlines deadlines, Post post, BothSides sides) {
        this.cases = cases;
        this.actions = actions;
        this.deadlines = deadlines;
        this.post = post;
        this.sides = sides;
    }

    @Override
    public String form() {
        return "decide-review";
    }

    @Override
    public void accept(Submission reviewed) {
        var on = reviewed.date("reviewedOn");
        sides.send(reviewed, new LetterView(0, "review-decision", "", reviewed.text("letterText"), null, on, null, LetterView.FINAL));
        reviewed.set("reviewOpen", false);
        if (reviewed.text("review").equals("not-sound")) {
            cases.become(reviewed.reference(), CaseStatus.OPEN, null, on);
            deadlines.cancel(reviewed.reference(), SET_ASIDE, on);
            actions.begin(reviewed.reference(), 0);
            reviewed.set("remedyAccepted", "no");
            reviewed.set("forwardedOn", on.toString());
            post.toCouncil(reviewed.reference(), "review-decision").ifPresent(council -> {
                post.endWhatWasAsked(council, SET_ASIDE, on);
                actions.begin(council, 0);
            });
        }
    }
}
