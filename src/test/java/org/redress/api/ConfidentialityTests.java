package org.redress.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.api.Browsers.json;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.api.Browsers.Browser;
import org.redress.attachments.Files;
import org.redress.attachments.Uploads;
import org.redress.casefile.CaseFiles;
import org.redress.testing.Answers;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.springframework.beans.factory.annotation.Autowired;

/** Over HTTP nobody of a council sees or guesses anything of a draft before it is issued, and the Ombudsman nothing of a council's file (LGA-27, LGS-14, DAT-04). */
@HttpTest
class ConfidentialityTests {
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String SECRET = "We find fault with the social worker";

    @Autowired
    private Browsers browsers;

    @Autowired
    private Office office;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private CaseFiles cases;

    private String council;
    private String reference;
    private Task draft;

    @BeforeEach
    void aDraftIsApprovedAndNotSentYet() {
        council = office.receive("kent", Map.of());
        reference = ombudsman.investigated("Kent County Council", Map.of("councilReference", council));
        office.tasks(reference, "Find on issue").forEach(task -> office.complete(task, OmbudsmanAnswers.finding("yes", "yes")));
        office.complete(reference, "Draft decision", OmbudsmanAnswers.draft(0, Map.of("letterText", SECRET)));
        office.complete(reference, "Approve draft", Answers.approve());
        draft = office.task(reference, "Send draft");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kent-officer", "kent-link-officer", "kent-service", "kent-supervisor", "leicestershire-link-officer", "leicestershire-supervisor"})
    void findsNothingOfADraftThatIsNotIssued(String user) {
        findsNothing(browsers.signedIn(user), reference, draft);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ombudsman-intake", "ombudsman-investigator", "ombudsman-compliance", "ombudsman-supervisor"})
    void findsNothingOfACouncilsFile(String user) {
        findsNothing(browsers.signedIn(user), council, office.task(council, "Acknowledge complaint"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"leicestershire-link-officer", "leicestershire-supervisor", "leicestershire-service"})
    void findsNothingOfAnotherCouncilsLetters(String user) {
        office.complete(reference, "Send draft", OmbudsmanAnswers.sendDraft(office.today()));

        findsNothing(browsers.signedIn(user), council, office.task(council, "Comment on draft"));
    }

    @Test
    void showsWhatIsAttachedToADraftToThoseWhoReadIt() {
        office.complete(reference, "Send draft", OmbudsmanAnswers.sendDraft(office.today()));
        var link = browsers.signedIn("kent-link-officer");
        var letters = json(link.get(Uploads.path(council))).path("letters");
        assertThat(letters.get(letters.size() - 1).path("text").asText()).startsWith("draft decision");

        Uploads.add(link, council, "the draft.pdf", Files.pdf(SECRET), Map.of("letter", String.valueOf(letters.size())));

        assertThat(json(link.get(Uploads.path(council))).path("attachments").findValuesAsText("name")).containsExactly("the draft.pdf");
        var officer = browsers.signedIn("kent-officer");
        assertThat(json(officer.get(Uploads.path(council))).path("attachments").isEmpty()).isTrue();
        assertThat(officer.get(Uploads.path(council) + "/1/content").statusCode()).isEqualTo(404);
        assertThat(cases.chronology(council).toString()).contains("Attachment added").doesNotContain("the draft.pdf");
    }

    private void findsNothing(Browser browser, String of, Task task) {
        var key = URLEncoder.encode(of, StandardCharsets.UTF_8);
        var queries = List.of(Map.of("processInstanceBusinessKey", of), Map.of("processInstanceBusinessKeyLike", of.substring(0, 4) + "%", "taskName", task.getName()),
                Map.of("processVariables", List.of(Map.of("name", "caseReference", "operator", "eq", "value", of))),
                Map.of("orQueries", List.of(Map.of("processInstanceBusinessKey", of, "taskName", "nothing"))),
                Map.of("tenantIdIn", List.of(task.getTenantId())), Map.of("processInstanceId", task.getProcessInstanceId()), Map.of("taskId", task.getId()));
        for (var query : queries) {
            assertThat(browser.post("/task", query).body()).as("%s", query).isEqualTo("[]");
            assertThat(json(browser.post("/task/count", query)).path("count").asInt()).as("%s", query).isZero();
        }
        for (var list : List.of("/process-instance?businessKey=" + key, "/execution?processInstanceId=" + task.getProcessInstanceId(),
                "/variable-instance?processInstanceIdIn=" + task.getProcessInstanceId(), "/event-subscription?processInstanceId=" + task.getProcessInstanceId(),
                "/job?processInstanceId=" + task.getProcessInstanceId(), "/incident?processInstanceId=" + task.getProcessInstanceId(),
                "/history/process-instance?processInstanceBusinessKey=" + key, "/history/task?processInstanceId=" + task.getProcessInstanceId(),
                "/history/variable-instance?processInstanceId=" + task.getProcessInstanceId(), "/history/activity-instance?processInstanceId=" + task.getProcessInstanceId(),
                "/history/detail?processInstanceId=" + task.getProcessInstanceId(), "/history/user-operation?processInstanceId=" + task.getProcessInstanceId(),
                "/history/decision-instance?processInstanceId=" + task.getProcessInstanceId())) {
            assertThat(browser.get(ENGINE + list).body()).as(list).isEqualTo("[]");
        }
        for (var one : List.of("/task/" + task.getId(), "/task/" + task.getId() + "/variables", "/task/" + task.getId() + "/form-variables",
                "/task/" + task.getId() + "/deployed-form", "/task/" + task.getId() + "/identity-links", "/process-instance/" + task.getProcessInstanceId(),
                "/process-instance/" + task.getProcessInstanceId() + "/variables", "/process-instance/" + task.getProcessInstanceId() + "/activity-instances",
                "/history/process-instance/" + task.getProcessInstanceId())) {
            var answer = browser.get(ENGINE + one);
            assertThat(answer.statusCode()).as(one).isGreaterThanOrEqualTo(400);
            assertThat(answer.body()).as(one).doesNotContain(of, SECRET);
        }
        sameAsForNone(browser.get("/redress/api/tasks/" + task.getId() + "/case"), browser.get("/redress/api/tasks/no-such-task/case"));
        assertThat(browser.post("/message", Map.of("messageName", "DraftCommented", "businessKey", of)).statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(browser.answer("/task/" + task.getId() + "/submit-form", Map.of()).statusCode()).isGreaterThanOrEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kent-link-officer", "kent-officer"})
    void cannotTryReferencesInTheOmbudsmansForm(String user) {
        var browser = browsers.signedIn(user);

        sameAsForNone(browser.answer("/process-definition/key/ombudsman-event/submit-form", event(reference)),
                browser.answer("/process-definition/key/ombudsman-event/submit-form", event("26 999 999")));
        assertThat(browser.answer("/process-definition/key/ombudsman-event/submit-form", event(reference)).statusCode()).isBetween(400, 499);
    }

    @Test
    void cannotTryReferencesInACouncilsForms() {
        var foreign = office.receive("leicestershire", Map.of());
        var link = browsers.signedIn("kent-link-officer");
        var officer = browsers.signedIn("kent-officer");

        for (var tried : List.of(foreign, reference)) {
            var letter = link.answer("/process-definition/key/ombudsman-letter/submit-form", letter(tried));
            assertThat(letter.statusCode()).isEqualTo(400);
            assertThat(message(letter).replace(tried, "?")).isEqualTo(message(link.answer("/process-definition/key/ombudsman-letter/submit-form", letter("NONE-2026-00000")))
                    .replace("NONE-2026-00000", "?"));
            var event = officer.answer("/process-definition/key/case-event/submit-form", Answers.event(tried, "note", office.today(), Map.of()));
            assertThat(event.statusCode()).isEqualTo(400);
            assertThat(message(event).replace(tried, "?")).isEqualTo(message(officer.answer("/process-definition/key/case-event/submit-form",
                    Answers.event("NONE-2026-00000", "note", office.today(), Map.of()))).replace("NONE-2026-00000", "?"));
        }
    }

    @Test
    void showsADraftToLinkOfficersOnly() {
        office.complete(reference, "Send draft", OmbudsmanAnswers.sendDraft(office.today()));
        var comment = office.task(council, "Comment on draft");

        assertThat(caseOf("kent-link-officer", comment)).contains(SECRET);
        assertThat(caseOf("kent-supervisor", comment)).doesNotContain(SECRET).contains(council);
        assertThat(caseOf("kent-officer", office.task(council, "Acknowledge complaint"))).doesNotContain(SECRET).contains(council);
    }

    @Test
    void showsWhatIsSaidOfADraftToLinkOfficersOnly() {
        office.complete(reference, "Send draft", OmbudsmanAnswers.sendDraft(office.today()));
        office.complete(council, "Comment on draft", OmbudsmanAnswers.councilComments(office.today(), "You say the social worker erred"));
        office.complete(reference, "Record complainant’s comments", OmbudsmanAnswers.complainantComments(office.today(), "I agree with the draft"));
        office.tasks(reference, "Consider comment").forEach(task -> office.complete(task, OmbudsmanAnswers.consider()));
        office.complete(reference, "Decide on draft", OmbudsmanAnswers.draftStands());
        var acknowledge = office.task(council, "Acknowledge complaint");

        for (var user : List.of("kent-officer", "kent-supervisor")) {
            assertThat(caseOf(user, acknowledge)).as(user).doesNotContain(SECRET, "erred", "I agree with the draft", "It changes nothing");
        }
    }

    @Test
    void showsADraftThatCameByPostToLinkOfficersOnly() {
        var own = office.receive("kent", Map.of());
        ombudsman.letter("kent", "draft-decision", Map.of("caseReference", own, "ombudsmanReference", "24 " + own.substring(own.length() - 5), "letterText", SECRET));
        var opened = ombudsman.letter("kent", "draft-decision", Map.of("ombudsmanReference", "23 " + own.substring(own.length() - 5), "letterText", SECRET));

        assertThat(caseOf("kent-link-officer", office.task(own, "Comment on draft"))).contains(SECRET);
        assertThat(caseOf("kent-officer", office.task(own, "Acknowledge complaint"))).doesNotContain(SECRET).contains(own);
        assertThat(caseOf("kent-supervisor", office.task(opened, "Comment on draft"))).doesNotContain(SECRET).contains(opened);
    }

    @Test
    void countsOnlyWhatIsOnesOwn() {
        var definition = draft.getProcessDefinitionId();
        for (var user : List.of("kent-supervisor", "leicestershire-supervisor", "process-owner")) {
            var browser = browsers.signedIn(user);

            json(browser.get(ENGINE + "/process-definition/statistics")).forEach(counted -> {
                if (counted.path("definition").path("key").asText().matches("ombudsman-(case|decision|investigation)|decide-and-issue|decision-follow-up|compliance-check")) {
                    assertThat(counted.path("instances").asInt()).as(user + " " + counted.path("id")).isZero();
                }
            });
            assertThat(browser.get(ENGINE + "/process-definition/" + definition + "/statistics").body()).as(user).isEqualTo("[]");
            assertThat(browser.get(ENGINE + "/history/process-definition/" + definition + "/statistics").body()).as(user).isEqualTo("[]");
            assertThat(browser.get(ENGINE + "/task/report/candidate-group-count").body()).as(user).doesNotContain("ombudsman-");
            assertThat(browser.get("/camunda/api/cockpit/plugin/base/default/process-instance/" + draft.getProcessInstanceId() + "/called-process-instances").body())
                    .as(user).doesNotContain(reference);
        }
        assertThat(browsers.signedIn("ombudsman-supervisor").get(ENGINE + "/process-definition/" + definition + "/statistics").body())
                .as("their own supervisor counts it").contains("UserTask_SendDraft");
    }

    private String caseOf(String user, Task task) {
        var answer = browsers.signedIn(user).get("/redress/api/tasks/" + task.getId() + "/case");
        assertThat(answer.statusCode()).as(user).isEqualTo(200);
        return answer.body();
    }

    private Map<String, Object> event(String of) {
        return OmbudsmanAnswers.event(of, "note", office.today(), Map.of());
    }

    private Map<String, Object> letter(String of) {
        return OmbudsmanAnswers.letter("notice", office.today(), Map.of("caseReference", of));
    }

    private static String message(HttpResponse<String> answer) {
        return json(answer).path("message").asText();
    }

    private static void sameAsForNone(HttpResponse<String> answer, HttpResponse<String> none) {
        assertThat(answer.statusCode()).isEqualTo(none.statusCode());
        assertThat(answer.body()).isEqualTo(none.body());
    }
}
