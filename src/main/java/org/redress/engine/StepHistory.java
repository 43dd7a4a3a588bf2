package org.redress.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.stereotype.Component;

/** Tells what the engine writes to its history of a step that was completed. */
@Component
@NullUnmarked
class StepHistory extends AbstractProcessEnginePlugin {
    private final List<StepWatch> told;

    StepHistory(List<StepWatch> told) {
        this.told = told;
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
                tell(event);
            }

            @Override
            public void handleEvents(List<HistoryEvent> events) {
                events.forEach(StepHistory.this::tell);
            }
        });
    }

    private void tell(HistoryEvent event) {
        if (event instanceof HistoricActivityInstanceEventEntity step && step.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_END) && !step.isCanceled()) {
            var completed = new StepWatch.Completed(step.getProcessDefinitionKey(), step.getActivityId(), step.getActivityType(), step.getTenantId(), step.getStartTime(), step.getEndTime());
            told.forEach(watch -> watch.completed(completed));
        }
    }
}
