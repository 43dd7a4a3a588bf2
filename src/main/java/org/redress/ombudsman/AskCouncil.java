package org.redress.ombudsman;

import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** A quick enquiry to the council before anything is decided on intake; its reply may propose a remedy (LGS-05, LGS-09, LGA-03). */
@Component
class AskCouncil implements SubmissionHandler {
    private final Enquiries enquiries;
    private final BothSides sides;

    AskCouncil(Enquiries enquiries, BothSides sides) {
        this.enquiries = enquiries;
        this.sides = sides;
    }

    @Override
    public String form() {
        return "quick-enquiry";
    }

    @Override
    public void accept(Submission asked) {
        enquiries.send(asked, sides.council(asked.reference()));
        asked.set("askedOf", "council");
        asked.set("proposesRemedy", false);
    }
}
