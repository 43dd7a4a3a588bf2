package org.redress.board;

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
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
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

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Watch watch;

    Failed(@Lazy RuntimeService runtime, @Lazy RepositoryService repository, Watch watch) {
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

    /** What stands still at a council, as far as whoever is signed in sees its cases. */
    public List<Line> of(String council) {
        var incidents = runtime.createIncidentQuery().incidentType(Incident.FAILED_JOB_HANDLER_TYPE).tenantIdIn(watch.tenants(council).toArray(String[]::new)).orderByIncidentTimestamp().asc().listPage(0, MOST_READ).stream()
                // the callers of what failed stand still with it, and go on with it
                .filter(incident -> incident.getId().equals(incident.getCauseIncidentId())).toList();
        if (incidents.isEmpty()) {
            return List.of();
        }
        Map<String, ProcessInstance> instances = runtime.createProcessInstanceQuery()
                .processInstanceIds(incidents.stream().map(Incident::getProcessInstanceId).collect(Collectors.toSet())).listPage(0, MOST_READ).stream()
                .collect(Collectors.toMap(ProcessInstance::getId, Function.identity()));
        return incidents.stream().map(incident -> line(incident, instances.get(incident.getProcessInstanceId())))
                .filter(line -> line.reference() == null || watch.sees(council, line.reference())).limit(MOST_SHOWN).toList();
    }

    private Line line(Incident incident, @Nullable ProcessInstance instance) {
        var model = repository.getBpmnModelInstance(incident.getProcessDefinitionId());
        var id = Objects.requireNonNullElse(incident.getFailedActivityId(), incident.getActivityId());
        var step = model.getModelElementById(id) instanceof FlowElement element && element.getName() != null ? element.getName() : "A step of the product";
        var procedure = repository.createProcessDefinitionQuery().processDefinitionId(incident.getProcessDefinitionId()).singleResult();
        return new Line(incident.getConfiguration(), instance == null ? null : instance.getBusinessKey(), step, procedure == null ? "" : procedure.getName(),
                LocalDateTime.ofInstant(incident.getIncidentTimestamp().toInstant(), LONDON), plain(incident.getIncidentMessage()));
    }

    private static @Nullable String plain(@Nullable String message) {
        return message == null || message.isBlank() || message.length() > LONGEST || INSIDE.matcher(message).find() ? null : message;
    }
}
