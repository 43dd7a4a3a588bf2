package org.redress.identity;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.util.ResourceTypeUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

/** The engine's rights are those of the list, after every start, and docs/security.md has the same table. */
@ProductTest
class GrantsTests {
    private static final List<String> OURS = Stream.concat(Arrays.stream(Role.values()).map(Role::group), Stream.of(Groups.CAMUNDA_ADMIN)).toList();

    @Autowired
    private Rights rights;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private FilterService filters;

    @Autowired
    private Office office;

    @BeforeEach
    void nobodyIsSignedIn() {
        office.signOut();
    }

    @Test
    void areThoseOfTheTableInTheDocumentation() throws IOException {
        assertThat(actual()).hasSizeGreaterThan(35);
        assertThat(documented()).as("docs/security.md, Roles and rights; it would be\n" + String.join("\n", actual()))
                .containsExactlyInAnyOrderElementsOf(actual());
    }

    @Test
    void giveNobodyEverything() {
        assertThat(authorizations.createAuthorizationQuery().list()).hasSizeGreaterThan(60)
                .noneMatch(right -> right.getAuthorizationType() != Authorization.AUTH_TYPE_GRANT)
                .noneMatch(right -> right.isEveryPermissionGranted());
    }

    @Test
    void letAdministratorsTouchNothingOfTheCases() {
        var accounts = Set.of("APPLICATION", "USER", "GROUP", "GROUP_MEMBERSHIP", "TENANT", "TENANT_MEMBERSHIP", "FILTER", "AUTHORIZATION");

        assertThat(Grants.all()).filteredOn(grant -> grant.group().equals(Groups.CAMUNDA_ADMIN)).hasSizeGreaterThan(5)
                .allMatch(grant -> accounts.contains(grant.resource().name()));
    }

    @Test
    void areCorrectedAtTheNextStart() {
        var before = actual();
        plant("supervisors", null, Resources.PROCESS_INSTANCE, "*", Permissions.ALL);
        plant("responders", null, Resources.DEPLOYMENT, "*", Permissions.CREATE);
        plant(Groups.CAMUNDA_ADMIN, null, Resources.TASK, "*", Permissions.ALL);
        plant(null, "somebody-who-left", Resources.PROCESS_DEFINITION, "*", Permissions.READ);
        plant(null, "kent-officer", Resources.TASK, "*", Permissions.READ);
        var own = authorizations.createAuthorizationQuery().userIdIn("kent-officer").resourceType(Resources.USER).singleResult();
        own.addPermission(Permissions.ALL);
        authorizations.saveAuthorization(own);
        var everybody = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        everybody.setResource(Resources.BATCH);
        everybody.setResourceId("*");
        everybody.addPermission(Permissions.READ);
        authorizations.saveAuthorization(everybody);
        var taken = authorizations.createAuthorizationQuery().groupIdIn("panel-clerks").resourceType(Resources.APPLICATION).singleResult();
        authorizations.deleteAuthorization(taken.getId());

        rights.run(new DefaultApplicationArguments());

        assertThat(actual()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(authorizations.createAuthorizationQuery().userIdIn("somebody-who-left").count()).isZero();
        assertThat(authorizations.createAuthorizationQuery().authorizationId(own.getId()).singleResult().isPermissionGranted(Permissions.DELETE)).isFalse();
        assertThat(authorizations.createAuthorizationQuery().authorizationType(Authorization.AUTH_TYPE_GLOBAL).count()).isZero();
        assertThat(authorizations.createAuthorizationQuery().userIdIn("kent-officer").resourceType(Resources.TASK).resourceId("*").count()).isZero();
    }

    @Test
    void leaveWhatAnInstallationHasGivenItsOwnGroups() {
        plant("visitors", null, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        try {
            rights.run(new DefaultApplicationArguments());

            assertThat(authorizations.createAuthorizationQuery().groupIdIn("visitors").count()).isEqualTo(1);
        } finally {
            authorizations.createAuthorizationQuery().groupIdIn("visitors").list().forEach(right -> authorizations.deleteAuthorization(right.getId()));
        }
    }

    private void plant(String group, String user, Resource resource, String id, Permission permission) {
        var known = group == null ? null : authorizations.createAuthorizationQuery().groupIdIn(group).resourceType(resource).resourceId(id).singleResult();
        var right = known == null ? authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT) : known;
        if (known == null) {
            right.setGroupId(group);
            right.setUserId(user);
            right.setResource(resource);
            right.setResourceId(id);
        }
        right.addPermission(permission);
        authorizations.saveAuthorization(right);
    }

    /** What the engine has for our groups, as rows of the table; what it gives with a task or to members of a group is left out. */
    private List<String> actual() {
        return authorizations.createAuthorizationQuery().groupIdIn(OURS.toArray(String[]::new)).list().stream()
                .map(right -> (AuthorizationEntity) right)
                .filter(right -> right.getResourceType() != Resources.TASK.resourceType() || right.getResourceId().equals("*"))
                .filter(right -> right.getResourceType() != Resources.GROUP.resourceType() || right.getResourceId().equals("*"))
                .filter(right -> right.getResourceType() != Resources.FILTER.resourceType() || !name(right).startsWith("A test's"))
                .collect(groupingBy(right -> ResourceTypeUtil.getResourceByType(right.getResourceType()) + " | " + name(right) + " | " + permissions(right),
                        mapping(AuthorizationEntity::getGroupId, toList())))
                .entrySet().stream()
                .flatMap(same -> groups(same.getValue()).map(group -> "| " + group + " | " + same.getKey() + " |"))
                .sorted().toList();
    }

    /** What every role may is told once. */
    private static Stream<String> groups(List<String> groups) {
        var roles = Arrays.stream(Role.values()).map(Role::group).toList();
        return groups.containsAll(roles) ? Stream.concat(Stream.of("every role"), groups.stream().filter(group -> !roles.contains(group))) : groups.stream();
    }

    private String name(AuthorizationEntity right) {
        boolean filter = right.getResourceType() == Resources.FILTER.resourceType() && !right.getResourceId().equals("*");
        return filter ? filters.getFilter(right.getResourceId()).getName() : right.getResourceId();
    }

    private static String permissions(AuthorizationEntity right) {
        return Arrays.stream(right.getPermissions(ResourceTypeUtil.getPermissionsByResourceType(right.getResourceType())))
                .map(Permission::getName).filter(name -> !name.equals("NONE")).sorted().distinct().collect(joining(", "));
    }

    private static List<String> documented() throws IOException {
        var section = Files.readString(Path.of("docs/security.md")).split("\n## Roles and rights\n")[1].split("\n## ")[0];
        return section.lines().filter(line -> Stream.concat(OURS.stream(), Stream.of("every role")).anyMatch(group -> line.startsWith("| " + group + " |")))
                .toList();
    }
}
