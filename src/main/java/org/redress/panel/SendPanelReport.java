package org.redress.panel;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.Dates;
import org.redress.casefile.LetterView;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.parties.Correspondence;
import org.springframework.stereotype.Component;

/** Records the panel's report to the complainant and to the council, each their own; the council's fifteen working days run from the day on which it received it (CHD-55, CHD-56). */
@Component
class SendPanelReport implements SubmissionHandler {
    private final CaseFiles cases;
    private final Correspondence correspondence;

    SendPanelReport(CaseFiles cases, Correspondence correspondence) {
        this.cases = cases;
        this.correspondence = correspondence;
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
        var report = new LetterView(sent.stage(), "panel-report", "", sent.text("recommendations"), null, sentOn, receivedOn);
        cases.send(sent.reference(), correspondence.personal(sent, report));
        cases.send(sent.reference(), report.to("the council", null));
    }
}
