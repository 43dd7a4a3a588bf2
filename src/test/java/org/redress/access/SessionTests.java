package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.api.Browsers;
import org.redress.api.Browsers.Browser;
import org.redress.api.HttpTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long one stays signed in. */
@HttpTest
class SessionTests {
    private static final String TASKS = "/camunda/api/engine/engine/default/task/count";

    @Autowired
    private Browsers browsers;

    @Autowired
    private JdbcTemplate database;

    @Test
    void endsWhenNobodyIsThere() {
        var officer = browsers.signedIn("kent-officer");

        pass(Duration.ofMinutes(29));
        assertThat(officer.get(TASKS).statusCode()).isEqualTo(200);
        pass(Duration.ofMinutes(2));

        assertThat(officer.get(TASKS).statusCode()).isEqualTo(401);
        assertThat(officer.get("/redress/api/tasks/none/case").statusCode()).isEqualTo(401);
        assertThat(present(officer)).isEqualTo(401);
    }

    @Test
    void goesOnWhileSomebodyIsThere() {
        var officer = browsers.signedIn("kent-officer");

        pass(Duration.ofMinutes(29));
        assertThat(present(officer)).isEqualTo(204);
        pass(Duration.ofMinutes(29));

        assertThat(officer.get(TASKS).statusCode()).isEqualTo(200);
    }

    /** What the webapps ask for by themselves, and what they might ask for one day. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /camunda/api/engine/engine/default/task/none
            GET  | /camunda/api/engine/engine/default/task/count
            POST | /camunda/api/engine/engine/default/filter/none/list
            POST | /camunda/api/engine/engine/default/filter/none/count
            GET  | /camunda/api/admin/auth/user/default
            GET  | /camunda/api/cockpit/plugin/base/default/process-definition/statistics
            POST | /camunda/api/engine/engine/default/task/none/claim
            GET  | /redress/api/tasks/none/case
            GET  | /camunda/app/tasklist/default/
            GET  | /redress/present
            """)
    void isNotKeptAliveByAnyOtherRequest(String method, String path) {
        var officer = browsers.signedIn("kent-officer");

        pass(Duration.ofMinutes(20));
        var asked = officer.send(officer.request(path).header("Content-Type", "application/json")
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}")));
        assertThat(asked.statusCode()).isNotEqualTo(401);
        pass(Duration.ofMinutes(11));

        assertThat(officer.get(TASKS).statusCode()).isEqualTo(401);
    }

    /** The database counts the changes of a table, those too that were taken back. */
    @Test
    void isNotWrittenByAnyOtherRequest() {
        var officer = browsers.signedIn("kent-officer");
        pass(Duration.ofMinutes(2));
        var before = changes();

        for (int i = 0; i < 3; i++) {
            assertThat(officer.get(TASKS).statusCode()).isEqualTo(200);
            assertThat(officer.post("/task/count", Map.of()).statusCode()).isEqualTo(200);
            assertThat(officer.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
            assertThat(officer.get("/redress/sessions").statusCode()).isEqualTo(200);
            assertThat(officer.get("/redress/api/tasks/none/case").statusCode()).isEqualTo(404);
            browsers.fresh().get("/sign-in");
            browsers.fresh().get("/camunda/favicon.ico");
            browsers.fresh().get(TASKS);
        }
        assertThat(changes()).isEqualTo(before);

        assertThat(present(officer)).isEqualTo(204);
        assertThat(changes()).isNotEqualTo(before);
    }

    @Test
    void writesOnceWhenSomebodyIsThereAllTheTime() {
        var officer = browsers.signedIn("kent-officer");
        var before = changes();

        assertThat(present(officer)).isEqualTo(204);

        assertThat(changes()).isEqualTo(before);
    }

    @Test
    void isNotKeptAliveByAnotherSite() {
        var officer = browsers.signedIn("kent-officer");

        pass(Duration.ofMinutes(20));
        var asked = officer.send(officer.request(Sessions.PRESENT).header("Sec-Fetch-Site", "cross-site").POST(BodyPublishers.noBody()));
        assertThat(asked.statusCode()).isEqualTo(403);
        pass(Duration.ofMinutes(11));

        assertThat(officer.get(TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void endsAfterAWorkingDayWhateverIsDone() {
        var officer = browsers.signedIn("kent-officer");

        for (int i = 0; i < 28; i++) {
            pass(Duration.ofMinutes(25));
            assertThat(present(officer)).isEqualTo(204);
        }
        pass(Duration.ofMinutes(25));

        assertThat(officer.get(TASKS).statusCode()).isEqualTo(401);
    }

    private static int present(Browser person) {
        return person.send(person.request(Sessions.PRESENT).POST(BodyPublishers.noBody())).statusCode();
    }

    /** All sessions are so much older. */
    private void pass(Duration more) {
        database.update("update spring_session set creation_time = creation_time - ?, last_access_time = last_access_time - ?, expiry_time = expiry_time - ?",
                more.toMillis(), more.toMillis(), more.toMillis());
    }

    private List<Long> changes() {
        return database.queryForList("select last_modification from information_schema.tables where table_name like 'SPRING_SESSION%' order by table_name", Long.class);
    }
}
