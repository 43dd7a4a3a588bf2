package org.redress.handover;

import java.util.List;
import java.util.function.UnaryOperator;
import org.redress.casefile.CaseFiles;
import org.redress.gate.OpenWork;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.identity.Authority;
import org.springframework.stereotype.Component;

/** A deputy takes over all that is open, what is due before the other is back, or nothing. */
@Component
class TakeOverWork implements SubmissionHandler {
    private final StandingIn standingIn;
    private final OpenWork work;
    private final CaseFiles cases;
    private final Authority authority;
    private final Unsent unsent;

    TakeOverWork(StandingIn standingIn, OpenWork work, CaseFiles cases, Authority authority, Unsent unsent) {
        this.standingIn = standingIn;
        this.work = work;
        this.cases = cases;
        this.authority = authority;
        this.unsent = unsent;
    }

    @Override
    public String form() {
        return "take-over-work";
    }

    @Override
    public void accept(Submission taken) {
        var which = taken.text("takeOver");
        var leave = standingIn.leave(taken.variable(Leaves.NUMBER).orElseThrow()).orElseThrow(() -> taken.refuse("This leave was called off."));
        if (which.equals("nothing")) {
            return;
        }
        if (!taken.user().equals(leave.deputy())) {
            throw taken.refuse("takeOver", authority.named(String.valueOf(leave.deputy())) + " stands in for " + authority.named(leave.person()) + "; give the work to somebody else in another way, or answer nothing.");
        }
        for (var task : standingIn.open(leave)) {
            if (which.equals("all") || task.due() != null && !task.due().isAfter(leave.untilDay())) {
                var gone = unsent.goesUnlessOf(task, taken.user(), UnaryOperator.identity());
                work.give(task, taken.user());
                if (task.reference() != null) {
                    cases.record(task.reference(), taken.today(), taken.user(), "Deputy",
                            "\"" + task.title() + "\" is with " + taken.user() + ", who stands in for " + leave.person() + gone + ".", List.of());
                }
            }
        }
    }
}
