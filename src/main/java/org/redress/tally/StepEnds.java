package org.redress.tally;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What holds for every model: a step that somebody or something was waited for, and that was completed, is counted with its days; what was interrupted is not. */
@Component
@NullUnmarked
class StepEnds extends AbstractProcessEnginePlugin {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    /** The types of the engine for what takes time; everything else passes in a moment. */
    private static final Set<String> WAITS = Set.of("userTask", "receiveTask", "callActivity", "subProcess", "intermediateTimer", "intermediateMessageCatch",
            "intermediateConditional", "eventBasedGateway");

    private final ObjectProvider<Tally> tally;

    StepEnds(ObjectProvider<Tally> tally) {
        this.tally = tally;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        // the engine's own comes first instead of last: it looks up when a step began, which then need not be asked again
        configuration.setEnableDefaultDbHistoryEventHandler(false);
        configuration.getCustomHistoryEventHandlers().add(0, new DbHistoryEventHandler());
        // no bean: the starter would add it once more
        configuration.getCustomHistoryEventHandlers().add(new HistoryEventHandler() {
            @Override
            public void handleEvent(HistoryEvent event) {
                ended(event);
            }

            @Override
            public void handleEvents(List<HistoryEvent> events) {
                events.forEach(StepEnds.this::ended);
            }
        });
    }

    /** The work of a restricted case has a tenant of its own, its council's with its id behind; it stands in no figure. */
    private static boolean counted(String tenant) {
        return tenant != null && !tenant.contains("#");
    }

    private void ended(HistoryEvent event) {
        if (event instanceof HistoricActivityInstanceEventEntity step && step.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_END)
                && WAITS.contains(step.getActivityType()) && !step.isCanceled() && counted(step.getTenantId())) {
            var until = day(step.getEndTime());
            tally.getObject().step(step.getProcessDefinitionKey(), step.getActivityId(), step.getTenantId(), began(step.getStartTime(), until), until);
        }
    }

    private static LocalDate began(Date start, LocalDate until) {
        return Optional.ofNullable(start).map(StepEnds::day).filter(from -> !from.isAfter(until)).orElse(until);
    }

    private static LocalDate day(Date moment) {
        return moment.toInstant().atZone(LONDON).toLocalDate();
    }
}
