package org.redress.identity;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gives every process instance the council as its tenant; the models themselves are shared by all councils. */
@Component
@NullUnmarked
class CouncilOfInstance extends AbstractProcessEnginePlugin implements TenantIdProvider {
    private final ObjectProvider<RestrictedCases> restricted;

    CouncilOfInstance(ObjectProvider<RestrictedCases> restricted) {
        this.restricted = restricted;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setTenantIdProvider(this);
        configuration.setDefaultUserPermissionNameForTask("TASK_WORK");
    }

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        return context.getSuperExecution() != null
                ? context.getSuperExecution().getTenantId()
                : tenant((String) context.getVariables().get("council"), (String) context.getVariables().get("caseReference"));
    }

    /** What begins for a restricted case is shown to its people only. */
    private String tenant(String council, String reference) {
        return council == null || reference == null ? council : restricted.getObject().tenantOf(council, reference);
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return null;
    }

    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext context) {
        return context.getExecution() == null ? null : context.getExecution().getTenantId();
    }
}
