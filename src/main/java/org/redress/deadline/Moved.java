package org.redress.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a changed fact does to a deadline: its day, its outcome and whether it was missed, before and after; without personal data. */
public record Moved(
        String reference,
        String kind,
        int stage,
        @Nullable Integer item,
        LocalDate dueBefore,
        LocalDate dueAfter,
        String outcomeBefore,
        String outcomeAfter,
        boolean missedBefore,
        boolean missedAfter) {

    static Moved of(Deadline deadline, Standing after, LocalDate today) {
        var before = deadline.standing();
        return new Moved(deadline.reference(), deadline.kind(), deadline.stage(), deadline.item(), before.dueOn(), after.dueOn(), before.outcome(today),
                after.outcome(today), before.missedBy(today), after.missedBy(today));
    }

    /** What is owed, in words, as {@link DeadlineView#title()}. */
    public String title() {
        return DeadlineView.title(kind, stage, item);
    }

    boolean changes() {
        return !dueBefore.equals(dueAfter) || !outcomeBefore.equals(outcomeAfter);
    }
}
