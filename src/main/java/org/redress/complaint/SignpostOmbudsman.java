package org.redress.complaint;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** Closes the case when the complainant has been told about the Ombudsman (CORP-18, CHD-56). */
@Component
class SignpostOmbudsman implements SubmissionHandler {
    private final CaseFiles cases;

    SignpostOmbudsman(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public String form() {
        return "signpost-ombudsman";
    }

    @Override
    public void accept(Submission sent) {
        if ("separate-letter".equals(sent.text("signpostedIn"))) {
            Letters.toComplainant(cases, sent, "ombudsman-signpost", "The right to go to the Ombudsman, with address and time limit.", "signpostedOn", null);
        }
        cases.become(sent.reference(), CaseStatus.CLOSED, null, sent.date("signpostedOn"));
    }
}
