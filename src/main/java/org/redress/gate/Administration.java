package org.redress.gate;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.PasswordPolicyResult;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.NullUnmarked;
import org.redress.engine.AccountGate;
import org.redress.engine.Inside;
import org.redress.engine.KeptAccount;
import org.redress.engine.Person;
import org.redress.engine.QueryExpressions;
import org.redress.identity.AccessChange.Kind;
import org.redress.identity.Accounts;
import org.redress.identity.AddressWatch;
import org.redress.identity.ApiTokens;
import org.redress.identity.PasswordRules;
import org.redress.identity.PasswordTries;
import org.redress.identity.RestrictedCases;
import org.redress.identity.SecondFactors;
import org.redress.identity.ServiceMembers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What administrators do with accounts, filters and who sees these; they get no rights over cases by it. What changes there may leave work to nobody, or to somebody again, and each change
 * has its entry.
 */
@Component
@NullUnmarked
class Administration implements AccountGate {
    /** No account has this name. */
    private static final String NOBODY = "?";

    private final Assignment assignment;
    private final ServiceMembers services;
    private final ApiTokens tokens;
    private final SecondFactors factors;
    private final PasswordTries tries;
    private final ObjectProvider<Accounts> accounts;
    private final ObjectProvider<RestrictedCases> restricted;
    private final ObjectProvider<KeptApart> apart;
    private final AccountChanges changes;
    private final ObjectProvider<WorkListener> listeners;
    private final ObjectProvider<AddressWatch> addresses;

    Administration(Assignment assignment, ServiceMembers services, ApiTokens tokens, SecondFactors factors, PasswordTries tries, ObjectProvider<Accounts> accounts,
            ObjectProvider<RestrictedCases> restricted, ObjectProvider<KeptApart> apart, AccountChanges changes, ObjectProvider<WorkListener> listeners, ObjectProvider<AddressWatch> addresses) {
        this.assignment = assignment;
        this.services = services;
        this.tokens = tokens;
        this.factors = factors;
        this.tries = tries;
        this.accounts = accounts;
        this.restricted = restricted;
        this.apart = apart;
        this.changes = changes;
        this.listeners = listeners;
        this.addresses = addresses;
    }

    @Override
    public List<String> tenants(String userId, List<String> tenants) {
        return restricted.getObject().tenants(userId, tenants);
    }

    @Override
    public void saveGroup(Inside inside, Group group, Runnable then) {
        AccountRules.refuseNamingARole(inside, group);
        then.run();
    }

    /** The password of anybody else is wrong whatever it is: it is counted, and takes as long. */
    @Override
    public boolean checkOwnPassword(Person person, String userId, String password) {
        return tries.ofOwn(person.id(), () -> accounts.getObject().matches(person.id().equals(userId) ? userId : NOBODY, password));
    }

    @Override
    public void join(Inside inside, String userId, String groupId, Runnable then) {
        changes.takeTurn();
        AccountRules.refuseJoining(inside, userId, groupId);
        assignment.gains(inside, userId);
        then.run();
        services.joined(userId, groupId);
        changes.ofAccount(Kind.ROLE_GIVEN, userId, groupId);
    }

    @Override
    public void leave(Inside inside, String userId, String groupId, Runnable then) {
        changes.takeTurn();
        if (Groups.CAMUNDA_ADMIN.equals(groupId)) {
            AccountRules.refuseLastAdministrator(inside, userId);
        }
        assignment.loses(inside, userId);
        listeners.forEach(listener -> listener.losing(userId, groupId, null));
        then.run();
        services.left(userId, groupId);
        changes.ofAccount(Kind.ROLE_TAKEN, userId, groupId);
    }

    @Override
    public void mayDoLess(String userId) {
        listeners.forEach(listener -> listener.mayDoLess(userId));
    }

    @Override
    public void joinTenant(Inside inside, String tenantId, String userId, Runnable then) {
        changes.takeTurn();
        AccountRules.refuseJoiningCouncil(inside, userId, tenantId);
        then.run();
        changes.joined(inside, userId, tenantId);
        apart.getObject().lookAtPerson(userId);
        assignment.lookAgainAt(tenantId);
    }

