package org.redress.stage;

import java.util.Objects;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.IssueView;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** Records finding, reasons and remedy for one issue at one stage (CORP-31, CORP-35, CHD-48). */
@Component
class AnswerIssue implements SubmissionHandler {
    private final CaseFiles cases;

    AnswerIssue(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public String form() {
        return "answer-issue";
    }

    @Override
    public void accept(Submission answered) {
        int number = answered.variable("issueNumber").map(n -> ((Number) n).intValue())
                .orElseThrow(() -> answered.refuse("The task does not say which issue it is for."));
        var leftOut = cases.issues(answered.reference()).stream().filter(issue -> issue.number() == number)
                .map(IssueView::notConsidered).filter(Objects::nonNull).findFirst();
        if (leftOut.isPresent()) {
            // it was left out after the task had been given; nothing is decided about it (CHD-15)
            if (!"out-of-scope".equals(answered.text("finding"))) {
                throw answered.refuse("finding", "issue " + number + " is not considered any more; answer that it is out of scope (CHD-15).");
            }
            return;
        }
        cases.answer(answered.reference(), number, new IssueView.Answer(answered.stage(), answered.text("finding"),
                answered.text("reasons"), answered.optionalText("remedy").orElse(null),
                answered.optionalDate("remedyBy").orElse(null), answered.user(), answered.today()));
    }
}
