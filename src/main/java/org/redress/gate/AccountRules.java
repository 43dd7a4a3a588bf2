package org.redress.gate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.redress.engine.Inside;
import org.redress.identity.Role;
import org.redress.identity.Services;

/**
 * What holds for accounts beyond the engine's rights: nobody gives a role to themselves, who administers works on no case, one account
 * works at one council or at the Ombudsman, roles and councils stay, and the last administrator too.
 */
final class AccountRules {
    private static final Set<String> ROLES = Arrays.stream(Role.values()).map(Role::group).collect(Collectors.toUnmodifiableSet());

    private AccountRules() {}

    static void refuseUnlessAdministrator(Inside inside, String sentence) {
        var person = inside.person();
        if (person != null && !person.groups().contains(Groups.CAMUNDA_ADMIN)) {
            throw new AuthorizationException(sentence);
        }
    }

    static void refuseJoining(Inside inside, @Nullable String user, @Nullable String group) {
        refuseOneself(inside, user);
        boolean administrator = Groups.CAMUNDA_ADMIN.equals(group) || groups(inside, user).contains(Groups.CAMUNDA_ADMIN);
        boolean works = works(String.valueOf(group)) || groups(inside, user).stream().anyMatch(AccountRules::works);
        if (administrator && works) {
            throw new AuthorizationException("Who administers accounts does not work on cases: " + user + " needs a second account for it.");
        }
        if (Groups.CAMUNDA_ADMIN.equals(group) && !councils(inside, user).isEmpty()) {
            throw new AuthorizationException("Who administers accounts belongs to no council: " + user + " belongs to " + String.join(" and ", councils(inside, user))
                    + " and needs a second account, or leaves there first.");
        }
        refuseTwoSides(inside, user, String.valueOf(group));
    }

    static void refuseJoiningCouncil(Inside inside, @Nullable String user, @Nullable String council) {
        refuseOneself(inside, user);
        var groups = groups(inside, user);
        if (groups.contains(Groups.CAMUNDA_ADMIN)) {
            throw new AuthorizationException("Who administers accounts belongs to no council: " + user + " needs a second account for it.");
        }
        var others = councils(inside, user).stream().filter(other -> !other.equals(council)).toList();
        if (!others.isEmpty() && !groups.equals(List.of(Role.PROCESS_OWNERS.group()))) {
            throw new AuthorizationException("One account works at one council, or at the Ombudsman: " + user + " belongs to " + String.join(" and ", others)
                    + " and needs a second account, or leaves there first. Only an account that has no role but that of a process owner belongs to several.");
        }
        groups.stream().map(AccountRules::side).flatMap(Optional::stream).forEach(side -> refuseOtherSide(inside, user, List.of(String.valueOf(council)), side));
    }

    /** An Ombudsman decides about councils, so one account works for one of the two; supervisors and process owners there are on both sides. */
    private static void refuseTwoSides(Inside inside, @Nullable String user, String group) {
        var councils = councils(inside, user);
        if (works(group) && councils.size() > 1 && !group.equals(Role.PROCESS_OWNERS.group())) {
            throw new AuthorizationException("One account works at one council, or at the Ombudsman: " + user + " belongs to " + String.join(" and ", councils)
                    + ", as a process owner may; take them out of all but one first.");
        }
        side(group).ifPresent(side -> {
            if (groups(inside, user).stream().flatMap(other -> side(other).stream()).anyMatch(other -> other != side)) {
                throw new AuthorizationException("An Ombudsman decides about councils: " + user + " has a role of the other side and needs a second account.");
            }
            refuseOtherSide(inside, user, councils, side);
        });
    }

    private static void refuseOtherSide(Inside inside, @Nullable String user, List<String> councils, Side side) {
        var others = Arrays.stream(Role.values()).map(Role::group).filter(role -> side(role).filter(one -> one != side).isPresent()).toList();
        boolean other = inside.unchecked(() -> councils.stream().anyMatch(council -> others.stream().anyMatch(role ->
                inside.users().memberOfTenant(council).memberOfGroup(role).list().stream()
                        .anyMatch(one -> !one.getId().equals(user)))));
        if (other) {
            throw new AuthorizationException("An Ombudsman decides about councils: the people of " + String.join(" and ", councils)
                    + " have roles of the other side, and " + user + " needs an account there for this one.");
        }
    }

    /** Of which of the two a role is; none for those that both have. */
    private static Optional<Side> side(String group) {
        if (!works(group) || group.equals(Role.SUPERVISORS.group()) || group.equals(Role.PROCESS_OWNERS.group())) {
            return Optional.empty();
        }
        return Optional.of(group.startsWith("ombudsman-") ? Side.OMBUDSMAN : Side.COUNCIL);
    }

    private enum Side { COUNCIL, OMBUDSMAN }

    private static boolean works(String group) {
        return ROLES.contains(group) || Services.isGroup(group);
    }

    /** A group that the product names is made and named by it; what models and people read is its name. */
    static void refuseNamingARole(Inside inside, Group group) {
        if (byHand(inside) && (works(group.getId()) || Groups.CAMUNDA_ADMIN.equals(group.getId()))) {
            throw new AuthorizationException("The group " + group.getId() + " comes with the product or with a council, and so does its name.");
        }
    }

    /** Whether a person does this by hand, and not the product on their request. */
    static boolean byHand(Inside inside) {
        return inside.person() != null && inside.asksForRights();
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
    static void refuseLastAdministrator(Inside inside, @Nullable String user) {
        if (inside.person() != null && administrators(inside).equals(List.of(String.valueOf(user)))) {
            throw new AuthorizationException(user + " is the last administrator, and somebody has to be one.");
        }
    }

    /** Rights are a list of the product (docs/security.md); by hand an administrator shares a filter, and nothing else. */
    static void refuseAnythingButFilters(Inside inside, @Nullable Authorization right) {
        if (inside.person() != null && !sharesAFilter(right)) {
            throw new AuthorizationException("Rights come with the roles and are not given by hand; only who sees a filter is.");
        }
    }

    private static boolean sharesAFilter(@Nullable Authorization right) {
        if (right == null || right.getAuthorizationType() != Authorization.AUTH_TYPE_GRANT || right.getResourceType() != Resources.FILTER.resourceType()) {
            return false;
        }
        return Arrays.stream(right.getPermissions(Permissions.values())).allMatch(p -> p == Permissions.READ || p == Permissions.NONE);
    }

    /** What a person had the right to goes with their account, so that nobody inherits it with the same id. */
    static void forget(Inside inside, String user) {
        inside.unchecked(() -> {
            inside.forgetRights(user);
            return null;
        });
    }

    private static void refuseOneself(Inside inside, @Nullable String user) {
        if (inside.person() != null && String.valueOf(user).equals(inside.user())) {
            throw new AuthorizationException("Nobody gives a role to themselves; another administrator does.");
        }
    }

    static List<String> groups(Inside inside, @Nullable String user) {
        return user == null ? List.of() : inside.unchecked(() -> inside.groups()
                .groupMember(user).list().stream().map(Group::getId).toList());
    }

    static List<String> councils(Inside inside, @Nullable String user) {
        return user == null ? List.of() : inside.unchecked(() -> inside.tenants()
                .userMember(user).list().stream().map(Tenant::getId).toList());
    }

    private static List<String> administrators(Inside inside) {
        return inside.unchecked(() -> inside.users()
                .memberOfGroup(Groups.CAMUNDA_ADMIN).list().stream().map(User::getId).toList());
    }
}
