package org.redress.duty;

import org.redress.confirmation.Confirmation;
import org.redress.deadline.Deadlines;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** A duty of a service has been done, or is not owed, which a second person confirms: a meeting that was called off, a duty of another case (CORP-35). */
@Component
class DutyDone implements SubmissionHandler {
    private final Deadlines deadlines;

    DutyDone(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public String form() {
        return "duty-done";
    }

    @Override
    public void accept(Submission told) {
        if (told.text("dutyBecame").equals("not-owed")) {
            told.titled("Duty of a service is said not to be owed");
            Confirmation.ofEnd(deadlines.owedBy(told.processInstanceId().orElseThrow())).ask(told, told.stage());
        }
    }
}
