package org.redress.retention;

import java.util.List;
import java.util.stream.Stream;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.identity.Authority;
import org.redress.identity.Role;
import org.springframework.stereotype.Component;

/** A second supervisor confirms what the first proposed; nobody removes a case alone (DAT-09). */
@Component
class ConfirmRemoval implements SubmissionHandler {
    private final Authority authority;

    ConfirmRemoval(Authority authority) {
        this.authority = authority;
    }

    @Override
    public String form() {
        return "confirm-removal";
    }

    @Override
    public void accept(Submission confirmed) {
        if (confirmed.variable("reviewedBy").filter(confirmed.user()::equals).isPresent()) {
            throw confirmed.refuse("You proposed this list; a second supervisor confirms it.");
        }
        if (confirmed.text("removal").equals("remove")) {
            needTwoSupervisors(confirmed);
        }
        if (confirmed.optionalText("closingDaysAgain").filter("leave"::equals).isPresent()) {
            if (confirmed.variable(OldCases.LIST).map(Object::toString).orElse("").isEmpty() && confirmed.text("removal").equals("remove")) {
                throw confirmed.refuse("removal", "nothing is left to remove without these cases.");
            }
            confirmed.set(OldCases.LATE, null);
        }
        confirmed.set("confirmedBy", confirmed.user());
    }

    /** At the moment of removing both are supervisors, whoever was given what, and whatever they were when the review began. */
    private void needTwoSupervisors(Submission confirmed) {
        var supervisors = authority.members(List.of(Role.SUPERVISORS.group()), confirmed.council());
        Stream.of(confirmed.variable("reviewedBy").map(String::valueOf).orElse("nobody"), confirmed.user()).filter(one -> !supervisors.contains(one)).findFirst().ifPresent(one -> {
            throw confirmed.refuse("removal", authority.named(one) + " is not one of your supervisors at this moment, and two remove cases. Refuse this list, and begin a new review.");
        });
    }
}
