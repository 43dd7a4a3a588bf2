package org.redress.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.redress.api.Browsers.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.api.Browsers.Browser;
import org.redress.testing.Answers;
import org.redress.testing.Office;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The case of a task as Case in a task gets it. */
@HttpTest
class CaseApiTests {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String TEXT = "=1+1 ${x} <script>alert(1)</script> **bold** \"quoted\" é 😀\r\n\tsecond line";

    @Autowired
    private Browsers browsers;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcTemplate jdbc;

    private final LocalDate today = LocalDate.now(LONDON);
    private Browser officer;
    private String task;

    @BeforeEach
    void anOfficerReceivesAComplaint() {
        officer = browsers.signedIn("kent-officer");
        task = receive(officer, Map.of("complaintText", TEXT, "otherPeople", "Mr U – neighbour"));
    }

    @Test
    void showsTheWholeCase() {
        var answer = officer.get("/redress/api/tasks/" + task + "/case");

        var document = json(answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(names(document)).containsExactly("reference", "council", "status", "statusText", "statusSince", "receivedOn", "channel", "procedure", "stage", "models",
                "now", "can", "complaint", "wanted", "service", "holders", "parties", "lettersGoTo", "contacts", "proposed", "issues", "deadlines", "letters", "sendings", "actions", "recommended", "promises", "comments", "evidence", "attachments", "links", "otherSide", "ombudsmans", "findings", "chronology",
                "work", "openings");
        assertThat(document.path("reference").asText()).matches("KENT-" + today.getYear() + "-\\d{5}");
        assertThat(document.path("council").asText()).isEqualTo("Kent County Council");
        assertThat(document.path("status").asText()).isEqualTo("open");
        assertThat(document.path("statusText").asText()).isEqualTo("Open");
        assertThat(document.path("receivedOn").asText()).isEqualTo(today.toString());
        assertThat(document.path("channel").asText()).isEqualTo("E-mail");
        assertThat(document.path("procedure").isNull()).isTrue();
        assertThat(document.path("stage").asInt()).isZero();
        assertThat(document.path("parties").findValuesAsText("label")).containsExactly("Ms T", "Mr U");
        assertThat(document.path("parties").findValuesAsText("role")).containsExactly("Resident", "Neighbour");
        assertThat(document.path("parties").findValuesAsText("part")).containsExactly("Complainant", "Witness or other person");
        assertThat(document.path("parties").findValuesAsText("number")).containsExactly("1", "2");
        assertThat(document.path("lettersGoTo").asText()).isEqualTo("Ms T");
        assertThat(document.path("contacts").findValuesAsText("name")).containsExactly("Kent County Council", "Local Government and Social Care Ombudsman");
        assertThat(document.path("contacts").get(0).path("web").asText()).isEqualTo("https://www.kent.gov.uk");
        assertThat(document.path("contacts").get(1).path("address").asText()).startsWith("PO Box 4771");
        assertThat(document.path("issues").isEmpty()).isTrue();
    }

    @Test
    void showsTheDeadlineWithHowItWasReached() {
        var deadline = json(officer.get("/redress/api/tasks/" + task + "/case")).path("deadlines").get(0);

        assertThat(names(deadline)).contains("title", "owedBy", "rule", "clause", "triggerName", "triggerOn", "allowance", "dueOn", "originalDueOn",
                "targetOn", "state", "outcome", "steps", "extensions", "pauses");
        assertThat(deadline.path("title").asText()).isEqualTo("Acknowledgement");
        assertThat(deadline.path("rule").asText()).isEqualTo("CORP-20");
        assertThat(deadline.path("state").asText()).isEqualTo("open");
        assertThat(LocalDate.parse(deadline.path("dueOn").asText())).isAfter(today);
        assertThat(deadline.path("steps").isEmpty()).isFalse();
    }

    @Test
    void showsWhatWasWrittenUnchanged() {
        var document = json(officer.get("/redress/api/tasks/" + task + "/case"));

        assertThat(document.path("complaint").asText()).isEqualTo(TEXT);
        assertThat(document.path("chronology").findValuesAsText("value")).contains(TEXT);
    }

    @Test
    void saysWhenSomethingWasRecordedInLondonsTime() {
        var line = json(officer.get("/redress/api/tasks/" + task + "/case")).path("chronology").get(0);

        assertThat(names(line)).containsExactly("on", "recordedAt", "who", "what", "detail", "answers");
        assertThat(line.path("on").asText()).isEqualTo(today.toString());
        assertThat(line.path("recordedAt").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?");
        assertThat(LocalDateTime.parse(line.path("recordedAt").asText())).isCloseTo(LocalDateTime.now(LONDON), within(2, ChronoUnit.MINUTES));
    }

    @Test
    void tellsTheSameTimesWhateverZoneTheServerIsIn() {
        var london = officer.get("/redress/api/tasks/" + task + "/case").body();
        var zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
        try {
            var elsewhere = officer.get("/redress/api/tasks/" + task + "/case").body();
            var another = receive(officer, Map.of());
            var line = json(officer.get("/redress/api/tasks/" + another + "/case")).path("chronology").get(0);

            assertThat(elsewhere).isEqualTo(london);
            assertThat(LocalDateTime.parse(line.path("recordedAt").asText()))
                    .isCloseTo(LocalDateTime.now(LONDON), within(2, ChronoUnit.MINUTES));
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void asksWhoeverHasNotSignedInToSignIn() {
        var answer = browsers.fresh().get("/redress/api/tasks/" + task + "/case");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(json(answer).path("message").asText()).isEqualTo("Sign in first.");
    }

    @Test
    void givesTheSameAnswerForATaskOfOthersAsForNone() {
        var none = officer.get("/redress/api/tasks/no-such-task/case");

        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(json(none).path("message").asText()).isEqualTo("There is no such task for you; it may have been completed or given to somebody else.");
        for (var user : List.of("leicestershire-officer", "leicestershire-supervisor", "kent-manager", "process-owner")) {
            var foreign = browsers.signedIn(user).get("/redress/api/tasks/" + task + "/case");

            assertThat(foreign.statusCode()).as(user).isEqualTo(404);
            assertThat(foreign.body()).as(user).isEqualTo(none.body());
        }
    }

    @Test
    void showsACouncilsCaseToItsSupervisor() {
        var answer = browsers.signedIn("kent-supervisor").get("/redress/api/tasks/" + task + "/case");

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void notesWhoOpensAFile() {
        officer.get("/redress/api/tasks/" + task + "/case");
        officer.get("/redress/api/tasks/" + task + "/case");

        assertThat(openings()).containsExactly(
                Map.of("who", "kent-officer", "council", "kent", "task", task), Map.of("who", "kent-officer", "council", "kent", "task", task));
    }

    @Test
    void notesNobodyWhoIsNotShownTheFile() {
        browsers.signedIn("leicestershire-supervisor").get("/redress/api/tasks/" + task + "/case");
        browsers.fresh().get("/redress/api/tasks/" + task + "/case");

        assertThat(openings()).isEmpty();
    }

    @Test
    void tellsSupervisorsAndNobodyElseWhoOpenedAFile() {
        var officers = json(officer.get("/redress/api/tasks/" + task + "/case")).path("openings");
        var supervisors = json(browsers.signedIn("kent-supervisor").get("/redress/api/tasks/" + task + "/case")).path("openings");

        assertThat(officers.isNull()).isTrue();
        assertThat(supervisors.findValuesAsText("who")).containsExactly("Supervisor (Kent)", "Complaints officer (Kent)");
        assertThat(supervisors.get(0).path("at").asText()).startsWith(today.toString());
    }

    /** The list and the refusal are one question. */
    @Test
    void tellsSupervisorsAndNobodyElseToWhomATaskCanBeGiven() {
        var supervisor = browsers.signedIn("kent-supervisor");
        var work = json(supervisor.get("/redress/api/tasks/" + task + "/case")).path("work");

        assertThat(json(officer.get("/redress/api/tasks/" + task + "/case")).path("work").isNull()).isTrue();
        assertThat(work.findValuesAsText("title")).contains("Acknowledge complaint");
        var people = StreamSupport.stream(work.spliterator(), false).filter(item -> item.path("title").asText().equals("Acknowledge complaint")).findFirst().orElseThrow()
                .path("canBeGivenTo");
        var able = StreamSupport.stream(people.spliterator(), false).map(person -> person.asText().replaceFirst(".*, ", "")).toList();
        assertThat(able).contains("kent-officer").allMatch(person -> person.startsWith("kent-"));
        for (var person : List.of("kent-officer", "kent-approver", "kent-supervisor", "leicestershire-officer", "nobody")) {
            assertThat(supervisor.send(supervisor.request("/camunda/api/engine/engine/default/task/" + task + "/assignee").header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"userId\": \"" + person + "\"}"))).statusCode()).as(person)
                    .isEqualTo(able.contains(person) ? 204 : 400);
        }
    }

    @Test
    void showsNoFileWhoseOpeningCannotBeNoted() {
        jdbc.execute("alter table audit_head rename to audit_head_away");
        try {
            var answer = officer.get("/redress/api/tasks/" + task + "/case");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.body()).doesNotContain("second line").contains("it cannot be noted that you open it");
        } finally {
            jdbc.execute("alter table audit_head_away rename to audit_head");
        }
    }

    private List<Map<String, Object>> openings() {
        return jdbc.query("select a.who, a.council, a.task from audit a where a.operation = 'open' and a.task = ?", (found, row) ->
                Map.<String, Object>of("who", found.getString(1), "council", found.getString(2), "task", found.getString(3)), task);
    }

    /** What is asked on the telephone: with whom it is, since when, until when; and what the reader can do. */
    @Test
    void saysWithWhomTheCaseIsAndWhatCanHappen() {
        var waiting = json(officer.get("/redress/api/tasks/" + task + "/case"));
        assertThat(officer.send(officer.request("/camunda/api/engine/engine/default/task/" + task + "/claim").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"userId\": \"kent-officer\"}"))).statusCode()).isEqualTo(204);
        var taken = json(officer.get("/redress/api/tasks/" + task + "/case")).path("now");

        assertThat(waiting.path("now").findValuesAsText("title")).contains("Acknowledge complaint");
        assertThat(StreamSupport.stream(waiting.path("now").spliterator(), false).filter(item -> item.path("task").asText().equals(task)).toList()).singleElement().satisfies(item -> {
            assertThat(item.path("who").isNull()).isTrue();
            assertThat(item.path("groups").get(0).asText()).isEqualTo("Complaints team");
            assertThat(item.path("since").asText()).isEqualTo(today.toString());
            assertThat(item.path("dueIn").asText()).matches("in \\d+ working days");
        });
        assertThat(StreamSupport.stream(taken.spliterator(), false).filter(item -> item.path("task").asText().equals(task)).findFirst().orElseThrow().path("who").asText())
                .isEqualTo("Complaints officer (Kent)");
        var can = waiting.path("can");
        assertThat(can.get(0).path("process").asText()).isEqualTo("case-event");
        assertThat(can.get(0).path("happenings").findValuesAsText("code")).contains("note", "extension", "withdrawal", "later-start");
        assertThat(can.findValuesAsText("process")).contains("correction", "people-change", "hand-over").doesNotContain("taking-up", "answer-finding", "legal-hold", "wrong-file", "complaint");
    }

