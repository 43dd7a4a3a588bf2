package org.redress.stage;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Appointments;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.IssueView;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.promise.Promises;
import org.springframework.stereotype.Component;

/** Records finding, reasons, remedy and lesson for one issue at one stage, and how many actions it promises (CORP-31, CORP-35, CHD-48). */
@Component
class AnswerIssue implements SubmissionHandler {
    private final CaseFiles cases;
    private final Appointments appointments;
    private final Promises promises;

    AnswerIssue(CaseFiles cases, Appointments appointments, Promises promises) {
        this.cases = cases;
        this.appointments = appointments;
        this.promises = promises;
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
                answered.text("reasons"), answered.optionalText("remedy").orElse(null), lesson(answered, number), answered.user(), answered.today()));
        promises.make(answered, number, answered.optionalNumber("promises").orElse(0));
    }

    /** What is learnt where something went wrong; unless another is named, the service that answers is the one where it did. */
    private IssueView.@Nullable Lesson lesson(Submission answered, int number) {
        return answered.optionalText("cause").map(cause -> new IssueView.Lesson(cause,
                answered.optionalText("faultIn").or(() -> appointments.service(answered.reference(), number)).orElse(null),
                answered.text("lesson"))).orElse(null);
    }
}
