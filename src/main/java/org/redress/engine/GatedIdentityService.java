package org.redress.engine;

import java.util.List;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.AuthorizationException;
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
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.NullUnmarked;

/** The engine's identity service, for administrators who keep accounts and get no rights over cases by it. */
@NullUnmarked
class GatedIdentityService extends IdentityServiceImpl {
    private final AccountGate gate;

    GatedIdentityService(AccountGate gate) {
        this.gate = gate;
    }

    /** Whoever is named in the restriction of a case belongs to its tenant too, however they come in, and to those of cases that are about others. */
    @Override
    public void setAuthentication(String userId, List<String> groups, List<String> tenantIds) {
        super.setAuthentication(userId, groups, userId == null || tenantIds == null ? tenantIds : gate.tenants(userId, tenantIds));
    }

    @Override
    public void saveGroup(Group group) {
        change(new SaveGroupCmd(group), (inside, then) -> gate.saveGroup(inside, group, then));
    }

    /** The engine asks people who are signed in for their password once more, where they change one; its own check would count in their row, and lock it. */
    @Override
    public boolean checkPassword(String userId, String password) {
        var person = Person.of(getCurrentAuthentication());
        return person == null ? super.checkPassword(userId, password) : gate.checkOwnPassword(person, userId, String.valueOf(password));
    }

    @Override
    public void createMembership(String userId, String groupId) {
        change(new CreateMembershipCmd(userId, groupId), (inside, then) -> gate.join(inside, userId, groupId, then));
    }

    @Override
    public void deleteMembership(String userId, String groupId) {
        change(new DeleteMembershipCmd(userId, groupId), (inside, then) -> gate.leave(inside, userId, groupId, then));
        gate.mayDoLess(userId);
    }

    @Override
    public void createTenantUserMembership(String tenantId, String userId) {
        change(new CreateTenantUserMembershipCmd(tenantId, userId), (inside, then) -> gate.joinTenant(inside, tenantId, userId, then));
    }

    @Override
    public void deleteTenantUserMembership(String tenantId, String userId) {
        change(new DeleteTenantUserMembershipCmd(tenantId, userId), (inside, then) -> gate.leaveTenant(inside, tenantId, userId, then));
        gate.mayDoLess(userId);
    }

    /** A role in one council would be the role of every council's people. */
    @Override
    public void createTenantGroupMembership(String tenantId, String groupId) {
        throw closed(gate.noGroupsInTenants());
    }

    @Override
    public void deleteGroup(String groupId) {
        change(new DeleteGroupCmd(groupId), (inside, then) -> gate.deleteGroup(inside, groupId, then));
    }

    @Override
    public void deleteUser(String userId) {
        change(new DeleteUserCmd(userId), (inside, then) -> gate.deleteUser(inside, userId, then));
    }

    /** Whoever saves an account hears which rule its password does not keep; whoever only asks gets the answer. */
    @Override
    public PasswordPolicyResult checkPasswordAgainstPolicy(PasswordPolicy policy, String candidatePassword, User user) {
        var result = super.checkPasswordAgainstPolicy(policy, candidatePassword, user);
        if (Context.getCommandContext() != null) {
            gate.refuse(result, candidatePassword);
        }
        return result;
    }

    /** To save an account changes it, and it may have to be saved once more: each time as it was read. */
    @Override
    public void saveUser(User user) {
        var entity = (UserEntity) user;
        int revision = entity.getRevision();
        var password = entity.getPassword();
        var salt = entity.getSalt();
        change(new SaveUserCmd(user), (inside, then) -> {
            entity.setRevision(revision);
            entity.setDbPassword(password);
            entity.setSalt(salt);
            gate.saveUser(inside, user, then);
        });
    }

    /** Its cases would belong to nobody. */
    @Override
    public void deleteTenant(String tenantId) {
        throw closed(gate.noTenantDeleted());
    }

    private void change(Command<?> engines, BiConsumer<Inside, Runnable> ours) {
        commandExecutor.execute(context -> {
            ours.accept(new Inside(context), () -> engines.execute(context));
            return null;
        });
    }

    private AuthorizationException closed(String sentence) {
        return commandExecutor.execute(context -> {
            throw new AuthorizationException(sentence);
        });
    }
}
