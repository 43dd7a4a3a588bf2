package org.redress.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.identity.ApiTokens;
import org.redress.identity.Turns;
import org.redress.testing.AtOnce;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds for accounts holds for two administrators at the same moment too: the second one looks when the first has finished. */
@ProductTest
class AccountsAtOnceTests {
    private static final String SECOND = "second-administrator";
    private static final String NEWCOMER = "kent-newcomer";

    @Autowired private Office office;
    @Autowired private IdentityService identity;
    @Autowired private Turns turns;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcTemplate database;
    @Autowired private ApiTokens tokens;
    @Autowired private Clock clock;

    @BeforeEach
    void thereAreTwoAdministratorsAndANewcomer() {
        make(SECOND);
        identity.createMembership(SECOND, "camunda-admin");
        make(NEWCOMER);
    }

    @AfterEach
    void theyLeave() {
        office.signOut();
        if (identity.createUserQuery().userId("nobody").memberOfGroup("camunda-admin").count() == 0) {
            identity.createMembership("nobody", "camunda-admin");
        }
        identity.deleteUser(SECOND);
        identity.deleteUser(NEWCOMER);
    }

    @Test
    void keepOneAdministratorWhenTwoTakeEachOthersRole() {
        var said = AtOnce.run(transaction, database, () -> as("nobody", () -> identity.deleteMembership(SECOND, "camunda-admin")),
                () -> as(SECOND, () -> identity.deleteMembership("nobody", "camunda-admin")));

        assertThat(said).containsExactly("", "nobody is the last administrator, and somebody has to be one.");
        assertThat(administrators()).isEqualTo(1);
    }

    @Test
    void keepOneAdministratorWhenTwoDeleteEachOther() {
        var said = AtOnce.run(transaction, database, () -> as("nobody", () -> identity.deleteUser(SECOND)),
                () -> as(SECOND, () -> identity.deleteMembership("nobody", "camunda-admin")));

        assertThat(said).containsExactly("", "nobody is the last administrator, and somebody has to be one.");
        assertThat(administrators()).isEqualTo(1);
    }

    @Test
    void makeNobodyAdministratorAndSupervisor() {
        var said = AtOnce.run(transaction, database, () -> as("nobody", () -> identity.createMembership(NEWCOMER, "supervisors")),
                () -> as(SECOND, () -> identity.createMembership(NEWCOMER, "camunda-admin")));

        assertThat(said).containsExactly("", "Who administers accounts does not work on cases: kent-newcomer needs a second account for it.");
        assertThat(identity.createGroupQuery().groupMember(NEWCOMER).list()).extracting("id").containsExactly("supervisors");
    }

    @Test
    void makeNobodyAdministratorAtACouncil() {
        var said = AtOnce.run(transaction, database, () -> as("nobody", () -> identity.createMembership(NEWCOMER, "camunda-admin")),
                () -> as(SECOND, () -> identity.createTenantUserMembership("kent", NEWCOMER)));

        assertThat(said).containsExactly("", "Who administers accounts belongs to no council: kent-newcomer needs a second account for it.");
        assertThat(identity.createTenantQuery().userMember(NEWCOMER).count()).isZero();
    }

    @Test
    void workAtOneCouncilOnly() {
        var said = AtOnce.run(transaction, database, () -> as("nobody", () -> identity.createTenantUserMembership("kent", NEWCOMER)),
                () -> as(SECOND, () -> identity.createTenantUserMembership("leicestershire", NEWCOMER)));

        assertThat(said.get(0)).isEmpty();
        assertThat(said.get(1)).startsWith("One account works at one council, or at the Ombudsman: kent-newcomer belongs to kent and needs a second account");
        assertThat(identity.createTenantQuery().userMember(NEWCOMER).list()).extracting("id").containsExactly("kent");
    }

    @ParameterizedTest
    @CsvSource({"responders, ombudsman-approvers", "ombudsman-investigators, complaints-team"})
    void haveRolesOfOneSideOnly(String first, String second) {
        var said = AtOnce.run(transaction, database, () -> as("nobody", () -> identity.createMembership(NEWCOMER, first)),
                () -> as(SECOND, () -> identity.createMembership(NEWCOMER, second)));

        assertThat(said).containsExactly("", "An Ombudsman decides about councils: kent-newcomer has a role of the other side and needs a second account.");
        assertThat(identity.createGroupQuery().groupMember(NEWCOMER).list()).extracting("id").containsExactly(first);
    }

    @Test
    void giveNoRoleOfTheOtherSideToWhoComesToTheOmbudsman() {
        var said = AtOnce.run(transaction, database, () -> as("nobody", () -> identity.createTenantUserMembership("ombudsman", NEWCOMER)),
                () -> as(SECOND, () -> identity.createMembership(NEWCOMER, "complaints-team")));

        assertThat(said.get(0)).isEmpty();
        assertThat(said.get(1)).startsWith("An Ombudsman decides about councils: the people of ombudsman have roles of the other side");
        assertThat(identity.createGroupQuery().groupMember(NEWCOMER).count()).isZero();
    }

    @Test
    void haveEachANameOfTheirOwn() {
        make("kent-other");
        identity.createTenantUserMembership("kent", NEWCOMER);
        identity.createTenantUserMembership("kent", "kent-other");

        var said = AtOnce.run(transaction, database, () -> as("nobody", () -> name(NEWCOMER, "Imogen", "Threlkeld")), () -> as(SECOND, () -> name("kent-other", "Imogen", "Threlkeld")));
        identity.deleteUser("kent-other");

        assertThat(said.get(0)).isEmpty();
        assertThat(said.get(1)).startsWith("Somebody else is known by this name.");
    }

    @Test
    void leaveNoTokenBehindAtTheSameMoment() {
        var lastDay = LocalDate.now(clock).plusDays(5);
        var said = AtOnce.run(transaction, database, () -> as("nobody", () -> identity.deleteUser(NEWCOMER)),
                () -> as(SECOND, () -> tokens.make(NEWCOMER, "a program", lastDay)));

        assertThat(said.get(0)).isEmpty();
        assertThat(said.get(1)).isNotEmpty();
        assertThat(database.queryForObject("select count(*) from api_token where account = ?", Integer.class, NEWCOMER)).isZero();
    }

    @Test
    void takeTurnsInATransactionOnly() {
        assertThatThrownBy(() -> turns.take(Turns.ACCOUNTS)).isInstanceOf(IllegalTransactionStateException.class);
    }

    private void as(String person, Runnable work) {
        office.as(person);
        try {
            work.run();
        } finally {
            office.signOut();
        }
    }

    private void name(String person, String first, String last) {
        var user = identity.createUserQuery().userId(person).singleResult();
        user.setFirstName(first);
        user.setLastName(last);
        identity.saveUser(user);
    }

    private long administrators() {
        return identity.createUserQuery().memberOfGroup("camunda-admin").count();
    }

    private void make(String id) {
        var user = identity.newUser(id);
        user.setFirstName("New");
        user.setLastName("Person");
        user.setPassword(Office.PASSWORD);
        identity.saveUser(user);
    }
}
