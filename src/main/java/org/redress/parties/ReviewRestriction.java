package org.redress.parties;

import org.redress.casefile.ContactRestrictions;
import org.redress.casefile.Dates;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** A contact restriction is looked at again: it goes on, it ends, or the person appeals against it (ACC-05). */
@Component
class ReviewRestriction implements SubmissionHandler {
    private final ContactRestrictions restrictions;

    ReviewRestriction(ContactRestrictions restrictions) {
        this.restrictions = restrictions;
    }

    @Override
    public String form() {
        return "review-contact-restriction";
    }

    @Override
    public void accept(Submission reviewed) {
        int number = (Integer) reviewed.variable("restrictionNumber").orElseThrow();
        var restriction = restrictions.get(reviewed.reference(), number);
        var reasons = reviewed.text("reviewReasons");
        if (reviewed.text("restrictionReview").equals("appeal")) {
            var on = reviewed.date("appealedOn");
            if (on.isBefore(restriction.decidedOn())) {
                throw reviewed.refuse("appealedOn", "the restriction was decided on " + Dates.text(restriction.decidedOn()) + ".");
            }
            restrictions.appeal(reviewed.reference(), number, on, reasons);
            return;
        }
        var on = reviewed.date("restrictionReviewedOn");
        restrictions.review(reviewed.reference(), number, on, reviewed.user());
        reviewed.set("reviewedBy", reviewed.user());
        if (reviewed.text("restrictionReview").equals("end")) {
            restrictions.end(reviewed.reference(), number, on, reasons);
        } else {
            // the next review counts from this one
            reviewed.set("restrictionDecidedOn", on.toString());
        }
    }
}
