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

    DecideIntake(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public String form() {
        return "decide-intake";
    }

    @Override
    public void accept(Submission decided) {
        var on = decided.date("intakeDecidedOn");
        switch (decided.text("intake")) {
            case "forward" -> forward(decided);
            case "refer-back" -> close(decided, CaseStatus.REFERRED_BACK, "premature");
            case "close" -> close(decided, CaseStatus.NOT_INVESTIGATED, decided.text("closingReason"));
            default -> close(decided, CaseStatus.NOT_INVESTIGATED, "advice");
        }
        decided.set("forwardedOn", on.toString());
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

    private void close(Submission decided, CaseStatus status, String because) {
        var on = decided.date("intakeDecidedOn");
        var to = cases.people(decided.reference()).get(0).label();
        cases.send(decided.reference(), new LetterView(0, "intake-decision", to, decided.text("letterText"), null, on, null, LetterView.FINAL));
        cases.become(decided.reference(), status, because, on);
    }

    private static boolean yes(Submission decided, String variable) {
        return Boolean.TRUE.equals(decided.variable(variable).orElse(false));
    }
}
