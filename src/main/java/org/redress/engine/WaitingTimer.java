package org.redress.engine;

import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.jspecify.annotations.NullUnmarked;

/** A timer that waits in a running instance, and what its model says of it. */
@NullUnmarked
public final class WaitingTimer {
    private final CommandContext context;
    private final TimerEntity timer;
    private final ActivityImpl event;

    WaitingTimer(CommandContext context, TimerEntity timer) {
        this.context = context;
        this.timer = timer;
        this.event = process(timer.getProcessDefinitionId()).findActivity(timer.getJobDefinition().getActivityId());
    }

    /** The engine's id, which it keeps when its instance moves. */
    public String id() {
        return timer.getId();
    }

    /** The id of its event. */
    public String event() {
        return event.getId();
    }

    /** What its event is called. */
    public String name() {
        return Objects.requireNonNullElse((String) event.getProperty("name"), event.getId());
    }

    /** Its moment. */
    public Date at() {
        return timer.getDuedate();
    }

    /** Whether its moment is over. */
    public boolean passed() {
        return !timer.getDuedate().after(EngineClock.now());
    }

    /** What the model says about when it fires, its kind before it. */
    public String words() {
        return words(event);
    }

    /**
     * Whether another version of the model had it at the same place: then it has fired there, or was ended, if it did not wait before the instance moved.
     *
     * @param steps the ids of the elements of that version that go on, each with its id in this one
     */
    public boolean wasIn(String definition, Map<String, String> steps) {
        var was = in(definition, steps);
        if (was == null) {
            return false;
        }
        var scope = was.getEventScope();
        return scope instanceof ProcessDefinitionEntity ? event.getEventScope() instanceof ProcessDefinitionEntity
                : Objects.requireNonNullElse(steps.get(scope.getId()), scope.getId()).equals(event.getEventScope().getId());
    }

    /** Whether another version of the model says the same about when it fires. */
    public boolean saysAsIn(String definition, Map<String, String> steps) {
        var was = in(definition, steps);
        return was != null && words(was).equals(words());
    }

    /** Lets it wait for the moment that the model says now. */
    public void recompute() {
        TimerDeclarationImpl.getDeclarationsForScope(event.getEventScope()).get(event.getId())
                .resolveAndSetDuedate(context.getExecutionManager().findExecutionById(timer.getExecutionId()), timer, false);
    }

    /** Takes it away: it does not fire. */
    public void remove() {
        timer.delete();
    }

    /** Keeps it from firing until it is started. */
    public void stop() {
        timer.setSuspensionState(SuspensionState.SUSPENDED.getStateCode());
    }

    private ActivityImpl in(String definition, Map<String, String> steps) {
        var id = steps.entrySet().stream().filter(step -> step.getValue().equals(event.getId())).map(Map.Entry::getKey).findFirst().orElse(event.getId());
        return process(definition).findActivity(id);
    }

    private ProcessDefinitionEntity process(String definition) {
        return context.getProcessEngineConfiguration().getDeploymentCache().findDeployedProcessDefinitionById(definition);
    }

    private String words(ActivityImpl of) {
        var model = context.getProcessEngineConfiguration().getDeploymentCache().findBpmnModelInstanceForProcessDefinition((ProcessDefinitionEntity) of.getProcessDefinition());
        return model.getModelElementById(of.getId()).getChildElementsByType(TimerEventDefinition.class).stream()
                .flatMap(when -> Stream.of(when.getTimeDate(), when.getTimeDuration(), when.getTimeCycle()))
                .filter(Objects::nonNull).map(when -> when.getElementType().getTypeName() + " " + when.getTextContent().strip()).collect(Collectors.joining());
    }
}
