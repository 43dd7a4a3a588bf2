package org.redress.gate;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.jspecify.annotations.Nullable;

/** Forms as they were deployed with a process, read once: what belongs to a deployment never changes. */
final class DeployedForms {
    private static final String WITH_THE_PROCESS = "deployment";
    /** More than a council deploys in years; a process owner who tries one change after the other makes as many. */
    private static final int MOST = 2000;

    private static final Map<List<String>, Form> READ = new ConcurrentHashMap<>();

    private DeployedForms() {}

    static Form of(ProcessDefinitionEntity process, @Nullable FormDefinition form, Supplier<Form> read) {
        if (form == null || form.getCamundaFormDefinitionKey() == null || !form.getCamundaFormDefinitionKey().isLiteralText()
                || !WITH_THE_PROCESS.equals(form.getCamundaFormDefinitionBinding())) {
            return read.get();
        }
        var key = List.of(process.getDeploymentId(), form.getCamundaFormDefinitionKey().getExpressionText());
        var known = READ.get(key);
        if (known != null) {
            return known;
        }
        var now = read.get();
        if (READ.size() >= MOST) {
            READ.clear();
        }
        READ.put(key, now);
        return now;
    }
}
