package org.redress.investigation;

import java.util.stream.Collectors;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.parties.Correspondence;
import org.redress.promise.Promises;
import org.springframework.stereotype.Component;

/** Sends the adjudication with both reports when every issue is decided (CHD-42, CHD-46, CHD-48). */
@Component
class SendAdjudication implements SubmissionHandler {
    private final CaseFiles cases;
    private final Correspondence correspondence;
    private final Promises promises;

    SendAdjudication(CaseFiles cases, Correspondence correspondence, Promises promises) {
        this.cases = cases;
        this.correspondence = correspondence;
        this.promises = promises;
    }

    @Override
    public String form() {
        return "send-adjudication";
    }

    @Override
    public void accept(Submission sent) {
        var undecided = cases.unanswered(sent.reference());
        if (!undecided.isEmpty()) {
            throw sent.refuse("No decision yet on issue " + undecided.stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + "; each point is decided (CHD-48).");
        }
        promises.send(sent, sent.date("responseSentOn"));
        cases.send(sent.reference(), correspondence.personal(sent, new LetterView(sent.stage(), "response", "", sent.text("letterText"), sent.text("letterChannel"),
                sent.date("responseSentOn"), null)));
    }
}
