package org.redress.ombudsman;

import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** Enough evidence, or another enquiry, of the council or of somebody else (LGS-08, LGS-09). */
@Component
class WeighEvidence implements SubmissionHandler {
    private final Enquiries enquiries;
    private final BothSides sides;

    WeighEvidence(Enquiries enquiries, BothSides sides) {
        this.enquiries = enquiries;
        this.sides = sides;
    }

    @Override
    public String form() {
        return "weigh-evidence";
    }

    @Override
    public void accept(Submission weighed) {
        if (weighed.text("evidence").equals("ask")) {
            enquiries.send(weighed, weighed.text("askedOf").equals("council") ? sides.council(weighed.reference()) : weighed.text("askedWhom"));
        }
    }
}
