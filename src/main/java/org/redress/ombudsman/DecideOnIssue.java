package org.redress.ombudsman;

import org.redress.casefile.CaseFiles;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** An issue that does not meet every test is left out, with ground and clause, or taken in at discretion where the law allows it (LGA-06 to LGA-14, LGS-04). */
@Component
class DecideOnIssue implements SubmissionHandler {
    private final CaseFiles cases;

    DecideOnIssue(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public String form() {
        return "decide-on-issue";
    }

    @Override
    public void accept(Submission decided) {
        int issue = ((Number) decided.variable("issueNumber").orElseThrow()).intValue();
        if (decided.text("issueDecision").equals("out")) {
            cases.leaveOut(decided.reference(), issue, decided.variable("issueGround").orElseThrow().toString(), decided.variable("issueClause").orElseThrow().toString());
            return;
        }
        if (Boolean.TRUE.equals(decided.variable("barred").orElse(false))) {
            throw decided.refuse("issueDecision", "a test that is not met is a bar, which nobody can set aside: " + decided.variable("testsNotMet").orElse("")
                    + ". Leave it out, or put the facts right with Course correction.");
        }
        cases.takeInAtDiscretion(decided.reference(), issue, decided.text("reasons"));
    }
}
