package org.redress.board;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Work of the product itself that failed and stands still until somebody lets it run again, in plain words. */
@Component
public class Failed {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    /** The oldest so many; each is a case that stands still. */
    private static final int MOST_SHOWN = 100;
    private static final int MOST_READ = 500;
    /** What tells of the inside of the product and nothing to people. */
    private static final Pattern INSIDE = Pattern.compile("[a-z]\\w*(\\.[a-z]\\w*)+\\.[A-Z]|(Exception|Error|Dto|Entity|Cmd|Impl)\\b|\\bclass\\b|ENGINE-|\\bselect\\b|\\v");
    private static final int LONGEST = 300;

    /** Without the callers of what failed: they stand still with it, and go on with it. */
    private static final String FAILED = """
            select PROC_INST_ID_, PROC_DEF_ID_, FAILED_ACTIVITY_ID_, ACTIVITY_ID_, INCIDENT_TIMESTAMP_, INCIDENT_MSG_, CONFIGURATION_ from ACT_RU_INCIDENT
                where INCIDENT_TYPE_ = :type and ID_ = CAUSE_INCIDENT_ID_ and TENANT_ID_ in (:tenants) order by INCIDENT_TIMESTAMP_, ID_ limit :most""";

    private final JdbcClient database;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Watch watch;

    Failed(JdbcClient database, @Lazy RuntimeService runtime, @Lazy RepositoryService repository, Watch watch) {
        this.database = database;
        this.runtime = runtime;
        this.repository = repository;
        this.watch = watch;
    }

    /**
     * A step that failed.
     *
     * @param id what is let run again
     * @param said why, where that is a sentence for people
     */
    public record Line(String id, @Nullable String reference, String step, String procedure, LocalDateTime since, @Nullable String said) {}

    /**
     * What stands still.
     *
     * @param more whether there is more than is shown
     */
    public record Standing(List<Line> lines, boolean more) {}

    private record Found(String procInstId, String procDefId, @Nullable String failedActivityId, @Nullable String activityId, Instant incidentTimestamp, @Nullable String incidentMsg, String configuration) {}

    /** What stands still at a council, as far as whoever is signed in sees its cases; those that failed first. */
    public Standing of(String council) {
        var found = database.sql(FAILED).param("type", Incident.FAILED_JOB_HANDLER_TYPE).param("tenants", watch.tenants(council)).param("most", MOST_READ)
                .query((row, number) -> new Found(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getTimestamp(5).toInstant(), row.getString(6), row.getString(7))).list();
        if (found.isEmpty()) {
            return new Standing(List.of(), false);
        }
        Map<String, ProcessInstance> instances = runtime.createProcessInstanceQuery()
                .processInstanceIds(found.stream().map(Found::procInstId).collect(Collectors.toSet())).listPage(0, MOST_READ).stream()
                .collect(Collectors.toMap(ProcessInstance::getId, Function.identity()));
        var seen = watch.seen(council, instances.values().stream().map(ProcessInstance::getBusinessKey));
        var standing = found.stream().filter(failed -> reference(instances.get(failed.procInstId())) == null || seen.contains(reference(instances.get(failed.procInstId())))).toList();
        if (standing.isEmpty()) {
            return new Standing(List.of(), found.size() == MOST_READ);
        }
        var procedures = repository.createProcessDefinitionQuery().processDefinitionIdIn(standing.stream().map(Found::procDefId).distinct().toArray(String[]::new)).listPage(0, MOST_READ).stream()
                .collect(Collectors.toMap(ProcessDefinition::getId, one -> Objects.requireNonNullElse(one.getName(), "")));
        return new Standing(standing.stream().limit(MOST_SHOWN).map(failed -> line(failed, reference(instances.get(failed.procInstId())), procedures.getOrDefault(failed.procDefId(), ""))).toList(),
                standing.size() > MOST_SHOWN || found.size() == MOST_READ);
    }

    private static @Nullable String reference(@Nullable ProcessInstance instance) {
        return instance == null ? null : instance.getBusinessKey();
    }

    private Line line(Found failed, @Nullable String reference, String procedure) {
        var model = repository.getBpmnModelInstance(failed.procDefId());
        var id = Objects.requireNonNullElse(failed.failedActivityId(), failed.activityId());
        var step = model.getModelElementById(id) instanceof FlowElement element && element.getName() != null ? element.getName() : "A step of the product";
        return new Line(failed.configuration(), reference, step, procedure, LocalDateTime.ofInstant(failed.incidentTimestamp(), LONDON), plain(failed.incidentMsg()));
    }

    private static @Nullable String plain(@Nullable String message) {
        return message == null || message.isBlank() || message.length() > LONGEST || INSIDE.matcher(message).find() ? null : message;
    }
}
