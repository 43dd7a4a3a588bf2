package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redress.Redress;
import org.redress.api.Browsers;
import org.redress.api.HttpTest;
import org.redress.testing.ModelCoverage;
import org.redress.testing.Office;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.context.annotation.Import;

/** The product as it comes: for browsers that reach it over HTTPS, and with the numbers to watch on a port of their own. */
@SpringBootTest(classes = Redress.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "spring.datasource.url=jdbc:h2:mem:https;DB_CLOSE_DELAY=-1",
    "camunda.bpm.job-execution.enabled=false",
    "redress.admin.id=admin",
    "redress.admin.password=" + Office.PASSWORD,
    // as docs/operations.md says for the numbers to watch
    "management.server.port=0",
    "management.endpoints.web.exposure.include=health,prometheus",
    // tests have no registry by themselves
    "management.prometheus.metrics.export.enabled=true",
})
@Import({ModelCoverage.class, HttpTest.Server.class})
@ExtendWith(HttpTest.ThisEngine.class)
class HttpsTests {
    @Autowired
    private Browsers browsers;

    @LocalManagementPort
    private int management;

    @Test
    void tellsBrowsersToComeOverHttpsOnly() {
        var page = browsers.fresh().get("/sign-in");

        assertThat(page.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000 ; includeSubDomains");
    }

    @Test
    void givesNoCookieThatTravelsWithoutHttps() {
        var browser = browsers.fresh();
        var page = browser.get("/sign-in");
        assertThat(cookies(page)).isNotEmpty().allMatch(cookie -> cookie.contains("; Secure"));

        // as if it had come over HTTPS: this client keeps such a cookie back, as a browser does
        var token = cookies(page).get(0).replaceFirst(";.*", "");
        var signedIn = browser.send(browser.form("/sign-in", page.body(), Map.of("username", "admin", "password", Office.PASSWORD)).header("Cookie", token));
        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(cookies(signedIn)).anyMatch(cookie -> cookie.startsWith("JSESSIONID=")).anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN=")).allMatch(cookie -> cookie.contains("; Secure"));

        var session = cookies(signedIn).stream().filter(cookie -> cookie.startsWith("JSESSIONID=")).findFirst().orElseThrow().replaceFirst(";.*", "");
        var tasklist = browser.send(browser.request("/camunda/app/tasklist/default/").header("Cookie", session).GET());
        assertThat(tasklist.statusCode()).isEqualTo(200);
        assertThat(cookies(tasklist)).isEmpty();
    }

    @Test
    void saysWhatToDoWhenTheCookieStaysBehind() {
        var answer = browsers.fresh().signIn("admin", Office.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Open it again, over HTTPS.");
    }

    @Test
    void givesTheNumbersToWatchOnTheirOwnPortOnly() throws IOException, InterruptedException {
        assertThat(browsers.fresh().get("/actuator/prometheus").statusCode()).isIn(302, 401, 403, 404);
        assertThat(ask("/actuator/env").statusCode()).isNotEqualTo(200);
        assertThat(ask("/actuator/health").statusCode()).isEqualTo(200);

        var numbers = ask("/actuator/prometheus");

        assertThat(numbers.statusCode()).isEqualTo(200);
        assertThat(numbers.body()).contains("redress_jobs_due ", "redress_jobs_oldest_seconds ", "redress_jobs_locked ", "redress_jobs_abandoned ", "redress_jobs_given_up ", "redress_incidents ",
                "redress_chain_entries ", "redress_notices_waiting ", "redress_notices_given_up ", "redress_clock_skew_seconds ", "redress_counted_age_seconds ", "hikaricp_connections_active");
        assertThat(numbers.body().lines().filter(line -> line.startsWith("redress_"))).noneMatch(line -> line.matches(".*\\d{4}-\\d{5}.*"));
        assertThat(documented()).isSubsetOf(numbers.body().lines().map(line -> line.replaceFirst("[{ ].*", "")).filter(name -> name.startsWith("redress_") || name.startsWith("hikaricp_")).toList());
    }

    /** The names in the table of alarms; those that have a council are there when there is a case. */
    private static Set<String> documented() throws IOException {
        return Pattern.compile("`((?:redress|hikaricp)_[a-z_]+)").matcher(Files.readString(Path.of("docs/operations.md"))).results().map(found -> found.group(1))
                .filter(name -> !name.matches("redress_(cases_open|deadlines_overdue|app|owner)")).collect(Collectors.toSet());
    }

    private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + management + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie");
    }
}
