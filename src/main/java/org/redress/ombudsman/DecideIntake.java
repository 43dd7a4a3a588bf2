package org.redress.ombudsman;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.LetterView;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The outcome of intake: forwards only what is in jurisdiction, with discretion and exclusions recorded (LGS-02, LGS-03, LGS-04). */
@Component
class DecideIntake implements SubmissionHandler {
    private final CaseFiles cases;
    private final BothSides sides;

    DecideIntake(CaseFiles cases, BothSides sides) {
        this.cases = cases;
        this.sides = sides;
    }

    @Override
    public String form() {
        return "decide-intake";
    }

    @Override
    public void accept(Submission decided) {
        switch (decided.text("intake")) {
            case "forward" -> forward(decided);
            case "remedied" -> {
                forward(decided);
                decided.set("remedyAccepted", "assessment");
            }
            case "refer-back" -> referBack(decided);
            default -> close(decided, CaseStatus.NOT_INVESTIGATED, false);
        }
        decided.set("forwardedOn", decided.date("intakeDecidedOn").toString());
    }

    private void forward(Submission decided) {
        if (yes(decided, "barred")) {
            throw decided.refuse("intake", "a test that is not met is a bar, which nobody can set aside: " + decided.variable("testsNotMet").orElse("")
                    + ". Close it with a reason, or correct what was entered before.");
        }
        if (yes(decided, "discretionNeeded") && decided.optionalText("discretion").isEmpty()) {
            throw decided.refuse("discretion", "an answer is needed, because a test is not met; say why it is set aside (LGS-04).");
        }
        if (yes(decided, "exclusionNeeded") && decided.optionalText("excludedIssues").isEmpty()) {
            throw decided.refuse("excludedIssues", "an answer is needed, because a part of the complaint is excluded by law (LGA-14).");
        }
        if (decided.optionalText("excludedIssues").isPresent()) {
            Exclusions.leaveOut(cases, decided);
        }
    }

    private void referBack(Submission decided) {
        if (!yes(decided, "premature")) {
            throw decided.refuse("intake", "the council had its opportunity to answer, so there is nothing to refer back (LGS-03).");
        }
        close(decided, CaseStatus.REFERRED_BACK, true);
    }

    /** The outcome and its reason are the form's words (rule book 3.3). */
    private void close(Submission decided, CaseStatus status, boolean councilToo) {
        var on = decided.date("intakeDecidedOn");
        var letter = new LetterView(0, "intake-decision", "", decided.text("letterText"), null, on, null, LetterView.FINAL);
        sides.toComplainant(decided, letter);
        if (councilToo) {
            sides.toCouncil(decided, letter);
        }
        var reason = decided.optionalText("closingReason").map(closed -> ": " + decided.option("closingReason")).orElse("");
        cases.become(decided.reference(), status, decided.option("intake") + reason, on);
    }

    private static boolean yes(Submission decided, String variable) {
        return Boolean.TRUE.equals(decided.variable(variable).orElse(false));
    }
}
