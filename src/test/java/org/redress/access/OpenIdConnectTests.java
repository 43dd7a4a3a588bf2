package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.Redress;
import org.redress.api.Browsers;
import org.redress.api.HttpTest;
import org.redress.identity.Role;
import org.redress.identity.StartRefused;
import org.redress.testing.ModelCoverage;
import org.redress.testing.Office;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The product with everything switched on: the OpenID Connect server of an organisation, the engine's REST API, and the demonstration's sign. */
@SpringBootTest(classes = Redress.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "spring.datasource.url=jdbc:h2:mem:openid;DB_CLOSE_DELAY=-1",
    "camunda.bpm.job-execution.enabled=false",
    "redress.admin.id=admin",
    "redress.admin.password=" + Office.PASSWORD,
    // a command that ran in this JVM has silenced the console for all that start after it
    "logging.threshold.console=trace",
    "redress.https=false",
    "redress.sign-in.basic=true",
    "redress.demonstration=true",
    "redress.rest.enabled=true",
    "spring.security.oauth2.client.registration.council.provider=council",
    "spring.security.oauth2.client.registration.council.client-id=redress",
    "spring.security.oauth2.client.registration.council.client-secret=secret",
    "spring.security.oauth2.client.registration.council.client-name=the council",
    "spring.security.oauth2.client.registration.council.scope=openid",
    "spring.security.oauth2.client.registration.others.provider=council",
    "spring.security.oauth2.client.registration.others.client-id=redress",
    "spring.security.oauth2.client.registration.others.client-secret=secret",
    "spring.security.oauth2.client.registration.others.client-name=the others",
    "spring.security.oauth2.client.registration.others.scope=openid",
    "spring.security.oauth2.resourceserver.jwt.audiences=redress",
    "redress.sign-in.councils.council=kent",
    "redress.sign-in.councils.others=ombudsman, no-council",
    "redress.sign-in.councils.tokens=kent",
    // the server that the test starts is on the class path of the product here
    "spring.autoconfigure.exclude=org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerJwtAutoConfiguration,"
            + "org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerAutoConfiguration",
})
@Import({ModelCoverage.class, HttpTest.Server.class})
@ExtendWith({HttpTest.ThisEngine.class, OutputCaptureExtension.class})
class OpenIdConnectTests {
    private static final OpenIdServer COUNCIL = OpenIdServer.start();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]*)\"");
    private static final String TASKS = "/engine-rest/task/count";

    @DynamicPropertySource
    static void knowTheServer(DynamicPropertyRegistry properties) {
        properties.add("spring.security.oauth2.client.provider.council.issuer-uri", COUNCIL::issuer);
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", COUNCIL::issuer);
    }

    @AfterAll
    static void stopTheServer() {
        COUNCIL.close();
    }

    @LocalServerPort
    private int port;

    @Autowired
    private Browsers browsers;

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private ConfigurableEnvironment settings;

    private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(Redirect.ALWAYS).build();

    @BeforeEach
    void theServerKnowsTheProduct() {
        COUNCIL.register("http://localhost:" + port + "/login/oauth2/code/council", "http://localhost:" + port + "/login/oauth2/code/others");
        COUNCIL.slip(claims -> {});
    }

    @Test
    void offersTheSignInOfTheOrganisation() {
        assertThat(browsers.fresh().get("/sign-in").body()).contains("<a href=\"/oauth2/authorization/council\">Sign in with the council</a>", "<a href=\"/oauth2/authorization/others\">Sign in with the others</a>");
    }

    @Test
    void signsInWithTheOrganisation() throws Exception {
        var page = signIn("kent-officer");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri()).hasPath("/");
        assertThat(page.body()).contains("<h1>Your work</h1>");
        assertThat(get("/camunda/api/admin/auth/user/default").body()).contains("\"userId\":\"kent-officer\"");
        assertThat(get("/camunda/api/engine/engine/default/task/count").statusCode()).isEqualTo(200);
        assertThat(get("/redress/api/tasks/none/case").statusCode()).isEqualTo(404);
    }

    @Test
    void keepsAFewTextsOfASignInAndNoToken() throws Exception {
        signIn("kent-officer");

        var kept = new TreeMap<String, String>();
        database.query("select a.attribute_name, a.attribute_bytes from spring_session_attributes a join spring_session s on s.primary_id = a.session_primary_id"
                + " where s.principal_name = 'kent-officer'", row -> {
                    kept.put(row.getString(1), new String(row.getBytes(2), StandardCharsets.UTF_8));
                });

        assertThat(kept.keySet()).containsExactly("CAMUNDA_CSRF_TOKEN", "org.springframework.session.FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME",
                "redress.address", "redress.browser", "redress.means", "redress.standing");
        assertThat(kept.values()).contains("kent-officer", "council", "127.0.0.1", "Another program").noneMatch(text -> text.contains("eyJ"));
        assertThat(get("/redress/sessions").body()).contains("<td>the council</td>", "this one");
    }

    @Test
    void endsWhenTheServerIsNoneAnyMore() throws Exception {
        signIn("kent-officer");

        database.update("update spring_session_attributes set attribute_bytes = ? where attribute_name = 'redress.means'", "gone".getBytes(StandardCharsets.UTF_8));

        assertThat(get("/camunda/api/engine/engine/default/task/count").statusCode()).isEqualTo(401);
    }

    @Test
    void beginsNoEndOfSignIns(CapturedOutput log) throws Exception {
        var answers = new TreeMap<String, Integer>();
        for (int i = 0; i < 230; i++) {
            answers.merge(begun("127.0.0.9"), 1, Integer::sum);
        }

        assertThat(answers.keySet()).containsExactly("HTTP/1.1 302", "HTTP/1.1 429");
        assertThat(answers.get("HTTP/1.1 302")).isGreaterThanOrEqualTo(200);
        assertThat(log).contains("Sign-in refused: too many were begun with another server, from 127.0.0.9.");
        assertThat(begun("127.0.0.10")).isEqualTo("HTTP/1.1 302");
        assertThat(database.queryForObject("select max(max_inactive_interval) from spring_session where principal_name is null", Integer.class)).isEqualTo(600);
    }

    private String begun(String address) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(address), 0)) {
            socket.getOutputStream().write("GET /oauth2/authorization/council HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).substring(0, 12);
        }
    }

    @Test
    void takesRolesFromItsOwnAccountsAndNotFromTheToken() throws Exception {
        signIn("kent-officer");

        assertThat(get("/camunda/api/admin/auth/user/default").body()).contains("\"tasklist\"").doesNotContain("\"cockpit\"", "\"admin\"");
        assertThat(get("/camunda/api/engine/engine/default/user/count").body()).isIn("{\"count\":0}", "{\"count\":1}");
    }

    @Test
    void turnsAwayWhoHasNoAccountHere() throws Exception {
        var page = signIn("nobody-here");

        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body()).contains("You are known to your organisation, but it has no account here that you could use.");
        assertThat(get("/camunda/api/engine/engine/default/task/count").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"council, leicestershire-officer", "council, ombudsman-intake", "council, admin", "council, process-owner", "council, kent-twice", "others, kent-officer"})
    void signsInNobodyOfACouncilThatIsNotTheServers(String server, String person, CapturedOutput log) throws Exception {
        employAtTwoCouncils();

        var page = signIn(server, person);

        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body()).contains("You are known to your organisation, but it has no account here that you could use.");
        assertThat(get("/camunda/api/engine/engine/default/task/count").statusCode()).isEqualTo(401);
        assertThat(log).contains("Sign-in refused: the OpenID Connect server \"" + server + "\" is not tied to the councils of " + person + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ombudsman-intake", "admin", "process-owner"})
    void signsInThePeopleToWhoseCouncilsTheServerIsTied(String person) throws Exception {
        assertThat(signIn("others", person).uri()).hasPath("/");
        assertThat(get("/camunda/api/engine/engine/default/task/count").statusCode()).isEqualTo(200);
    }

    @Test
    void endsWhenTheirPersonComesToACouncilThatIsNotTheServers() throws Exception {
        employ("kent-moves", "kent");
        signIn("council", "kent-moves");
        assertThat(get("/camunda/api/engine/engine/default/task/count").statusCode()).isEqualTo(200);

        identity.createTenantUserMembership("leicestershire", "kent-moves");

        assertThat(get("/camunda/api/engine/engine/default/task/count").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leicestershire-officer", "ombudsman-intake", "admin", "kent-twice"})
    void takesNoTokenForACouncilThatIsNotTheServers(String person, CapturedOutput log) throws Exception {
        employAtTwoCouncils();

        refused(COUNCIL.token(person, claims -> {}));

        assertThat(log).contains("Sign-in refused: the OpenID Connect server \"tokens\" is not tied to the councils of " + person + ".");
    }

    @Test
    void asksForASecondFactorOnlyWhereThePasswordIsOurs() throws Exception {
        settings.getPropertySources().addFirst(new MapPropertySource("second factor", Map.of("redress.sign-in.second-factor", "required")));
        try {
            assertThat(signIn("kent-supervisor").uri()).hasPath("/");
            assertThat(get("/camunda/api/engine/engine/default/task/count").statusCode()).isEqualTo(200);
            assertThat(bearer(TASKS, COUNCIL.token("kent-supervisor", claims -> {})).statusCode()).isEqualTo(200);
            assertThat(browsers.fresh().signIn("kent-supervisor", Office.PASSWORD).body()).contains("<h1>Set up a second factor</h1>");
            assertThat(basic(TASKS, "kent-supervisor", Office.PASSWORD).statusCode()).isEqualTo(401);
            assertThat(basic(TASKS, "kent-officer", Office.PASSWORD).statusCode()).isEqualTo(200);
        } finally {
            settings.getPropertySources().remove("second factor");
        }
    }

    private void employAtTwoCouncils() {
        employ("kent-twice", "kent");
        if (identity.createTenantQuery().userMember("kent-twice").count() == 1) {
            identity.createTenantUserMembership("leicestershire", "kent-twice");
        }
    }

    private void employ(String id, String council) {
        if (identity.createUserQuery().userId(id).count() == 0) {
            var user = identity.newUser(id);
            user.setFirstName("Somebody");
            user.setLastName("New");
            user.setPassword(Office.PASSWORD);
            identity.saveUser(user);
            // who may belong to several councils
            identity.createMembership(id, Role.PROCESS_OWNERS.group());
            identity.createTenantUserMembership(council, id);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"audience", "issuer", "expired"})
    void takesNoSignInThatWasMeantForOthers(String wrong) throws Exception {
        COUNCIL.slip(claims -> spoil(claims, wrong));

        var page = signIn("kent-officer");

        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body()).contains("The sign-in of your organisation did not work.").doesNotContain("Exception", "org.", "token");
        assertThat(get("/camunda/api/engine/engine/default/task/count").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login/oauth2/code/council?code=stolen&state=made-up", "/login/oauth2/code/council?error=access_denied&state=x", "/login/oauth2/code/other?code=1"})
    void takesNoAnswerThatItDidNotAskFor(String answer) throws Exception {
        assertThat(get(answer).statusCode()).isIn(401, 404);
        assertThat(get("/camunda/api/engine/engine/default/task/count").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {TASKS, "/engine-rest/engine/default/task/count"})
    void letsAProgramInWithAToken(String path) throws Exception {
        assertThat(bearer(path, COUNCIL.token("kent-officer", claims -> {})).statusCode()).isEqualTo(200);
        assertThat(bearer("/redress/api/tasks/none/case", COUNCIL.token("kent-officer", claims -> {})).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"audience", "issuer", "expired", "early", "nobody", "no name"})
    void takesNoTokenThatWasMeantForOthers(String wrong) throws Exception {
        refused(COUNCIL.token("kent-officer", claims -> spoil(claims, wrong)));
    }

    @Test
    void takesNoTokenThatTheServerDidNotSign() throws Exception {
        var right = COUNCIL.token("kent-officer", claims -> {});
        var payload = right.split("\\.")[1];

        refused(COUNCIL.forged("kent-officer"));
        refused(encode("{\"alg\":\"none\"}") + "." + payload + ".");
        refused(encode("{\"alg\":\"HS256\"}") + "." + payload + "." + encode("signature"));
        refused(right.replaceFirst("\\.[^.]*$", "."));
        refused("nonsense");
    }

    @Test
    void needsTheSameSignInForTheEnginesApi() throws Exception {
        assertThat(get(TASKS).statusCode()).isEqualTo(401);
        assertThat(get("/engine-rest/engine").statusCode()).isEqualTo(401);
        assertThat(get("/engine-rest/version").statusCode()).isEqualTo(401);
        assertThat(basic(TASKS, "kent-officer", Office.PASSWORD).statusCode()).isEqualTo(200);
        assertThat(basic(TASKS, "kent-officer", "Everybody-2").statusCode()).isEqualTo(401);
    }

    @Test
    void isNoWayInForABrowsersSession() throws Exception {
        signIn("kent-supervisor");

        assertThat(get("/camunda/api/engine/engine/default/task/count").statusCode()).isEqualTo(200);
        assertThat(get(TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void givesAProgramWhatThePersonMayHave() throws Exception {
        var officer = basic("/engine-rest/tenant?maxResults=100", "kent-officer", Office.PASSWORD);

        assertThat(officer.statusCode()).isEqualTo(200);
        assertThat(officer.body()).doesNotContain("leicestershire");
        assertThat(officer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(officer.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(basic("/engine-rest/authorization/count", "kent-officer", Office.PASSWORD).body()).isEqualTo("{\"count\":0}");
    }

    @Test
    void givesAProgramNoEndlessList() throws Exception {
        assertThat(basic("/engine-rest/task", "kent-officer", Office.PASSWORD).statusCode()).isEqualTo(400);
        assertThat(basic("/engine-rest/task?maxResults=2001", "kent-officer", Office.PASSWORD).statusCode()).isEqualTo(400);
        assertThat(basic("/engine-rest/task?maxResults=2000", "kent-officer", Office.PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void takesNoChangeOfAnotherSiteEvenWithCredentials() throws Exception {
        var answer = client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + TASKS)).header("Authorization", credentials("kent-officer", Office.PASSWORD))
                .header("Origin", "https://example.org").header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}")).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/none", "/engine-rest/task/none", "/engine-rest/task?maxResults=many"})
    void tellsNothingOfTheInsideInTheEnginesApi(String path) throws Exception {
        var answer = basic(path, "kent-officer", Office.PASSWORD);

        assertThat(answer.statusCode()).isBetween(400, 404);
        assertThat(answer.body()).doesNotContain("org.", "java.", "Exception", "<html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/", "/camunda/app/admin/default/", "/camunda/app/welcome/default/", "/nothing-here"})
    void saysOnEveryPageThatItIsADemonstration(String page) {
        assertThat(browsers.signedIn("admin").get(page).body()).contains("<p class=\"redress-demonstration\">Demonstration: published cases, no real data</p>");
    }

    @Test
    void refusesToTakeTokensThatWereMadeForAnyService() {
        assertThatThrownBy(() -> WebSecurity.requireAudience("https://example.org", ""))
                .isInstanceOf(StartRefused.class).hasMessageContaining("spring.security.oauth2.resourceserver.jwt.audiences");
    }

    private void refused(String token) throws Exception {
        var answer = bearer(TASKS, token);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Sign in first.\"}");
        assertThat(answer.headers().toString()).doesNotContain("Exception", "Jwt ");
    }

    private static void spoil(JwtClaimsSet.Builder claims, String wrong) {
        switch (wrong) {
            case "audience" -> claims.audience(List.of("another-service"));
            case "issuer" -> claims.issuer("https://example.org");
            case "expired" -> claims.issuedAt(Instant.now().minusSeconds(900)).expiresAt(Instant.now().minusSeconds(600));
            case "early" -> claims.notBefore(Instant.now().plusSeconds(600));
            case "nobody" -> claims.claim("preferred_username", "nobody-here");
            default -> claims.claims(all -> all.remove("preferred_username"));
        }
    }

    /** The whole way of a browser: from the link on our page to the other server's form, and back. */
    private HttpResponse<String> signIn(String person) throws IOException, InterruptedException {
        return signIn("council", person);
    }

    private HttpResponse<String> signIn(String server, String person) throws IOException, InterruptedException {
        var form = get("/oauth2/authorization/" + server);
        assertThat(form.uri()).hasHost("127.0.0.1").hasPath("/login");
        var token = TOKEN.matcher(form.body());
        assertThat(token.find()).isTrue();
        return client.send(HttpRequest.newBuilder(form.uri()).header("Accept", "text/html").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + person + "&password=password&_csrf=" + token.group(1))).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Accept", "text/html, */*").build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> bearer(String path, String token) throws IOException, InterruptedException {
        return asked(path, "Bearer " + token);
    }

    private HttpResponse<String> basic(String path, String person, String password) throws IOException, InterruptedException {
        return asked(path, credentials(person, password));
    }

    private HttpResponse<String> asked(String path, String credentials) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Accept", "application/json")
                .header("Authorization", credentials).build(), BodyHandlers.ofString());
    }

    private static String credentials(String person, String password) {
        return "Basic " + encode(person + ":" + password);
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
