package org.redress.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** The councils of the published cases and their Ombudsman as tenants, and one person for each role in each, for the demonstration and for replays. */
@Component
public class Councils {
    private static final String OMBUDSMAN = "ombudsman";
    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("kent", "Kent County Council");
        NAMES.put("leicestershire", "Leicestershire County Council");
        NAMES.put("cheshire-east", "Cheshire East Council");
        NAMES.put("cambridgeshire", "Cambridgeshire County Council");
        NAMES.put(OMBUDSMAN, "Local Government and Social Care Ombudsman");
    }

    /** Several responders, because nobody may decide two stages; three members, because a panel has three; two supervisors, because a second one confirms a removal. */
    private static final List<Post> POSTS = List.of(
            new Post("officer", "Complaints officer", Role.COMPLAINTS_TEAM),
            new Post("manager", "Service manager", Role.RESPONDERS),
            new Post("assistant-director", "Assistant Director", Role.RESPONDERS),
            new Post("director", "Director", Role.RESPONDERS),
            new Post("approver", "Head of complaints", Role.APPROVERS),
            new Post("investigator", "Investigating Officer", Role.INVESTIGATING_OFFICERS),
            new Post("independent", "Independent Person", Role.INDEPENDENT_PERSONS),
            new Post("adjudicator", "Adjudicating officer", Role.ADJUDICATING_OFFICERS),
            new Post("clerk", "Panel clerk", Role.PANEL_CLERKS),
            new Post("panel-chair", "Panel chair", Role.PANEL_MEMBERS),
            new Post("panel-second", "Panel member two", Role.PANEL_MEMBERS),
            new Post("panel-third", "Panel member three", Role.PANEL_MEMBERS),
            new Post("link-officer", "Link officer", Role.LINK_OFFICERS),
            new Post("service", "Head of service", Role.SERVICES),
            new Post("supervisor", "Supervisor", Role.SUPERVISORS),
            new Post("supervisor-two", "Supervisor two", Role.SUPERVISORS));

    /** Two investigators and three approvers, because nobody approves their own draft, and a reviewer had no part in the decision. */
    private static final List<Post> OMBUDSMAN_POSTS = List.of(
            new Post("intake", "Intake officer", Role.OMBUDSMAN_INTAKE),
            new Post("investigator", "Investigator", Role.OMBUDSMAN_INVESTIGATORS),
            new Post("investigator-two", "Investigator two", Role.OMBUDSMAN_INVESTIGATORS),
            new Post("manager", "Casework manager", Role.OMBUDSMAN_APPROVERS),
            new Post("reviewer", "Reviewer", Role.OMBUDSMAN_APPROVERS),
            new Post("compliance", "Compliance officer", Role.OMBUDSMAN_COMPLIANCE),
            new Post("supervisor", "Supervisor", Role.SUPERVISORS),
            new Post("supervisor-two", "Supervisor two", Role.SUPERVISORS));

    private final IdentityService identity;

    Councils(IdentityService identity) {
        this.identity = identity;
    }

    private record Post(String suffix, String title, Role role) {}

    /** Makes the councils and their people, where they are missing, all with the same password. */
    public void make(String password) {
        NAMES.forEach((id, name) -> {
            if (identity.createTenantQuery().tenantId(id).count() == 0) {
                var tenant = identity.newTenant(id);
                tenant.setName(name);
                identity.saveTenant(tenant);
            }
            (id.equals(OMBUDSMAN) ? OMBUDSMAN_POSTS : POSTS).forEach(post -> person(id, post, password));
        });
        if (identity.createUserQuery().userId("process-owner").count() == 0) {
            save("process-owner", "Process owner", "", password);
            identity.createMembership("process-owner", Role.PROCESS_OWNERS.group());
        }
    }

    private void person(String council, Post post, String password) {
        var id = council + "-" + post.suffix();
        if (identity.createUserQuery().userId(id).count() == 0) {
            save(id, post.title(), "(" + NAMES.get(council).replaceFirst(" (County )?Council$|Local Government and Social Care ", "") + ")", password);
            identity.createMembership(id, post.role().group());
            identity.createTenantUserMembership(council, id);
        }
    }

    private void save(String id, String firstName, String lastName, String password) {
        var user = identity.newUser(id);
        user.setFirstName(firstName);
        user.setLastName(lastName);
        user.setPassword(password);
        identity.saveUser(user);
    }
}
