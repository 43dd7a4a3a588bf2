package org.redress.stage;

import java.util.List;
import java.util.stream.Collectors;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.parties.Correspondence;
import org.redress.promise.Promises;
import org.springframework.stereotype.Component;

/** Sends a response that answers every issue, of this case and of those that it answers too, as it was approved; or gives it back (CORP-26, CORP-30…CORP-35). */
@Component
class SendResponse implements SubmissionHandler {
    private final CaseFiles cases;
    private final Correspondence correspondence;
    private final JointAnswer joint;
    private final Promises promises;

    SendResponse(CaseFiles cases, Correspondence correspondence, JointAnswer joint, Promises promises) {
        this.cases = cases;
        this.correspondence = correspondence;
        this.joint = joint;
        this.promises = promises;
    }

    @Override
    public String form() {
        return "send-response";
    }

    @Override
    public void accept(Submission sent) {
        if (sent.yes("giveBack")) {
            return;
        }
        joint.refuseSecondLetter(sent);
        List<Integer> unanswered = cases.unanswered(sent.reference());
        if (!unanswered.isEmpty()) {
            throw sent.refuse("No answer yet to issue " + unanswered.stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + "; a response addresses every point (CORP-31).");
        }
        promises.send(sent, sent.date("responseSentOn"));
        var text = cases.lastAnswer(sent.reference(), "draft-response", "letterText").orElse("");
        boolean allMaySee = sent.variable(DraftResponse.ALL_MAY_SEE).filter(Boolean.TRUE::equals).isPresent();
        joint.refuseNames(sent, "letterText", text, allMaySee);
        joint.refuseNames(sent, "easyReadText", String.join("\n", cases.lastLines(sent.reference(), "draft-response", "easyReadText")), allMaySee);
        joint.send(sent, correspondence.personal(sent, new LetterView(sent.stage(), "response", "", text, sent.text("letterChannel"),
                sent.date("responseSentOn"), null)), allMaySee);
    }
}
