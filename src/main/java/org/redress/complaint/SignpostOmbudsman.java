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
    private final Letters letters;

    SignpostOmbudsman(CaseFiles cases, Letters letters) {
        this.cases = cases;
        this.letters = letters;
    }

    @Override
    public String form() {
        return "signpost-ombudsman";
    }

    @Override
    public void accept(Submission sent) {
        if ("separate-letter".equals(sent.text("signpostedIn"))) {
            letters.toComplainant(sent, "ombudsman-signpost", "We have answered your complaint and go on with it no further. If you are not satisfied, you can go to the Ombudsman.", "signpostedOn", null);
        }
        cases.become(sent.reference(), CaseStatus.CLOSED, null, sent.date("signpostedOn"));
    }
}
