package org.redress.identity;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.DELETE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.TASK_ASSIGN;
import static org.camunda.bpm.engine.authorization.Permissions.UPDATE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.AUTHORIZATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;
import static org.camunda.bpm.engine.authorization.Resources.GROUP;
import static org.camunda.bpm.engine.authorization.Resources.GROUP_MEMBERSHIP;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.TASK;
import static org.camunda.bpm.engine.authorization.Resources.TENANT;
import static org.camunda.bpm.engine.authorization.Resources.TENANT_MEMBERSHIP;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;

/**
 * Who may do what, all of it: one row for each group and resource, and the engine has exactly these after every start. What follows
 * from a task (its candidates read it and work on it) the engine adds itself. A filter stands here with its name.
 */
final class Grants {
    private static final List<Grant> ALL = new ArrayList<>();

    static {
        for (var role : Role.values()) {
            grant(role.group(), APPLICATION, "tasklist", ACCESS);
            for (var filter : List.of("My tasks", "My groups' tasks", "Due today", "Overdue", "Due in five working days", "Waiting for somebody else")) {
                grant(role.group(), FILTER, filter, READ);
            }
        }
        starts(Role.COMPLAINTS_TEAM, "complaint", "service-request", "case-event", "link-cases", "taking-up", "course-correction", "correction", "people-change", "contact-restriction", "hand-over", "answer-finding", "service-duty", "disclosure");
        starts(Role.LINK_OFFICERS, "ombudsman-letter", "wrong-file", "correction");
        starts(Role.OMBUDSMAN_INTAKE, "ombudsman-case", "ombudsman-event", "ombudsman-taking-up", "correction", "people-change", "link-cases", "course-correction", "answer-finding");
        starts(Role.OMBUDSMAN_INVESTIGATORS, "ombudsman-event", "correction", "people-change", "course-correction", "answer-finding");
        starts(Role.OMBUDSMAN_APPROVERS, "ombudsman-event", "correction", "hand-over", "course-correction");
        starts(Role.OMBUDSMAN_COMPLIANCE, "ombudsman-event", "correction");
        starts(Role.PROCESS_OWNERS, "move-cases");
        // whoever works on cases can be away
        for (var role : Role.values()) {
            if (role != Role.PROCESS_OWNERS && role != Role.SUPERVISORS) {
                starts(role, "leave");
            }
        }

        // sees everything of the council, gives tasks to others, lets failed work run again, and extends deadlines by a case event
        var supervisors = Role.SUPERVISORS.group();
        grant(supervisors, APPLICATION, "cockpit", ACCESS);
        grant(supervisors, FILTER, "All of my council", READ);
        grant(supervisors, PROCESS_DEFINITION, "*", READ, READ_INSTANCE, RETRY_JOB);
        grant(supervisors, PROCESS_DEFINITION, "complaint", CREATE_INSTANCE);
        grant(supervisors, PROCESS_DEFINITION, "service-request", CREATE_INSTANCE);
        grant(supervisors, PROCESS_DEFINITION, "case-event", CREATE_INSTANCE);
        grant(supervisors, PROCESS_DEFINITION, "wrong-file", CREATE_INSTANCE);
        grant(supervisors, PROCESS_DEFINITION, "disclosure", CREATE_INSTANCE);
        grant(supervisors, PROCESS_DEFINITION, "taking-up", CREATE_INSTANCE);
        grant(supervisors, PROCESS_DEFINITION, "correction", CREATE_INSTANCE);
        grant(supervisors, PROCESS_DEFINITION, "people-change", CREATE_INSTANCE);
        grant(supervisors, PROCESS_DEFINITION, "contact-restriction", CREATE_INSTANCE);
        grant(supervisors, PROCESS_DEFINITION, "answer-finding", CREATE_INSTANCE);
        grant(supervisors, PROCESS_DEFINITION, "service-duty", CREATE_INSTANCE);
        grant(supervisors, PROCESS_DEFINITION, "hand-over", CREATE_INSTANCE);
        grant(supervisors, PROCESS_DEFINITION, "leave", CREATE_INSTANCE);
        grant(supervisors, PROCESS_DEFINITION, "course-correction", CREATE_INSTANCE);
        grant(supervisors, PROCESS_DEFINITION, "legal-hold", CREATE_INSTANCE);
        grant(supervisors, PROCESS_DEFINITION, "case-restriction", CREATE_INSTANCE);
        grant(supervisors, PROCESS_DEFINITION, "link-cases", CREATE_INSTANCE);
        grant(supervisors, PROCESS_DEFINITION, "retention-review", CREATE_INSTANCE);
        grant(supervisors, PROCESS_INSTANCE, "*", CREATE, READ);
        grant(supervisors, DECISION_DEFINITION, "*", READ);
        grant(supervisors, TASK, "*", READ, TASK_ASSIGN);

        // instances only of councils to which the process owner belongs
        var owners = Role.PROCESS_OWNERS.group();
        grant(owners, APPLICATION, "cockpit", ACCESS);
        grant(owners, PROCESS_DEFINITION, "*", READ, READ_INSTANCE);
        grant(owners, DECISION_DEFINITION, "*", READ);

        // keeps accounts and filters, and sees no case
        var administrators = Groups.CAMUNDA_ADMIN;
        grant(administrators, APPLICATION, "admin", ACCESS);
        grant(administrators, APPLICATION, "tasklist", ACCESS);
        grant(administrators, USER, "*", READ, CREATE, UPDATE, DELETE);
        grant(administrators, GROUP, "*", READ, CREATE, UPDATE, DELETE);
        grant(administrators, GROUP_MEMBERSHIP, "*", CREATE, DELETE);
        // tenants come with the councils, which have a page of their own
        grant(administrators, TENANT, "*", READ);
        grant(administrators, TENANT_MEMBERSHIP, "*", CREATE, DELETE);
        grant(administrators, FILTER, "*", READ, CREATE, UPDATE, DELETE);
        // to share filters; the gate refuses every other right
        grant(administrators, AUTHORIZATION, "*", READ, CREATE, UPDATE, DELETE);
    }

    private Grants() {}

    /** One row. */
    record Grant(String group, Resources resource, String id, List<Permission> permissions) {}

    static List<Grant> all() {
        return List.copyOf(ALL);
    }

    private static void starts(Role role, String... processes) {
        for (var process : processes) {
            grant(role.group(), PROCESS_DEFINITION, process, READ, CREATE_INSTANCE);
        }
        grant(role.group(), PROCESS_INSTANCE, "*", CREATE);
    }

    private static void grant(String group, Resources resource, String id, Permission... permissions) {
        var grant = new Grant(group, resource, id, List.of(permissions));
        if (!ALL.contains(grant)) {
            ALL.add(grant);
        }
    }
}
