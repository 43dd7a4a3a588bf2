package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.api.Browsers;
import org.redress.api.HttpTest;
import org.redress.testing.Office;
import org.springframework.beans.factory.annotation.Autowired;

/** What browsers are told with every answer, and what is refused that other sites make them send. */
@HttpTest
class BrowserDefenceTests {
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String TASKS = "/camunda/api/engine/engine/default/task/count";

    @Autowired
    private Browsers browsers;

    @Autowired
    private RuntimeService processes;

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/sign-out", TASKLIST, TASKS, "/redress/api/tasks/none/case", "/nothing-here", "/actuator/health"})
    void tellsBrowsersToBeCareful(String path) {
        var headers = browsers.signedIn("kent-officer").get(path).headers();

        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
        assertThat(headers.allValues("Content-Security-Policy")).singleElement().asString()
                .contains("frame-ancestors 'none'").doesNotContain("http:", "https:", "*", "unsafe-eval", "strict-dynamic");
        assertThat(headers.map()).doesNotContainKeys("Server", "server", "X-Powered-By");
    }

    @Test
    void allowsNothingInlineOnOurOwnPages() {
        var page = browsers.fresh().get("/sign-in");

        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy ->
                assertThat(policy).contains("default-src 'none'", "style-src 'self'", "form-action 'self'").doesNotContain("unsafe", "nonce"));
        assertThat(page.body()).doesNotContain("<script", "<style", "style=", "onclick", "http://", "https://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void allowsOneMarkedScriptInEachWebapp(String app) {
        var person = browsers.signedIn(app.equals("cockpit") ? "kent-supervisor" : "admin");
        var page = person.get("/camunda/app/" + app + "/default/");
        var policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();

        var mark = policy.replaceFirst(".*'nonce-([^']+)'.*", "$1");
        assertThat(policy).contains("default-src 'self'; script-src 'self' 'nonce-" + mark + "';");
        assertThat(page.body()).contains("nonce=\"" + mark + "\"").contains("/redress/webapps.js").doesNotContain("$CSP_NONCE");
        assertThat(person.get("/camunda/app/" + app + "/default/").body()).doesNotContain(mark);
    }

    @ParameterizedTest
    @ValueSource(strings = {TASKS, "/camunda/api/admin/auth/user/default", "/redress/api/tasks/none/case", "/sign-in", "/camunda/api/engine/engine/default/none"})
    void letsNothingOfTheCasesBeStored(String path) {
        assertThat(browsers.signedIn("kent-officer").get(path).headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void hidesItsCookiesFromScriptsAndOtherSites() {
        var answer = browsers.fresh().signIn("kent-officer", Office.PASSWORD);

        assertThat(answer.headers().allValues("Set-Cookie")).anySatisfy(cookie ->
                assertThat(cookie).startsWith("JSESSIONID=").contains("HttpOnly", "SameSite=Lax", "Path=/"));
        assertThat(browsers.fresh().get("/sign-in").headers().allValues("Set-Cookie")).singleElement().asString()
                .startsWith("REDRESS-XSRF-TOKEN=").contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void startsNothingWithoutTheTokenOfThePage() {
        var before = processes.createProcessInstanceQuery().count();
        for (var token : List.of("", "0123456789ABCDEF0123456789ABCDEF")) {
            var officer = browsers.signedIn("kent-officer");

            var answer = officer.send(officer.request("/camunda/api/engine/engine/default/process-definition/key/complaint/start")
                    .setHeader("X-XSRF-TOKEN", token).header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}")));

            assertThat(answer.statusCode()).isEqualTo(403);
            plain(answer);
        }
        assertThat(processes.createProcessInstanceQuery().count()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/sign-out"})
    void takesNoFormWithoutTheTokenOfThePage(String page) {
        var officer = browsers.signedIn("kent-officer");

        var answer = officer.send(officer.request(page).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=kent-manager&password=Everybody-1")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(officer.get("/camunda/api/admin/auth/user/default").body()).contains("kent-officer");
    }

    @ParameterizedTest
    @CsvSource({"Origin, https://example.org", "Origin, null", "Origin, http://localhost:1", "Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site"})
    void takesNoChangeFromAnotherSite(String header, String value) {
        var officer = browsers.signedIn("kent-officer");

        var answer = officer.send(officer.request("/camunda/api/engine/engine/default/task/count").header(header, value)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"message\":\"This was sent from another site.\"}");
        assertThat(officer.post("/task/count", Map.of()).statusCode()).isEqualTo(200);
    }

    private static void plain(HttpResponse<String> answer) {
        assertThat(answer.body()).doesNotContain("org.", "java.", "Exception", "Filter", "at ");
    }
}
