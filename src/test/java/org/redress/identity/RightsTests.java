package org.redress.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.replay.PublishedCouncils;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

/** What the roles may do, made at every start and only where it is missing. */
@ProductTest
class RightsTests {
    @Autowired
    private Rights rights;

    @Autowired
    private PublishedCouncils councils;

    @Autowired
    private Administrator administrator;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private IdentityService identity;

    @Autowired
    private FilterService filters;

    @Test
    void makesNothingTwice() {
        var grants = grants();
        var groups = identity.createGroupQuery().count();
        var users = identity.createUserQuery().count();
        var saved = filters.createFilterQuery().count();

        rights.run(new DefaultApplicationArguments());
        councils.make("another password");
        administrator.run(new DefaultApplicationArguments());

        assertThat(grants()).isEqualTo(grants).isNotEmpty().doesNotHaveDuplicates();
        assertThat(identity.createGroupQuery().count()).isEqualTo(groups);
        assertThat(identity.createUserQuery().count()).isEqualTo(users);
        assertThat(filters.createFilterQuery().count()).isEqualTo(saved);
        assertThat(identity.checkPassword("kent-clerk", Office.PASSWORD)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void givesEveryRoleItsGroupTasklistAndFilters(Role role) {
        var group = identity.createGroupQuery().groupId(role.group()).singleResult();

        assertThat(group).isNotNull().extracting(Group::getName).isEqualTo(role.title());
        assertThat(may(role, Permissions.ACCESS, Resources.APPLICATION, "tasklist")).isTrue();
        assertThat(Stream.of("My tasks", "My groups' tasks", "Due today", "Overdue", "Due in five working days", "Waiting for somebody else")).allMatch(name -> may(role, Permissions.READ, Resources.FILTER, filter(name)));
        assertThat(may(role, Permissions.READ, Resources.FILTER, filter("All of my council"))).isEqualTo(role == Role.SUPERVISORS);
    }

    @ParameterizedTest
    @EnumSource
    void letsNoRoleChangeCasesModelsOrRights(Role role) {
        var changing = List.of(Permissions.UPDATE, Permissions.DELETE, Permissions.UPDATE_INSTANCE, Permissions.DELETE_INSTANCE,
                Permissions.UPDATE_TASK, Permissions.DELETE_HISTORY, Permissions.READ_HISTORY);
        var resources = List.of(Resources.PROCESS_DEFINITION, Resources.PROCESS_INSTANCE, Resources.TASK, Resources.AUTHORIZATION, Resources.DEPLOYMENT,
                Resources.USER, Resources.GROUP, Resources.GROUP_MEMBERSHIP, Resources.TENANT_MEMBERSHIP, Resources.FILTER, Resources.BATCH);

        for (var resource : resources) {
            for (var permission : changing.stream().filter(p -> Arrays.asList(p.getTypes()).contains(resource)).toList()) {
                assertThat(may(role, permission, resource, "*")).as("%s may %s %s", role, permission, resource).isFalse();
            }
        }
        assertThat(may(role, TaskPermissions.UPDATE_VARIABLE, Resources.TASK, "*")).isFalse();
        assertThat(may(role, ProcessInstancePermissions.UPDATE_VARIABLE, Resources.PROCESS_INSTANCE, "*")).isFalse();
        assertThat(may(role, Permissions.CREATE, Resources.DEPLOYMENT, "*")).isFalse();
        assertThat(may(role, Permissions.CREATE, Resources.AUTHORIZATION, "*")).isFalse();
        assertThat(may(role, Permissions.CREATE, Resources.FILTER, "*")).isFalse();
        assertThat(may(role, Permissions.CREATE, Resources.USER, "*")).isFalse();
    }

    @Test
    void letsOnlyTheComplaintsTeamAndSupervisorsStartSomething() {
        assertThat(Role.values()).filteredOn(role -> may(role, Permissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, "complaint"))
                .containsExactly(Role.COMPLAINTS_TEAM, Role.SUPERVISORS);
        assertThat(Role.values()).filteredOn(role -> may(role, Permissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, "*")).isEmpty();
    }

    @Test
    void letsOnlySupervisorsGiveTasksToOthers() {
        assertThat(Role.values()).filteredOn(role -> may(role, Permissions.TASK_ASSIGN, Resources.TASK, "*")).containsExactly(Role.SUPERVISORS);
        assertThat(Role.values()).filteredOn(role -> may(role, Permissions.TASK_WORK, Resources.TASK, "*")).isEmpty();
    }

    private List<String> grants() {
        return authorizations.createAuthorizationQuery().list().stream()
                .map(a -> a.getAuthorizationType() + " " + a.getUserId() + " " + a.getGroupId() + " " + a.getResourceType() + " " + a.getResourceId())
                .sorted().toList();
    }

    private boolean may(Role role, Permission permission, Resource resource, String id) {
        return authorizations.isUserAuthorized("nobody in particular", List.of(role.group()), permission, resource, id);
    }

    private String filter(String name) {
        return filters.createFilterQuery().filterName(name).list().stream().map(Filter::getId).findFirst().orElseThrow();
    }
}
