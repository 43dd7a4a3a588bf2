package org.redress.retention;

import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** A second supervisor confirms what the first proposed; nobody removes a case alone (DAT-09). */
@Component
class ConfirmRemoval implements SubmissionHandler {
    @Override
    public String form() {
        return "confirm-removal";
    }

    @Override
    public void accept(Submission confirmed) {
        if (confirmed.variable("reviewedBy").filter(confirmed.user()::equals).isPresent()) {
            throw confirmed.refuse("You proposed this list; a second supervisor confirms it.");
        }
        if (confirmed.optionalText("closingDaysAgain").filter("leave"::equals).isPresent()) {
            if (confirmed.variable(OldCases.LIST).map(Object::toString).orElse("").isEmpty() && confirmed.text("removal").equals("remove")) {
                throw confirmed.refuse("removal", "nothing is left to remove without these cases.");
            }
            confirmed.set(OldCases.LATE, null);
        }
        confirmed.set("confirmedBy", confirmed.user());
    }
}
