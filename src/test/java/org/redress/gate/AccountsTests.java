package org.redress.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.identity.TooManyTries;
import org.redress.testing.Answers;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Administrators keep accounts; they see no case, work on none, and cannot give themselves the rights to. */
@ProductTest
class AccountsTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final String NEWCOMER = "kent-newcomer";

    @Autowired
    private Office office;

    @Autowired
    private IdentityService identity;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private HistoryService history;

    @Autowired
    private JdbcTemplate database;

    private String task;

    @BeforeEach
    void kentHasAComplaint() {
        office.on(MON_2026_06_01);
        task = office.task(office.receive("kent", Map.of()), "Acknowledge complaint").getId();
        office.as("nobody");
    }

    @AfterEach
    void theNewcomerLeaves() {
        office.signOut();
        identity.deleteUser(NEWCOMER);
    }

    @Test
    void letsAnAdministratorMakeAnAccountWithARoleAtACouncil() {
        makeNewcomer();
        identity.createMembership(NEWCOMER, "complaints-team");
        identity.createTenantUserMembership("kent", NEWCOMER);

        office.as(NEWCOMER);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
        office.as("nobody");
        identity.deleteMembership(NEWCOMER, "complaints-team");
        identity.deleteTenantUserMembership("kent", NEWCOMER);
        office.as(NEWCOMER);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();
    }

    @Test
    void showsAnAdministratorNoCase() {
        assertThat(tasks.createTaskQuery().count()).isZero();
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
        assertThat(runtime.createVariableInstanceQuery().count()).isZero();
        assertThat(runtime.createIncidentQuery().count()).isZero();
        assertThat(repository.createProcessDefinitionQuery().count()).isZero();
        assertThat(repository.createDeploymentQuery().count()).isZero();
        assertThat(history.createHistoricProcessInstanceQuery().count()).isZero();
        assertThat(history.createHistoricTaskInstanceQuery().count()).isZero();
        assertThat(history.createHistoricVariableInstanceQuery().count()).isZero();
        assertThat(history.createHistoricDecisionInstanceQuery().count()).isZero();
        assertThatThrownBy(() -> tasks.getVariables(task)).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> tasks.claim(task, "nobody")).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> tasks.complete(task, Answers.acknowledge(MON_2026_06_01))).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> tasks.setAssignee(task, "kent-officer")).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void letsNobodyGiveARoleToThemselves() {
        nothingChanges(() -> {
            assertThatThrownBy(() -> identity.createMembership("nobody", "supervisors")).hasMessage("Nobody gives a role to themselves; another administrator does.");
            assertThatThrownBy(() -> identity.createTenantUserMembership("kent", "nobody")).hasMessage("Nobody gives a role to themselves; another administrator does.");
            assertThatThrownBy(() -> identity.createTenantGroupMembership("kent", "camunda-admin")).isInstanceOf(AuthorizationException.class);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"kent-officer", "kent-supervisor", "process-owner"})
    void letsNobodyElseKeepAccounts(String user) {
        office.as(user);

        nothingChanges(() -> {
            assertThatThrownBy(() -> identity.createMembership("kent-manager", "approvers")).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> identity.createMembership(user, "camunda-admin")).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> identity.deleteMembership("kent-clerk", "panel-clerks")).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> identity.createTenantUserMembership("leicestershire", "kent-manager")).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> identity.saveUser(identity.newUser(NEWCOMER))).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> identity.deleteUser("kent-clerk")).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> identity.deleteUser(user)).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> identity.saveGroup(identity.newGroup("friends"))).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> identity.saveTenant(identity.newTenant("elsewhere"))).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> identity.unlockUser("kent-clerk")).isInstanceOf(AuthorizationException.class);
        });
        assertThat(identity.createUserQuery().listPage(0, 100)).extracting(found -> found.getId()).isSubsetOf(user);
    }

    @Test
    void keepsWhoAdministersAwayFromCases() {
        makeNewcomer();
        identity.createMembership(NEWCOMER, "approvers");

        assertThatThrownBy(() -> identity.createMembership(NEWCOMER, "camunda-admin"))
                .hasMessage("Who administers accounts does not work on cases: kent-newcomer needs a second account for it.");
        identity.deleteMembership(NEWCOMER, "approvers");
        identity.createMembership(NEWCOMER, "camunda-admin");
        assertThatThrownBy(() -> identity.createMembership(NEWCOMER, "approvers"))
                .hasMessage("Who administers accounts does not work on cases: kent-newcomer needs a second account for it.");
        assertThatThrownBy(() -> identity.createTenantUserMembership("kent", NEWCOMER))
                .hasMessage("Who administers accounts belongs to no council: kent-newcomer needs a second account for it.");

        identity.deleteMembership(NEWCOMER, "camunda-admin");
        identity.createTenantUserMembership("kent", NEWCOMER);
        assertThatThrownBy(() -> identity.createMembership(NEWCOMER, "camunda-admin"))
                .hasMessage("Who administers accounts belongs to no council: kent-newcomer belongs to kent and needs a second account, or leaves there first.");
    }

    @Test
    void letsSomebodyWithANameFromBeforeARuleChangeTheirPassword() {
        makeNewcomer();
        database.update("update ACT_ID_USER set FIRST_ = ? where ID_ = ?", "x".repeat(150), NEWCOMER);
        office.as(NEWCOMER);
        var account = identity.createUserQuery().userId(NEWCOMER).singleResult();
        account.setPassword("Long-Enough-2");

        identity.saveUser(account);

        assertThat(identity.checkPassword(NEWCOMER, "Long-Enough-2")).isTrue();
        var again = identity.createUserQuery().userId(NEWCOMER).singleResult();
        again.setLastName("y".repeat(150));
        assertThatThrownBy(() -> identity.saveUser(again)).hasMessage("A name or address of a person has at most 100 characters.");
    }

    @Test
    void takesTheRightPasswordOfSomebodyElseForAWrongOneOfTheirOwn() {
        makeNewcomer();
        office.as(NEWCOMER);

        assertThat(identity.checkPassword(NEWCOMER, "Long-Enough-1")).isTrue();
        for (int i = 0; i < 5; i++) {
            assertThat(identity.checkPassword("kent-officer", Office.PASSWORD)).isFalse();
        }
        assertThatThrownBy(() -> identity.checkPassword("kent-officer", Office.PASSWORD)).isInstanceOf(TooManyTries.class);
    }

    @Test
    void keepsRolesCouncilsAndTheLastAdministrator() {
        nothingChanges(() -> {
            assertThatThrownBy(() -> identity.deleteGroup("supervisors")).hasMessage("The group supervisors is a role of the product; the models name it, so it stays.");
            assertThatThrownBy(() -> identity.deleteGroup("camunda-admin")).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> identity.deleteTenant("kent")).hasMessage("A council stays: its cases would belong to nobody.");
            assertThatThrownBy(() -> identity.deleteUser("nobody")).hasMessage("nobody is the last administrator, and somebody has to be one.");
            assertThatThrownBy(() -> identity.deleteMembership("nobody", "camunda-admin")).hasMessage("nobody is the last administrator, and somebody has to be one.");
        });
    }

    @Test
    void givesNoRightsByHand() {
        var one = authorizations.createAuthorizationQuery().groupIdIn("supervisors").resourceType(Resources.TASK).resourceId("*").singleResult();

        nothingChanges(() -> {
            for (var resource : List.of(Resources.TASK, Resources.PROCESS_INSTANCE, Resources.PROCESS_DEFINITION, Resources.DEPLOYMENT, Resources.AUTHORIZATION)) {
                assertThatThrownBy(() -> authorizations.saveAuthorization(right("nobody", resource)))
                        .hasMessage("Rights come with the roles and are not given by hand; only who sees a filter is.");
            }
            one.addPermission(Permissions.DELETE);
            assertThatThrownBy(() -> authorizations.saveAuthorization(one)).isInstanceOf(AuthorizationException.class);
            // one that was another right before
            one.setResource(Resources.FILTER);
            one.setPermissions(new Permission[] {Permissions.READ});
            assertThatThrownBy(() -> authorizations.saveAuthorization(one)).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> authorizations.deleteAuthorization(one.getId())).isInstanceOf(AuthorizationException.class);
        });
        office.as("kent-officer");
        nothingChanges(() -> assertThatThrownBy(() -> authorizations.saveAuthorization(right("kent-officer", Resources.FILTER))).isInstanceOf(AuthorizationException.class));
    }

    @Test
    void forgetsTheRightsOfADeletedAccount() {
        makeNewcomer();
        identity.createMembership(NEWCOMER, "complaints-team");
        identity.createTenantUserMembership("kent", NEWCOMER);
        office.signOut();
        tasks.setAssignee(task, NEWCOMER);
        var planted = right(NEWCOMER, Resources.PROCESS_INSTANCE);
        authorizations.saveAuthorization(planted);
        office.as("nobody");

        identity.deleteUser(NEWCOMER);

        office.signOut();
        assertThat(authorizations.createAuthorizationQuery().userIdIn(NEWCOMER).list()).isEmpty();
    }

    @Test
    void letsPeopleReadAndChangeOnlyTheirOwnAccount() {
        makeNewcomer();
        var own = authorizations.createAuthorizationQuery().userIdIn(NEWCOMER).singleResult();

        assertThat(own.isPermissionGranted(Permissions.READ)).isTrue();
        assertThat(own.isPermissionGranted(Permissions.UPDATE)).isTrue();
        assertThat(own.isPermissionGranted(Permissions.DELETE)).isFalse();
        assertThat(own.isEveryPermissionGranted()).isFalse();
    }

    private void makeNewcomer() {
        var user = identity.newUser(NEWCOMER);
        user.setPassword("Long-Enough-1");
        identity.saveUser(user);
    }

    private Authorization right(String user, Resources resource) {
        var right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setUserId(user);
        right.setResource(resource);
        right.setResourceId("*");
        right.addPermission(Permissions.READ);
        return right;
    }

    private void nothingChanges(Runnable attempt) {
        var before = Tables.all(database);

        attempt.run();

        assertThat(Tables.changed(database, before)).isEmpty();
    }
}
