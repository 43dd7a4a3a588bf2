package org.redress.ombudsman;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.casefile.CaseFiles;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** An issue that does not meet every test is left out, with ground and clause, or taken in at discretion where the law allows it (LGA-06 to LGA-14, LGS-04). */
@Component
class DecideOnIssue implements SubmissionHandler {
    private static final String ALIKE = "DecidedAlike";
    private static final String TESTS = "testsNotMet";

    private final CaseFiles cases;
    private final OtherIssues others;

    DecideOnIssue(CaseFiles cases, OtherIssues others) {
        this.cases = cases;
        this.others = others;
    }

    @Override
    public String form() {
        return "decide-on-issue";
    }

    @Override
    public void accept(Submission decided) {
        int issue = ((Number) decided.variable("issueNumber").orElseThrow()).intValue();
        if (!out(decided) && Boolean.TRUE.equals(decided.variable("barred").orElse(false))) {
            throw decided.refuse("issueDecision", "a test that is not met is a bar, which nobody can set aside: " + decided.variable(TESTS).orElse("")
                    + ". Leave it out, or put the facts right with Course correction.");
        }
        decide(decided, issue);
        if (decided.yes("sameForAll")) {
            others.waiting(decided, ALIKE).stream().filter(other -> decided.variable(TESTS).equals(Optional.ofNullable(others.variable(other, TESTS)))).forEach(other -> {
                decide(decided, other.number());
                cases.record(decided.reference(), decided.today(), decided.user(), "Decide on issue " + other.number(), "As issue " + issue + ": " + decided.option("issueDecision") + ".", List.of());
                others.goOn(other, ALIKE, Map.of());
            });
        }
    }

    /** The same tests that are not met have the same ground and clause. */
    private void decide(Submission decided, int issue) {
        if (out(decided)) {
            cases.leaveOut(decided.reference(), issue, decided.variable("issueGround").orElseThrow().toString(), decided.variable("issueClause").orElseThrow().toString());
        } else {
            cases.takeInAtDiscretion(decided.reference(), issue, decided.text("reasons"));
        }
    }

    private static boolean out(Submission decided) {
        return decided.text("issueDecision").equals("out");
    }
}
