package org.redress.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.springframework.beans.factory.annotation.Autowired;

/** What supervisors see in Cockpit of all cases of their council, and of no other. */
@HttpTest
class BoardTests {
    private static final String ACKNOWLEDGE = "UserTask_AcknowledgeComplaint";

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private Browsers browsers;

    @Autowired
    private RepositoryService repository;

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
    void listsFinishedCasesByOutcomeAndPeriod() {
        var reference = office.receive("kent", Map.of());
        office.event(reference, "withdrawal", Map.of());
        office.complete(reference, "Confirm withdrawal", Answers.confirmWithdrawal(office.today()));
        var kent = browsers.signedIn("kent-supervisor");

        assertThat(kent.get("/redress/api/board/finished?outcome=WITHDRAWN&from=" + office.today()).body()).contains(reference, "\"outcome\":\"Withdrawn\"");
        assertThat(kent.get("/redress/api/board/finished.csv?outcome=RESOLVED").body()).doesNotContain(reference);
        assertThat(kent.get("/redress/api/board/finished.csv?until=" + office.today().minusDays(1)).body()).doesNotContain(reference);
        assertThat(kent.get("/redress/api/board/finished.csv?outcome=EVERY").statusCode()).isEqualTo(400);
        assertThat(browsers.signedIn("leicestershire-supervisor").get("/redress/api/board/finished.csv").body()).startsWith("\uFEFFCase,Outcome").doesNotContain(reference);
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
