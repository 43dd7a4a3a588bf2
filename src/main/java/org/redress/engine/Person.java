package org.redress.engine;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;

/**
 * Somebody for whom the engine works.
 *
 * @param id the user id
 * @param groups roles, services, and what follows from both
 * @param tenants the councils, and restricted cases that name the person
 */
public record Person(String id, List<String> groups, List<String> tenants) {
    static @Nullable Person of(@Nullable Authentication authentication) {
        return authentication == null ? null : new Person(authentication.getUserId(), Objects.requireNonNullElse(authentication.getGroupIds(), List.of()),
                Objects.requireNonNullElse(authentication.getTenantIds(), List.of()));
    }
}
