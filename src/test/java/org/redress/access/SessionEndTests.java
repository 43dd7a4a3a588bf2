package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.Redress;
import org.redress.api.Browsers;
import org.redress.api.Browsers.Browser;
import org.redress.api.HttpTest;
import org.redress.identity.Accounts;
import org.redress.identity.Role;
import org.redress.testing.Office;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** What a session rests on, and that it ends with it; what is kept of one, where, and how many there are. */
@HttpTest
@ExtendWith(OutputCaptureExtension.class)
class SessionEndTests {
    private static final String TASKS = "/camunda/api/engine/engine/default/task/count";
    private static final String PAGE = "/redress/sessions";
    private static final String ANOTHER = "Quay-Lantern-58";

    @Autowired
    private Browsers browsers;

    @Autowired
    private IdentityService identity;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private Sessions sessions;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private FindByIndexNameSessionRepository<? extends Session> kept;

    private final String person = "kent-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void somebodyNewWorksInKent() {
        hired(person);
    }

    @AfterEach
    void theyLeave() {
        identity.deleteUser(person);
    }

    private void hired(String id) {
        var user = identity.newUser(id);
        user.setFirstName("Somebody");
        user.setLastName("New");
        user.setPassword(Office.PASSWORD);
        identity.saveUser(user);
        identity.createMembership(id, Role.COMPLAINTS_TEAM.group());
        identity.createMembership(id, Role.APPROVERS.group());
        identity.createTenantUserMembership("kent", id);
    }

    /** A way in which something is taken away from a person. */
    private record Door(String name, Consumer<SessionEndTests> way) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Door> doors() {
        return Stream.of(
                new Door("a new password in the program", test -> test.hasPassword(ANOTHER)),
                new Door("the same password set again", test -> test.hasPassword(Office.PASSWORD)),
                new Door("a new password from the administrator", test -> test.asAdministrator("PUT", "/user/" + test.person + "/credentials",
                        "{\"password\": \"" + ANOTHER + "\", \"authenticatedUserPassword\": \"" + Office.PASSWORD + "\"}")),
                new Door("the account deleted in the program", test -> test.identity.deleteUser(test.person)),
                new Door("the account deleted by the administrator", test -> test.asAdministrator("DELETE", "/user/" + test.person, "")),
                new Door("the account deleted and made again", test -> {
                    test.identity.deleteUser(test.person);
                    test.hired(test.person);
                }),
                new Door("the account deleted in the tables and made again", test -> {
                    test.database.update("delete from act_id_membership where user_id_ = ?", test.person);
                    test.database.update("delete from act_id_tenant_member where user_id_ = ?", test.person);
                    test.database.update("delete from act_ru_authorization where user_id_ = ?", test.person);
                    test.database.update("delete from act_id_user where id_ = ?", test.person);
                    test.hired(test.person);
                }),
                new Door("a role taken away in the program", test -> test.identity.deleteMembership(test.person, Role.APPROVERS.group())),
                new Door("a role taken away by the administrator", test -> test.asAdministrator("DELETE", "/group/approvers/members/" + test.person, "")),
                new Door("a role taken away and given back", test -> {
                    test.identity.deleteMembership(test.person, Role.APPROVERS.group());
                    test.identity.createMembership(test.person, Role.APPROVERS.group());
                }),
                new Door("a role taken away in the tables", test -> test.database.update("delete from act_id_membership where user_id_ = ? and group_id_ = 'approvers'", test.person)),
                new Door("the council taken away in the program", test -> test.identity.deleteTenantUserMembership("kent", test.person)),
                new Door("the council taken away by the administrator", test -> test.asAdministrator("DELETE", "/tenant/kent/user-members/" + test.person, "")),
                new Door("the council taken away in the tables", test -> test.database.update("delete from act_id_tenant_member where user_id_ = ?", test.person)),
                new Door("another password in the tables", test -> test.database.update(
                        "update act_id_user set (pwd_, salt_) = (select pwd_, salt_ from act_id_user where id_ = 'kent-officer') where id_ = ?", test.person)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("doors")
    void endsWithWhatItRestsOn(Door door) {
        var office = browsers.signedIn(person);
        var home = browsers.signedIn(person);
        var colleague = browsers.signedIn("kent-officer");

        door.way().accept(this);

        for (var browser : List.of(office, home)) {
            assertThat(browser.get(TASKS).statusCode()).isEqualTo(401);
            assertThat(browser.get("/redress/api/tasks/none/case").statusCode()).isEqualTo(401);
            assertThat(present(browser)).isEqualTo(401);
            assertThat(browser.get("/camunda/app/tasklist/default/").headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).startsWith("/sign-in"));
        }
        assertThat(colleague.get(TASKS).statusCode()).isEqualTo(200);
        assertThat(rows()).isZero();
    }

    @Test
    void goesOnWhenSomethingIsGivenAndEndsWhenThatIsTakenAway() {
        var browser = browsers.signedIn(person);

        identity.createMembership(person, Role.RESPONDERS.group());
        assertThat(browser.get(TASKS).statusCode()).isEqualTo(200);
        database.update("delete from act_id_membership where user_id_ = ? and group_id_ = 'responders'", person);

        assertThat(browser.get(TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void goesOnWithAnotherIdWhereThePasswordWasChanged() {
        var browser = browsers.signedIn(person);
        var elsewhere = browsers.signedIn(person);
        var before = browser.cookie("JSESSIONID");

        var changed = browser.put("/user/" + person + "/credentials", Map.of("password", ANOTHER, "authenticatedUserPassword", Office.PASSWORD));

        assertThat(changed.statusCode()).isEqualTo(204);
        assertThat(browser.cookie("JSESSIONID")).isNotEqualTo(before);
        assertThat(browser.get(TASKS).statusCode()).isEqualTo(200);
        assertThat(browser.post("/task/count", Map.of()).statusCode()).isEqualTo(200);
        assertThat(elsewhere.get(TASKS).statusCode()).isEqualTo(401);
        var thief = browsers.fresh();
        thief.plant("JSESSIONID", before);
        assertThat(thief.get(TASKS).statusCode()).isEqualTo(401);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void doesNotBeginWithAPasswordThatChangesMeanwhile() {
        var request = new MockHttpServletRequest("POST", "/sign-in");
        signedIn.isAsked(request, accounts.mark(person));

        hasPassword(ANOTHER);
        signedIn.saveContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(person, null, List.of())), request, new MockHttpServletResponse());

        assertThat(sessions.stands(request, accounts.find(person).orElseThrow())).isFalse();
    }

    @Test
    void endsWhereNobodyWasThereForTheLongestTime(CapturedOutput log) {
        var first = browsers.signedIn(person);
        var second = browsers.signedIn(person);
        var third = browsers.signedIn(person);
        database.update("update spring_session set last_access_time = last_access_time - 300000 where session_id = ?", id(second));

        sessions.signedIn(person, id(third), 2);

        assertThat(List.of(first, second, third)).extracting(browser -> browser.get(TASKS).statusCode()).containsExactly(200, 401, 200);
        assertThat(log.getOut()).contains("A session of " + person + " ended: they have signed in more than 2 times.");
    }

    @Test
    void areShownToTheirOwnerWhoEndsTheOthers() {
        var here = browsers.signedIn(person);
        var there = browsers.signedIn(person);
        browsers.signedIn("kent-officer");
        var page = here.get(PAGE);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.body()).containsOnlyOnce("this one").contains("127.0.0.1", "password", "Sign out everywhere else").doesNotContain(id(here), id(there));
        assertThat(page.body().split("<tr>")).hasSize(1 + 1 + 2);
        assertThat(here.get("/camunda/app/tasklist/default/").body()).contains("href=\"/redress/sessions\"");

        assertThat(here.send(here.request("/redress/sessions/others").POST(BodyPublishers.noBody())).statusCode()).isEqualTo(403);
        assertThat(there.get(TASKS).statusCode()).isEqualTo(200);
        var ended = here.send(here.form("/redress/sessions/others", page.body(), Map.of()));

        assertThat(ended.statusCode()).isEqualTo(303);
        assertThat(there.get(TASKS).statusCode()).isEqualTo(401);
        assertThat(here.get("/redress/sessions?ended").body()).contains("You are signed out everywhere else.", "You are signed in nowhere else.");
    }

    @ParameterizedTest
    @MethodSource("foreignRows")
    void isNoneWithARowThatSomebodyElseHasWritten(String name, byte[] bytes, CapturedOutput log) {
        var browser = browsers.signedIn(person);
        var row = database.queryForObject("select primary_id from spring_session where session_id = ?", String.class, id(browser));
        database.update("delete from spring_session_attributes where session_primary_id = ? and attribute_name = ?", row, name);
        database.update("insert into spring_session_attributes values (?, ?, ?)", row, name, bytes);

        var answer = browser.get(TASKS);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Sign in first.\"}");
        assertThat(rows()).isZero();
        assertThat(log.getOut()).containsAnyOf("A session was dropped: it holds what this version does not write.", "A session of " + person + " ended");
    }

    static Stream<Object[]> foreignRows() throws IOException {
        var object = new ByteArrayOutputStream();
        try (var stream = new ObjectOutputStream(object)) {
            stream.writeObject(DayOfWeek.MONDAY);
        }
        return Stream.of(new Object[] {"redress.means", object.toByteArray()}, new Object[] {"SPRING_SECURITY_CONTEXT", object.toByteArray()},
                new Object[] {"of.another.version", "text".getBytes(StandardCharsets.UTF_8)}, new Object[] {"redress.standing", "not ours".getBytes(StandardCharsets.UTF_8)});
    }

    @Test
    void keepsShortTextsOnly(CapturedOutput log) {
        var session = kept.createSession();

        assertThatThrownBy(() -> session.setAttribute("redress.means", List.of("a secret"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> session.setAttribute("anything.else", "a secret")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> session.setAttribute("redress.browser", "x".repeat(20_001))).isInstanceOf(IllegalArgumentException.class);

        assertThat(log.getOut()).contains("Refused to keep a java.util.ImmutableCollections$List12 in a session.", "Refused to keep a java.lang.String in a session.")
                .doesNotContain("a secret", "xxx");
    }

    @ParameterizedTest
    @MethodSource("cookies")
    void isNoneForACookieThatIsNoId(String cookie) {
        var browser = browsers.fresh();
        browser.plant("JSESSIONID", cookie);

        assertThat(browser.get(TASKS).statusCode()).isEqualTo(401);
    }

    static Stream<String> cookies() {
        return Stream.of("AAAA", "0123456789ABCDEF0123456789ABCDEF", "JyBvciAnMSc9JzE=", "%", "x".repeat(3000));
    }

    /** The other node has no webapps: they keep something for the whole JVM, and one node that ends would take it from the other. */
    @Test
    void isKnownToTheOtherNodesAndToTheProductAfterARestart(@Autowired ProcessEngine engine) {
        var here = browsers.signedIn(person);
        Browser there;
        try (var node = new SpringApplicationBuilder(Redress.class).logStartupInfo(false).run("--spring.datasource.url=jdbc:h2:mem:http;DB_CLOSE_DELAY=-1", "--server.port=0",
                "--spring.autoconfigure.exclude=org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration",
                "--camunda.bpm.job-execution.enabled=false", "--redress.https=false", "--redress.recount.at-start=false")) {
            var others = new Browsers(Integer.parseInt(node.getEnvironment().getProperty("local.server.port")));
            var taken = others.fresh();
            taken.plant("JSESSIONID", here.cookie("JSESSIONID"));
            assertThat(taken.get(PAGE).statusCode()).isEqualTo(200);
            // five is what is set: the two here and four more are one too many
            var before = browsers.signedIn(person);
            database.update("update spring_session set last_access_time = last_access_time - 300000 where session_id = ?", id(before));
            there = others.signedIn(person);
            for (int i = 0; i < 3; i++) {
                others.signedIn(person);
            }
            assertThat(before.get(PAGE, "application/json").statusCode()).isEqualTo(401);
            assertThat(rows()).isEqualTo(5);
        } finally {
            ProcessEngines.registerProcessEngine(engine);
        }

        var restarted = browsers.fresh();
        restarted.plant("JSESSIONID", there.cookie("JSESSIONID"));
        assertThat(restarted.get(TASKS).statusCode()).isEqualTo(200);
        assertThat(here.get(TASKS).statusCode()).isEqualTo(200);
    }

    private void hasPassword(String password) {
        var user = identity.createUserQuery().userId(person).singleResult();
        user.setPassword(password);
        identity.saveUser(user);
    }

    private void asAdministrator(String method, String path, String body) {
        var administrator = browsers.signedIn("admin");
        var answer = administrator.send(administrator.request("/camunda/api/engine/engine/default" + path).header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(204);
    }

    private int rows() {
        return database.queryForObject("select count(*) from spring_session where principal_name = ?", Integer.class, person);
    }

    private static String id(Browser browser) {
        return new String(Base64.getDecoder().decode(browser.cookie("JSESSIONID")), StandardCharsets.UTF_8);
    }

    private static int present(Browser browser) {
        return browser.send(browser.request(Sessions.PRESENT).POST(BodyPublishers.noBody())).statusCode();
    }
}
