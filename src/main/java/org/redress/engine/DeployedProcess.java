package org.redress.engine;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/** A process as it was read from its model. While it is being read it has no id yet. */
public final class DeployedProcess {
    private final ProcessDefinitionEntity definition;

    DeployedProcess(ProcessDefinitionEntity definition) {
        this.definition = definition;
    }

    ProcessDefinitionEntity definition() {
        return definition;
    }

    /** The id of this version. */
    public String id() {
        return definition.getId();
    }

    public String key() {
        return definition.getKey();
    }

    public String name() {
        return definition.getName();
    }

    /** The name of its start event; of the process where that has none. */
    public String nameOfStart() {
        return Objects.requireNonNullElse((String) definition.getInitial().getProperty("name"), definition.getName());
    }

    /** Whether a form starts it. */
    public boolean hasForm() {
        var form = definition.getStartFormDefinition();
        return form != null && (form.getFormKey() != null || form.getCamundaFormDefinitionKey() != null);
    }

    /** Whether an instance that begins does so elsewhere than at its plain start event, by a message. */
    public boolean beginsByMessage(DelegateExecution beginning) {
        var instance = (ExecutionEntity) beginning;
        return instance.getActivity() != null && !instance.getActivity().equals(definition.getInitial());
    }
}
