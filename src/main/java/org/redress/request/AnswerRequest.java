package org.redress.request;

import org.redress.casefile.CaseAttachments;
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
    private final CaseAttachments attachments;
    private final Correspondence correspondence;

    AnswerRequest(CaseFiles cases, CaseAttachments attachments, Correspondence correspondence) {
        this.cases = cases;
        this.attachments = attachments;
        this.correspondence = correspondence;
    }

    @Override
    public String form() {
        return "answer-request";
    }

    @Override
    public void accept(Submission sent) {
        boolean access = sent.variable("procedure").filter(CaseFiles.ACCESS_REQUEST::equals).isPresent();
        boolean given = sent.variable("requestDone").filter("not-done"::equals).isEmpty();
        if (access && given && attachments.all(sent.reference()).stream().noneMatch(one -> one.setAside() == null && one.marking().equals("complainant"))) {
            throw sent.refuse("nothing lies in this file that a second person has looked at and that is for them; have it made with Disclosure first (DAT-02, DAT-10).");
        }
        var on = sent.date("requestAnsweredOn");
        cases.send(sent.reference(), correspondence.toComplainant(sent,
                new LetterView(0, "request-answer", "", sent.text("letterText"), sent.text("letterChannel"), on, null)));
        cases.become(sent.reference(), CaseStatus.RESOLVED, "request-answered", on);
    }
}
