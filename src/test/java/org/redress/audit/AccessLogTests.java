package org.redress.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.redress.testing.ReadsEverything;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** The record of changes says who was given what: tasks, accounts, roles, councils, passwords, filters (DAT-01). */
@ProductTest
@Order(ReadsEverything.FIRST)
class AccessLogTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final String NEWCOMER = "kent-newcomer";

    @Autowired private Office office;
    @Autowired private IdentityService identity;
    @Autowired private TaskService tasks;
    @Autowired private FilterService filters;
    @Autowired private JdbcTemplate jdbc;

    private long before;

    @BeforeEach
    void begin() {
        office.on(MON_2026_06_01);
        before = jdbc.queryForObject("select coalesce(max(sequence), 0) from audit", Long.class);
    }

    @AfterEach
    void theNewcomerLeaves() {
        office.signOut();
        identity.deleteUser(NEWCOMER);
    }

    @Test
    void saysWhoWasGivenATaskByWhom() {
        var reference = office.receive("kent", Map.of());
        var task = office.task(reference, "Acknowledge complaint").getId();
        office.as("kent-officer");
        tasks.claim(task, "kent-officer");
        tasks.setAssignee(task, null);
        office.as("kent-supervisor");
        tasks.setAssignee(task, "kent-officer");
        tasks.setAssignee(task, null);

        assertThat(said("who || ' ' || changed || ' ' || concerns || ' ' || council || ' ' || reference || ' ' || task")).containsExactly(
                "kent-officer task-given kent-officer kent " + reference + " Acknowledge complaint", "kent-officer task-given-back kent-officer kent " + reference + " Acknowledge complaint",
                "kent-supervisor task-given kent-officer kent " + reference + " Acknowledge complaint",
                "kent-supervisor task-given-back kent-officer kent " + reference + " Acknowledge complaint");
    }

    @Test
    void saysWhatAnAdministratorDidToAnAccount() {
        office.as("nobody");
        makeNewcomer();
        identity.createTenantUserMembership("kent", NEWCOMER);
        identity.createMembership(NEWCOMER, "supervisors");
        var user = identity.createUserQuery().userId(NEWCOMER).singleResult();
        user.setPassword("Somebody-2-else");
        identity.saveUser(user);
        identity.deleteMembership(NEWCOMER, "supervisors");
        identity.deleteTenantUserMembership("kent", NEWCOMER);
        identity.deleteUser(NEWCOMER);

        assertThat(said("who || ' ' || changed || ' ' || concerns || ' ' || coalesce(council, '-')")).containsExactly(
                "nobody account-made kent-newcomer -", "nobody council-joined kent kent-newcomer kent", "nobody role-given supervisors kent-newcomer kent",
                "nobody account-changed kent-newcomer kent", "nobody password-set kent-newcomer kent", "nobody role-taken supervisors kent-newcomer kent",
                "nobody council-left kent kent-newcomer kent", "nobody account-deleted kent-newcomer -");
        assertThat(said("*")).noneMatch(entry -> entry.contains("Somebody-2"));
    }

    /** A role that was given before counts at the council from then on, and its supervisors see it. */
    @Test
    void saysWithWhichRolesSomebodyComesToACouncil() {
        office.as("nobody");
        makeNewcomer();
        identity.createMembership(NEWCOMER, "supervisors");
        identity.createMembership(NEWCOMER, "approvers");
        identity.createTenantUserMembership("kent", NEWCOMER);

        assertThat(said("changed || ' at ' || coalesce(council, '-')")).containsExactly("account-made at -", "role-given supervisors at -", "role-given approvers at -",
                "council-joined kent approvers supervisors at kent");
    }

    @Test
    void saysWhoSavedAndDeletedAFilter() {
        office.as("nobody");
        var filter = filters.newTaskFilter("Words of an administrator");
        filter.setQuery(tasks.createTaskQuery());
        var id = filters.saveFilter(filter).getId();
        filters.deleteFilter(id);

        assertThat(said("who || ' ' || changed")).contains("nobody filter-saved " + id, "nobody filter-deleted " + id);
        assertThat(said("*")).noneMatch(entry -> entry.contains("Words"));
    }

    @Test
    void keepsNothingOfWhatWasRefused() {
        office.as("nobody");

        assertThatThrownBy(() -> identity.createMembership("nobody", "supervisors")).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> identity.deleteUser("nobody")).isInstanceOf(ProcessEngineException.class);

        assertThat(said("changed")).isEmpty();
    }

    /** An entry from before there was this part has its hash without it; one with it cannot be told from another by moving a letter. */
    @Test
    void isInTheHashOfItsEntry() {
        var without = new Entry(1, "t", "who", Entry.ACCESS, "account", null, null, null, null, "role-given approvers", null, null, "");
        var with = new Entry(1, "t", "who", Entry.ACCESS, "account", null, null, null, null, "role-given approvers", "kent-officer", null, "");
        var other = new Entry(1, "t", "who", Entry.ACCESS, "account", null, null, null, null, "role-given approvers", "kent-manager", null, "");

        assertThat(List.of(without.hash(), with.hash(), other.hash())).doesNotHaveDuplicates();
    }

    @Test
    void isPartOfAWholeChain() {
        var reference = office.receive("kent", Map.of());
        office.as("kent-officer");
        tasks.claim(office.task(reference, "Acknowledge complaint").getId(), "kent-officer");
        office.signOut();

        var findings = jdbc.execute((ConnectionCallback<List<String>>) connection -> Verification.of(connection, null).findings());

        assertThat(findings).isEmpty();
    }

    private void makeNewcomer() {
        var user = identity.newUser(NEWCOMER);
        user.setFirstName("New");
        user.setLastName("Person");
        user.setPassword(Office.PASSWORD);
        identity.saveUser(user);
    }

    private List<String> said(String columns) {
        if (columns.equals("*")) {
            return jdbc.queryForList("select * from audit where operation = 'access' and sequence > ? order by sequence", before).stream().map(String::valueOf).toList();
        }
        return jdbc.queryForList("select " + columns + " from audit where operation = 'access' and sequence > ? order by sequence", String.class, before);
    }
}
