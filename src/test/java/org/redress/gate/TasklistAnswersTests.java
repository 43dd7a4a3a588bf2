package org.redress.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.api.Browsers.json;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.api.Browsers;
import org.redress.api.Browsers.Browser;
import org.redress.api.HttpTest;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.DutyDone;
import org.redress.testing.Answers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** What Tasklist and other callers of the engine's REST API hear from the gate: a sentence with a 4xx, and nothing about the inside. */
@HttpTest
@ExtendWith(OutputCaptureExtension.class)
class TasklistAnswersTests {
    @Autowired
    private Browsers browsers;

    @Autowired
    private TaskService tasks;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private DefaultListableBeanFactory beans;

    @Autowired
    private JdbcTemplate database;

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    private Browser officer;
    private String task;

    @BeforeEach
    void anOfficerReceivesAComplaintInTasklist() {
        officer = browsers.signedIn("kent-officer");
        var started = officer.start("complaint", Answers.complaint(today, Map.of()));
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        task = tasks.createTaskQuery().processInstanceBusinessKey(json(started).path("businessKey").asText()).singleResult().getId();
    }

    @Test
    void takesTheAnswersOfAForm() {
        assertThat(officer.post("/task/" + task + "/claim", Map.of("userId", "kent-officer")).statusCode()).isEqualTo(204);

        var answer = officer.answer("/task/" + task + "/submit-form", Answers.acknowledge(today));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();
    }

