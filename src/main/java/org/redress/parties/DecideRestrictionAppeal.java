package org.redress.parties;

import java.util.Objects;
import org.redress.casefile.ContactRestrictions;
import org.redress.casefile.Dates;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** An appeal against a contact restriction is decided by somebody who neither placed it nor let it go on (ACC-05). */
@Component
class DecideRestrictionAppeal implements SubmissionHandler {
    private final ContactRestrictions restrictions;

    DecideRestrictionAppeal(ContactRestrictions restrictions) {
        this.restrictions = restrictions;
    }

    @Override
    public String form() {
        return "decide-restriction-appeal";
    }

    @Override
    public void accept(Submission decided) {
        int number = (Integer) decided.variable("restrictionNumber").orElseThrow();
        var restriction = restrictions.get(decided.reference(), number);
        if (decided.user().equals(restriction.decidedBy()) || decided.user().equals(restriction.reviewedBy())) {
            throw decided.refuse("You decided that contact is restricted; somebody else decides on the appeal (ACC-05).");
        }
        var on = decided.date("appealDecidedOn");
        var appealed = Objects.requireNonNull(restriction.appealedOn());
        if (on.isBefore(appealed)) {
            throw decided.refuse("appealDecidedOn", "the appeal came on " + Dates.text(appealed) + ".");
        }
        var outcome = decided.text("appealOutcome");
        restrictions.decideAppeal(decided.reference(), number, outcome, on, decided.user(), decided.text("appealReasons"));
        if (outcome.equals("upheld")) {
            restrictions.end(decided.reference(), number, on, decided.text("appealReasons"));
            decided.set("restrictionReview", "end");
        }
    }
}
