package org.redress.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.stereotype.Component;

/**
 * The variables of a process instance are read together when a step needs the first of them: the engine would ask for those of the task, of its execution, of each one above and of each new task by
 * themselves. What a step has changed itself it writes when it ends, so in between all these questions have one answer.
 */
@Component
@NullUnmarked
class VariablesAtOnce extends AbstractProcessEnginePlugin {
    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        InPlaceOf.take(configuration, VariableInstanceManager.class, AtOnce::new);
    }

    /** In place of the engine's; there is one for each outermost command. */
    private static final class AtOnce extends VariableInstanceManager {
        /** By instance, and by task or execution. */
        private final Map<String, Map<String, List<VariableInstanceEntity>>> known = new HashMap<>();

        @Override
        public List<VariableInstanceEntity> findVariableInstancesByTaskIdAndVariableNames(String task, Collection<String> names) {
            var entity = getDbEntityManager().getCachedEntity(TaskEntity.class, task);
            return entity == null || entity.getProcessInstanceId() == null ? super.findVariableInstancesByTaskIdAndVariableNames(task, names) : of(entity.getProcessInstanceId(), task, names);
        }

        @Override
        public List<VariableInstanceEntity> findVariableInstancesByExecutionIdAndVariableNames(String execution, Collection<String> names) {
            var entity = getDbEntityManager().getCachedEntity(ExecutionEntity.class, execution);
            return entity == null || entity.getProcessInstanceId() == null ? super.findVariableInstancesByExecutionIdAndVariableNames(execution, names) : of(entity.getProcessInstanceId(), execution, names);
        }

        private List<VariableInstanceEntity> of(String instance, String scope, Collection<String> names) {
            if (!known.containsKey(instance)) {
                known.put(instance, findVariableInstancesByProcessInstanceId(instance).stream().collect(Collectors.groupingBy(AtOnce::scope)));
            }
            return known.get(instance).getOrDefault(scope, List.of()).stream().filter(variable -> names == null || names.isEmpty() || names.contains(variable.getName())).collect(Collectors.toCollection(ArrayList::new));
        }

        private static String scope(VariableInstanceEntity variable) {
            return Objects.requireNonNullElse(variable.getTaskId(), variable.getExecutionId());
        }
    }
}