    @Override
    public void leaveTenant(Inside inside, String tenantId, String userId, Runnable then) {
        changes.takeTurn();
        assignment.loses(inside, userId);
        listeners.forEach(listener -> listener.losing(userId, null, tenantId));
        then.run();
        changes.left(userId, tenantId);
        apart.getObject().lookAtPerson(userId);
    }

    @Override
    public String noGroupsInTenants() {
        return "People join a council one by one; a group has people of every council.";
    }

    @Override
    public void deleteGroup(Inside inside, String groupId, Runnable then) {
        AccountRules.refuseRole(groupId);
        then.run();
    }

    @Override
    public void deleteUser(Inside inside, String userId, Runnable then) {
        changes.takeTurn();
        AccountRules.refuseLastAdministrator(inside, userId);
        if (userId != null && inside.unchecked(() -> inside.account(userId)) != null) {
            changes.ofAccount(Kind.ACCOUNT_DELETED, userId, null);
        }
        assignment.loses(inside, userId);
        then.run();
        AccountRules.forget(inside, userId);
        services.gone(userId);
        tokens.gone(userId);
        factors.gone(userId);
        listeners.forEach(listener -> listener.forgotten(userId));
        apart.getObject().lookAtPerson(userId);
    }

    @Override
    public void refuse(PasswordPolicyResult result, String password) {
        PasswordRules.refuse(result, password);
    }

    /** Saves an account under the id that it has, with a name that tells its person apart; that there is a new name or password is kept, never what it is. */
    @Override
    public void saveUser(Inside inside, User user, Runnable then) {
        changes.takeTurn();
        SavedAccount.check(inside, user);
        boolean made = KeptAccount.isNew(user);
        var before = KeptAccount.password(user);
        var address = address(inside, user.getId());
        then.run();
        apart.getObject().lookAtPerson(user.getId());
        changes.ofAccount(made ? Kind.ACCOUNT_MADE : Kind.ACCOUNT_CHANGED, user.getId(), null);
        if (!made && !Objects.equals(before, KeptAccount.password(user))) {
            changes.ofAccount(Kind.PASSWORD_SET, user.getId(), null);
        }
        if (!made && !Objects.equals(address, user.getEmail())) {
            addresses.forEach(watch -> watch.addressChanged(user.getId(), address, user.getEmail()));
        }
    }

    private static String address(Inside inside, String userId) {
        var known = inside.unchecked(() -> inside.account(userId));
        return known == null ? null : known.getEmail();
    }

    @Override
    public String noTenantDeleted() {
        return "A council stays: its cases would belong to nobody.";
    }

    @Override
    public void saveRight(Inside inside, Authorization right, Authorization before, Runnable then) {
        AccountRules.refuseAnythingButFilters(inside, right);
        if (right.getId() != null) {
            AccountRules.refuseAnythingButFilters(inside, before);
        }
        then.run();
        noteSharing(Kind.FILTER_SHARED, right);
    }

    @Override
    public void deleteRight(Inside inside, Authorization right, Runnable then) {
        AccountRules.refuseAnythingButFilters(inside, right);
        then.run();
        noteSharing(Kind.FILTER_UNSHARED, right);
    }

    /** Rights of roles are a list of the product, and corrected by it. */
    private void noteSharing(Kind kind, Authorization right) {
        if (right != null && right.getResourceType() == Resources.FILTER.resourceType()) {
            changes.ofSharing(kind, right);
        }
    }

    @Override
    public void saveFilter(Inside inside, Filter filter, Runnable then) {
        AccountRules.refuseUnlessAdministrator(inside, "Filters are saved by administrators.");
        QueryExpressions.refuseUnknown(filter.getQuery());
        then.run();
        changes.ofFilter(Kind.FILTER_SAVED, filter);
    }

    @Override
    public void deleteFilter(Inside inside, String filterId, Runnable then) {
        then.run();
        changes.ofFilter(Kind.FILTER_DELETED, filterId);
    }
}
