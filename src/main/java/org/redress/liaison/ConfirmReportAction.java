package org.redress.liaison;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** What the council promised after a public report is done, and it says so (LGA-22). */
@Component
class ConfirmReportAction implements SubmissionHandler {
    private final CaseFiles cases;

    ConfirmReportAction(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public String form() {
        return "confirm-report-action";
    }

    @Override
    public void accept(Submission confirmed) {
        cases.send(confirmed.reference(), new LetterView(0, "report-confirmation", "Ombudsman", confirmed.text("letterText"), null, confirmed.date("reportConfirmedOn"), null));
    }
}
