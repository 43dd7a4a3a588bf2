package org.redress.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.api.Browsers.json;

import com.fasterxml.jackson.databind.util.RawValue;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.api.Browsers.Browser;
import org.redress.testing.Answers;
import org.springframework.beans.factory.annotation.Autowired;

/** What the webapps' own way to the engine lets people do, which is what Tasklist, Cockpit and Admin need. */
@HttpTest
class EngineApiTests {
    private static final String CODE = "${''.getClass().forName('java.lang.System').getMethods()[0].invoke(null)}";
    private static final String NOT_BY_HAND = "This is not done by hand: a case goes on with its tasks, their forms and its deadlines.";

    @Autowired
    private Browsers browsers;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FilterService filters;

    @Autowired
    private ManagementService management;

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    private Browser officer;
    private String task;
    private String instance;

    @BeforeEach
    void anOfficerReceivesAComplaint() {
        officer = browsers.signedIn("kent-officer");
        var started = officer.start("complaint", Answers.complaint(today, Map.of()));
        var found = tasks.createTaskQuery().processInstanceBusinessKey(json(started).path("businessKey").asText()).singleResult();
        task = found.getId();
        instance = found.getProcessInstanceId();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"assigneeExpression\": \"%s\"}", "{\"orQueries\": [{\"name\": \"x\", \"assigneeExpression\": \"%s\"}]}",
        "{\"orQueries\": [{\"name\": \"x\", \"\\u0061ssigneeExpression\": \"%s\"}]}", "{\"\\u0061ssigneeExpression\": \"%s\"}",
        "{\"orQueries\": [{\"name\": \"x\"}, {\"dueBeforeExpression\": \"%s\"}]}"})
    void runsNoCodeInQueries(String query) {
        var body = new RawValue(query.formatted(CODE));
        var filter = filters.createFilterQuery().filterName("My groups' tasks").singleResult().getId();

        for (var path : List.of("/task", "/task/count", "/filter/" + filter + "/list", "/filter/" + filter + "/count")) {
            var answer = officer.post(path, body);

            assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(400);
            assertThat(json(answer).path("message").asText()).as(path).isEqualTo(
                    "A query computes nothing: write the value itself, or use a filter that an administrator saved.");
        }
    }

    @Test
    void letsStaffUseFiltersAndNotSaveThem() {
        var filter = filters.createFilterQuery().filterName("My groups' tasks").singleResult().getId();

        assertThat(officer.post("/filter/" + filter + "/list?maxResults=20", Map.of("name", "Acknowledge complaint")).statusCode()).isEqualTo(200);
        assertThat(officer.post("/filter/create", Map.of("resourceType", "Task", "name", "Mine", "query", Map.of())).statusCode()).isEqualTo(403);
        assertThat(officer.put("/filter/" + filter, Map.of("resourceType", "Task", "name", "Mine", "query", Map.of())).statusCode()).isEqualTo(403);
    }

    @Test
    void letsAnAdministratorSaveFiltersThatComputeWhoAndWhen() {
        var administrator = browsers.signedIn("admin");

        var refused = administrator.post("/filter/create", Map.of("resourceType", "Task", "name", "A test's", "query", Map.of("assigneeExpression", CODE)));
        var saved = administrator.post("/filter/create", Map.of("resourceType", "Task", "name", "A test's", "query", Map.of("assigneeExpression", "${currentUser()}")));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        filters.deleteFilter(json(saved).path("id").asText());
        assertThat(filters.createFilterQuery().filterName("A test's").count()).isZero();
    }

    @Test
    void letsPeopleClaimForThemselvesAndGiveBack() {
        assertThat(officer.post("/task/" + task + "/claim", Map.of("userId", "kent-supervisor")).statusCode()).isEqualTo(400);
        assertThat(officer.post("/task/" + task + "/claim", Map.of("userId", "kent-officer")).statusCode()).isEqualTo(204);
        assertThat(officer.post("/task/" + task + "/unclaim", Map.of()).statusCode()).isEqualTo(204);

        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kent-officer", "kent-supervisor", "process-owner", "admin"})
    void letsNobodyDoByHandWhatTheProductDoes(String user) {
        var browser = browsers.signedIn(user);
        var attacks = Map.of(
                "/process-instance/" + instance + "/modification", Map.of("instructions", List.of(Map.of("type", "cancel", "activityId", "UserTask_AcknowledgeComplaint"))),
                "/process-instance/" + instance + "/variables", Map.of("modifications", Map.of("approved", Map.of("value", true))),
                "/process-instance/suspended", Map.of("processDefinitionKey", "complaint", "suspended", true),
                "/process-instance/delete", Map.of("processInstanceIds", List.of(instance)),
                "/history/process-instance/delete", Map.of("historicProcessInstanceIds", List.of(instance)),
                "/message", Map.of("messageName", "ComplaintEnded", "all", true),
                "/signal", Map.of("name", "over"),
                "/decision-definition/key/procedure/evaluate", Map.of("variables", Map.of()),
                "/external-task/x/complete", Map.of("workerId", "me"),
                "/history/cleanup?immediatelyDue=true", Map.of());

        attacks.forEach((path, body) -> {
            var answer = path.endsWith("suspended") ? browser.put(path, body) : browser.post(path, body);

            assertThat(answer.statusCode()).as(user + " " + path + " " + answer.body()).isIn(403, 404);
            assertThat(answer.body()).as(path).doesNotContain("Exception:", "\tat ", "org.camunda.bpm.engine.impl");
        });
        assertThat(tasks.createTaskQuery().taskId(task).singleResult()).isNotNull();
    }

    @Test
    void letsASupervisorRepeatFailedWorkAsCockpitDoes() {
        var supervisor = browsers.signedIn("kent-supervisor");
        var job = management.createJobQuery().processInstanceId(instance).list().get(0).getId();

        assertThat(supervisor.put("/job/" + job + "/retries", Map.of("retries", 0)).statusCode()).isEqualTo(403);
        management.setJobRetries(job, 0);
        assertThat(officer.put("/job/" + job + "/retries", Map.of("retries", 1)).statusCode()).isIn(403, 404);
        assertThat(supervisor.put("/job/" + job + "/retries", Map.of("retries", 1)).statusCode()).isEqualTo(204);

        assertThat(management.createJobQuery().jobId(job).singleResult().getRetries()).isEqualTo(1);
    }

    @Test
    void saysWhy() {
        var answer = browsers.signedIn("kent-supervisor").post("/message", Map.of("messageName", "ComplaintEnded", "all", true));

        assertThat(json(answer).path("message").asText()).isEqualTo(NOT_BY_HAND);
    }

    @Test
    void letsAnAdministratorGiveNobodyRights() {
        var answer = browsers.signedIn("admin").post("/authorization/create",
                Map.of("type", 1, "permissions", List.of("ALL"), "userId", "admin", "resourceType", 7, "resourceId", "*"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).path("message").asText()).isEqualTo("Rights come with the roles and are not given by hand; only who sees a filter is.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/task?sortBy=created&sortOrder=desc&maxResults=20", "/filter?itemCount=true&resourceType=Task&maxResults=20",
        "/process-definition?latest=true&active=true&startableInTasklist=true&maxResults=20"})
    void answersWhatTasklistAsks(String path) {
        assertThat(officer.get("/camunda/api/engine/engine/default" + path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/engine/engine/default/process-definition/statistics?incidents=true", "/api/engine/engine/default/process-instance/count",
        "/api/engine/engine/default/incident/count", "/api/engine/engine/default/decision-definition?latestVersion=true&maxResults=20",
        "/api/cockpit/plugin/base/default/process-definition/statistics-count", "/api/engine/engine/default/history/task/count?unfinished=true",
        "/api/engine/engine/default/job?noRetriesLeft=true&maxResults=20", "/api/engine/engine/default/task/report/candidate-group-count"})
    void answersWhatCockpitAsks(String path) {
        var answer = browsers.signedIn("kent-supervisor").get("/camunda" + path);

        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/user?maxResults=10", "/user/count", "/group?maxResults=20", "/tenant?maxResults=20", "/authorization?resourceType=5&maxResults=20"})
    void answersWhatAdminAsks(String path) {
        var answer = browsers.signedIn("admin").get("/camunda/api/engine/engine/default" + path);

        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    }
}
