package org.redress.move;

import java.util.List;
import java.util.Optional;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.identity.Authority;
import org.redress.identity.Role;
import org.springframework.stereotype.Component;

/** A supervisor of the council confirms what a process owner proposed; nobody moves cases alone. */
@Component
class ConfirmMove implements SubmissionHandler {
    private final Authority authority;
    private final Moving moving;

    ConfirmMove(Authority authority, Moving moving) {
        this.authority = authority;
        this.moving = moving;
    }

    @Override
    public String form() {
        return "confirm-move";
    }

    @Override
    public void accept(Submission confirmed) {
        var owner = confirmed.variable("proposedBy").map(Object::toString).orElse("nobody");
        if (confirmed.text("moveConfirmation").equals("move")) {
            if (owner.equals(confirmed.user())) {
                throw confirmed.refuse("moveConfirmation", "you proposed this; a supervisor who did not confirms it, or you refuse it.");
            }
            if (!confirmed.variable(MoveAsked.TO).equals(Optional.of(moving.newest().deployment()))) {
                throw confirmed.refuse("moveConfirmation", "a newer version of the models is there than the one that was looked at. Refuse this, and let a process owner ask again.");
            }
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
