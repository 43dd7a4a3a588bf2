package org.redress.ombudsman;

import org.redress.casefile.CaseFiles;
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
        var intake = decided.text("intake");
        boolean goesOn = intake.equals("forward") || intake.equals("remedied");
        if (goesOn) {
            forward(decided);
        }
        if (intake.equals("refer-back") && !yes(decided, "premature")) {
            throw decided.refuse("intake", "the council had its opportunity to answer, so there is nothing to refer back (LGS-03).");
        }
        boolean forwarded = intake.equals("forward");
        decided.set("intakeCourse", forwarded ? "on" : "letter");
        // closed or upheld here it is decided; anything else is told by letter, or investigated
        decided.set(Course.VARIABLE, forwarded || !goesOn && !intake.equals("close") ? Course.INVESTIGATION.slug() : Course.INTAKE.slug());
        decided.set(ClosingReasons.VARIABLE, intake.equals("close") ? ClosingReasons.of(decided) : null);
        decided.set("remedyAccepted", intake.equals("remedied") ? "assessment" : "no");
        decided.set("forwardedOn", decided.date("intakeDecidedOn").toString());
    }

    private void forward(Submission decided) {
        if (yes(decided, "barred")) {
            throw decided.refuse("intake", "a test that is not met is a bar, which nobody can set aside: " + decided.variable("testsNotMet").orElse("")
                    + ". Close it with a reason, or put the tests right with Course correction.");
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

    private static boolean yes(Submission decided, String variable) {
        return Boolean.TRUE.equals(decided.variable(variable).orElse(false));
    }
}
