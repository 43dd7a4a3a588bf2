package org.redress.retention;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The first supervisor has looked at the list; what came to be held or was written in meanwhile is not proposed (DAT-09). */
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
        boolean daysAreRight = reviewed.optionalText("closingDays").filter("confirm"::equals).isPresent();
        Function<String, @Nullable Object> variables = name -> reviewed.variable(name).orElse(null);
        var still = retention.still(reviewed.council(), OldCases.lines(variables), OldCases.lookedAt(variables)).stream()
               .filter(old -> !old.late() || daysAreRight).toList();
        if (still.isEmpty()) {
            throw reviewed.refuse("proposal", "nothing is left to remove: every case on the list is held now, was written in since, or its closing day"
                    + " is not confirmed. Stop the review.");
        }
        OldCases.set(reviewed, still);
        reviewed.set("reviewedBy", reviewed.user());
    }
}
