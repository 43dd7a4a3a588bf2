package org.redress.gate;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.jspecify.annotations.Nullable;
import org.redress.identity.Role;
import org.redress.identity.Services;

/**
 * What holds for accounts beyond the engine's rights: nobody gives a role to themselves, who administers works on no case, roles and
 * councils stay, and the last administrator too.
 */
final class AccountRules {
    private static final Set<String> ROLES = Arrays.stream(Role.values()).map(Role::group).collect(Collectors.toUnmodifiableSet());

    private AccountRules() {}

    static void refuseUnlessAdministrator(CommandContext context, String sentence) {
        var person = context.getAuthentication();
        if (person != null && (person.getGroupIds() == null || !person.getGroupIds().contains(Groups.CAMUNDA_ADMIN))) {
            throw new AuthorizationException(sentence);
        }
    }

    static void refuseJoining(CommandContext context, @Nullable String user, @Nullable String group) {
        refuseOneself(context, user);
        boolean administrator = Groups.CAMUNDA_ADMIN.equals(group) || groups(context, user).contains(Groups.CAMUNDA_ADMIN);
        boolean works = works(String.valueOf(group)) || groups(context, user).stream().anyMatch(AccountRules::works);
        if (administrator && works) {
            throw new AuthorizationException("Who administers accounts does not work on cases: " + user + " needs a second account for it.");
        }
    }

    static void refuseJoiningCouncil(CommandContext context, @Nullable String user) {
        refuseOneself(context, user);
        if (groups(context, user).contains(Groups.CAMUNDA_ADMIN)) {
            throw new AuthorizationException("Who administers accounts belongs to no council: " + user + " needs a second account for it.");
        }
    }

    private static boolean works(String group) {
        return ROLES.contains(group) || Services.isGroup(group);
    }

    static void refuseRole(@Nullable String group) {
        if (Services.isGroup(String.valueOf(group))) {
            throw new AuthorizationException("The group " + group + " is a service; it ends when it is taken away from its council on the page Councils.");
        }
        if (ROLES.contains(String.valueOf(group)) || Groups.CAMUNDA_ADMIN.equals(group)) {
            throw new AuthorizationException("The group " + group + " is a role of the product; the models name it, so it stays.");
        }
    }

    /** The last administrator stays: without one the engine would offer whoever comes first to become it. */
    static void refuseLastAdministrator(CommandContext context, @Nullable String user) {
        if (context.getAuthentication() != null && administrators(context).equals(List.of(String.valueOf(user)))) {
            throw new AuthorizationException(user + " is the last administrator, and somebody has to be one.");
        }
    }

    /** Rights are a list of the product (docs/security.md); by hand an administrator shares a filter, and nothing else. */
    static void refuseAnythingButFilters(CommandContext context, @Nullable Authorization right) {
        if (context.getAuthentication() != null && !sharesAFilter(right)) {
            throw new AuthorizationException("Rights come with the roles and are not given by hand; only who sees a filter is.");
        }
    }

    private static boolean sharesAFilter(@Nullable Authorization right) {
        if (!(right instanceof AuthorizationEntity grant) || grant.getAuthorizationType() != Authorization.AUTH_TYPE_GRANT
                || grant.getResourceType() != Resources.FILTER.resourceType()) {
            return false;
        }
        return Arrays.stream(grant.getPermissions(Permissions.values())).allMatch(p -> p == Permissions.READ || p == Permissions.NONE);
    }

    /** What a person had the right to goes with their account, so that nobody inherits it with the same id. */
    static void forget(CommandContext context, String user) {
        context.runWithoutAuthorization(() -> {
            context.getProcessEngineConfiguration().getAuthorizationService().createAuthorizationQuery().userIdIn(user).list()
                    .forEach(right -> context.getAuthorizationManager().delete((AuthorizationEntity) right));
            return null;
        });
    }

    private static void refuseOneself(CommandContext context, @Nullable String user) {
        if (context.getAuthentication() != null && String.valueOf(user).equals(context.getAuthenticatedUserId())) {
            throw new AuthorizationException("Nobody gives a role to themselves; another administrator does.");
        }
    }

    private static List<String> groups(CommandContext context, @Nullable String user) {
        return user == null ? List.of() : context.runWithoutAuthorization(() -> context.getReadOnlyIdentityProvider().createGroupQuery(context)
                .groupMember(user).list().stream().map(Group::getId).toList());
    }

    private static List<String> administrators(CommandContext context) {
        return context.runWithoutAuthorization(() -> context.getReadOnlyIdentityProvider().createUserQuery(context)
                .memberOfGroup(Groups.CAMUNDA_ADMIN).list().stream().map(User::getId).toList());
    }
}
