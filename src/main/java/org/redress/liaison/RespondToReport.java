package org.redress.liaison;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** What the council has done or will do after a public report (LGA-21, LGA-24). */
@Component
class RespondToReport implements SubmissionHandler {
    private final CaseFiles cases;

    RespondToReport(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public String form() {
        return "respond-to-report";
    }

    @Override
    public void accept(Submission response) {
        cases.send(response.reference(), new LetterView(0, "report-response", "Ombudsman", response.text("letterText"), null, response.date("reportAnsweredOn"), null));
    }
}
