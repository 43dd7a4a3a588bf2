package org.redress.identity;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.redress.engine.Engine;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The engine's tenants: what a council is to accounts and to the engine. They come and go with the councils and in no other way,
 * so nobody who is signed in has a right to make one.
 */
@Component
public class Tenants {
    private static final Set<String> OF_AN_OMBUDSMAN = Stream.of(Role.values()).filter(role -> role.name().startsWith("OMBUDSMAN_")).map(Role::group)
            .collect(Collectors.toUnmodifiableSet());

    private final Engine engine;
    private final IdentityService identity;

    Tenants(Engine engine, @Lazy IdentityService identity) {
        this.engine = engine;
        this.identity = identity;
    }

    /** The ids of all tenants. */
    public List<String> all() {
        return unchecked(() -> identity.createTenantQuery().orderByTenantId().asc().list().stream().map(Tenant::getId).toList());
    }

    /** Makes the tenant, or gives the one that is there this name. */
    public void keep(String id, String name) {
        unchecked(() -> {
            var there = identity.createTenantQuery().tenantId(id).singleResult();
            if (there == null || !name.equals(there.getName())) {
                var tenant = there == null ? identity.newTenant(id) : there;
                tenant.setName(name);
                identity.saveTenant(tenant);
            }
            return null;
        });
    }

    /** Removes the tenant; whoever asks has made sure that nothing and nobody belongs to it. */
    public void remove(String id) {
        engine.run(inside -> inside.unchecked(() -> {
            inside.deleteTenant(id);
            return null;
        }));
    }

    /** How many people belong to it. */
    public long people(String id) {
        return unchecked(() -> identity.createUserQuery().memberOfTenant(id).count());
    }

    /** Whether people with the roles of an Ombudsman belong to it. */
    public boolean ofOmbudsman(String id) {
        return unchecked(() -> identity.createUserQuery().memberOfTenant(id).list().stream().map(User::getId)
                .anyMatch(user -> identity.createGroupQuery().groupMember(user).list().stream().map(Group::getId).anyMatch(OF_AN_OMBUDSMAN::contains)));
    }

    private <T> T unchecked(Supplier<T> work) {
        return engine.unchecked(work);
    }
}
