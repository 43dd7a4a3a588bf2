package org.redress.retention;

import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The first supervisor has looked at the list; what came to be held meanwhile is not proposed (DAT-09). */
@Component
class ReviewOldCases implements SubmissionHandler {
    private final Retention retention;

    ReviewOldCases(Retention retention) {
        this.retention = retention;
    }

    @Override
    public String form() {
        return "review-old-cases";
    }

    @Override
    public void accept(Submission reviewed) {
        if (reviewed.text("proposal").equals("stop")) {
            return;
        }
        var list = reviewed.variable(OldCases.LIST).map(Object::toString).orElse("");
        var lines = list.lines().toList();
        var still = retention.still(reviewed.council(), OldCases.references(list)).stream().filter(old -> lines.contains(old.line())).toList();
        if (still.isEmpty()) {
            throw reviewed.refuse("proposal", "every case on the list is held now; stop the review.");
        }
        reviewed.set(OldCases.LIST, OldCases.list(still));
        reviewed.set("reviewedBy", reviewed.user());
    }
}
