package org.redress.identity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The person for whom the engine works at the moment, on this thread; nobody while it works by itself. */
@Component
public class Reader {
    private final IdentityService identity;

    Reader(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    /** The person's user id. */
    public Optional<String> user() {
        return authentication().map(Authentication::getUserId);
    }

    /** Whether the person has a role. */
    public boolean has(Role role) {
        return groups().contains(role.group());
    }

    /** The person's groups: roles, services, and what follows from both. */
    public List<String> groups() {
        return authentication().map(Authentication::getGroupIds).orElse(List.of());
    }

    /** Whether the person administers the installation. */
    public boolean administers() {
        return groups().contains(Groups.CAMUNDA_ADMIN);
    }

    /** What the engine counts them to: their councils, and the restricted cases that name them. */
    public List<String> tenants() {
        return authentication().map(Authentication::getTenantIds).orElse(List.of());
    }

    /** The same of one council: itself, and those of its restricted cases that name the person. */
    public List<String> tenants(String council) {
        return Stream.concat(Stream.of(council), tenants().stream().filter(tenant -> RestrictedCases.council(tenant).equals(council))).distinct().toList();
    }

    /** The councils, or the Ombudsman, to which the person belongs. */
    public List<String> councils() {
        return tenants().stream().filter(tenant -> !RestrictedCases.restricted(tenant)).toList();
    }

    private Optional<Authentication> authentication() {
        return Optional.ofNullable(identity.getCurrentAuthentication());
    }
}
