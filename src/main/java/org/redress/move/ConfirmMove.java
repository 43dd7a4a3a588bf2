package org.redress.move;

import java.util.List;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.identity.Authority;
import org.redress.identity.Role;
import org.springframework.stereotype.Component;

/** A supervisor of the council confirms what a process owner proposed; nobody moves cases alone. */
@Component
class ConfirmMove implements SubmissionHandler {
    private final Authority authority;

    ConfirmMove(Authority authority) {
        this.authority = authority;
    }

    @Override
    public String form() {
        return "confirm-move";
    }

    @Override
    public void accept(Submission confirmed) {
        var owner = confirmed.variable("proposedBy").map(Object::toString).orElse("nobody");
        if (owner.equals(confirmed.user())) {
            throw confirmed.refuse("You proposed this; a supervisor who did not confirms it.");
        }
        if (confirmed.text("moveConfirmation").equals("move")) {
            need(confirmed, owner, Role.PROCESS_OWNERS, "a process owner");
            need(confirmed, confirmed.user(), Role.SUPERVISORS, "one of the supervisors");
        }
        confirmed.set("confirmedBy", confirmed.user());
    }

    /** At this moment, whatever they were when it was asked for. */
    private void need(Submission confirmed, String person, Role role, String words) {
        if (!authority.members(List.of(role.group()), confirmed.council()).contains(person)) {
            throw confirmed.refuse("moveConfirmation", authority.named(person) + " is not " + words + " of this council at this moment. Refuse this, and let a process owner ask again.");
        }
    }
}
