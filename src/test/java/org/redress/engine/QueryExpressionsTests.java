package org.redress.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Queries and filters compute who and when, and run no code (CVE-2026-109432). */
@ProductTest
class QueryExpressionsTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final String CODE = "${''.getClass().forName('java.lang.System').getMethods()[0].invoke(null)}";
    private static final String NOTHING = "A query computes nothing: write the value itself, or use a filter that an administrator saved.";

    @Autowired
    private Office office;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FilterService filters;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private JdbcTemplate database;

    @BeforeEach
    void kentHasAComplaint() {
        office.on(MON_2026_06_01);
        office.receive("kent", Map.of());
    }

    @AfterEach
    void removeTheTestsFilters() {
        office.signOut();
        filters.createFilterQuery().filterNameLike("A test's%").list().forEach(filter -> filters.deleteFilter(filter.getId()));
    }

    @ParameterizedTest
    @ValueSource(strings = {CODE, "${currentUser()}", "${people.of('kent')}"})
    void refusesExpressionsInAQueryOfTheMoment(String expression) {
        office.as("kent-officer");

        var query = tasks.createTaskQuery().taskAssigneeExpression(expression);
        var inAnOr = tasks.createTaskQuery().or().taskName("x").taskAssigneeExpression(expression).endOr();
        var inTheSecondOr = tasks.createTaskQuery().or().taskName("x").endOr().or().taskOwnerExpression(expression).endOr();
        for (var each : List.of(query, inAnOr, inTheSecondOr)) {
            assertThatThrownBy(each::list).isInstanceOf(BadUserRequestException.class).hasMessage(NOTHING);
            assertThatThrownBy(each::count).isInstanceOf(BadUserRequestException.class).hasMessage(NOTHING);
            assertThatThrownBy(() -> each.listPage(0, 1)).isInstanceOf(BadUserRequestException.class).hasMessage(NOTHING);
            assertThatThrownBy(each::singleResult).isInstanceOf(BadUserRequestException.class).hasMessage(NOTHING);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CODE, "${currentUser()}"})
    void refusesExpressionsInWhatNarrowsAFilter(String expression) {
        var filter = filter("My groups' tasks");
        office.as("kent-officer");

        var query = tasks.createTaskQuery().taskAssigneeExpression(expression);
        var inAnOr = tasks.createTaskQuery().or().taskName("x").taskAssigneeExpression(expression).endOr();
        for (var each : List.of(query, inAnOr)) {
            assertThatThrownBy(() -> filters.list(filter, each)).isInstanceOf(BadUserRequestException.class).hasMessage(NOTHING);
            assertThatThrownBy(() -> filters.listPage(filter, each, 0, 1)).isInstanceOf(BadUserRequestException.class).hasMessage(NOTHING);
            assertThatThrownBy(() -> filters.count(filter, each)).isInstanceOf(BadUserRequestException.class).hasMessage(NOTHING);
            assertThatThrownBy(() -> filters.singleResult(filter, each)).isInstanceOf(BadUserRequestException.class).hasMessage(NOTHING);
        }
    }

    @Test
    void letsStaffNarrowAFilterWithoutComputing() {
        var filter = filter("My groups' tasks");
        office.as("kent-officer");

        assertThat(filters.<Task, TaskQuery>listPage(filter, tasks.createTaskQuery().taskName("Acknowledge complaint"), 0, 20)).hasSize(1);
        assertThat(filters.count(filter, tasks.createTaskQuery().taskName("Assess complaint"))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kent-officer", "kent-supervisor", "process-owner"})
    void letsOnlyAdministratorsSaveFilters(String user) {
        var filter = filters.newTaskFilter("A test's own").setQuery(tasks.createTaskQuery());
        var known = filters.getFilter(filter("My tasks"));
        office.as(user);

        assertThatThrownBy(() -> filters.saveFilter(filter)).isInstanceOf(AuthorizationException.class).hasMessage("Filters are saved by administrators.");
        assertThatThrownBy(() -> filters.saveFilter(known.setName("Mine"))).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> filters.deleteFilter(known.getId())).isInstanceOf(AuthorizationException.class);

        office.signOut();
        assertThat(filters.createFilterQuery().filterName("A test's own").count()).isZero();
        assertThat(filters.getFilter(known.getId()).getName()).isEqualTo("My tasks");
    }

    @Test
    void letsAnAdministratorSaveAndShareAFilter() {
        office.as("nobody");
        var saved = filters.saveFilter(filters.newTaskFilter("A test's: due in two days").setOwner("nobody")
                .setQuery(tasks.createTaskQuery().dueBeforeExpression("${dateTime().withTimeAtStartOfDay().plusDays(20)}")));
        authorizations.saveAuthorization(sharing(saved.getId(), Permissions.READ));
        office.signOut();
        office.as("kent-officer");

        assertThat(filters.<Task>listPage(saved.getId(), 0, 20)).extracting(Task::getName).containsExactly("Acknowledge complaint");
    }

    @Test
    void letsAnAdministratorShareAFilterToReadOnly() {
        office.as("nobody");
        var saved = filters.saveFilter(filters.newTaskFilter("A test's own").setQuery(tasks.createTaskQuery()));

        assertThatThrownBy(() -> authorizations.saveAuthorization(sharing(saved.getId(), Permissions.ALL))).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> authorizations.saveAuthorization(sharing(saved.getId(), Permissions.UPDATE))).isInstanceOf(AuthorizationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {CODE, "${people.of('kent')}", "${now().getClass()}", "${dateTime().toString()}", "${dateTime().plusDays(dateTime().getYear())}",
        "${currentUser()}${currentUser()}", " ${now()}", "#{now()}", "${currentUser().concat('x')}", "${dateTime().getClass()}"})
    void savesNoFilterThatComputesAnythingElse(String expression) {
        for (var user : List.of("nobody", "")) {
            if (user.isEmpty()) {
                office.signOut();
            } else {
                office.as(user);
            }
            var filter = filters.newTaskFilter("A test's own").setQuery(tasks.createTaskQuery().taskAssigneeExpression(expression));
            var inAnOr = filters.newTaskFilter("A test's own").setQuery(tasks.createTaskQuery().or().taskName("x").taskAssigneeExpression(expression).endOr());

            assertThatThrownBy(() -> filters.saveFilter(filter)).isInstanceOf(BadUserRequestException.class).hasMessageStartingWith("A filter computes only");
            assertThatThrownBy(() -> filters.saveFilter(inAnOr)).isInstanceOf(BadUserRequestException.class).hasMessageStartingWith("A filter computes only");
        }
        office.signOut();
        assertThat(filters.createFilterQuery().filterName("A test's own").count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"assigneeExpression\": \"%s\"}", "{\"orQueries\": [{\"name\": \"x\", \"assigneeExpression\": \"%s\"}]}",
        "{\"orQueries\": [{\"name\": \"x\", \"\\u0061ssigneeExpression\": \"%s\"}]}"})
    void runsNoCodeOfAFilterThatIsInTheDatabaseAlready(String query) {
        var saved = filters.saveFilter(filters.newTaskFilter("A test's own").setQuery(tasks.createTaskQuery()));
        authorizations.saveAuthorization(sharing(saved.getId(), Permissions.READ));
        database.update("update ACT_RU_FILTER set QUERY_ = ? where ID_ = ?", query.formatted("${people.of('kent')}"), saved.getId());
        office.as("kent-officer");

        assertThatThrownBy(() -> filters.listPage(saved.getId(), 0, 20)).isInstanceOf(ProcessEngineException.class).hasRootCauseMessage("A query computes only who and when.");
        assertThatThrownBy(() -> filters.count(saved.getId())).isInstanceOf(ProcessEngineException.class);
    }

    private Authorization sharing(String filter, Permission permission) {
        var right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setGroupId("complaints-team");
        right.setResource(Resources.FILTER);
        right.setResourceId(filter);
        right.addPermission(permission);
        return right;
    }

    private String filter(String name) {
        return filters.createFilterQuery().filterName(name).list().stream().map(Filter::getId).findFirst().orElseThrow();
    }
}
