package org.redress.request;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.LetterView;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.parties.Correspondence;
import org.springframework.stereotype.Component;

/** Answers a request for a service and closes its file; who is not satisfied can complain (CORP-10, CORP-12). */
@Component
class AnswerRequest implements SubmissionHandler {
    private final CaseFiles cases;
    private final Correspondence correspondence;

    AnswerRequest(CaseFiles cases, Correspondence correspondence) {
        this.cases = cases;
        this.correspondence = correspondence;
    }

    @Override
    public String form() {
        return "answer-request";
    }

    @Override
    public void accept(Submission sent) {
        var on = sent.date("requestAnsweredOn");
        cases.send(sent.reference(), correspondence.toComplainant(sent,
                new LetterView(0, "request-answer", "", sent.text("letterText"), sent.text("letterChannel"), on, null)));
        cases.become(sent.reference(), CaseStatus.RESOLVED, "request-answered", on);
    }
}
