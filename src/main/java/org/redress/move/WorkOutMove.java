package org.redress.move;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.identity.Organisations;
import org.springframework.stereotype.Component;

/** "Work out move": what would become of each running case of the council, counted, and whether something of it cannot be taken back. */
@Component
class WorkOutMove implements JavaDelegate {
    /** The variable with the text: references, steps and groups, no names of people. */
    static final String PREVIEW = "movePreview";

    /** The variable that says whether something cannot be taken back. */
    static final String FINAL = "moveFinal";

    /** Well within the time for which the engine keeps a job for whoever has begun it (lock-time-in-millis): what takes longer would be begun again. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Moving moving;
    private final Organisations organisations;

    WorkOutMove(Moving moving, Organisations organisations) {
        this.moving = moving;
        this.organisations = organisations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var deployment = (String) execution.getVariable(MoveAsked.TO);
        var time = new CompletableFuture<>().completeOnTimeout(true, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        var council = MoveCases.council(execution);
        var summary = looked(moving.waiting(council, deployment), deployment, time::isDone);
        var text = summary.text();
        // whoever is process owner of several councils has this task once for each
        execution.setVariable(PREVIEW, organisations.name(council) + ":\n" + (text.isEmpty() ? "No case is left that began with an earlier version." : text));
        execution.setVariable(FINAL, summary.noWayBack() ? "yes" : "no");
        execution.setVariable("casesToMove", summary.moves() + summary.left());
    }

    /** What would become of them, as far as there is time. */
    Summary looked(List<String> waiting, String deployment, BooleanSupplier timeIsOver) {
        var summary = new Summary();
        for (int at = 0; at < waiting.size(); at++) {
            if (timeIsOver.getAsBoolean()) {
                summary.leaves(waiting.size() - at);
                break;
            }
            moving.preview(waiting.get(at), deployment).ifPresent(summary::add);
        }
        return summary;
    }
}
