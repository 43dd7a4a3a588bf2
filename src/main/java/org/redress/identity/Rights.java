package org.redress.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.redress.engine.Inside;
import org.redress.identity.Grants.Grant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the roles, their Tasklist filters and their rights at every start, and takes away what is not in {@link Grants}. */
@Component
@Order(10)
class Rights implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(Rights.class);

    /** The rights of these come and go with tasks, accounts and memberships, and the engine keeps them. */
    private static final Set<Resources> OF_THE_ENGINE = Set.of(Resources.TASK, Resources.USER, Resources.GROUP, Resources.TENANT);

    /** A filter's property: who says what stands on the cards. */
    private static final String CARDS = "cards";
    private static final String CARDS_OURS = "redress";

    private static final Grant OWN_ACCOUNT = new Grant("everybody", Resources.USER, "their own account", List.of(Permissions.READ, Permissions.UPDATE));

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
        }
        makeFilters();
        correct();
    }

    /** What waits for somebody else is in the way of nobody until its bring-forward day; then it is work like any other. */
    private void makeFilters() {
        filter("My tasks", 10, "Claimed by me", tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}").followUpBeforeOrNotExistentExpression("${now()}"));
        filter("My groups' tasks", 20, "Waiting for somebody in my groups",
                tasks.createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}").followUpBeforeOrNotExistentExpression("${now()}"));
        filter("Due today", 30, "Due by the end of today", tasks.createTaskQuery()
                .dueAfterExpression("${dateTime().withTimeAtStartOfDay()}")
                .dueBeforeExpression("${dateTime().withTimeAtStartOfDay().plusDays(1)}"));
        filter("Overdue", 40, "Their day is over", tasks.createTaskQuery().dueBeforeExpression("${now()}"));
        filter("Due in five working days", 50, "Due from today to the end of the fifth working day", tasks.createTaskQuery()
                .dueAfterExpression("${dateTime().withTimeAtStartOfDay()}")
                .dueBeforeExpression("${workingDays.after(5)}"));
        filter("Waiting for somebody else", 60, "Come back on their bring-forward day", tasks.createTaskQuery().followUpAfterExpression("${now()}"));
        filter("All of my council", 70, "Every open task of the council", tasks.createTaskQuery());
    }

    /** Makes a filter of ours, and brings one that an earlier version made up to date; one that an administrator has changed stays theirs. */
    private void filter(String name, int priority, String description, TaskQuery query) {
        var found = filters.createTaskFilterQuery().filterName(name).list().stream().findFirst();
        if (found.isEmpty() || !CARDS_OURS.equals(found.get().getProperties().get(CARDS)) && asWasMade(found.get())) {
            var filter = found.orElseGet(() -> filters.newTaskFilter(name));
            filter.setQuery(query);
            // the cards say themselves what they are about, so that nobody's name is among the engine's variables
            filter.setProperties(Map.of("priority", priority, "description", description, "refresh", true, "showUndefinedVariable", false, "variables", List.of(), CARDS, CARDS_OURS));
            filters.saveFilter(filter);
        }
    }

    private static boolean asWasMade(Filter filter) {
        return filter.getProperties().get("variables") instanceof Collection<?> shown && shown.size() == TaskCards.SHOWN.size();
    }

    /** Brings the engine's rights to what is listed: adds, changes and takes away. */
    private void correct() {
        var wanted = new HashMap<String, Grant>();
        Grants.all().forEach(grant -> wanted.put(key(grant.group(), grant.resource(), id(grant)), grant));
        var ours = Arrays.stream(Role.values()).map(Role::group).collect(Collectors.toCollection(HashSet::new));
        ours.add(Groups.CAMUNDA_ADMIN);
        for (var resource : Resources.values()) {
            for (var right : existing(resource)) {
                var grant = right.getAuthorizationType() == Authorization.AUTH_TYPE_GRANT
                        ? wanted.remove(key(right.getGroupId(), resource, right.getResourceId())) : null;
                if (grant != null) {
                    change(right, grant);
                } else if (resource == Resources.USER && right.getResourceId().equals(right.getUserId())) {
                    change(right, OWN_ACCOUNT);
                } else if (!stays(right, resource, ours)) {
                    LOG.warn("Takes away a right that is not listed: {} had one on {} {}.",
                            right.getGroupId() == null ? "somebody" : right.getGroupId(), resource.resourceName(), right.getResourceId());
                    authorizations.deleteAuthorization(right.getId());
                }
            }
        }
        wanted.values().forEach(this::add);
    }

    /** All rights to a kind of thing; to tasks only those to all of them, because there are many and they go with their task. */
    private List<Authorization> existing(Resources resource) {
        var query = authorizations.createAuthorizationQuery().resourceType(resource);
        return (resource == Resources.TASK ? query.resourceId("*") : query).list();
    }

    /**
     * Groups that an installation has made keep what they have, but nobody has a right in person, except to what the engine gives it
     * to: the own account, the own council, the own filter; and filters are shared by hand.
     */
    private static boolean stays(Authorization right, Resources resource, Set<String> ours) {
        boolean granted = right.getAuthorizationType() == Authorization.AUTH_TYPE_GRANT;
        boolean toAll = "*".equals(right.getResourceId());
        if (resource == Resources.FILTER) {
            return granted && !toAll;
        }
        return granted && !toAll && OF_THE_ENGINE.contains(resource) || granted && right.getGroupId() != null && !ours.contains(right.getGroupId());
    }

    private void change(Authorization right, Grant grant) {
        int listed = grant.permissions().stream().mapToInt(Permission::getValue).reduce(0, (one, other) -> one | other);
        if (Inside.bits(right) != listed) {
            LOG.warn("Corrects the rights of {} on {} {}.", grant.group(), grant.resource().resourceName(), grant.id());
            right.setPermissions(grant.permissions().toArray(Permission[]::new));
            authorizations.saveAuthorization(right);
        }
    }

    private void add(Grant grant) {
        var right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setGroupId(grant.group());
        right.setResource(grant.resource());
        right.setResourceId(id(grant));
        right.setPermissions(grant.permissions().toArray(Permission[]::new));
        authorizations.saveAuthorization(right);
    }

    private String id(Grant grant) {
        if (grant.resource() != Resources.FILTER || grant.id().equals("*")) {
            return grant.id();
        }
        return filters.createFilterQuery().filterName(grant.id()).list().stream().map(Filter::getId).findFirst().orElseThrow();
    }

    private static String key(String group, Resources resource, String id) {
        return group + " " + resource + " " + id;
    }
}
