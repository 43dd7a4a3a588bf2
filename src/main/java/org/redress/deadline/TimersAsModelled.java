package org.redress.deadline;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.redress.engine.Engine;
import org.redress.engine.Inside;
import org.redress.engine.WaitingTimer;
import org.springframework.stereotype.Component;

/**
 * The timers of a process instance as its model has them. The engine sets up again what had fired when it moves an instance to another version of its model,
 * and leaves the others at the moments of the old one. Here nothing fires twice, and what waits, waits for what the model says now.
 */
@Component
public class TimersAsModelled {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Engine engine;
    private final DeadlineRepository deadlines;

    TimersAsModelled(Engine engine, DeadlineRepository deadlines) {
        this.engine = engine;
        this.deadlines = deadlines;
    }

    /**
     * A timer that waits.
     *
     * @param id the engine's, which it keeps
     * @param event the id of its event in the model
     * @param name what its event is called
     * @param at its moment in Europe/London
     */
    public record Waiting(String id, String event, String name, LocalDateTime at) {}

    /** The timers that wait in a process instance, the called ones not among them. */
    public List<Waiting> of(String instance) {
        return run(inside -> inside.timers(instance).stream().map(timer -> new Waiting(timer.id(), timer.event(), timer.name(), LocalDateTime.ofInstant(timer.at().toInstant(), LONDON))).toList());
    }

    /**
     * Brings the timers of a process instance that was moved to what its model says now.
     *
     * @param definition the process definition from which it was moved
     * @param before the timers as they were
     * @param steps the ids of the elements of that definition that go on, each with its id in the new one
     * @param reference the case
     * @return which timers of the new model are not set up, because their moment has passed: the names of their events
     */
    public List<String> follow(String instance, String definition, List<Waiting> before, Map<String, String> steps, String reference) {
        return run(inside -> {
            var waited = before.stream().map(Waiting::id).collect(Collectors.toSet());
            var passed = new ArrayList<String>();
            for (var timer : inside.timers(instance)) {
                if (waited.contains(timer.id())) {
                    // one that waits for the same words keeps its moment: it may be the next of several times
                    if (!timer.saysAsIn(definition, steps)) {
                        timer.recompute();
                    }
                } else if (timer.wasIn(definition, steps)) {
                    // it has fired for this step, or was ended with it
                    timer.remove();
                } else if (timer.passed()) {
                    passed.add(timer.name());
                    timer.remove();
                } else if (paused(reference, instance, timer)) {
                    timer.stop();
                }
            }
            return passed;
        });
    }

    private boolean paused(String reference, String instance, WaitingTimer timer) {
        return deadlines.findByReferenceOrderById(reference).stream()
                .filter(deadline -> deadline.state() == DeadlineState.PAUSED && instance.equals(deadline.processInstanceId()))
                .anyMatch(deadline -> Pattern.compile("\\b" + Pattern.quote(String.valueOf(deadline.variable())) + "\\b").matcher(timer.words()).find());
    }

    private <T> T run(Function<Inside, T> work) {
        return engine.run(inside -> inside.unchecked(() -> work.apply(inside)));
    }
}
