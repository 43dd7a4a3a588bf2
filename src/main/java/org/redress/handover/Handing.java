package org.redress.handover;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Appointed;
import org.redress.casefile.Appointments;
import org.redress.casefile.CaseFiles;
import org.redress.gate.OpenWork;
import org.redress.gate.OpenWork.OpenTask;
import org.redress.identity.Authority;
import org.redress.identity.CaseRole;
import org.springframework.stereotype.Component;

/** Passes a role of a case to somebody else, with what is open of it and all that is left (CORP-26). */
@Component
class Handing {
    private final CaseFiles cases;
    private final Appointments appointments;
    private final OpenWork work;
    private final Authority authority;
    private final Unsent unsent;

    Handing(CaseFiles cases, Appointments appointments, OpenWork work, Authority authority, Unsent unsent) {
        this.cases = cases;
        this.appointments = appointments;
        this.work = work;
        this.authority = authority;
        this.unsent = unsent;
    }

    /** From this day on somebody has a role, at this stage, of the case or of one issue of it; their open tasks are moved by {@link #moveOpenTasks}. */
    void over(String reference, CaseRole role, int stage, @Nullable Integer issue, String to, LocalDate from, String by) {
        appointments.handOver(reference, new Appointed(role.key(), role.stage(stage), issue, to, from, null), by);
    }

    /** Gives the case, or one issue, to another service; whoever belongs to the one before loses sight of its tasks. */
    void toService(String reference, @Nullable Integer issue, @Nullable String service) {
        if (issue == null) {
            appointments.giveToService(reference, service);
        } else {
            appointments.giveToService(reference, issue, service);
        }
        work.moveToService(reference);
    }

    /** Moves what is open of everything in a case that was handed over from today or before; tells in the file what went to whom. */
    void moveOpenTasks(String reference) {
        for (var handed : appointments.toBeMoved(reference)) {
            var role = CaseRole.of(handed.role());
            var moved = new ArrayList<String>();
            for (var task : work.of(reference)) {
                if (task.role() == role && role.stage(task.work().stage()) == handed.stage() && isHolder(reference, handed, task)) {
                    moved.add(task.title() + ": " + move(task, handed.person()));
                }
            }
            if (!moved.isEmpty()) {
                cases.record(reference, "Open tasks handed over", String.join("; ", moved) + ".");
            }
        }
    }

    private boolean isHolder(String reference, Appointed handed, OpenTask task) {
        return appointments.holder(reference, handed.role(), handed.stage(), task.issue()).filter(handed.person()::equals).isPresent();
    }

    private String move(OpenTask task, String to) {
        if (task.assignee() != null && task.assignee().equals(task.alone())) {
            return "stays with " + task.assignee() + ", who was given this one alone";
        }
        var bound = authority.bound(to, task.work());
        var gone = unsent.goesUnlessOf(task, bound.person(), UnaryOperator.identity());
        if (bound.person() == null) {
            work.release(task);
            return "with nobody, because " + bound.why();
        }
        work.give(task, bound.person());
        return "with " + bound.person() + gone;
    }
}