    /** A reference as people write it; a blank of it comes in an address as it may. */
    @Test
    void opensACaseByItsReferenceForWhoeverThereIsOne() {
        var reference = json(officer.get("/redress/api/tasks/" + task + "/case")).path("reference").asText();
        for (var written : List.of(reference, reference.toLowerCase(Locale.ROOT), reference.replace("-", ""), reference.replace("-", "%20"), reference.replace("-", "%E2%80%93"))) {
            assertThat(json(officer.get("/redress/api/cases/" + written)).path("reference").asText()).as(written).isEqualTo(reference);
            var page = officer.get("/redress/cases/" + written);
            assertThat(page.statusCode()).as(written).isEqualTo(200);
            assertThat(page.body()).contains("data-reference=\"" + reference + "\"").doesNotContain("second line");
            assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'", "script-src 'self'").doesNotContain("unsafe"));
        }
        var none = officer.get("/redress/api/cases/KENT-1999-00001");
        var nonePage = officer.get("/redress/cases/KENT-1999-00001");
        assertThat(List.of(none.statusCode(), nonePage.statusCode())).containsOnly(404);
        for (var user : List.of("leicestershire-supervisor", "kent-manager", "kent-service", "process-owner", "ombudsman-supervisor")) {
            var other = browsers.signedIn(user);
            for (var address : List.of("", "/ran")) {
                var answer = other.get("/redress/api/cases/" + reference + address);
                assertThat(answer.statusCode()).as(user).isEqualTo(404);
                assertThat(answer.body()).as(user).isEqualTo(none.body());
            }
            for (var address : List.of("", "/print", "/letters/1")) {
                var answer = other.get("/redress/cases/" + reference + address);
                assertThat(answer.statusCode()).as(user + address).isEqualTo(404);
                // what stands above it is theirs
                assertThat(answer.body()).as(user + address).isEqualTo(other.get("/redress/cases/KENT-1999-00001" + address).body());
            }
            assertThat(jdbc.queryForObject("select count(*) from audit where operation = 'refuse' and reference = ? and who = ?", Integer.class, reference, user)).as(user).isEqualTo(5);
        }
        assertThat(browsers.fresh().get("/redress/api/cases/" + reference).statusCode()).isEqualTo(401);
        assertThat(browsers.signedIn("kent-officer").get("/redress/api/cases/" + reference + "/ran").statusCode()).as("the machinery is for supervisors").isEqualTo(404);
    }

