package org.redress.handover;

import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.identity.Absences;
import org.springframework.stereotype.Component;

/** A supervisor says whose leave it is. */
@Component
class NameColleague implements SubmissionHandler {
    private final Absences absences;

    NameColleague(Absences absences) {
        this.absences = absences;
    }

    @Override
    public String form() {
        return "name-colleague";
    }

    @Override
    public void accept(Submission named) {
        var absent = named.text("colleague");
        if (named.variable("absence").filter("back"::equals).isPresent() && absences.toCome(absent).isEmpty()) {
            throw named.refuse("colleague", "no leave of " + absent + " is recorded.");
        }
        named.set("absent", absent);
    }
}
