package org.redress.engine;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.stereotype.Component;

/**
 * What the engine remembers of a case: all that its level "full" means but for each earlier value of a variable. What was answered, when, by whom, and what was put right stands in the
 * case file and in the record of changes; nobody is shown the engine's own list of it, which was a row in seven of all that a case wrote (decision record 57).
 */
@Component
@NullUnmarked
class HistoryKept extends AbstractProcessEnginePlugin {
    private static final Set<HistoryEventType> LEFT_OUT = Set.of(HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL, HistoryEventTypes.FORM_PROPERTY_UPDATE);

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var levels = Optional.ofNullable(configuration.getCustomHistoryLevels()).orElseGet(ArrayList::new);
        // of two with one name the engine takes the last
        levels.add(new Full());
        configuration.setCustomHistoryLevels(levels);
    }

    /** It has the number and name of the engine's, so that a database of either is one of the other. */
    private static final class Full extends HistoryLevelFull {
        @Override
        public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
            return !LEFT_OUT.contains(type) && super.isHistoryEventProduced(type, entity);
        }
    }
}
