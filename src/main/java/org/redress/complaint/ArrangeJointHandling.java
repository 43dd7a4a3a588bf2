package org.redress.complaint;

import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** An NHS body is concerned too: who leads and sends the one answer, if the complaint may be shared; otherwise each answers what is its own (ADT-04). */
@Component
class ArrangeJointHandling implements SubmissionHandler {
    @Override
    public String form() {
        return "joint-handling";
    }

    @Override
    public void accept(Submission arranged) {
        arranged.set("leadBody", arranged.optionalText("leadBody").orElse(null));
    }
}
