package org.redress.engine;

import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.PasswordPolicyResult;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the engine's identity, authorization and filter services, whoever calls them. Where the engine then does something, {@code then} does it: what throws before it keeps it
 * from being done, and both are one transaction.
 */
public interface AccountGate {
    /** The tenants that count for somebody who signs in with these. */
    List<String> tenants(String userId, List<String> tenants);

    void saveGroup(Inside inside, Group group, Runnable then);

    /** Whether this is the password of an account, as somebody who is signed in says. */
    boolean checkOwnPassword(Person person, String userId, String password);

    void join(Inside inside, String userId, String groupId, Runnable then);

    void leave(Inside inside, String userId, String groupId, Runnable then);

    /** After the transaction in which a role or a council was taken from somebody. */
    void mayDoLess(String userId);

    void joinTenant(Inside inside, String tenantId, String userId, Runnable then);

    void leaveTenant(Inside inside, String tenantId, String userId, Runnable then);

    /** Why no group joins a tenant as a whole. */
    String noGroupsInTenants();

    void deleteGroup(Inside inside, String groupId, Runnable then);

    void deleteUser(Inside inside, String userId, Runnable then);

    /** What was found of a new password, which is about to be saved. */
    void refuse(PasswordPolicyResult result, String password);

    /** Saves an account; {@code then} leaves it with the password as it is kept. */
    void saveUser(Inside inside, User user, Runnable then);

    /** Why no tenant is deleted by hand. */
    String noTenantDeleted();

    /** Gives a right; {@code before} is that right as it was, if it changes. */
    void saveRight(Inside inside, Authorization right, @Nullable Authorization before, Runnable then);

    void deleteRight(Inside inside, @Nullable Authorization right, Runnable then);

    void saveFilter(Inside inside, Filter filter, Runnable then);

    void deleteFilter(Inside inside, String filterId, Runnable then);
}
