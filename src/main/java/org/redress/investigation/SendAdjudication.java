package org.redress.investigation;

import java.util.stream.Collectors;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.parties.Correspondence;
import org.redress.promise.Promises;
import org.springframework.stereotype.Component;

/** Sends the adjudication as it was approved, with both reports, when every issue is decided; or gives it back (CHD-42, CHD-46, CHD-48). */
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
        if (sent.yes("giveBack")) {
            return;
        }
        var undecided = cases.unanswered(sent.reference());
        if (!undecided.isEmpty()) {
            throw sent.refuse("No decision yet on issue " + undecided.stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + "; each point is decided (CHD-48).");
        }
        promises.send(sent, sent.date("responseSentOn"));
        // a case that has the form of an earlier model still writes it here
        var text = sent.optionalText("letterText").or(() -> cases.lastAnswer(sent.reference(), "draft-response", "letterText")).orElse("");
        cases.send(sent.reference(), correspondence.personal(sent, new LetterView(sent.stage(), "response", "", text, sent.text("letterChannel"),
                sent.date("responseSentOn"), null)));
    }
}
