package org.redress.handover;

import java.util.List;
import java.util.Optional;
import org.redress.casefile.Dates;
import org.redress.gate.OpenWork;
import org.redress.gate.OpenWork.OpenTask;
import org.redress.identity.Absences.Leave;
import org.redress.identity.Authority;
import org.springframework.stereotype.Component;

/** What a deputy can take over of the open work of whoever is away. */
@Component
class StandingIn {
    private final Leaves leaves;
    private final OpenWork work;
    private final Authority authority;

    StandingIn(Leaves leaves, OpenWork work, Authority authority) {
        this.leaves = leaves;
        this.work = work;
        this.authority = authority;
    }

    Optional<Leave> leave(Object number) {
        return leaves.of(number);
    }

    /** The open tasks of whoever is away that the deputy may do; matters of their own are not offered. */
    List<OpenTask> open(Leave leave) {
        var deputy = leave.deputy();
        return deputy == null ? List.of() : work.of(leave.person(), leave.council()).stream()
                .filter(task -> task.work().own() == null && authority.objectionToGiving(deputy, task.work()).isEmpty()).toList();
    }

    static String line(OpenTask task) {
        return (task.reference() == null ? "No case" : task.reference()) + ", " + task.title() + (task.due() == null ? "" : ", due on " + Dates.text(task.due()));
    }
}
