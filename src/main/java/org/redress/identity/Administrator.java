package org.redress.identity;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the administrator at the first start from {@code redress.admin.id} and {@code redress.admin.password}, and refuses to start
 * without one: the engine would offer whoever comes first a page to become administrator.
 */
@Component
@Order(5)
public class Administrator implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(Administrator.class);

    private final IdentityService identity;
    private final Turns turns;
    private final TransactionTemplate transaction;
    private final String id;
    private final String password;

    Administrator(IdentityService identity, Turns turns, TransactionTemplate transaction, @Value("${redress.admin.id:}") String id, @Value("${redress.admin.password:}") String password) {
        this.identity = identity;
        this.turns = turns;
        this.transaction = transaction;
        this.id = id;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (exists()) {
            return;
        }
        if (id.isBlank() || password.isBlank()) {
            throw new StartRefused("There is no administrator yet: start once with redress.admin.id and redress.admin.password"
                    + " (or REDRESS_ADMIN_ID and REDRESS_ADMIN_PASSWORD), or with the profile demo to look around.");
        }
        boolean known = identity.createUserQuery().userId(id).count() > 0;
        if (known && !isLeftAlone()) {
            throw new StartRefused("There is no administrator, and " + id + " (redress.admin.id) is the account of somebody else: start once with an id that no account has.");
        }
        var result = identity.checkPasswordAgainstPolicy(password, identity.newUser(id));
        if (!known && !result.isValid()) {
            throw new StartRefused("The administrator's password (redress.admin.password) is too weak: at least 10 characters, with a small letter,"
                    + " a capital, a digit and a sign, and nothing of the user's own name." + PasswordRules.ofOurs(result, password).map(why -> " " + why).orElse(""));
        }
        make(id, password);
    }

    /** Whether the account has this password, and no role and no council: an administrator's whose start was interrupted, or who lost the role. */
    private boolean isLeftAlone() {
        return identity.createGroupQuery().groupMember(id).count() == 0 && identity.createTenantQuery().userMember(id).count() == 0 && identity.checkPassword(id, password);
    }

    /** Whether somebody administers this installation. */
    public boolean exists() {
        return identity.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() > 0;
    }

    /** Makes an administrator where there is none, with the group where it is missing; its rights are made with those of the roles. */
    public void make(String id, String password) {
        // of two nodes that start at once the second finds the administrator of the first
        transaction.executeWithoutResult(status -> {
            turns.take(Turns.ACCOUNTS);
            if (!exists()) {
                makeGroup();
                if (identity.createUserQuery().userId(id).count() == 0) {
                    makeAccount(id, password);
                } else {
                    LOG.warn("{} had lost the role of an administrator, and has it again.", id);
                }
                identity.createMembership(id, Groups.CAMUNDA_ADMIN);
            }
        });
    }

    private void makeGroup() {
        if (identity.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).count() == 0) {
            var group = identity.newGroup(Groups.CAMUNDA_ADMIN);
            group.setName("Administrators");
            group.setType(Groups.GROUP_TYPE_SYSTEM);
            identity.saveGroup(group);
        }
    }

    private void makeAccount(String id, String password) {
        var user = identity.newUser(id);
        user.setFirstName("Administrator");
        user.setLastName("");
        user.setPassword(password);
        identity.saveUser(user);
    }
}
