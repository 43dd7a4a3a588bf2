package org.redress.remedy;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.deadline.DeadlineState;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.springframework.stereotype.Component;

/** "Close case": nothing is left to do about a decision; a council’s file waits for the decision and for the last thing that is owed (CMP-03, LGS-09). */
@Component
class CloseCase implements JavaDelegate {
    private final CaseFiles cases;
    private final AgreedActions actions;
    private final Deadlines deadlines;
    private final Clock clock;

    CloseCase(CaseFiles cases, AgreedActions actions, Deadlines deadlines, Clock clock) {
        this.cases = cases;
        this.actions = actions;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = (String) execution.getVariable("caseReference");
        switch (cases.get(reference).status()) {
            case DECIDED -> cases.become(reference, CaseStatus.COMPLETED, null, LocalDate.now(clock));
            case WITH_OMBUDSMAN -> {
                if (cases.decided(reference) && actions.settled(reference) && deadlines.of(reference).stream().noneMatch(deadline -> owed(deadline) && !promised(reference, deadline))) {
                    cases.become(reference, CaseStatus.CLOSED, null, LocalDate.now(clock));
                }
            }
            default -> { } // the council's own procedure decides
        }
    }

    /** What the council promised in its own answers goes on beside the case, as after every other end. */
    private boolean promised(String reference, DeadlineView deadline) {
        return deadline.kind().equals("agreed-action") && actions.promised(reference).stream().anyMatch(promise -> Integer.valueOf(promise.number()).equals(deadline.item()));
    }

    private static boolean owed(DeadlineView deadline) {
        return deadline.state() == DeadlineState.OPEN || deadline.state() == DeadlineState.PAUSED;
    }
}
