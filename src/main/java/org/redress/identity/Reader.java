package org.redress.identity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Groups;
import org.redress.engine.Engine;
import org.redress.engine.Person;
import org.springframework.stereotype.Component;

/** The person for whom the engine works at the moment, on this thread; nobody while it works by itself. */
@Component
public class Reader {
    private final Engine engine;

    Reader(Engine engine) {
        this.engine = engine;
    }

    /** The person's user id. */
    public Optional<String> user() {
        return engine.person().map(Person::id);
    }

    /** Whether the person has a role. */
    public boolean has(Role role) {
        return groups().contains(role.group());
    }

    /** The person's groups: roles, services, and what follows from both. */
    public List<String> groups() {
        return engine.person().map(Person::groups).orElse(List.of());
    }

    /** Whether the person administers the installation. */
    public boolean administers() {
        return groups().contains(Groups.CAMUNDA_ADMIN);
    }

    /** What the engine counts them to: their councils, and the restricted cases that name them. */
    public List<String> tenants() {
        return engine.person().map(Person::tenants).orElse(List.of());
    }

    /** The same of one council: itself, and those of its restricted cases that name the person. */
    public List<String> tenants(String council) {
        return Stream.concat(Stream.of(council), tenants().stream().filter(tenant -> RestrictedCases.council(tenant).equals(council))).distinct().toList();
    }

    /** The councils, or the Ombudsman, to which the person belongs. */
    public List<String> councils() {
        return tenants().stream().filter(tenant -> !RestrictedCases.restricted(tenant)).toList();
    }
}
