package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.api.Browsers;
import org.redress.api.Browsers.Browser;
import org.redress.api.HttpTest;
import org.redress.casefile.CaseAddress;
import org.redress.identity.Accounts;
import org.redress.identity.ApiTokens;
import org.redress.identity.Role;
import org.redress.identity.Seal;
import org.redress.testing.Office;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/** Signing in and out, as a browser and as a program do it. */
@HttpTest
class SignInTests {
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String TASKS = "/camunda/api/engine/engine/default/task/count";

    @Autowired
    private Browsers browsers;

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private ApiTokens tokens;

    private final String person = "kent-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void somebodyNewWorksInKent() {
        var user = identity.newUser(person);
        user.setFirstName("Somebody");
        user.setLastName("New");
        user.setPassword(Office.PASSWORD);
        identity.saveUser(user);
        identity.createMembership(person, Role.COMPLAINTS_TEAM.group());
        identity.createTenantUserMembership("kent", person);
    }

    @AfterEach
    void theyLeave() {
        ClockUtil.reset();
        identity.deleteUser(person);
    }

    @Test
    void opensEverythingWithOneSignIn() {
        var browser = browsers.fresh();

        assertThat(browser.signIn("kent-supervisor", Office.PASSWORD).headers().firstValue("Location")).contains("/");
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
        assertThat(browser.get(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(browser.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        assertThat(browser.get("/camunda/app/welcome/default/").statusCode()).isEqualTo(200);
        assertThat(browser.get(TASKS).statusCode()).isEqualTo(200);
        assertThat(browser.get("/redress/api/tasks/none/case").statusCode()).isEqualTo(404);
    }

    @Test
    void asksForThePageAgainAfterTheSignIn() {
        var browser = browsers.fresh();
        var asked = browser.get("/camunda/app/cockpit/default/");

        var signIn = asked.headers().firstValue("Location").orElseThrow();

        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(signIn).isEqualTo("/sign-in?to=%2Fcamunda%2Fapp%2Fcockpit%2Fdefault%2F");
        assertThat(browser.submit(signIn, Map.of("username", "kent-supervisor", "password", Office.PASSWORD)).headers().firstValue("Location"))
                .contains("/camunda/app/cockpit/default/");
    }

    @Test
    void asksForThePageOfAnOmbudsmansCaseAgain() {
        var browser = browsers.fresh();
        var page = CaseAddress.of("19 010 314");

        assertThat(page).isEqualTo("/redress/cases/19-010-314");
        assertThat(browser.submit(browser.get(page, "text/html").headers().firstValue("Location").orElseThrow(), Map.of("username", "ombudsman-intake", "password", Office.PASSWORD))
                .headers().firstValue("Location")).contains(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/", "//example.org/camunda/app/", "/camunda/app/../../evil", "/\\example.org", "javascript:alert(1)"})
    void leadsToOurOwnPagesOnly(String elsewhere) {
        var signIn = "/sign-in?to=" + URLEncoder.encode(elsewhere, StandardCharsets.UTF_8);

        var answer = browsers.fresh().submit(signIn, Map.of("username", person, "password", Office.PASSWORD));

        assertThat(answer.headers().firstValue("Location")).contains("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {TASKLIST, "/camunda/app/cockpit/default/", "/camunda/app/admin/default/", "/camunda/app/welcome/default/", "/camunda/lib/deps.js", "/redress/webapps.js", "/"})
    void asksStrangersToSignInForEveryPage(String page) {
        assertThat(browsers.fresh().get(page, "text/html").headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).startsWith("/sign-in"));
    }

    @ParameterizedTest
    @ValueSource(strings = {TASKS, "/redress/api/tasks/none/case", "/camunda/api/admin/auth/user/default", "/camunda/api/engine/engine/",
        "/camunda/api/engine/engine/default/identity/password-policy", "/engine-rest/engine", "/actuator/env", "/v3/api-docs", "/h2-console"})
    void givesStrangersNoData(String path) {
        var answer = browsers.fresh().get(path, "application/json");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Sign in first.\"}");
    }

    @Test
    void saysTheSameOfAWrongPasswordAndOfNobody() {
        var wrong = browsers.fresh().signIn(person, "Everybody-2");
        var nobody = browsers.fresh().signIn("nobody-at-all", "Everybody-2");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("The user name or the password is not right.").contains(" value=\"" + person + "\"").doesNotContain("Everybody-2");
        assertThat(withoutToken(nobody)).isEqualTo(withoutToken(wrong));
        assertThat(nobody.statusCode()).isEqualTo(wrong.statusCode());
        assertThat(nobody.headers().map().keySet()).isEqualTo(wrong.headers().map().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kent-officer\0", "kent-\u0007officer", "\u0085kent-officer\u0001x", "\0"})
    void saysTheSameOfANameThatNobodyCanHave(String name) {
        var browser = browsers.fresh();
        var answer = browser.signIn(name, Office.PASSWORD);
        var nobody = browsers.fresh().signIn("nobody-at-all", Office.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(withoutToken(answer)).isEqualTo(withoutToken(nobody));
        // not every database takes what it is asked for
        assertThat(Accounts.isName(name)).isFalse();
        assertThat(Accounts.isName("x".repeat(65))).isFalse();
    }

    @Test
    void takesANameWithBlanksAroundIt() {
        var browser = browsers.fresh();

        assertThat(browser.signIn("  " + person + "\u2003", Office.PASSWORD).statusCode()).isEqualTo(302);
        assertThat(browser.get(TASKS).statusCode()).isEqualTo(200);
    }

    @Test
    void signsNobodyInWithWhatALinkSays() {
        var link = "/sign-in?username=kent-officer&password=" + Office.PASSWORD;
        var browser = browsers.fresh();

        assertThat(browser.submit(link, Map.of("username", person, "password", Office.PASSWORD)).statusCode()).isEqualTo(302);
        assertThat(browser.get("/camunda/api/admin/auth/user/default").body()).contains("\"userId\":\"" + person + "\"");
        assertThat(browsers.fresh().submit(link, Map.of()).statusCode()).isEqualTo(401);
        var page = browsers.fresh();
        var token = page.encoded("/sign-in", Map.of());
        assertThat(page.send(page.request(link + "&" + token).POST(BodyPublishers.noBody())).statusCode()).isEqualTo(403);
    }

    @Test
    void takesNoCodeWithoutAKeyForIt() {
        assertThat(browsers.fresh().submit("/sign-in", Map.of("step", "A".repeat(80), "code", "123456")).statusCode()).isEqualTo(401);
        assertThat(new Seal("").open("second step", "A".repeat(80))).isEmpty();
    }

    @Test
    void keepsAPasswordAnewThatTheEngineKeptInItsOwnWay() {
        keepAsTheEngineDid(Office.PASSWORD);
        assertThat(browsers.fresh().signIn(person, "Everybody-2").statusCode()).isEqualTo(401);
        assertThat(kept()).startsWith("{SHA-512}");

        assertThat(browsers.fresh().signIn(person, Office.PASSWORD).statusCode()).isEqualTo(302);

        assertThat(kept()).startsWith("{PBKDF2-SHA256}10$");
        assertThat(browsers.fresh().signIn(person, "Everybody-2").statusCode()).isEqualTo(401);
        assertThat(browsers.fresh().signIn(person, Office.PASSWORD).statusCode()).isEqualTo(302);
        assertThat(identity.checkPassword(person, Office.PASSWORD)).isTrue();
    }

    @Test
    void keepsAPasswordAnewThatWasKeptWithFewerRounds() {
        database.update("update ACT_ID_USER set SALT_ = '', PWD_ = ? where ID_ = ?", "{PBKDF2-SHA256}2$" + new Pbkdf2PasswordEncoder("", 16, 2,
                SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256).encode(Office.PASSWORD), person);

        assertThat(browsers.fresh().signIn(person, Office.PASSWORD).statusCode()).isEqualTo(302);

        assertThat(kept()).startsWith("{PBKDF2-SHA256}10$");
        assertThat(browsers.fresh().signIn(person, Office.PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void looksAtNoEndlessPassword() {
        var signedIn = browsers.fresh().signIn(person, Office.PASSWORD + " ".repeat(300));

        assertThat(signedIn.statusCode()).isEqualTo(401);
    }

    private void keepAsTheEngineDid(String password) {
        database.update("update ACT_ID_USER set SALT_ = 'salt', PWD_ = ? where ID_ = ?", "{SHA-512}" + new Sha512HashDigest().encrypt(password + "salt"), person);
    }

    private String kept() {
        return database.queryForObject("select PWD_ from ACT_ID_USER where ID_ = ?", String.class, person);
    }

    @Test
    void takesNoPasswordFromAProgram() {
        var right = basic(person, Office.PASSWORD);
        var wrong = basic(person, "Everybody-2");
        var nobody = basic("nobody-at-all", "Everybody-2");

        assertThat(List.of(right, wrong, nobody)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).isEqualTo("{\"message\":\"Sign in first.\"}");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"Redress\"");
        });
    }

    @Test
    void letsAProgramInWithATokenAndWithoutASession() {
        var answer = program(tokens.make(person, "the council's website", LocalDate.now().plusDays(1)));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void takesATokenUntilItsLastDay() {
        var token = tokens.make(person, "the council's website", LocalDate.now().plusDays(3));

        ClockUtil.offset(Duration.ofDays(3).toMillis());
        assertThat(program(token).statusCode()).isEqualTo(404);
        ClockUtil.offset(Duration.ofDays(4).toMillis());
        assertThat(program(token).statusCode()).isEqualTo(401);
    }

    @Test
    void endsATokenWithItsAccountAndByRevokingIt() {
        var first = tokens.make(person, "the first program", LocalDate.now().plusDays(1));
        var second = tokens.make(person, "the second program", LocalDate.now().plusDays(1));

        tokens.revoke(tokens.all().stream().filter(token -> token.account().equals(person) && token.program().equals("the first program")).findFirst().orElseThrow().id());
        assertThat(program(first).statusCode()).isEqualTo(401);
        assertThat(program(second).statusCode()).isEqualTo(404);
        identity.deleteUser(person);
        somebodyNewWorksInKent();
        assertThat(program(second).statusCode()).isEqualTo(401);
    }

    @Test
    void makesTokensOnAPageForAdministrators() {
        var admin = browsers.signedIn("admin");

        var made = admin.submit("/redress/tokens", Map.of("account", person, "program", "the <b>website</b>", "last-day", LocalDate.now().plusDays(30).toString()));

        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.body()).contains("the &lt;b&gt;website&lt;/b&gt;").doesNotContain("<b>");
        assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");
        var token = Pattern.compile("<code>(redress_[\\w-]{43})</code>").matcher(made.body());
        assertThat(token.find()).isTrue();
        assertThat(program(token.group(1)).statusCode()).isEqualTo(404);
        assertThat(admin.get("/redress/tokens").body()).contains(person).doesNotContain(token.group(1));
        assertThat(database.queryForList("select who from audit where table_name = 'api_token' order by sequence desc limit 1", String.class)).containsExactly("admin");

        var id = tokens.all().get(0).id();
        assertThat(admin.send(admin.form("/redress/tokens/" + id + "/revoke", admin.get("/redress/tokens").body(), Map.of())).statusCode()).isEqualTo(303);
        assertThat(program(token.group(1)).statusCode()).isEqualTo(401);
        assertThat(admin.get("/redress/tokens").body()).contains("revoked on");
        assertThat(database.queryForList("select changed || ' by ' || who from audit where operation = 'access' and changed like 'token-%' and concerns = ? order by sequence", String.class, person))
                .containsExactly("token-made by admin", "token-revoked by admin");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "nobody-at-all | a program | 30   | There is no account nobody-at-all.",
        "admin         | a program | 30   | Nobody makes a token for themselves; another administrator does.",
        "kent-officer  |           | 30   | Say which program gets it, in at most 100 characters.",
        "kent-officer  | a program | 0    | A token&#39;s last day is after today, and at most 366 days away.",
        "kent-officer  | a program | 400  | A token&#39;s last day is after today, and at most 366 days away.",
        "kent-officer  | a program | soon | Give the last day as a day, such as",
    })
    void saysWhyATokenIsNotMade(String account, String program, String days, String sentence) {
        var day = days.equals("soon") ? days : LocalDate.now().plusDays(Long.parseLong(days)).toString();

        var answer = browsers.signedIn("admin").submit("/redress/tokens", Map.of("account", account, "program", program == null ? "" : program, "last-day", day));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence).doesNotContain("<code>");
    }

    @Test
    void showsNothingOfWhatWasTypedAndNoMarkup() {
        var answer = browsers.fresh().signIn("<script>alert(1)</script>", "<b>bold</b>");

        assertThat(answer.body()).doesNotContain("<script", "<b>", "alert(1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void hasNoSecondDoorInTheWebapps(String app) {
        for (var browser : List.of(browsers.fresh(), browsers.signedIn("admin"))) {
            for (var written : List.of("login/" + app, "log%69n/" + app, "login/" + app + "/", "./login/" + app, "login;x=1/" + app, "login//" + app)) {
                var answer = browser.send(browser.request("/camunda/api/admin/auth/user/default/" + written)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=admin&password=" + Office.PASSWORD)));

                assertThat(answer.statusCode()).as(written).isIn(400, 401, 403);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/api/admin/setup/default/user/create", "/camunda/api/admin/setup/default/other"})
    void makesNoFirstAdministratorOverHttp(String door) {
        var admins = identity.createUserQuery().memberOfGroup("camunda-admin").list();
        admins.forEach(admin -> identity.deleteMembership(admin.getId(), "camunda-admin"));
        try {
            for (var browser : List.of(browsers.fresh(), browsers.signedIn(person))) {
                var answer = browser.send(browser.request(door).header("Content-Type", "application/json").POST(BodyPublishers.ofString(
                        "{\"profile\":{\"id\":\"mallory\",\"firstName\":\"M\",\"lastName\":\"M\",\"email\":\"\"},\"credentials\":{\"password\":\"Everybody-1\"}}")));

                assertThat(answer.statusCode()).isIn(401, 403);
                assertThat(browser.get("/camunda/app/admin/default/setup/").statusCode()).isIn(302, 403);
            }
            assertThat(identity.createUserQuery().userId("mallory").count()).isZero();
            assertThat(browsers.fresh().get("/actuator/health").statusCode()).isEqualTo(503);
        } finally {
            admins.forEach(admin -> identity.createMembership(admin.getId(), "camunda-admin"));
        }
        assertThat(browsers.fresh().get("/actuator/health").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/identity/verify", "/identity/verify/", "/identity/verif%79/", "/external-task/fetchAndLock", "/external-task/fetchAndLock/"})
    void hasNoWayToTryPasswordsOfOthersOrToTakeTheWorkOfMachines(String path) {
        var answer = browsers.signedIn(person).post(path, Map.of("username", "admin", "password", Office.PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("authenticated");
    }

    @Test
    void givesTheSignedInPersonANewSession() {
        var browser = browsers.fresh();
        browser.plant("JSESSIONID", "0123456789ABCDEF0123456789ABCDEF");

        var answer = browser.signIn(person, Office.PASSWORD);

        assertThat(answer.headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("JSESSIONID="))
                .noneMatch(cookie -> cookie.contains("0123456789ABCDEF0123456789ABCDEF"));
        var attacker = browsers.fresh();
        attacker.plant("JSESSIONID", "0123456789ABCDEF0123456789ABCDEF");
        assertThat(attacker.get(TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void givesANewSessionToWhoeverSignsInAgain() {
        var browser = browsers.signedIn(person);
        var before = browser.cookie("JSESSIONID");

        browser.signIn("kent-officer", Office.PASSWORD);

        assertThat(browser.cookie("JSESSIONID")).isNotEqualTo(before);
        assertThat(browser.get("/camunda/api/admin/auth/user/default").body()).contains("\"userId\":\"kent-officer\"");
        var thief = browsers.fresh();
        thief.plant("JSESSIONID", before);
        assertThat(thief.get(TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void signsOutOfEverythingFromTasklist() {
        signsOut(browser -> browser.send(browser.request("/camunda/api/admin/auth/user/default/logout").POST(BodyPublishers.noBody())), 200);
    }

    @Test
    void signsOutOfEverythingFromOurOwnPage() {
        signsOut(browser -> browser.submit("/sign-out", Map.of()), 302);
    }

    private void signsOut(Function<Browser, HttpResponse<String>> way, int status) {
        var browser = browsers.signedIn(person);
        var session = browser.cookie("JSESSIONID");

        assertThat(way.apply(browser).statusCode()).isEqualTo(status);

        assertThat(browser.get(TASKS).statusCode()).isEqualTo(401);
        assertThat(browser.get("/redress/api/tasks/none/case").statusCode()).isEqualTo(401);
        assertThat(browser.get(TASKLIST).statusCode()).isEqualTo(302);
        var thief = browsers.fresh();
        thief.plant("JSESSIONID", session);
        assertThat(thief.get(TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void takesAwayAtOnceWhatAnAdministratorTakesAway() {
        var browser = browsers.signedIn("kent-supervisor");
        var mine = browsers.signedIn(person);
        assertThat(mine.get("/camunda/api/admin/auth/user/default").body()).contains("\"tasklist\"");

        identity.deleteMembership(person, Role.COMPLAINTS_TEAM.group());
        assertThat(mine.get("/camunda/api/admin/auth/user/default").statusCode()).isEqualTo(401);
        assertThat(mine.get(TASKLIST).headers().firstValue("Location")).contains("/sign-in?to=%2Fcamunda%2Fapp%2Ftasklist%2Fdefault%2F");
        mine.signIn(person, Office.PASSWORD);
        assertThat(mine.get("/camunda/%61pi/admin/auth/user/default").body()).doesNotContain("\"tasklist\"");
        assertThat(mine.get("/camunda/api/admin/auth/user/default").body()).contains("\"userId\"").doesNotContain("\"tasklist\"");
        assertThat(mine.get(TASKLIST).body()).doesNotContain("camunda-tasklist-bootstrap.js");

        identity.deleteUser(person);
        assertThat(mine.get(TASKS).statusCode()).isEqualTo(401);
        assertThat(mine.get("/redress/api/tasks/none/case").statusCode()).isEqualTo(401);
        assertThat(browser.get(TASKS).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Summer2026!", "Leicestershire-26", "P4ssw0rd!2026", "Qwertyuiop-1", "short-A1", "everybody-1", "EVERYBODY-1", "Everybody--", "Everybody11"})
    void takesNoWeakPassword(String password) {
        var answer = browsers.signedIn(person).put("/user/" + person + "/credentials",
                Map.of("password", password, "authenticatedUserPassword", Office.PASSWORD));

        assertThat(answer.statusCode()).isBetween(400, 500);
        assertThat(identity.checkPassword(person, Office.PASSWORD)).isTrue();
    }

    @Test
    void doesNotKeepAColleagueOutWithWrongPasswords() {
        var answers = IntStream.range(0, 15).mapToObj(attempt -> browsers.fresh().signIn(person, "Everybody-" + attempt * 7 + 2)).toList();

        assertThat(answers).extracting(HttpResponse::statusCode).contains(401, 429).containsOnly(401, 429);
        var refused = answers.get(14);
        assertThat(refused.headers().firstValue("Retry-After")).hasValueSatisfying(seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 30));
        assertThat(refused.body()).contains("Too many attempts to sign in.");
        assertThat(browsers.signInFrom("127.0.0.2", person, Office.PASSWORD)).startsWith("HTTP/1.1 302");
        assertThat(identity.checkPassword(person, Office.PASSWORD)).isTrue();
        assertThat(browsers.fresh().signIn("kent-officer", Office.PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void saysWhyAPasswordIsTooWeak() {
        var answer = browsers.signedIn(person).put("/user/" + person + "/credentials", Map.of("password", "Summer2026!", "authenticatedUserPassword", Office.PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("This password is a word that many people choose");
        assertThat(browsers.signedIn(person).post("/identity/password-policy", Map.of("password", "Summer2026!")).body())
                .contains("\"valid\":false", "It is none that many people choose");
    }

    @Test
    void endsASessionThatGuessesItsOwnersPassword() {
        var thief = browsers.signedIn(person);
        var statuses = IntStream.range(0, 7).mapToObj(attempt -> guess(thief, "Guessed-Number-" + attempt).statusCode()).toList();
        assertThat(statuses).containsExactly(400, 400, 400, 400, 400, 401, 401);

        var owner = browsers.signedIn(person);
        assertThat(owner.get(TASKS).statusCode()).isEqualTo(200);
        var again = guess(owner, Office.PASSWORD);

        assertThat(again.statusCode()).isEqualTo(429);
        assertThat(again.headers().firstValue("Retry-After")).hasValueSatisfying(seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 60));
        assertThat(again.body()).contains("Try again in");
        assertThat(owner.get(TASKS).statusCode()).isEqualTo(401);
        assertThat(identity.checkPassword(person, Office.PASSWORD)).isTrue();
    }

    private HttpResponse<String> guess(Browser browser, String password) {
        return browser.put("/user/" + person + "/credentials", Map.of("password", "Something-New-1", "authenticatedUserPassword", password));
    }

    @Test
    void knowsABrowserAgain() {
        var browser = browsers.fresh();
        var signedIn = browser.signIn(person, Office.PASSWORD);

        assertThat(signedIn.headers().allValues("Set-Cookie")).filteredOn(cookie -> cookie.startsWith("REDRESS-BROWSER=")).singleElement().satisfies(cookie -> assertThat(cookie)
                .contains("Path=/sign-in", "HttpOnly", "SameSite=Lax", "Max-Age=").doesNotContain(person));
        assertThat(browsers.fresh().signIn(person, "Everybody-2").headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("REDRESS-BROWSER="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "x", "0123456789012345678901", "0123456789012345678901.0123456789012345678901234567890123456789012"})
    void takesNoBrowserAtItsWord(String cookie) {
        var browser = browsers.fresh();
        browser.plant("REDRESS-BROWSER", cookie);

        assertThat(browser.signIn(person, "Everybody-2").statusCode()).isEqualTo(401);
        assertThat(browser.signIn(person, Office.PASSWORD).statusCode()).isEqualTo(302);
    }

    private HttpResponse<String> basic(String user, String password) {
        return program("Basic", Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> program(String token) {
        return program("Bearer", token);
    }

    private HttpResponse<String> program(String kind, String credentials) {
        var browser = browsers.fresh();
        return browser.send(browser.request("/redress/api/tasks/none/case").header("Authorization", kind + " " + credentials).GET());
    }

    /** Without the token, and without the name that stands there again. */
    private static String withoutToken(HttpResponse<String> page) {
        return page.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"| value=\"[^\"]*\"", "");
    }
}
