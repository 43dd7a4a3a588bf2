package org.redress.handover;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.json.SpinJsonNode;
import org.redress.identity.Accounts;
import org.redress.identity.Authority;
import org.redress.identity.Authority.Person;
import org.redress.identity.Candidates;
import org.redress.identity.Role;
import org.redress.identity.Services;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** For the models: who can stand in for somebody, and of whom a supervisor can say that they are away. */
@Component
public class Deputies {
    private final Authority authority;
    private final Accounts accounts;

    Deputies(Authority authority, @Lazy Accounts accounts) {
        this.authority = authority;
        this.accounts = accounts;
    }

    /** The people who have every role, with its services, of whoever is away, as options of a form's select field. */
    public SpinJsonNode of(DelegateExecution execution) {
        return Candidates.options(of((String) execution.getVariable("absent"), (String) execution.getVariable("council")));
    }

    /** The people of a council as options of a form's select field. */
    public SpinJsonNode colleagues(DelegateExecution execution) {
        var all = Arrays.stream(Role.values()).map(Role::group).collect(Collectors.toSet());
        var starter = execution.getVariable("startedBy");
        return Candidates.options(authority.people(authority.members(all, (String) execution.getVariable("council"))).stream()
                .filter(person -> !person.id().equals(starter)).toList());
    }

    List<Person> of(String absent, String council) {
        var needed = roles(absent);
        return needed.isEmpty() ? List.of() : authority.people(authority.members(needed, council).stream()
                .filter(person -> !person.equals(absent) && roles(person).containsAll(needed)).toList());
    }

    /** Roles, and roles with services. */
    private Set<String> roles(String person) {
        var roles = Arrays.stream(Role.values()).map(Role::group).collect(Collectors.toSet());
        var groups = new HashSet<>(accounts.find(person).map(Accounts.Account::groups).orElse(List.of()));
        groups.removeIf(group -> !roles.contains(Services.role(group)));
        return groups;
    }
}