    /** The number alone would tell that there is one. */
    @Test
    void leavesOutTheNumberOfALinkedCaseThatIsRestrictedToOthers(@Autowired Office office) {
        var reference = json(officer.get("/redress/api/tasks/" + task + "/case")).path("reference").asText();
        var restricted = office.receive("kent", Map.of());
        office.as("kent-officer");
        office.start("link-cases", Map.of("caseReference", restricted, "otherReference", reference, "link", "related", "linkedOn", today.toString(), "reason", "The same street."));
        office.as("kent-supervisor");
        office.start("case-restriction", Map.of("caseReference", restricted, "restriction", "restrict", "reason", "It is about a colleague.", "readers", "kent-officer"));
        office.signOut();

        assertThat(officer.get("/redress/api/cases/" + reference).body()).contains(restricted);
        assertThat(browsers.signedIn("kent-supervisor-two").get("/redress/api/cases/" + reference).body()).doesNotContain(restricted).contains("Related to a case that is not shown here.");
    }

    @Test
    void goesOnShowingACaseThatIsOver(@Autowired Office office) {
        var reference = json(officer.get("/redress/api/tasks/" + task + "/case")).path("reference").asText();
        assertThat(officer.answer("/task/" + task + "/submit-form", Answers.acknowledge(today)).statusCode()).isEqualTo(204);
        office.event(reference, "withdrawal", Map.of());
        office.confirmEnd(reference);

        var document = json(officer.get("/redress/api/cases/" + reference));
        var steps = json(browsers.signedIn("kent-supervisor").get("/redress/api/cases/" + reference + "/ran")).path("steps");

        assertThat(document.path("statusText").asText()).isEqualTo("Withdrawn");
        assertThat(document.path("can").findValuesAsText("process")).contains("taking-up", "correction").doesNotContain("hand-over", "course-correction");
        assertThat(document.path("can").get(0).path("happenings").findValuesAsText("code")).containsExactly("next-stage", "proceedings-ended", "note");
        assertThat(document.path("chronology").findValuesAsText("who")).contains("Complaints officer (Kent)", "Redress").doesNotContain("kent-officer");
        assertThat(steps.findValuesAsText("title")).contains("Acknowledge complaint");
        assertThat(StreamSupport.stream(steps.spliterator(), false).filter(step -> step.path("title").asText().equals("Acknowledge complaint")).toList()).singleElement()
                .satisfies(step -> assertThat(step.path("person").asText() + " " + step.path("until").isNull()).isEqualTo("Complaints officer (Kent) false"));
        var number = StreamSupport.stream(document.path("letters").spliterator(), false).filter(letter -> letter.path("kind").asText().equals("Acknowledgement")).findFirst().orElseThrow().path("number").asInt();
        var sheet = officer.get("/redress/cases/" + reference + "/letters/" + number);
        assertThat(sheet.statusCode()).isEqualTo(200);
        assertThat(sheet.body()).contains("<h1>Acknowledgement</h1>", "<dt>To</dt><dd dir=\"auto\">Ms T</dd>", "<dt>Sent on</dt>", "Kent County Council");
        assertThat(officer.get("/redress/cases/" + reference + "/letters/99").statusCode()).isEqualTo(404);
    }

