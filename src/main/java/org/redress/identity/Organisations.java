package org.redress.identity;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The councils and Ombudsmen that work in the product, as tenants. */
@Component
public class Organisations {
    private final IdentityService identity;

    Organisations(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    /** The id of the tenant with this name or id, in capitals or not, if there is one. */
    public Optional<String> find(String nameOrId) {
        var wanted = nameOrId.strip();
        return identity.createTenantQuery().list().stream()
                .filter(tenant -> tenant.getName().equalsIgnoreCase(wanted) || tenant.getId().equalsIgnoreCase(wanted))
                .map(Tenant::getId)
                .findFirst();
    }

    /** The name of a tenant, or the id itself where it has none. */
    public String name(String id) {
        var tenant = identity.createTenantQuery().tenantId(id).singleResult();
        return tenant == null ? id : tenant.getName();
    }
}
