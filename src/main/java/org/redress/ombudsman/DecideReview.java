package org.redress.ombudsman;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
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

    /** As the table information-sharing names who is told of a decision. */
    private static final Set<String> REGULATORS = Set.of("Ofsted", "the Care Quality Commission");

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
        boolean late = deadlines.of(reviewed.reference()).stream().filter(d -> d.kind().equals("review-request")).reduce((earlier, later) -> later)
                .filter(d -> d.daysLate() != null && d.daysLate() > 0).isPresent();
        boolean tooLate = reviewed.text("review").equals("too-late");
        if (tooLate && !late) {
            throw reviewed.refuse("review", "it was asked for within the month (LGS-22).");
        }
        if (late && !tooLate && reviewed.optionalText("lateReason").isEmpty()) {
            throw reviewed.refuse("lateReason", "an answer is needed: it was asked for after the month, so looking at it is at discretion (LGS-22).");
        }
        sides.send(reviewed, new LetterView(0, "review-decision", "", reviewed.text("letterText"), null, on, null, LetterView.FINAL));
        reviewed.set("reviewOpen", false);
        if (reviewed.text("review").equals("amended")) {
            amend(reviewed, on);
        }
        if (reviewed.text("review").equals("not-sound")) {
            cases.overtakeDecision(reviewed.reference(), on, LetterView.SET_ASIDE);
            begin(reviewed.reference(), on);
            deadlines.cancel(reviewed.reference(), SET_ASIDE, on);
            actions.begin(reviewed.reference(), 0);
            reviewed.set("investigated", Course.of(reviewed).investigated());
            reviewed.set(Course.VARIABLE, Course.INVESTIGATION.slug());
            reviewed.set(ClosingReasons.VARIABLE, null);
            reviewed.set("remedyAccepted", "no");
            reviewed.set("forwardedOn", on.toString());
            post.toCouncil(reviewed.reference(), "review-decision").ifPresent(council -> {
                cases.overtakeDecision(council, on, LetterView.SET_ASIDE);
                post.endWhatWasAsked(council, SET_ASIDE, on);
                actions.begin(council, 0);
            });
        }
    }

    /** The case is open again; one that ended without a finding was over. */
    private void begin(String reference, LocalDate on) {
        if (cases.get(reference).status().over()) {
            cases.takeUp(reference, CaseStatus.OPEN, SET_ASIDE, on);
        } else {
            cases.become(reference, CaseStatus.OPEN, null, on);
        }
    }

    /** The amended statement goes to everybody who had the first, which stays readable and says that it was replaced. */
    private void amend(Submission reviewed, LocalDate on) {
        var before = cases.letters(reviewed.reference()).stream().filter(letter -> letter.kind().equals("decision") && LetterView.FINAL.equals(letter.marking())).toList();
        cases.overtakeDecision(reviewed.reference(), on, LetterView.REPLACED);
        post.councilCase(reviewed.reference()).ifPresent(council -> cases.overtakeDecision(council, on, LetterView.REPLACED));
        var amended = new LetterView(0, "decision", "", reviewed.text("amendedText"), null, on, null, LetterView.FINAL)
                .ends(before.stream().map(LetterView::outcome).filter(Objects::nonNull).findFirst().orElse(null));
        before.stream().map(LetterView::to).filter(REGULATORS::contains).forEach(regulator -> cases.send(reviewed.reference(), amended.to(regulator, null)));
        sides.send(reviewed, amended);
        post.toCouncil(reviewed.reference(), "decision");
    }
}
