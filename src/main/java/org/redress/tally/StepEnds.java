package org.redress.tally;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final ObjectProvider<JdbcClient> database;

    StepEnds(ObjectProvider<Tally> tally, ObjectProvider<JdbcClient> database) {
        this.tally = tally;
        this.database = database;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
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
            tally.getObject().step(step.getProcessDefinitionKey(), step.getActivityId(), step.getTenantId(), began(step.getId(), until), until);
        }
    }

    /** The event does not tell when the step began; what began in this transaction is not in the database yet. */
    private LocalDate began(String id, LocalDate until) {
        return database.getObject().sql("select START_TIME_ from ACT_HI_ACTINST where ID_ = ?").param(id).query(Timestamp.class).optional()
                .map(StepEnds::day).filter(from -> !from.isAfter(until)).orElse(until);
    }

    private static LocalDate day(Date moment) {
        return moment.toInstant().atZone(LONDON).toLocalDate();
    }
}
