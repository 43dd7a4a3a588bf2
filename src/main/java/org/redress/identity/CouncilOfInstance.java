package org.redress.identity;

import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.redress.engine.TenantOfInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gives every process instance the council as its tenant; the models themselves are shared by all councils. */
@Component
@NullUnmarked
class CouncilOfInstance implements TenantOfInstance {
    private final ObjectProvider<RestrictedCases> restricted;

    CouncilOfInstance(ObjectProvider<RestrictedCases> restricted) {
        this.restricted = restricted;
    }

    @Override
    public String tenant(Map<String, Object> variables) {
        return tenant((String) variables.get("council"), (String) variables.get("caseReference"));
    }

    /** What begins for a restricted case is shown to its people only. */
    private String tenant(String council, String reference) {
        return council == null || reference == null ? council : restricted.getObject().tenantOf(council, reference);
    }
}
