package org.redress.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.testing.AtOnce;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The first start makes the administrator, once, and takes nobody's account for it. */
@ProductTest
class AdministratorTests {
    private static final String FIRST = "first-administrator";

    @Autowired private IdentityService identity;
    @Autowired private Turns turns;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcTemplate database;

    @BeforeEach
    void nobodyAdministers() {
        identity.deleteMembership("nobody", Groups.CAMUNDA_ADMIN);
    }

    @AfterEach
    void somebodyDoes() {
        identity.deleteUser(FIRST);
        identity.createMembership("nobody", Groups.CAMUNDA_ADMIN);
    }

    @Test
    void isNotTheAccountOfSomebodyElse() {
        assertThatThrownBy(() -> start("kent-officer")).isInstanceOf(StartRefused.class)
                .hasMessage("There is no administrator, and kent-officer (redress.admin.id) is the account of somebody else: start once with an id that no account has.");
    }

    @Test
    void hasTheRoleAgainThatWasLostWithoutItsAccount() {
        var user = identity.newUser(FIRST);
        user.setFirstName("Administrator");
        user.setPassword(Office.PASSWORD);
        identity.saveUser(user);

        assertThatThrownBy(() -> new Administrator(identity, turns, transaction, FIRST, "Somebody-2-else").run(new DefaultApplicationArguments())).isInstanceOf(StartRefused.class)
                .hasMessageContaining("is the account of somebody else");
        start(FIRST);

        assertThat(identity.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).list()).extracting("id").containsExactly(FIRST);
    }

    @Test
    void hasAPasswordThatNobodyGuesses() {
        assertThatThrownBy(() -> new Administrator(identity, turns, transaction, FIRST, "1").run(new DefaultApplicationArguments())).isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("The administrator's password (redress.admin.password) is too weak: at least 10 characters, with a small letter, a capital, a digit and a sign, and nothing of the user's own name.");
    }

    @Test
    void isMadeOnceWhenTwoNodesStart() {
        var said = AtOnce.run(transaction, database, () -> start(FIRST), () -> start(FIRST));

        assertThat(said).containsExactly("", "");
        assertThat(identity.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).list()).extracting("id").containsExactly(FIRST);
    }

    private void start(String id) {
        new Administrator(identity, turns, transaction, id, Office.PASSWORD).run(new DefaultApplicationArguments());
    }
}
