package org.redress.deadline;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The decision table "allowance" in the version with which a process was deployed, so that a case keeps its periods. */
@Component
class AllowanceTable {
    private static final String KEY = "allowance";

    private final RepositoryService repository;
    private final DecisionService decisions;

    // the engine's own services, which need the gate, which needs the features
    AllowanceTable(@Lazy RepositoryService repository, @Lazy DecisionService decisions) {
        this.repository = repository;
        this.decisions = decisions;
    }

    /** The row for a deadline; {@code processDefinitionId} is null for a question outside a process: then the newest table answers. */
    AllowanceRow row(@Nullable String processDefinitionId, String deadline, Map<String, @Nullable Object> facts) {
        var inputs = new HashMap<String, Object>();
        for (var name : new String[] {"procedure", "stageNumber", "council", "oral", "receivedAt"}) {
            inputs.put(name, facts.get(name));
        }
        inputs.put("deadline", deadline);
        return AllowanceRow.of(decisions.evaluateDecisionTableById(tableId(processDefinitionId)).variables(inputs).evaluate()
                .getSingleResult());
    }

    private String tableId(@Nullable String processDefinitionId) {
        var query = repository.createDecisionDefinitionQuery().decisionDefinitionKey(KEY);
        if (processDefinitionId == null) {
            return query.latestVersion().singleResult().getId();
        }
        var deployment = repository.getProcessDefinition(processDefinitionId).getDeploymentId();
        return query.deploymentId(deployment).singleResult().getId();
    }
}
