package org.redress.complaint;

import org.redress.casefile.CaseFiles;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** Records the written confirmation of a withdrawal (CHD-11). */
@Component
class ConfirmWithdrawal implements SubmissionHandler {
    private final CaseFiles cases;

    ConfirmWithdrawal(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public String form() {
        return "confirm-withdrawal";
    }

    @Override
    public void accept(Submission sent) {
        Letters.toComplainant(cases, sent, "withdrawal-confirmation", sent.text("letterText"), "withdrawalConfirmedOn", sent.text("letterChannel"));
    }
}
