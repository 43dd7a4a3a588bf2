package org.redress.complaint;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.Dates;
import org.redress.casefile.PutRight;
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
        var saidOn = said.date("saidOn");
        boolean statutory = "statutory".equals(said.variable("procedure").orElse(null));
        switch (said.text("wish")) {
            case "satisfied" -> {
                deadlines.cancel(said.reference(), "stage-3-request", "the complainant is satisfied", saidOn);
                cases.become(said.reference(), CaseStatus.RESOLVED, null, saidOn);
            }
            case "no-request" -> {
                if (statutory && said.stage() == 1) {
                    throw said.refuse("wish", "there is no time limit for asking for stage 2, so silence does not close the case (CHD-35).");
                }
                deadlines.open(said.reference(), "stage-3-request").ifPresent(time -> {
                    throw said.refuse("wish", "a panel can be asked for until " + Dates.text(time.dueOn()) + " (CHD-50).");
                });
            }
            default -> {
                if (statutory && said.stage() == 2 && said.optionalText("wishNote").isEmpty()) {
                    throw said.refuse("wishNote", "a request for a panel sets out the reasons; ask for them (CHD-50).");
                }
                deadlines.beginsAfter(said.reference(), "requestedOn", saidOn).ifPresent(begins -> {
                    throw said.refuse("saidOn", "the response was received on " + Dates.text(begins) + "." + PutRight.FIRST);
                });
                deadlines.answered(said.reference(), "requestedOn", saidOn);
                said.set("requestedOn", saidOn.toString());
            }
        }
    }
}
