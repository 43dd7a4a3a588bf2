package org.redress.stage;

import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.identity.SeparationOfDuties;
import org.springframework.stereotype.Component;

/** Refuses somebody who decided an earlier stage, before the work begins (CORP-26). */
@Component
class DecideWhoAnswers implements SubmissionHandler {
    private final SeparationOfDuties separation;

    DecideWhoAnswers(SeparationOfDuties separation) {
        this.separation = separation;
    }

    @Override
    public String form() {
        return "decide-who-answers";
    }

    @Override
    public void accept(Submission decided) {
        separation.objection(decided.reference(), decided.stage(), "respond", decided.text("responder")).ifPresent(why -> {
            throw decided.refuse("responder", why);
        });
    }
}
