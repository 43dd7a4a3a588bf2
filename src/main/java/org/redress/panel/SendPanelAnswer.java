package org.redress.panel;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.parties.Correspondence;
import org.redress.promise.Promises;
import org.springframework.stereotype.Component;

/** Sends the council's answer to the panel as it was approved, with how to go to the Ombudsman; or gives it back (CHD-56). */
@Component
class SendPanelAnswer implements SubmissionHandler {
    private final CaseFiles cases;
    private final Correspondence correspondence;
    private final Promises promises;

    SendPanelAnswer(CaseFiles cases, Correspondence correspondence, Promises promises) {
        this.cases = cases;
        this.correspondence = correspondence;
        this.promises = promises;
    }

    @Override
    public String form() {
        return "send-panel-answer";
    }

    @Override
    public void accept(Submission sent) {
        if (sent.yes("giveBack")) {
            return;
        }
        var text = cases.lastAnswer(sent.reference(), "decide-panel-answer", "panelAnswer").orElse("");
        promises.send(sent, sent.date("panelAnsweredOn"));
        cases.send(sent.reference(), correspondence.personal(sent, new LetterView(sent.stage(), "panel-answer", "", text, sent.text("letterChannel"),
                sent.date("panelAnsweredOn"), null)));
    }
}
