package org.redress.move;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.identity.Authority;
import org.redress.identity.Organisations;
import org.redress.identity.Role;
import org.springframework.stereotype.Component;

/**
 * "Move cases": the next portion of the council's cases, in the order of their processes. A case that has moved is not found any more, so that a portion which
 * was interrupted, and is begun again, goes on with the others. Whatever model leads to it: without a council, or unless one person proposed it and another one confirmed
 * it, it fails and moves nothing.
 */
@Component
class MoveCases implements JavaDelegate {
    /** The variable with the text: references and reasons, no names of people. */
    static final String OUTCOME = "moveOutcome";

    private static final String LAST = "movedUpTo";
    private static final String STAYED = "movesStayed";
    /** What one variable of the engine holds is 4,000; the outcome has a sentence before it and one behind it. */
    private static final int LONGEST = 3600;
    private static final int KEPT = 3900;

    private final Moving moving;
    private final Authority authority;
    private final Organisations organisations;

    MoveCases(Moving moving, Authority authority, Organisations organisations) {
        this.moving = moving;
        this.authority = authority;
        this.organisations = organisations;
    }

    @Override
    public void execute(DelegateExecution step) {
        var execution = step.getProcessInstance();
        var deployment = (String) execution.getVariable(MoveAsked.TO);
        var last = Objects.requireNonNullElse((String) execution.getVariable(LAST), "");
        var stayed = Objects.requireNonNullElse((String) execution.getVariable(STAYED), "");
        var council = council(step);
        var stopped = stopped(council, step);
        var who = "asked for by " + step.getVariable("proposedBy") + ", confirmed by " + step.getVariable("confirmedBy");
        boolean end = step.getVariable("loopCounter").equals((Integer) step.getVariable(BatchesToMove.BEGUN_WITH) - 1);
        boolean knownFinal = "yes".equals(execution.getVariable(WorkOutMove.FINAL));
        var portion = stopped.isPresent() ? List.<String>of() : moving.waiting(council, deployment).stream().filter(after(last)).limit(BatchesToMove.TOGETHER).toList();
        for (var instance : portion) {
            var moved = move(instance, deployment, who, knownFinal);
            last = instance;
            stayed += moved.filter(one -> !one.moves()).map(one -> (one.restricted() ? "A restricted case" : one.reference()) + ": " + one.whyNot() + "\n").orElse("");
        }
        execution.setVariable(LAST, last);
        execution.setVariable(STAYED, stayed.substring(0, Math.min(KEPT, stayed.length())));
        int left = moving.waiting(council, deployment).size();
        execution.setVariable(OUTCOME, end ? outcome(organisations.name(council), left, stopped.map(why -> why + "\n").orElse("") + stayed) : "Up to now: " + left + " have not moved yet.");
    }

    /** The council whose cases move; fails where the process has none, which would be all councils. */
    static String council(DelegateExecution step) {
        return Optional.ofNullable(step.getTenantId()).orElseThrow(() -> new IllegalStateException("Cases move for one council: begin with the form \"move-cases\"."));
    }

    /** Why nothing moves any more: what both were when it was confirmed may be over when its turn comes. */
    private Optional<String> stopped(String council, DelegateExecution step) {
        var proposed = step.getVariable("proposedBy");
        var confirmed = step.getVariable("confirmedBy");
        if (proposed == null || confirmed == null || proposed.equals(confirmed) || step.getVariable(MoveAsked.TO) == null) {
            throw new IllegalStateException("Two people move cases: let \"decide-on-move\" and \"confirm-move\" stand before it.");
        }
        return isNot(proposed, Role.PROCESS_OWNERS, council) ? Optional.of("Stopped: whoever proposed it is no process owner of this council any more. Ask again.")
                : isNot(confirmed, Role.SUPERVISORS, council) ? Optional.of("Stopped: whoever confirmed it is no supervisor of this council any more. Ask again.") : Optional.empty();
    }

    private boolean isNot(Object person, Role role, String council) {
        return !authority.members(List.of(role.group()), council).contains(person);
    }

    /** A case that has come to where there is no way back stays, unless both know that. */
    private Optional<MovedCase> move(String instance, String deployment, String who, boolean knownFinal) {
        return Optional.of(instance).filter(one -> !knownFinal).flatMap(one -> moving.preview(one, deployment)).filter(one -> one.moves() && one.noWayBack() != null)
                .map(one -> one.stays("nobody confirmed that it cannot be taken back: " + one.noWayBack())).or(() -> moving.move(instance, deployment, who));
    }

    private static Predicate<String> after(String last) {
        return instance -> instance.compareTo(last) > 0;
    }

    /** What has become of them, as much as there is room for. */
    static String outcome(String council, int left, String stayed) {
        var words = council + ": " + (left == 0 ? "all running cases go on with this version." : left + (left == 1 ? " case goes on" : " cases go on") + " with an earlier version; all others with this one.");
        return shortened((words + "\n" + stayed).strip());
    }

    private static String shortened(String text) {
        int line = text.lastIndexOf('\n', LONGEST);
        return text.length() <= LONGEST ? text : text.substring(0, line < 0 ? LONGEST : line) + "\nThere is more than stands here: redress move --preview has all of it.";
    }
}
