package org.redress.move;

import java.util.Objects;
import java.util.function.Predicate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Move cases": the next portion of the council's cases, in the order of their processes. A case that has moved is not found any more, so that a portion which
 * was interrupted, and is begun again, goes on with the others.
 */
@Component
class MoveCases implements JavaDelegate {
    /** The variable with the text: references and reasons, no names of people. */
    static final String OUTCOME = "moveOutcome";

    private static final String LAST = "movedUpTo";
    private static final String STAYED = "movesStayed";
    private static final int LONGEST = 3800;

    private final Moving moving;

    MoveCases(Moving moving) {
        this.moving = moving;
    }

    @Override
    public void execute(DelegateExecution step) {
        var execution = step.getProcessInstance();
        var deployment = (String) execution.getVariable(MoveAsked.TO);
        var last = Objects.requireNonNullElse((String) execution.getVariable(LAST), "");
        var stayed = Objects.requireNonNullElse((String) execution.getVariable(STAYED), "");
        var who = "asked for by " + execution.getVariable("proposedBy") + ", confirmed by " + execution.getVariable("confirmedBy");
        boolean end = step.getVariable("loopCounter").equals((Integer) step.getVariable("nrOfInstances") - 1);
        var council = step.getTenantId();
        var portion = moving.waiting(council, deployment).stream().filter(after(last)).limit(end ? Long.MAX_VALUE : BatchesToMove.TOGETHER).toList();
        for (var instance : portion) {
            var moved = moving.move(instance, deployment, who);
            last = instance;
            stayed += moved.filter(one -> !one.moves()).map(one -> (one.restricted() ? "A restricted case" : one.reference()) + ": " + one.whyNot() + "\n").orElse("");
        }
        execution.setVariable(LAST, last);
        execution.setVariable(STAYED, shortened(stayed));
        int left = moving.waiting(council, deployment).size();
        execution.setVariable(OUTCOME, end ? outcome(left, stayed) : "Up to now: " + left + " have not moved yet.");
    }

    private static Predicate<String> after(String last) {
        return instance -> instance.compareTo(last) > 0;
    }

    private static String outcome(int left, String stayed) {
        var words = left == 0 ? "All running cases of the council go on with this version." : left + (left == 1 ? " case goes on" : " cases go on") + " with an earlier version; all others with this one.";
        return shortened((words + "\n" + stayed).strip());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, text.lastIndexOf('\n', LONGEST)) + "\nThere is more than stands here: redress move --preview has all of it.";
    }
}
