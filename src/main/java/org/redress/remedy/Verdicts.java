package org.redress.remedy;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.ActionState;
import org.redress.casefile.ActionView;
import org.redress.casefile.AgreedActions;
import org.redress.deadline.Deadlines;
import org.springframework.stereotype.Component;

/** Applies a verdict to an action and its deadline, in the file of either side (CMP-02, CMP-03). */
@Component
class Verdicts {
    private static final String DEADLINE = "agreed-action";

    private final AgreedActions actions;
    private final Deadlines deadlines;

    Verdicts(AgreedActions actions, Deadlines deadlines) {
        this.actions = actions;
        this.deadlines = deadlines;
    }

    /**
     * What the Ombudsman says of an action.
     *
     * @param settled whether "not complete" is the last word, or the Ombudsman still decides how to go on
     */
    record Verdict(String verdict, @Nullable String reason, LocalDate on, @Nullable LocalDate newDue, String by, boolean settled) {}

    /** The council's file takes a verdict over as it stands in the Ombudsman's, with what was done if the council has not told it. */
    void take(String reference, int number, ActionView judged, Verdict given) {
        var done = judged.doneOn();
        if (given.verdict().equals("accepted") && done != null && actions.view(reference, number).doneOn() == null) {
            actions.carriedOut(reference, number, done, String.valueOf(judged.doneBy()), String.valueOf(judged.whatWasDone()), judged.amountPaid(), judged.difference());
            actions.show(reference, number, judged.evidence());
            deadlines.answered(reference, number, "actionDoneOn", done);
        }
        apply(reference, number, given, judged.state());
    }

    /** Refuses a new day that is not after the old one. */
    void give(String reference, int number, Verdict given) {
        apply(reference, number, given, next(reference, number, given));
    }

    private void apply(String reference, int number, Verdict given, ActionState next) {
        actions.judge(reference, number, given.verdict(), given.reason(), given.on(), next);
        switch (given.verdict()) {
            case "accepted" -> { } // what was done is kept
            case "more-time" ->
                deadlines.reopen(reference, DEADLINE, number, Objects.requireNonNull(given.newDue()), given.on(), String.valueOf(given.reason()), given.by());
            default -> deadlines.reopen(reference, DEADLINE, number);
        }
    }

    private ActionState next(String reference, int number, Verdict given) {
        return switch (given.verdict()) {
            case "accepted" -> late(reference, number) ? ActionState.COMPLETE_LATE : ActionState.COMPLETE;
            case "not-complete" -> given.settled() ? ActionState.NOT_COMPLETE : ActionState.SHOWN;
            default -> ActionState.UNDER_WAY;
        };
    }

    /** Whether what met the deadline of an action came after its day. */
    boolean late(String reference, int number) {
        return deadlines.of(reference).stream()
                .filter(d -> d.kind().equals(DEADLINE) && Integer.valueOf(number).equals(d.item()))
                .reduce((earlier, later) -> later)
                .filter(d -> d.daysLate() != null && d.daysLate() > 0)
                .isPresent();
    }
}
