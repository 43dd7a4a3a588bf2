package org.redress.gate;

import java.util.Objects;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.NullUnmarked;
import org.redress.casefile.Submissions.Made;

/** What an earlier submission of the same form has started, as the engine answers a start. */
@NullUnmarked
record AlreadyMade(Made made, String council, boolean ended) implements ProcessInstance {
    @Override
    public String getId() {
        return made.processInstance();
    }

    @Override
    public String getProcessInstanceId() {
        return made.processInstance();
    }

    @Override
    public String getRootProcessInstanceId() {
        return made.processInstance();
    }

    @Override
    public String getProcessDefinitionId() {
        return made.processDefinition();
    }

    @Override
    public String getProcessDefinitionKey() {
        return Objects.requireNonNull(made.processDefinition()).replaceFirst(":.*", "");
    }

    @Override
    public String getBusinessKey() {
        return made.reference();
    }

    @Override
    public String getCaseInstanceId() {
        return null;
    }

    @Override
    public String getTenantId() {
        return council;
    }

    @Override
    public boolean isSuspended() {
        return false;
    }

    @Override
    public boolean isEnded() {
        return ended;
    }
}
