package org.redress.investigation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.identity.SeparationOfDuties;
import org.springframework.stereotype.Component;

/** Three different people for stage 2, none of whom answered stage 1 (CHD-41, CHD-47, CHD-48). */
@Component
class AppointInvestigators implements SubmissionHandler {
    private static final Map<String, String> DUTIES =
            Map.of("investigatingOfficer", "investigate", "independentPerson", "independent", "adjudicator", "adjudicate");

    private final SeparationOfDuties separation;

    AppointInvestigators(SeparationOfDuties separation) {
        this.separation = separation;
    }

    @Override
    public String form() {
        return "appoint-investigators";
    }

    @Override
    public void accept(Submission appointed) {
        var people = List.of(appointed.text("investigatingOfficer"), appointed.text("independentPerson"), appointed.text("adjudicator"));
        if (Set.copyOf(people).size() < people.size()) {
            throw appointed.refuse("Investigating Officer, Independent Person and adjudicating officer are three different people (CHD-41, CHD-48).");
        }
        DUTIES.forEach((field, duty) -> separation.objection(appointed.reference(), appointed.stage(), duty, appointed.text(field))
                .ifPresent(why -> {
                    throw appointed.refuse(field, why);
                }));
    }
}
