package org.redress.complaint;

import java.time.LocalDate;
import java.util.Map;
import org.redress.casefile.Dates;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** Whether a late complaint is considered all the same: for a good reason, or under regulation 9(2) only if both of its limbs are met (CORP-14, CHD-17). */
@Component
class ConsiderLateness implements SubmissionHandler {
    /** In the table's column "Extension needs": both limbs are asked (CHD-17). */
    private static final String LIMBS = "bothLimbs";
    private static final Map<String, String> UNMET = Map.of("reasonableInTime", "yes", "stillEffective", "no");

    @Override
    public String form() {
        return "consider-lateness";
    }

    @Override
    public void accept(Submission considered) {
        considered.happenedOn(considered.today());
        var decision = considered.text("lateDecision");
        boolean limbs = considered.variable("lateNeeds").filter(LIMBS::equals).isPresent();
        if (limbs && decision.equals("consider")) {
            UNMET.forEach((limb, unmet) -> {
                if (unmet.equals(considered.text(limb))) {
                    throw considered.refuse(limb, "then what came after " + Dates.text(LocalDate.parse(considered.variable("lateSince").orElseThrow().toString()))
                            + " is not considered; leave it out (" + considered.variable("lateRule").orElseThrow() + ").");
                }
            });
        }
        considered.set("bothLimbs", limbs && UNMET.entrySet().stream().noneMatch(unmet -> unmet.getValue().equals(considered.text(unmet.getKey()))));
        if (!decision.equals("consider") && considered.variable("assessment").filter("refuse"::equals).isEmpty()) {
            considered.set("assessment", decision);
        }
    }
}
