package org.redress.identity;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.TASK_ASSIGN;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the roles, what they may do, and their Tasklist filters, at every start and only what is missing. */
@Component
@Order(10)
class Rights implements ApplicationRunner {
    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;

    Rights(IdentityService identity, AuthorizationService authorizations, FilterService filters, TaskService tasks) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.filters = filters;
        this.tasks = tasks;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (var role : Role.values()) {
            if (identity.createGroupQuery().groupId(role.group()).count() == 0) {
                var group = identity.newGroup(role.group());
                group.setName(role.title());
                group.setType("WORKFLOW");
                identity.saveGroup(group);
            }
            grant(role, Resources.APPLICATION, "tasklist", ACCESS);
        }
        for (var process : List.of("complaint", "case-event")) {
            grant(Role.COMPLAINTS_TEAM, Resources.PROCESS_DEFINITION, process, READ, CREATE_INSTANCE);
            grant(Role.SUPERVISORS, Resources.PROCESS_DEFINITION, process, CREATE_INSTANCE);
        }
        for (var process : List.of("legal-hold", "retention-review")) {
            grant(Role.SUPERVISORS, Resources.PROCESS_DEFINITION, process, CREATE_INSTANCE);
        }
        mayStart(Role.LINK_OFFICERS, "ombudsman-letter");
        mayStart(Role.OMBUDSMAN_INTAKE, "ombudsman-case", "ombudsman-event");
        mayStart(Role.OMBUDSMAN_INVESTIGATORS, "ombudsman-event");
        mayStart(Role.OMBUDSMAN_APPROVERS, "ombudsman-event");
        mayStart(Role.OMBUDSMAN_COMPLIANCE, "ombudsman-event");
        grant(Role.COMPLAINTS_TEAM, Resources.PROCESS_INSTANCE, "*", CREATE);
        grant(Role.SUPERVISORS, Resources.PROCESS_INSTANCE, "*", CREATE, READ);
        grant(Role.SUPERVISORS, Resources.APPLICATION, "cockpit", ACCESS);
        grant(Role.SUPERVISORS, Resources.PROCESS_DEFINITION, "*", READ, READ_INSTANCE);
        grant(Role.SUPERVISORS, Resources.DECISION_DEFINITION, "*", READ);
        grant(Role.SUPERVISORS, Resources.TASK, "*", READ, TASK_ASSIGN);
        grant(Role.PROCESS_OWNERS, Resources.APPLICATION, "cockpit", ACCESS);
        grant(Role.PROCESS_OWNERS, Resources.PROCESS_DEFINITION, "*", READ);
        grant(Role.PROCESS_OWNERS, Resources.DECISION_DEFINITION, "*", READ);
        makeFilters();
    }

    private void mayStart(Role role, String... processes) {
        for (var process : processes) {
            grant(role, Resources.PROCESS_DEFINITION, process, READ, CREATE_INSTANCE);
        }
        grant(role, Resources.PROCESS_INSTANCE, "*", CREATE);
    }

    private void makeFilters() {
        filter("My tasks", 10, "Claimed by me", tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"), Role.values());
        filter("My groups' tasks", 20, "Waiting for somebody in my groups",
                tasks.createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}"), Role.values());
        filter("Due today", 30, "Due by the end of today", tasks.createTaskQuery()
                .dueAfterExpression("${dateTime().withTimeAtStartOfDay()}")
                .dueBeforeExpression("${dateTime().withTimeAtStartOfDay().plusDays(1)}"), Role.values());
        filter("Overdue", 40, "Their day is over", tasks.createTaskQuery().dueBeforeExpression("${now()}"), Role.values());
        filter("All of my council", 50, "Every open task of the council", tasks.createTaskQuery(), Role.SUPERVISORS);
    }

    private void filter(String name, int priority, String description, TaskQuery query, Role... readers) {
        if (filters.createFilterQuery().filterName(name).count() == 0) {
            var filter = filters.newTaskFilter(name);
            filter.setQuery(query);
            filter.setProperties(Map.of("priority", priority, "description", description, "refresh", true,
                    "showUndefinedVariable", false,
                    "variables", TaskCards.SHOWN.entrySet().stream()
                            .map(shown -> Map.of("name", shown.getKey(), "label", shown.getValue())).toList()));
            filters.saveFilter(filter);
        }
        var id = filters.createFilterQuery().filterName(name).singleResult().getId();
        for (var reader : readers) {
            grant(reader, Resources.FILTER, id, READ);
        }
    }

    private void grant(Role role, Resource resource, String id, Permission... permissions) {
        boolean known = authorizations.createAuthorizationQuery().groupIdIn(role.group()).resourceType(resource).resourceId(id).count() > 0;
        if (known) {
            return;
        }
        var grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(role.group());
        grant.setResource(resource);
        grant.setResourceId(id);
        for (var permission : permissions) {
            grant.addPermission(permission);
        }
        authorizations.saveAuthorization(grant);
    }
}
