package org.redress.replay;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.redress.council.Councils;
import org.redress.council.CouncilsFromFiles;
import org.redress.council.Profile;
import org.redress.identity.Role;
import org.springframework.stereotype.Component;

/** The councils of the published cases and their Ombudsman, and one person for each role in each, for the demonstration and for replays. */
@Component
public class PublishedCouncils {
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

    private final CouncilsFromFiles files;
    private final Councils councils;
    private final IdentityService identity;

    PublishedCouncils(CouncilsFromFiles files, Councils councils, IdentityService identity) {
        this.files = files;
        this.councils = councils;
        this.identity = identity;
    }

    private record Post(String suffix, String title, Role role) {}

    /** Makes the councils and their people, where they are missing, all with the same password. */
    public void make(String password) {
        files.addPublished().forEach(id -> people(councils.find(id).orElseThrow(), password));
        if (identity.createUserQuery().userId("process-owner").count() == 0) {
            save("process-owner", "Process owner", "", password);
            identity.createMembership("process-owner", Role.PROCESS_OWNERS.group());
        }
    }

    /** Makes one person for each role of a council, or of an Ombudsman, where they are missing. */
    public void people(Profile council, String password) {
        (council.ombudsman() ? OMBUDSMAN_POSTS : POSTS).forEach(post -> person(council, post, password));
    }

    private void person(Profile council, Post post, String password) {
        var id = council.id() + "-" + post.suffix();
        if (identity.createUserQuery().userId(id).count() == 0) {
            save(id, post.title(), "(" + council.name().replaceFirst(" (County )?Council$|Local Government and Social Care ", "") + ")", password);
            identity.createMembership(id, post.role().group());
            identity.createTenantUserMembership(council.id(), id);
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
