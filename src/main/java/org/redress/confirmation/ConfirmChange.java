package org.redress.confirmation;

import org.redress.gate.SecondPerson;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** A change is confirmed or left; where a second person is needed, it is not whoever asked for it (CORP-22, CORP-26). */
@Component
class ConfirmChange implements SubmissionHandler {
    private final SecondPerson second;

    ConfirmChange(SecondPerson second) {
        this.second = second;
    }

    @Override
    public String form() {
        return "confirm-change";
    }

    @Override
    public void accept(Submission confirmed) {
        if (confirmed.text("confirmation").equals("leave")) {
            return;
        }
        if (confirmed.variable("confirmedBy").filter("second"::equals).isEmpty()) {
            return;
        }
        if (confirmed.variable("askedFor").filter(confirmed.user()::equals).isPresent()) {
            throw confirmed.refuse("confirmation", "you asked for this change; a second person confirms it.");
        }
        second.objection(confirmed).ifPresent(why -> {
            throw confirmed.refuse(why);
        });
    }
}
