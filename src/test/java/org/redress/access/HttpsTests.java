package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redress.Redress;
import org.redress.api.Browsers;
import org.redress.api.HttpTest;
import org.redress.testing.ModelCoverage;
import org.redress.testing.Office;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The product as it comes: for browsers that reach it over HTTPS. */
@SpringBootTest(classes = Redress.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "spring.datasource.url=jdbc:h2:mem:https;DB_CLOSE_DELAY=-1",
    "camunda.bpm.job-execution.enabled=false",
    "redress.admin.id=admin",
    "redress.admin.password=" + Office.PASSWORD,
})
@Import({ModelCoverage.class, HttpTest.Server.class})
@ExtendWith(HttpTest.ThisEngine.class)
class HttpsTests {
    @Autowired
    private Browsers browsers;

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

    private static List<String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie");
    }
}