    /** What the task is about stands in its own words beside the form. */
    @Test
    void saysBesideTheFormWhichCaseItIsAndWhatTheTaskIsAbout() {
        var about = json(officer.get("/redress/api/tasks/" + task + "/about"));

        assertThat(about.path("reference").asText()).startsWith("KENT-");
        assertThat(about.path("people").asText()).isEqualTo("Ms T");
        assertThat(about.path("complaint").asText()).isEqualTo(TEXT);
        assertThat(about.path("dueOn").asText() + about.path("dueIn").asText()).matches("\\d{4}-\\d\\d-\\d\\din \\d+ working days");
        assertThat(openings()).hasSize(1);
        assertThat(browsers.signedIn("kent-manager").get("/redress/api/tasks/" + task + "/about").statusCode()).isEqualTo(404);
    }

    @Test
    void showsNothingAnyMoreWhenTheTaskIsDone() {
        assertThat(officer.answer("/task/" + task + "/submit-form", Answers.acknowledge(today)).statusCode()).isEqualTo(204);

        assertThat(officer.get("/redress/api/tasks/" + task + "/case").statusCode()).isEqualTo(404);
    }

    private String receive(Browser browser, Map<String, Object> different) {
        var started = browser.start("complaint", Answers.complaint(today, different));
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        return tasks.createTaskQuery().processInstanceBusinessKey(json(started).path("businessKey").asText()).singleResult().getId();
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
