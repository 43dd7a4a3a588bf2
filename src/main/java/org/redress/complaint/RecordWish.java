package org.redress.complaint;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.deadline.Deadlines;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** What the complainant wants after a stage: nobody is closed out of time who has no time limit (CORP-25, CHD-35, CHD-50). */
@Component
class RecordWish implements SubmissionHandler {
    private final CaseFiles cases;
    private final Deadlines deadlines;

    RecordWish(CaseFiles cases, Deadlines deadlines) {
        this.cases = cases;
        this.deadlines = deadlines;
    }

    @Override
    public String form() {
        return "record-wish";
    }

    @Override
    public void accept(Submission said) {
        boolean statutory = "statutory".equals(said.variable("procedure").orElse(null));
        switch (said.text("wish")) {
            case "satisfied" -> {
                deadlines.cancel(said.reference(), "stage-3-request", "the complainant is satisfied", said.date("requestedOn"));
                cases.become(said.reference(), CaseStatus.RESOLVED, null, said.date("requestedOn"));
            }
            case "no-request" -> {
                if (statutory) {
                    throw said.refuse("wish", said.stage() == 1
                            ? "there is no time limit for asking for stage 2, so silence does not close the case (CHD-35)."
                            : "the time for asking for a panel ends by itself (CHD-50).");
                }
            }
            default -> {
                if (statutory && said.stage() == 2 && said.optionalText("wishNote").isEmpty()) {
                    throw said.refuse("wishNote", "a request for a panel sets out the reasons; ask for them (CHD-50).");
                }
            }
        }
    }
}
