package org.redress.decision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks a decision table in the version that was deployed with a process, so that a case keeps the rules with which it began. */
@Component
public class Tables {
    private final RepositoryService repository;
    private final DecisionService decisions;

    // lazily: these are the engine's services, and the engine needs the features that ask tables
    Tables(@Lazy RepositoryService repository, @Lazy DecisionService decisions) {
        this.repository = repository;
        this.decisions = decisions;
    }

    /**
     * The rows that match.
     *
     * @param processDefinitionId the process whose deployment counts; null for a question outside a process, which the newest answers
     * @throws TableRefused if the table must decide and has no row for these facts
     */
    public List<Map<String, Object>> rows(String table, @Nullable String processDefinitionId, Map<String, @Nullable Object> facts) {
        return decisions.evaluateDecisionTableById(id(table, processDefinitionId)).variables(new HashMap<>(facts)).evaluate().getResultList();
    }

    private String id(String table, @Nullable String processDefinitionId) {
        var query = repository.createDecisionDefinitionQuery().decisionDefinitionKey(table);
        if (processDefinitionId == null) {
            return query.latestVersion().singleResult().getId();
        }
        var deployment = repository.getProcessDefinition(processDefinitionId).getDeploymentId();
        return query.deploymentId(deployment).singleResult().getId();
    }
}
