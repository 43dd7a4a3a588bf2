package org.redress.ombudsman;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.IssueView;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The finding on one issue: fault or not, injustice or not (LGA-05, LGS-15). */
@Component
class FindOnIssue implements SubmissionHandler {
    private final CaseFiles cases;

    FindOnIssue(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public String form() {
        return "find-on-issue";
    }

    @Override
    public void accept(Submission found) {
        int issue = ((Number) found.variable("issueNumber").orElseThrow()).intValue();
        cases.answer(found.reference(), issue, new IssueView.Answer(cases.get(found.reference()).stage(), finding(found), found.text("reasons"), null, null,
                found.user(), found.today()));
    }

    private static String finding(Submission found) {
        return switch (found.text("fault")) {
            case "no" -> Finding.NO_FAULT;
            case "no-finding" -> Finding.NO_FINDING;
            default -> switch (found.text("injustice")) {
                case "yes" -> Finding.FAULT_WITH_INJUSTICE;
                case "uncertainty" -> Finding.FAULT_WITH_UNCERTAINTY;
                case "no" -> Finding.FAULT_WITHOUT_INJUSTICE;
                default -> Finding.FAULT_INJUSTICE_UNCERTAIN;
            };
        };
    }
}
