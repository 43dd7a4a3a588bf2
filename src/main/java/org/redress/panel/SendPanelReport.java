package org.redress.panel;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.Dates;
import org.redress.casefile.LetterView;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** Records the panel's report; the council's fifteen working days run from the day on which it received it (CHD-55, CHD-56). */
@Component
class SendPanelReport implements SubmissionHandler {
    private final CaseFiles cases;

    SendPanelReport(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public String form() {
        return "send-panel-report";
    }

    @Override
    public void accept(Submission sent) {
        var sentOn = sent.date("panelReportSentOn");
        var receivedOn = sent.date("recommendationsReceivedOn");
        if (receivedOn.isBefore(sentOn)) {
            throw sent.refuse("recommendationsReceivedOn", "it was sent on " + Dates.text(sentOn) + ".");
        }
        cases.send(sent.reference(), new LetterView(sent.stage(), "panel-report", "the council and the complainant",
                sent.text("recommendations"), null, sentOn, receivedOn));
    }
}
