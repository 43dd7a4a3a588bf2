package org.redress.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.redress.documents.Accessible;
import org.redress.identity.Role;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What supervisors see in Cockpit of all cases of their council, and of no other. */
@HttpTest
class BoardTests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACKNOWLEDGE = "UserTask_AcknowledgeComplaint";

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private Browsers browsers;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ManagementService management;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void showsHowAProcedureGoesInItsOwnWords() {
        var supervisor = browsers.signedIn("kent-supervisor");
        var before = step(figures(supervisor), ACKNOWLEDGE);
        office.receive("kent", Map.of());
        office.complete(office.receive("kent", Map.of()), "Acknowledge complaint", Answers.acknowledge(office.today()));

        var figures = figures(supervisor);

        var step = step(figures, ACKNOWLEDGE);
        assertThat(step.path("name").asText()).isEqualTo("Acknowledge complaint");
        assertThat(step.path("standing").asInt() - before.path("standing").asInt()).isEqualTo(1);
        assertThat(step.path("completed").asInt() - before.path("completed").asInt()).isEqualTo(1);
        assertThat(step.path("median").asInt()).isNotNegative().isLessThanOrEqualTo(step.path("ninetieth").asInt());
        assertThat(StreamSupport.stream(figures.path("deadlines").spliterator(), false).filter(one -> one.path("title").asText().equals("Acknowledgement")))
                .singleElement().satisfies(one -> assertThat(one.path("met").asInt()).isPositive());
        assertThat(figures.path("latest").asText()).isEqualTo(office.today().toString());
        assertThat(supervisor.get(path("acknowledgement") + "/steps.csv").body()).startsWith("\uFEFFStep,Cases there now").contains("\r\nAcknowledge complaint,");
    }

    @Test
    void givesProcessOwnersFiguresAndOthersNone() {
        office.receive("kent", Map.of());

        assertThat(step(figures(browsers.signedIn("process-owner")), ACKNOWLEDGE).path("standing").asInt()).isPositive();
        assertThat(browsers.signedIn("kent-officer").get(path("acknowledgement")).statusCode()).isEqualTo(403);
        assertThat(browsers.signedIn("kent-supervisor").get("/redress/api/board/definitions/acknowledgement:9:none").statusCode()).isEqualTo(404);
    }

    @Test
    void countsAndListsWhatIsDueAtTheCouncilAndNothingOfAnother() {
        var kent = browsers.signedIn("kent-supervisor");
        var before = board(kent);
        var late = office.receive("kent", Map.of("receivedOn", office.today().minusDays(21).toString()));
        var elsewhere = office.receive("leicestershire", Map.of("receivedOn", office.today().minusDays(21).toString()));

        var board = board(kent);

        assertThat(board.path("council").asText()).isEqualTo("Kent County Council");
        assertThat(board.at("/deadlines/all/overdue").asInt() - before.at("/deadlines/all/overdue").asInt()).isEqualTo(1);
        assertThat(group(board.at("/deadlines/kinds"), "acknowledgement").path("overdue").asInt() - group(before.at("/deadlines/kinds"), "acknowledgement").path("overdue").asInt()).isEqualTo(1);
        assertThat(group(board.at("/people"), "").path("overdue").asInt() - group(before.at("/people"), "").path("overdue").asInt()).isEqualTo(1);
        assertThat(board.at("/deadlines/councils")).isEmpty();
        assertThat(board.path("roles")).extracting(role -> role.path("key").asText()).containsExactly("answers", "approves", "investigates", "independent", "adjudicates");
        assertThat(board(browsers.signedIn("ombudsman-supervisor")).path("roles")).extracting(role -> role.path("label").asText()).containsExactly("Investigator at the Ombudsman");
        assertThat(kent.get("/redress/api/board/deadlines.csv?due=OVERDUE&kind=acknowledgement").body()).contains(late + ",Acknowledgement,").doesNotContain(elsewhere);
        assertThat(kent.get("/redress/api/board/tasks?due=OVERDUE&person=").body()).contains("Acknowledge complaint");
        assertThat(kent.get("/redress/api/board/tasks.csv?reference=" + late).body()).contains(late + ",Acknowledge complaint,");
        assertThat(kent.get("/redress/api/board/tasks.csv?reference=" + elsewhere).body()).doesNotContain("Acknowledge complaint");
        assertThat(kent.get("/redress/api/board/counts.csv").body()).startsWith("\uFEFFBy,Which,Overdue").contains("Kind of deadline,Acknowledgement,");
        assertThat(browsers.signedIn("leicestershire-supervisor").get("/redress/api/board/deadlines.csv").body()).contains(elsewhere).doesNotContain(late);
        for (var other : List.of("kent-officer", "process-owner", "admin")) {
            assertThat(browsers.signedIn(other).get("/redress/api/board").statusCode()).as(other).isEqualTo(403);
        }
    }

    @Test
    void givesTheListOfAMonthAsADocument() throws Exception {
        var kent = browsers.signedIn("kent-supervisor");
        var received = office.today().minusDays(40);
        var late = office.receive("kent", Map.of("receivedOn", received.toString()));
        var elsewhere = office.receive("leicestershire", Map.of("receivedOn", received.toString()));
        var month = YearMonth.from(jdbc.queryForObject("select due_on from deadline where reference = ? and kind = 'acknowledgement'", LocalDate.class, late));

        var file = kent.file("/redress/api/board/month.pdf?month=" + month);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).contains("monthly-list-" + month + ".pdf");
        try (var document = Loader.loadPDF(file.body())) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", "")).contains("Forsupervisors", "KentCountyCouncil", "Opencases", "Overdue", "Metandmissed", "Actionsstilltobedone", "Lessons", late)
                    .doesNotContain(elsewhere);
        }
        assertThat(Accessible.faults(file.body())).isEmpty();
        try (var word = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(kent.file("/redress/api/board/month.docx").body())))) {
            assertThat(word.getText()).contains(late);
        }
        assertThat(jdbc.queryForObject("select count(*) from audit where reference = ? and who = 'kent-supervisor' and task = 'monthly list'", Integer.class, late)).isEqualTo(2);
        assertThat(kent.get("/redress/api/board/month.pdf?month=" + YearMonth.from(office.today()).plusMonths(1)).statusCode()).isEqualTo(400);
        assertThat(kent.get("/redress/api/board/month.pdf?month=soon").statusCode()).isEqualTo(400);
        for (var other : List.of("kent-officer", "process-owner", "admin")) {
            assertThat(browsers.signedIn(other).get("/redress/api/board/month.pdf").statusCode()).as(other).isEqualTo(403);
        }
    }

    @Test
    void countsAndListsNothingOfACaseThatIsRestrictedToOthers() {
        var reference = office.receive("kent", Map.of("receivedOn", office.today().minusDays(21).toString()));
        var task = office.task(reference, "Acknowledge complaint").getId();
        var kent = browsers.signedIn("kent-supervisor");
        var before = board(kent);
        int standing = step(figures(kent), ACKNOWLEDGE).path("standing").asInt();
        assertThat(kent.get("/redress/api/board/deadlines.csv").body()).contains(reference);
        jdbc.update("insert into case_restriction (id, version, complaint_id, number, reason, placed_on, placed_by) select -1, 0, c.id, 1, 'About a colleague.', c.status_since, 'nobody'"
                + " from complaint c where c.reference = ?", reference);
        try {
            var after = board(kent);

            assertThat(before.at("/deadlines/all/overdue").asInt() - after.at("/deadlines/all/overdue").asInt()).isEqualTo(1);
            assertThat(group(before.at("/people"), "").path("overdue").asInt() - group(after.at("/people"), "").path("overdue").asInt()).isEqualTo(1);
            assertThat(step(figures(kent), ACKNOWLEDGE).path("standing").asInt()).isEqualTo(standing - 1);
            assertThat(step(figures(browsers.signedIn("process-owner")), ACKNOWLEDGE).path("standing").asInt()).isNotNegative();
            assertThat(kent.get("/redress/api/board/deadlines.csv").body()).doesNotContain(reference);
            assertThat(kent.get("/redress/api/board/tasks.csv").body()).doesNotContain(reference);
            kent.file("/redress/api/board/month.pdf");
            assertThat(jdbc.queryForObject("select count(*) from audit where reference = ? and task = 'monthly list'", Integer.class, reference)).isZero();
            assertThat(bulk(kent, Map.of("deed", "ASSIGN", "to", "kent-officer", "items", List.of(task)))).singleElement().satisfies(one -> {
                assertThat(one.path("done").asBoolean()).isFalse();
                assertThat(one.toString()).contains("There is no such task for you").doesNotContain(reference);
            });
            assertThat(bulk(kent, Map.of("deed", "HAND_OVER", "to", "kent-manager", "role", "answers", "reason", "x", "items", List.of(reference))).get(0).path("said").asText())
                    .isEqualTo("There is no case " + reference + " here.");
        } finally {
            jdbc.update("delete from case_restriction where id = -1");
        }
    }

    @Test
    void listsFinishedCasesByOutcomeAndPeriod() {
        var reference = office.receive("kent", Map.of());
        office.event(reference, "withdrawal", Map.of());
        office.complete(reference, "Confirm withdrawal", Answers.confirmWithdrawal(office.today()));
        var kent = browsers.signedIn("kent-supervisor");

        assertThat(kent.get("/redress/api/board/finished?outcome=WITHDRAWN&from=" + office.today()).body()).contains(reference, "\"outcome\":\"Withdrawn\"");
        assertThat(jdbc.queryForObject("select count(*) from audit where reference = ? and operation = 'open' and who = 'kent-supervisor'", Integer.class, reference)).isPositive();
        assertThat(kent.get("/redress/api/board/finished.csv?outcome=RESOLVED").body()).doesNotContain(reference);
        assertThat(kent.get("/redress/api/board/finished.csv?until=" + office.today().minusDays(1)).body()).doesNotContain(reference);
        assertThat(kent.get("/redress/api/board/finished.csv?procedure=acknowledgement").body()).contains(reference);
        assertThat(kent.get("/redress/api/board/finished.csv?procedure=review-panel").body()).doesNotContain(reference);
        assertThat(kent.get("/redress/api/board/finished.csv?outcome=EVERY").statusCode()).isEqualTo(400);
        assertThat(browsers.signedIn("leicestershire-supervisor").get("/redress/api/board/finished.csv").body()).startsWith("\uFEFFCase,Outcome").doesNotContain(reference);
    }

    @Test
    void doesOneThingWithManyAndSaysOfEachWhatBecameOfIt() {
        var first = office.task(office.receive("kent", Map.of()), "Acknowledge complaint");
        var reference = office.receive("kent", Map.of());
        var second = office.task(reference, "Acknowledge complaint");
        var elsewhere = office.task(office.receive("leicestershire", Map.of()), "Acknowledge complaint");
        var kent = browsers.signedIn("kent-supervisor");
        var items = List.of(first.getId(), second.getId(), elsewhere.getId(), "none");

        assertThat(bulk(kent, Map.of("deed", "ASSIGN", "to", "kent-officer", "items", items))).extracting(one -> one.path("done").asBoolean() + ": " + one.path("said").asText())
                .satisfiesExactly(one -> assertThat(one).startsWith("true: With ").endsWith(" now."), one -> assertThat(one).startsWith("true: With "),
                        one -> assertThat(one).startsWith("false: There is no such task for you"), one -> assertThat(one).startsWith("false: There is no such task for you"));
        assertThat(office.chronology(reference, "Task given")).singleElement().asString().contains("\"Acknowledge complaint\" moved to kent-officer");
        assertThat(bulk(kent, Map.of("deed", "ASSIGN", "to", "kent-officer", "items", items.subList(0, 2)))).extracting(one -> one.path("said").asText())
                .allSatisfy(said -> assertThat(said).endsWith("had it already."));
        assertThat(office.chronology(reference, "Task given")).as("what is done is not done again").hasSize(1);
        assertThat(bulk(kent, Map.of("deed", "ASSIGN", "to", "kent-approver", "items", items.subList(0, 1)))).singleElement().satisfies(one -> {
            assertThat(one.path("done").asBoolean()).isFalse();
            assertThat(one.path("label").asText()).endsWith("Acknowledge complaint");
            assertThat(one.path("said").asText()).contains("is not one of the");
        });
        assertThat(bulk(kent, Map.of("deed", "PRIORITY", "level", "URGENT", "items", items.subList(1, 3)))).extracting(one -> one.path("done").asBoolean()).containsExactly(true, false);
        assertThat(office.chronology(reference, "Priority of a task")).containsExactly("Priority of a task: \"Acknowledge complaint\" is urgent.");
        var day = office.today().plusDays(3).toString();
        assertThat(bulk(kent, Map.of("deed", "BRING_FORWARD", "day", day, "reason", "They are away.", "items", items.subList(1, 3)))).extracting(one -> one.path("done").asBoolean()).containsExactly(true, false);
        bulk(kent, Map.of("deed", "BRING_FORWARD", "day", day, "reason", "They are away.", "items", items.subList(1, 2)));
        assertThat(office.chronology(reference, "Bring-forward day")).as("once").singleElement().asString().contains("They are away.");
        assertThat(bulk(kent, Map.of("deed", "BRING_FORWARD", "day", "2020-01-01", "reason", "x", "items", items.subList(1, 2))).get(0).path("said").asText()).contains("has passed");
        assertThat(kent.get("/redress/api/board/tasks.csv?reference=" + reference).body()).contains("," + day + ",100\r\n");
        assertThat(post(kent, "people", Map.of("deed", "ASSIGN", "items", items)).body()).contains("\"id\":\"kent-officer\"", "\"may\":2").doesNotContain("leicestershire-officer", "kent-approver");
    }

    @Test
    void handsOverAsTheSingleStepDoes() {
        var reference = casework.accepted("kent");
        office.complete(reference, "Decide who answers", Answers.responder("kent-manager"));
        var colleague = office.hires("kent", "colleague-of-many", Role.RESPONDERS.group());
        var elsewhere = casework.accepted("leicestershire");
        var kent = browsers.signedIn("kent-supervisor");
        var asked = Map.of("deed", "HAND_OVER", "role", "answers", "to", colleague, "reason", "Too much at once.", "items", List.of(reference, elsewhere));
        assertThat(post(kent, "people", asked).body()).contains("\"id\":\"" + colleague + "\",\"name\":\"Somebody New\",\"may\":1");

        assertThat(bulk(kent, asked)).extracting(one -> one.path("done").asBoolean()).containsExactly(true, false);

        assertThat(office.chronology(reference, "Handed over")).singleElement().asString().contains(colleague + " answers the complaint");
        assertThat(office.task(reference, "Investigate complaint").getAssignee()).isEqualTo(colleague);
        assertThat(bulk(kent, asked).get(0).path("said").asText()).isEqualTo("Somebody New had it already.");
    }

    @Test
    void letsFailedStepsRunAgain() {
        var reference = office.receive("kent", Map.of());
        var job = management.createJobQuery().processInstanceId(office.task(reference, "Acknowledge complaint").getProcessInstanceId()).list().get(0);
        management.setJobRetries(job.getId(), 0);
        var kent = browsers.signedIn("kent-supervisor");
        assertThat(StreamSupport.stream(board(kent).path("failed").spliterator(), false).filter(one -> one.path("reference").asText().equals(reference))).singleElement()
                .satisfies(one -> assertThat(one.path("step").asText()).isNotBlank());

        assertThat(bulk(browsers.signedIn("leicestershire-supervisor"), Map.of("deed", "RETRY", "items", List.of(job.getId())))).hasSize(1);
        assertThat(management.createJobQuery().jobId(job.getId()).singleResult().getRetries()).as("not at another council").isZero();

        assertThat(bulk(kent, Map.of("deed", "RETRY", "items", List.of(job.getId()))).get(0).path("said").asText()).startsWith("It runs again");
        assertThat(management.createJobQuery().jobId(job.getId()).singleResult().getRetries()).isEqualTo(1);
        assertThat(bulk(kent, Map.of("deed", "RETRY", "items", List.of(job.getId()))).get(0).path("said").asText()).isEqualTo("It does not stand still any more.");
    }

    @Test
    void refusesWhatIsNoMatterOfManyAndMoreThanAHundred() {
        var kent = browsers.signedIn("kent-supervisor");
        var many = IntStream.rangeClosed(1, 101).mapToObj(number -> "task-" + number).toList();

        assertThat(post(kent, "bulk", Map.of("deed", "LEGAL_DAY", "day", "2026-12-01", "items", List.of("any"))).body()).contains("follows facts", "Case event", "Correction");
        assertThat(post(kent, "bulk", Map.of("deed", "RETRY", "items", many))).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("At most 100 at once; these are 101.");
        });
        for (var wrong : List.of(Map.of("deed", "ASSIGN", "items", List.of("any")), Map.of("deed", "ASSIGN", "to", "kent-officer", "items", List.of()), Map.of("items", List.of("any")),
                Map.of("deed", "HAND_OVER", "to", "kent-officer", "role", "king", "reason", "x", "items", List.of("any")), Map.of("deed", "DELETE", "items", List.of("any")))) {
            assertThat(post(kent, "bulk", wrong).statusCode()).as(wrong.toString()).isEqualTo(400);
        }
        assertThat(post(browsers.signedIn("kent-officer"), "bulk", Map.of("deed", "RETRY", "items", List.of("any"))).statusCode()).isEqualTo(403);
    }

    private static List<JsonNode> bulk(Browsers.Browser browser, Map<String, ?> asked) {
        var answer = post(browser, "bulk", asked);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(Browsers.json(answer).spliterator(), false).toList();
    }

    private static HttpResponse<String> post(Browsers.Browser browser, String what, Map<String, ?> asked) {
        return browser.change("POST", "/redress/api/board/" + what, JSON.valueToTree(asked).toString());
    }

    private JsonNode board(Browsers.Browser browser) {
        var answer = browser.get("/redress/api/board");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Browsers.json(answer);
    }

    private static JsonNode group(JsonNode groups, String key) {
        return StreamSupport.stream(groups.spliterator(), false).filter(one -> one.path("key").asText().equals(key)).findFirst()
                .orElseGet(com.fasterxml.jackson.databind.node.JsonNodeFactory.instance::objectNode);
    }

    private JsonNode figures(Browsers.Browser browser) {
        var answer = browser.get(path("acknowledgement"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Browsers.json(answer);
    }

    private String path(String process) {
        return "/redress/api/board/definitions/" + repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult().getId();
    }

    private static JsonNode step(JsonNode figures, String id) {
        return StreamSupport.stream(figures.path("steps").spliterator(), false).filter(step -> step.path("id").asText().equals(id)).findFirst()
                .orElseGet(com.fasterxml.jackson.databind.node.JsonNodeFactory.instance::objectNode);
    }
}
