package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.api.Browsers.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.api.Browsers;
import org.redress.api.Browsers.Browser;
import org.redress.api.HttpTest;
import org.redress.identity.Throttle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;

/** How much of anything one may send or ask for, and what an error tells. */
@HttpTest
class LimitTests {
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final int MEGABYTE = 1024 * 1024;

    @Autowired
    private Browsers browsers;

    @Autowired
    private RuntimeService processes;

    @LocalServerPort
    private int port;

    private Browser officer;

    @BeforeEach
    void anOfficerSignsIn() {
        officer = browsers.signedIn("kent-officer");
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGINE + "/process-definition/key/complaint/submit-form", ENGINE + "/task/count", "/redress/api/tasks/none/case"})
    void takesNothingLargerThanIsAskedFor(String path) {
        var fifty = "{\"x\":\"" + "a".repeat(50 * MEGABYTE) + "\"}";

        var told = officer.send(officer.request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(fifty.substring(0, 3 * MEGABYTE))));
        var chunked = officer.send(officer.request(path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(fifty.substring(0, 3 * MEGABYTE).getBytes(StandardCharsets.UTF_8)))));

        tooLarge(told);
        tooLarge(chunked);
    }

    @Test
    void takesSmallFormsOnlyAtTheSignIn() {
        var stranger = browsers.fresh();
        var form = "username=" + "a".repeat(100_000);

        tooLarge(stranger.send(stranger.request("/sign-in").header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form))));
        tooLarge(stranger.send(stranger.request("/sign-in").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8))))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/case-definition", "/case-instance", "/case-execution", "/history/case-instance", "/history/case-activity-instance", "/case-instance/count", "/history/case-instance/count"})
    void saysThatAPartIsSwitchedOff(String part) {
        var answer = officer.get(ENGINE + part);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("This part of the engine is switched off.");
    }

    /** The only one of which Cockpit's own dashboard needs the number. */
    @Test
    void saysThatThereAreNoModelsOfSuchAPart() {
        var answer = officer.get(ENGINE + "/case-definition/count?latestVersion=true");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"count\":0}");
        assertThat(browsers.fresh().get(ENGINE + "/case-definition/count").statusCode()).as("a stranger").isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"POST, /filter/create, resourceType, Task", "POST, /group/create, id, new-group"})
    void saysThatANameIsTooLong(String method, String path, String key, String value) {
        var admin = browsers.signedIn("admin");

        var answer = admin.post(path, Map.of(key, value, "name", "n".repeat(5000), "query", Map.of(), "properties", Map.of(), "type", "WORKFLOW").entrySet().stream()
                .filter(field -> path.startsWith("/filter") ? !field.getKey().equals("type") : List.of(key, "name", "type").contains(field.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));

        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 403);
        plain(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/task", "/task/count", "/process-instance", "/process-definition/key/complaint/submit-form"})
    void takesNoHundredThousandKeys(String path) {
        var keys = IntStream.range(0, 100_000).mapToObj(i -> "\"k" + i + "\":1").collect(Collectors.joining(",", "{\"variables\":{", "}}"));

        tooLarge(officer.send(officer.request(ENGINE + path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(keys))));
    }

    @Test
    void takesNoPatternThatMatchesEverywhere() {
        var pattern = "%a".repeat(200);

        for (var answer : List.of(officer.get(ENGINE + "/task?nameLike=" + pattern.replace("%", "%25")), officer.get(ENGINE + "/task?taskVariables=x_like_" + pattern.replace("%", "%25")),
                officer.post("/task", Map.of("nameLike", pattern)), officer.post("/task", Map.of("orQueries", List.of(Map.of("descriptionLike", pattern)))),
                officer.post("/task/count", Map.of("processVariables", List.of(Map.of("name", "x", "operator", "like", "value", pattern)))))) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("A pattern has at most 6 of the sign %.");
        }
        assertThat(officer.post("/task/count", Map.of("nameLike", "%letter%")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/task?maxResults=-1", "/task?firstResult=-1&maxResults=5", "/history/task?firstResult=-2147483648&maxResults=5"})
    void givesNoNegativeNumberOfResults(String query) {
        var answer = officer.get(ENGINE + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        plain(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/user", "/user/kent-officer", "/group", "/group/supervisors/members", "/tenant", "/authorization", "/filter"})
    void tellsTheWebappsWhichButtonsSomebodyGetsAndNoMore(String path) {
        var admin = browsers.signedIn("admin");

        var asked = admin.send(admin.request(ENGINE + path).method("OPTIONS", BodyPublishers.noBody()));
        var described = admin.send(admin.request(ENGINE + path).setHeader("Accept", "application/vnd.sun.wadl+xml").method("OPTIONS", BodyPublishers.noBody()));

        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(json(asked).path("links")).isNotEmpty();
        assertThat(described.statusCode()).isEqualTo(405);
    }

    @Test
    void unpacksNothing() {
        for (var packed : List.of("gzip", "deflate", "br", "identity")) {
            var answer = officer.send(officer.request(ENGINE + "/task/count").header("Content-Type", "application/json").header("Content-Encoding", packed).POST(BodyPublishers.ofString("{}")));

            assertThat(answer.statusCode()).isEqualTo(415);
            plain(answer);
        }
    }

    @Test
    void takesNoLargeFile() {
        var part = "--x\r\nContent-Disposition: form-data; name=\"content\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\n"
                + "a".repeat(3 * MEGABYTE) + "\r\n--x--\r\n";

        tooLarge(officer.send(officer.request(ENGINE + "/task/none/attachment/create").header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(part))));
    }

    @Test
    void readsASmallBodyThatDoesNotSayHowLongItIs() {
        var answer = officer.send(officer.request(ENGINE + "/task/count").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream("{\"name\":\"none\"}".getBytes(StandardCharsets.UTF_8)))));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"count\":0}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/task", "/task/count", "/process-definition/key/complaint/submit-form", "/process-instance", "/filter/count", "/task/none/submit-form"})
    void readsNoJsonThatIsTenThousandDeep(String path) {
        for (var deep : new String[] {"[".repeat(10_000) + "]".repeat(10_000), "{\"variables\":" + "{\"x\":".repeat(10_000) + "1" + "}".repeat(10_001)}) {
            var answer = officer.send(officer.request(ENGINE + path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(deep)));

            assertThat(answer.statusCode()).as(path).isIn(400, 405);
            plain(answer);
        }
    }

    @Test
    void readsNoDeepJsonInsideAVariable() {
        var deep = "[".repeat(10_000) + "]".repeat(10_000);

        var answer = officer.post("/process-definition/key/complaint/submit-form", Map.of("variables", Map.of("x", Map.of("value", deep, "type", "Json"))));

        assertThat(answer.statusCode()).isEqualTo(400);
        plain(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/task", "/process-instance", "/history/process-instance", "/history/task", "/history/activity-instance", "/user"})
    void givesAtMostTwoThousandResults(String query) {
        var admin = browsers.signedIn("admin");

        for (var more : List.of("2001", "100000", "2147483647")) {
            var answer = admin.get(ENGINE + query + "?maxResults=" + more);
            assertThat(answer.statusCode()).isEqualTo(400);
            plain(answer);
        }
        assertThat(admin.get(ENGINE + query + "?maxResults=2000").statusCode()).isEqualTo(200);
    }

    @Test
    void givesTheWebappsNoMoreWhenTheyAskForAll(@Autowired JdbcTemplate database) {
        database.update("insert into act_id_group (id_, rev_, name_) select 'crowd-' || x, 1, 'Crowd' from system_range(1, 2010)");
        try {
            var all = json(browsers.signedIn("admin").get(ENGINE + "/group"));

            assertThat(all).hasSize(2000);
        } finally {
            database.update("delete from act_id_group where id_ like 'crowd-%'");
        }
    }

    @Test
    void startsNoMoreComplaintsThanAPersonCanType(@Autowired WebSecurity security, @Value("${redress.limits.starts-in-a-row}") int inARow) {
        var person = "cambridgeshire-officer";
        var manager = browsers.signedIn(person);
        for (int i = 0; i < 30; i++) {
            assertThat(manager.post("/process-definition/key/complaint/submit-form", Map.of()).statusCode()).isEqualTo(400);
        }
        // those that are left are taken here: hundreds of requests would be half a minute
        var starts = (Throttle) ReflectionTestUtils.getField(ReflectionTestUtils.getField(security, "startRate"), "starts");
        assertThat(left(starts, person)).as("each request counts").isLessThan(inARow);
        var answer = manager.post("/process-definition/key/complaint/submit-form", Map.of());
        for (int i = 0; i < 10 && answer.statusCode() != 429; i++) {
            // one came back meanwhile
            left(starts, person);
            answer = manager.post("/process-definition/key/complaint/submit-form", Map.of());
        }
        var before = processes.createProcessInstanceQuery().count();

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValueSatisfying(seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 10));
        assertThat(json(answer).path("message").asText()).startsWith("You started too many in a short time.");
        assertThat(officer.post("/process-definition/key/complaint/submit-form", Map.of()).statusCode()).isEqualTo(400);
        assertThat(processes.createProcessInstanceQuery().count()).isEqualTo(before);
    }

    private static int left(Throttle starts, String person) {
        int left = 0;
        while (starts.take(person).isEmpty()) {
            left++;
        }
        return left;
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nothing-here, 404", "GET, /redress/nothing, 404", "GET, /camunda/api/nothing, 404", "GET, " + ENGINE + "/nothing, 404",
        "GET, " + ENGINE + "/task/none, 404", "DELETE, /redress/api/tasks/none/case, 403", "PUT, /sign-in, 403", "PATCH, " + ENGINE + "/task/none, 405",
        "TRACE, /sign-in, 405", "OPTIONS, " + ENGINE + "/task, 405", "GET, /camunda/api/engine/application.wadl, 404", "GET, /camunda/api/admin/application.wadl, 404", "GET, " + ENGINE + "/application.wadl/xsd0.xsd, 404", "GET, /camunda/app/tasklist/default/%2e%2e/x, 400", "GET, /camunda/app/tasklist/default/;x=1, 400", "GET, /camunda//app, 400",
        "GET, " + ENGINE + "/task?processInstanceBusinessKey=%00, 200", "GET, " + ENGINE + "/task?maxResults=many, 404", "GET, /camunda/api/engine/engine/other/task, 401",
        "GET, " + ENGINE + "/process-definition/none/xml, 404", "GET, /actuator, 404", "GET, /actuator/env, 404", "GET, /actuator/beans, 404", "GET, /actuator/heapdump, 404",
        "GET, /h2-console, 404", "GET, /swagger-ui/index.html, 404", "GET, /v3/api-docs, 404", "GET, /engine-rest/engine, 401", "GET, /error, 404",
    })
    void tellsNothingOfTheInsideInAnError(String method, String path, int status) throws IOException {
        var answer = raw("%s %s HTTP/1.1\r\nHost: localhost:%d\r\nConnection: close\r\nAccept: text/html, */*\r\nCookie: JSESSIONID=%s\r\nX-XSRF-TOKEN: %s\r\n\r\n"
                .formatted(method, path, port, officer.cookie("JSESSIONID"), officer.cookie("XSRF-TOKEN")));

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        withOurHeaders(answer);
        assertThat(answer).doesNotContainIgnoringCase("exception", "apache", "tomcat", "camunda.bpm", "springframework", "\tat ", "whitelabel", "timestamp", "java.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/9.9\r\n\r\n", "GET /\u0001 HTTP/1.1\r\nHost: x\r\n\r\n", "NONSENSE\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "GET /[{}] HTTP/1.1\r\nHost: localhost\r\n\r\n"})
    void tellsNothingOfItselfToWhoeverCannotSpeakHttp(String request) throws IOException {
        var answer = raw(request);

        assertThat(answer).startsWith("HTTP/1.1 ");
        assertThat(answer.substring(9, 12)).isIn("400", "505");
        withOurHeaders(answer);
        assertThat(answer.split("\r\n\r\n", 2)[1]).containsPattern("This (request cannot be read|cannot be read in the form in which it was sent)\\.");
        assertThat(answer).doesNotContainIgnoringCase("exception", "apache", "tomcat", "java.", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
    void takesNoOtherFormThanItsOwn(String form) {
        var answer = officer.send(officer.request(ENGINE + "/task/count").header("Content-Type", form).POST(BodyPublishers.ofString("<a/>")));

        assertThat(answer.statusCode()).isEqualTo(415);
        plain(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "nonsense", "[1,2]", "{\"dueBefore\":\"never\"}", "{\"orQueries\":1}"})
    void readsNoJsonThatIsNone(String body) {
        var answer = officer.send(officer.request(ENGINE + "/task/count").header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(400);
        plain(answer);
    }

    private static void tooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("This is too large.");
    }

    private static void withOurHeaders(String answer) {
        assertThat(answer.split("\r\n\r\n", 2)[0]).containsIgnoringCase("X-Content-Type-Options: nosniff").containsIgnoringCase("X-Frame-Options: DENY")
                .containsIgnoringCase("Content-Security-Policy: ").containsIgnoringCase("Referrer-Policy: same-origin");
    }

    private static void plain(HttpResponse<String> answer) {
        assertThat(answer.body()).doesNotContain("org.", "java.", "Exception", "Dto", "\tat ", "camunda");
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
