package org.redress.gate;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyResult;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTenantUserMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteGroupCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTenantUserMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.cmd.SaveGroupCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.NullUnmarked;
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

/** The engine's identity service, for administrators who keep accounts and get no rights over cases by it. What changes there may leave work to nobody, or to somebody again. */
@NullUnmarked
class GatedIdentityService extends IdentityServiceImpl {
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

    GatedIdentityService(Assignment assignment, ServiceMembers services, ApiTokens tokens, SecondFactors factors, PasswordTries tries, ObjectProvider<Accounts> accounts,
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

    /** Whoever is named in the restriction of a case belongs to its tenant too, however they come in, and to those of cases that are about others. */
    @Override
    public void setAuthentication(String userId, List<String> groups, List<String> tenantIds) {
        super.setAuthentication(userId, groups, userId == null || tenantIds == null ? tenantIds : restricted.getObject().tenants(userId, tenantIds));
    }

    @Override
    public void saveGroup(Group group) {
        commandExecutor.execute(context -> {
            AccountRules.refuseNamingARole(context, group);
            return new SaveGroupCmd(group).execute(context);
        });
    }

    /**
     * The engine asks people who are signed in for their password once more, where they change one; its own check would count in their row, and lock it. The password
     * of anybody else is wrong whatever it is: it is counted, and takes as long.
     */
    @Override
    public boolean checkPassword(String userId, String password) {
        var person = getCurrentAuthentication();
        return person == null ? super.checkPassword(userId, password)
                : tries.ofOwn(person.getUserId(), () -> accounts.getObject().matches(person.getUserId().equals(userId) ? userId : NOBODY, String.valueOf(password)));
    }

    @Override
    public void createMembership(String userId, String groupId) {
        commandExecutor.execute(context -> {
            changes.takeTurn();
            AccountRules.refuseJoining(context, userId, groupId);
            assignment.gains(context, userId);
            var nothing = new CreateMembershipCmd(userId, groupId).execute(context);
            services.joined(userId, groupId);
            changes.ofAccount(Kind.ROLE_GIVEN, userId, groupId);
            return nothing;
        });
    }

    @Override
    public void deleteMembership(String userId, String groupId) {
        commandExecutor.execute(context -> {
            changes.takeTurn();
            if (Groups.CAMUNDA_ADMIN.equals(groupId)) {
                AccountRules.refuseLastAdministrator(context, userId);
            }
            assignment.loses(context, userId);
            listeners.forEach(listener -> listener.losing(userId, groupId, null));
            var nothing = new DeleteMembershipCmd(userId, groupId).execute(context);
            services.left(userId, groupId);
            changes.ofAccount(Kind.ROLE_TAKEN, userId, groupId);
            return nothing;
        });
        listeners.forEach(listener -> listener.mayDoLess(userId));
    }

    @Override
    public void createTenantUserMembership(String tenantId, String userId) {
        commandExecutor.execute(context -> {
            changes.takeTurn();
            AccountRules.refuseJoiningCouncil(context, userId, tenantId);
            var nothing = new CreateTenantUserMembershipCmd(tenantId, userId).execute(context);
            changes.joined(context, userId, tenantId);
            apart.getObject().lookAtPerson(userId);
            assignment.lookAgainAt(tenantId);
            return nothing;
        });
    }

    @Override
    public void deleteTenantUserMembership(String tenantId, String userId) {
        commandExecutor.execute(context -> {
            changes.takeTurn();
            assignment.loses(context, userId);
            listeners.forEach(listener -> listener.losing(userId, null, tenantId));
            var nothing = new DeleteTenantUserMembershipCmd(tenantId, userId).execute(context);
            changes.left(userId, tenantId);
            apart.getObject().lookAtPerson(userId);
            return nothing;
        });
        listeners.forEach(listener -> listener.mayDoLess(userId));
    }

    /** A role in one council would be the role of every council's people. */
    @Override
    public void createTenantGroupMembership(String tenantId, String groupId) {
        throw closed("People join a council one by one; a group has people of every council.");
    }

    @Override
    public void deleteGroup(String groupId) {
        commandExecutor.execute(context -> {
            AccountRules.refuseRole(groupId);
            return new DeleteGroupCmd(groupId).execute(context);
        });
    }

    @Override
    public void deleteUser(String userId) {
        commandExecutor.execute(context -> {
            changes.takeTurn();
            AccountRules.refuseLastAdministrator(context, userId);
            if (exists(context, userId)) {
                changes.ofAccount(Kind.ACCOUNT_DELETED, userId, null);
            }
            assignment.loses(context, userId);
            var nothing = new DeleteUserCmd(userId).execute(context);
            AccountRules.forget(context, userId);
            services.gone(userId);
            tokens.gone(userId);
            factors.gone(userId);
            listeners.forEach(listener -> listener.forgotten(userId));
            apart.getObject().lookAtPerson(userId);
            return nothing;
        });
    }

    /** Whoever saves an account hears which rule its password does not keep; whoever only asks gets the answer. */
    @Override
    public PasswordPolicyResult checkPasswordAgainstPolicy(PasswordPolicy policy, String candidatePassword, User user) {
        var result = super.checkPasswordAgainstPolicy(policy, candidatePassword, user);
        if (Context.getCommandContext() != null) {
            PasswordRules.refuse(result, candidatePassword);
        }
        return result;
    }

    /** Saves an account under the id that it has, with a name that tells its person apart; that there is a new name or password is kept, never what it is. */
    @Override
    public void saveUser(User user) {
        var entity = (UserEntity) user;
        var read = new SavedAccount.Read(entity);
        commandExecutor.execute(context -> {
            read.again(entity);
            changes.takeTurn();
            SavedAccount.check(context, user);
            boolean made = entity.getRevision() == 0;
            var before = entity.getPassword();
            var address = address(context, user.getId());
            var nothing = new SaveUserCmd(user).execute(context);
            apart.getObject().lookAtPerson(user.getId());
            changes.ofAccount(made ? Kind.ACCOUNT_MADE : Kind.ACCOUNT_CHANGED, user.getId(), null);
            if (!made && !Objects.equals(before, entity.getPassword())) {
                changes.ofAccount(Kind.PASSWORD_SET, user.getId(), null);
            }
            if (!made && !Objects.equals(address, user.getEmail())) {
                addresses.forEach(watch -> watch.addressChanged(user.getId(), address, user.getEmail()));
            }
            return nothing;
        });
    }

    private static String address(CommandContext context, String userId) {
        var known = context.runWithoutAuthorization(() -> context.getReadOnlyIdentityProvider().findUserById(userId));
        return known == null ? null : known.getEmail();
    }

    private static boolean exists(CommandContext context, String userId) {
        return userId != null && context.runWithoutAuthorization(() -> context.getReadOnlyIdentityProvider().findUserById(userId)) != null;
    }

    /** Its cases would belong to nobody. */
    @Override
    public void deleteTenant(String tenantId) {
        throw closed("A council stays: its cases would belong to nobody.");
    }

    private AuthorizationException closed(String sentence) {
        return commandExecutor.execute(context -> {
            throw new AuthorizationException(sentence);
        });
    }
}
