package org.redress.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.api.Browsers.json;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redress.api.Browsers.Browser;
import org.redress.identity.Role;
import org.redress.testing.Answers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a browser keeps of a form that is being filled in, as it asks for it. */
@HttpTest
@ExtendWith(OutputCaptureExtension.class)
class DraftApiTests {
    private static final String TYPED = "{\"writer\":\"11111111-aaaa\",\"base\":%d,\"version\":%d,\"values\":{\"understanding\":\"Dear Ms Quillfeather, 😀\",\"advocacyOffered\":true}}";

    @Autowired
    private Browsers browsers;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcTemplate jdbc;

    private Browser officer;
    private String draft;
    private String task;

    @BeforeEach
    void anOfficerReceivesAComplaint() {
        officer = browsers.signedIn("kent-officer");
        var started = officer.start("complaint", Answers.complaint(LocalDate.now(ZoneId.of("Europe/London")), Map.of()));
        task = tasks.createTaskQuery().processInstanceBusinessKey(json(started).path("businessKey").asText()).singleResult().getId();
        draft = "/redress/api/drafts/tasks/" + task;
    }

    @AfterEach
    void throwAllAway() {
        jdbc.update("delete from draft");
        jdbc.update("delete from draft_loss");
    }

    @Test
    void givesBackWhatWasKept() {
        var kept = officer.change("PUT", draft, TYPED.formatted(0, 1));
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);

        var answer = browsers.signedIn("kent-officer").get(draft);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(json(answer).path("values").toString()).isEqualTo("{\"understanding\":\"Dear Ms Quillfeather, 😀\",\"advocacyOffered\":true}");
        assertThat(json(answer).path("version").asInt()).isEqualTo(1);
        assertThat(json(answer).path("keptAt").asText()).matches("\\d\\d:\\d\\d");
    }

    @Test
    void givesBackAStartForm() {
        assertThat(json(officer.get("/redress/api/drafts/starts/complaint")).path("version").asInt()).isZero();

        officer.change("PUT", "/redress/api/drafts/starts/complaint", "{\"writer\":\"11111111-aaaa\",\"base\":0,\"version\":1,\"values\":{\"complainant\":\"Ms T\"}}");

        assertThat(json(officer.get("/redress/api/drafts/starts/complaint")).path("values").toString()).isEqualTo("{\"complainant\":\"Ms T\"}");
        assertThat(browsers.signedIn("leicestershire-officer").get("/redress/api/drafts/starts/complaint").body()).contains("\"version\":0").doesNotContain("Ms T");
    }

    @Test
    void tellsAWindowThatAnotherOneWasFaster() {
        officer.change("PUT", draft, TYPED.formatted(0, 1));

        var refused = officer.change("PUT", draft, TYPED.replace("11111111", "99999999").formatted(0, 1));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("message").asText()).isEqualTo("Another window has kept another text for this.");
        assertThat(json(refused).path("now").path("version").asInt()).isEqualTo(1);
    }

    @Test
    void throwsItAway() {
        officer.change("PUT", draft, TYPED.formatted(0, 1));

        assertThat(officer.change("DELETE", draft + "?version=1&writer=11111111-aaaa", "").statusCode()).isEqualTo(200);

        assertThat(json(officer.get(draft)).path("version").asInt()).isZero();
        assertThat(jdbc.queryForObject("select count(*) from draft", Integer.class)).isZero();
    }

    @Test
    void tellsOfALossOnceAndOnlyItsWriter() {
        officer.change("PUT", draft, TYPED.formatted(0, 1));
        identity.createMembership("kent-manager", Role.COMPLAINTS_TEAM.group());
        try {
            tasks.setAssignee(task, "kent-manager");
        } finally {
            identity.deleteMembership("kent-manager", Role.COMPLAINTS_TEAM.group());
        }
        var losses = json(officer.get("/redress/api/drafts/losses"));
        assertThat(losses.path(0).path("sentence").asText()).matches("Your unsent text for “Acknowledge complaint” in KENT-\\d{4}-\\d{5} was thrown away, because .*\\.");
        var loss = "/redress/api/drafts/losses/" + losses.path(0).path("id").asLong();

        browsers.signedIn("kent-manager").change("DELETE", loss, "");
        assertThat(json(officer.get("/redress/api/drafts/losses"))).hasSize(1);
        assertThat(json(browsers.signedIn("kent-manager").get("/redress/api/drafts/losses"))).isEmpty();

        assertThat(officer.change("DELETE", loss, "").statusCode()).isEqualTo(204);
        assertThat(json(officer.get("/redress/api/drafts/losses"))).isEmpty();
    }

    @Test
    void writesNothingOfItToTheLog(CapturedOutput log) {
        officer.change("PUT", draft, TYPED.formatted(0, 1));
        officer.change("PUT", draft, TYPED.formatted(0, 1).replace("true}", "[\"Quillfeather\"]}"));
        for (var path : List.of("/redress/api/steps/tasks/none/bring-forward", "/redress/api/cases/KENT-1999-00001/attachments/1/marking", "/redress/api/cases/KENT-1999-00001/attachments/Quillfeather/marking")) {
            assertThat(officer.change("PUT", path, "{\"day\": Quillfeather}").statusCode()).as(path).isEqualTo(400);
        }
        jdbc.execute("alter table draft rename to draft_away");
        try {
            var failed = officer.change("PUT", draft, TYPED.formatted(1, 2));

            assertThat(failed.statusCode()).isEqualTo(503);
            assertThat(json(failed).path("message").asText()).isEqualTo("Drafts cannot be kept at the moment.");
        } finally {
            jdbc.execute("alter table draft_away rename to draft");
        }

        assertThat(log.getAll()).contains("A draft could not be kept or read").doesNotContain("Quillfeather");
    }
}
