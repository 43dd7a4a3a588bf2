package org.redress.handover;

import java.time.LocalDate;
import org.redress.casefile.Dates;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.identity.Authority;
import org.redress.identity.Absences;
import org.redress.identity.WorkWatch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Records a leave with its deputy, who may do the same and is there on these days; without one the work waits for a supervisor. */
@Component
class ChooseDeputy implements SubmissionHandler {
    private final Absences absences;
    private final Deputies deputies;
    private final Authority authority;
    private final ObjectProvider<WorkWatch> watch;

    ChooseDeputy(Absences absences, Deputies deputies, Authority authority, ObjectProvider<WorkWatch> watch) {
        this.absences = absences;
        this.deputies = deputies;
        this.authority = authority;
        this.watch = watch;
    }

    @Override
    public String form() {
        return "choose-deputy";
    }

    @Override
    public void accept(Submission chosen) {
        var absent = String.valueOf(chosen.variable("absent").orElseThrow());
        var from = LocalDate.parse(String.valueOf(chosen.variable("awayFrom").orElseThrow()));
        var until = LocalDate.parse(String.valueOf(chosen.variable("awayUntil").orElseThrow()));
        var deputy = chosen.optionalText("deputy").orElse(null);
        if (deputy != null) {
            if (deputies.of(absent, chosen.council()).stream().noneMatch(person -> person.id().equals(deputy))) {
                throw chosen.refuse("deputy", authority.named(deputy) + " may not do all that " + authority.named(absent) + " does.");
            }
            absences.during(deputy, from, until).ifPresent(leave -> {
                throw chosen.refuse("deputy", authority.named(deputy) + " is away too, from " + Dates.text(leave.fromDay()) + " until " + Dates.text(leave.untilDay()) + ".");
            });
        }
        chosen.set("leaveNumber", absences.record(chosen.council(), absent, deputy, from, until, chosen.user()));
        watch.forEach(one -> one.lookAt(chosen.council()));
    }
}