    @Test
    void asksBackWithTheCodesThatConfirmIt() {
        var somebody = "Ms " + UUID.randomUUID();
        var complaint = Answers.complaint(today, Map.of("complainant", somebody, "complaintText", somebody));
        var start = "/process-definition/key/complaint/submit-form";
        var made = json(officer.answer(start, complaint)).path("businessKey").asText();

        var asked = officer.answer(start, complaint);

        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(json(asked).path("type").asText()).isEqualTo("AskedBack");
        assertThat(json(asked).path("message").asText()).startsWith("You sent exactly the same at ").contains(made);
        assertThat(json(asked).path("askedBack")).singleElement().satisfies(question -> {
            assertThat(question.path("sentence").asText()).isEqualTo(json(asked).path("message").asText());
            assertThat(question.path("code").asText()).startsWith("sent-again-");
            assertThat(question.size()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit-form", "complete"})
    void saysWhatIsWrongWithTheAnswers(String way, CapturedOutput log) {
        refused(() -> officer.answer("/task/" + task + "/" + way, Map.of("acknowledgedOn", today.plusDays(1).toString(), "letterChannel", "pigeon")), 400,
                "Sent on: is in the future. Sent by: choose one of Letter, E-mail, Handed over, Online account, Not sent: nobody can be reached."
                        + " What we understand: an answer is needed. Contact: an answer is needed.");

        assertThat(log.getAll()).doesNotContain("AnswersRefused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit-form", "complete"})
    void saysThatTheFormDoesNotAskForIt(String way) {
        refused(() -> officer.answer("/task/" + task + "/" + way, Answers.with(Answers.acknowledge(today), Map.of("approved", true))), 400,
                "The form acknowledge does not ask for approved.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit-form", "complete"})
    void takesNoObjectForText(String way) {
        var object = Map.of("type", "Object", "value", "{\"a\": 1}",
                "valueInfo", Map.of("objectTypeName", "java.util.HashMap", "serializationDataFormat", "application/json"));
        var json = Map.of("type", "Json", "value", "{\"a\": 1}");

        refused(() -> officer.post("/task/" + task + "/" + way, Map.of("variables", Map.of("namedContact", object, "letterChannel", json))), 400,
                "Sent by: choose one of the options.", "Contact: write text.");
    }

    @Test
    void takesNoTextForANumberThatIsNone() {
        var none = Map.of("type", "Double", "value", "NaN");

        refused(() -> officer.post("/task/" + task + "/submit-form", Map.of("variables", Map.of("letterChannel", none))), 400,
                "Sent by: choose one of the options.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"resolve", "bpmnError", "bpmnEscalation", "delegate"})
    void closesTheOtherWaysOfATask(String way) {
        refused(() -> officer.post("/task/" + task + "/" + way,
                Map.of("errorCode", "over", "escalationCode", "over", "userId", "kent-manager")), 403, ".");
    }

    @Test
    void closesTheVariablesOfATask() {
        refused(() -> officer.post("/task/" + task + "/variables", Map.of("modifications", Map.of("approved", Map.of("value", true)))), 403,
                "Answers are given with the task's form only.");
        refused(() -> officer.post("/task/" + task + "/localVariables", Map.of("deletions", new String[] {"council"})), 403,
                "Answers are given with the task's form only.");
    }

    @Test
    void letsNobodyClaimForOthers() {
        refused(() -> officer.post("/task/" + task + "/claim", Map.of("userId", "kent-supervisor")), 400, "A task is claimed for oneself only.");
    }

    @Test
    void letsWhoeverHasTheTaskClaimItAndGiveItBack() {
        assertThat(officer.post("/task/" + task + "/claim", Map.of("userId", "kent-officer")).statusCode()).isEqualTo(204);
        assertThat(assignee()).isEqualTo("kent-officer");

        assertThat(officer.post("/task/" + task + "/unclaim", Map.of()).statusCode()).isEqualTo(204);
        assertThat(assignee()).isNull();
    }

    @Test
    void doesNotLetThemRenameReassignOrMoveIt() {
        assertThat(officer.post("/task/" + task + "/claim", Map.of("userId", "kent-officer")).statusCode()).isEqualTo(204);

        refused(() -> officer.post("/task/" + task + "/assignee", Map.of("userId", "kent-clerk")), 403);
        refused(() -> officer.put("/task/" + task, Map.of("name", "Do nothing", "due", "2036-01-01T00:00:00.000+0000")), 403);
        refused(() -> officer.post("/task/" + task + "/identity-links", Map.of("userId", "kent-clerk", "type", "candidate")), 403);
    }

    @Test
    void letsASupervisorGiveItToPeopleOfTheCouncilOnly() {
        var supervisor = browsers.signedIn("kent-supervisor");

        refused(() -> supervisor.post("/task/" + task + "/assignee", Map.of("userId", "kent-clark")), 400, "There is no kent-clark at this council.");
    }

    @Test
    void doesNotTellOtherCouncilsThatTheTaskExists() {
        var theirs = browsers.signedIn("leicestershire-officer");

        for (var id : new String[] {task, "no-such-task"}) {
            for (var way : new String[] {"submit-form", "complete"}) {
                refused(() -> theirs.answer("/task/" + id + "/" + way, Answers.acknowledge(today)), 403,
                        "There is no such task for you; it may have been completed by somebody else.");
            }
            refused(() -> theirs.post("/task/" + id + "/claim", Map.of("userId", "leicestershire-officer")), 403,
                    "There is no such task for you; it may have been completed by somebody else.");
        }
    }

    @Test
    void refusesPeopleOfOtherGroups() {
        var manager = browsers.signedIn("kent-manager");

        for (var way : new String[] {"submit-form", "complete"}) {
            refused(() -> manager.answer("/task/" + task + "/" + way, Answers.acknowledge(today)), 403,
                    "\"Acknowledge complaint\" is not a task of your groups.");
        }
    }

    @Test
    void saysWhatIsWrongWithAComplaint() {
        refused(() -> officer.answer("/process-definition/key/complaint/submit-form", Answers.complaint(today.plusDays(1), Map.of("channel", "pigeon"))), 400,
                "Received on: is in the future.", "Received by: choose one of");
    }

    @ParameterizedTest
    @ValueSource(strings = {"complaint", "case-event"})
    void startsNothingWithoutItsForm(String process) {
        refused(() -> officer.answer("/process-definition/key/" + process + "/start", Map.of("council", "kent", "approved", true)), 403, " with its form.");
    }

    @Test
    void tellsNothingOfTheDatabaseWhenItFails() {
        beans.registerSingleton("brokenListener", (SubmissionListener) submission ->
                cases.did(submission.reference(), new DutyDone(1, "a duty with a name that is longer than forty characters", "pat", today)));
        try {
            refused(() -> officer.answer("/task/" + task + "/submit-form", Answers.acknowledge(today)), 500,
                    "This could not be done, and nothing has changed; the log says why.");
        } finally {
            beans.destroySingleton("brokenListener");
        }
    }

    @Test
    void refusesWhoeverHasNotSignedIn() {
        var stranger = browsers.fresh();
        stranger.get("/camunda/app/tasklist/default/");

        refused(() -> stranger.answer("/task/" + task + "/submit-form", Answers.acknowledge(today)), 401);
        refused(() -> stranger.answer("/process-definition/key/complaint/submit-form", Answers.complaint(today, Map.of())), 401);
    }

    private String assignee() {
        return tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
    }

    private void refused(Supplier<HttpResponse<String>> attempt, int status, String... sentences) {
        var before = Tables.all(database);

        var answer = attempt.get();

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (sentences.length > 0) {
            assertThat(json(answer).path("message").asText()).contains(sentences).doesNotContain("ENGINE-", "Exception", "org.");
        }
        assertThat(answer.body()).doesNotContain("\tat ", "org.camunda", "org.redress", "java.");
        assertThat(Tables.changed(database, before)).isEmpty();
    }
}
