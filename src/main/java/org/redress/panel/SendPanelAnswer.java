package org.redress.panel;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** Sends the council's answer to the panel, with how to go to the Ombudsman, which the form requires (CHD-56). */
@Component
class SendPanelAnswer implements SubmissionHandler {
    private final CaseFiles cases;

    SendPanelAnswer(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public String form() {
        return "send-panel-answer";
    }

    @Override
    public void accept(Submission sent) {
        var to = cases.people(sent.reference()).get(0).label();
        var text = cases.lastAnswer(sent.reference(), "decide-panel-answer", "panelAnswer").orElse("");
        cases.send(sent.reference(), new LetterView(sent.stage(), "panel-answer", to, text, sent.text("letterChannel"),
                sent.date("panelAnsweredOn"), null));
    }
}
