package org.redress.gate;

import java.util.Optional;
import org.redress.gate.OpenWork.OpenTask;
import org.redress.identity.Role;
import org.redress.identity.SeparationOfDuties;
import org.springframework.stereotype.Component;

/** Who may confirm what somebody else asked for: somebody who has had no part in the case, has none by name, and has nothing to decide in it now (CORP-22, CORP-26). */
@Component
public class SecondPerson {
    private final SeparationOfDuties separation;
    private final OpenWork work;

    SecondPerson(SeparationOfDuties separation, OpenWork work) {
        this.separation = separation;
        this.work = work;
    }

    /** The sentence with which whoever would confirm it is turned down, if they are. */
    public Optional<String> objection(Submission confirmed) {
        return separation.involvement(confirmed.reference(), confirmed.user()).or(() -> work.of(confirmed.user(), confirmed.council()).stream()
                .filter(task -> confirmed.reference().equals(task.reference()) && decides(task)).findFirst()
                .map(task -> "You have \"" + task.title() + "\" to do in this case: somebody who neither answers nor approves in it confirms this."));
    }

    private static boolean decides(OpenTask task) {
        return task.work().duty() != null || task.work().groups().contains(Role.ADJUDICATING_OFFICERS.group());
    }
}
