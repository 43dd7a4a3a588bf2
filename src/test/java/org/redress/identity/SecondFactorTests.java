package org.redress.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
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
import org.redress.testing.Office;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Signing in with a password and a code: who is asked for one, how it is set up, and that nothing opens in between. */
@HttpTest
class SecondFactorTests {
    private static final String TASKS = "/camunda/api/engine/engine/default/task/count";
    private static final Pattern SECRET = Pattern.compile("<p><code>([A-Z2-7 ]+)</code></p>");
    private static final Pattern RECOVERY = Pattern.compile("<li><code>([a-z2-9-]{19})</code></li>");
    private static final Pattern STEP = Pattern.compile("name=\"step\" value=\"([^\"]+)\"");

    @Autowired
    private Browsers browsers;

    @Autowired
    private IdentityService identity;

    @Autowired
    private SecondFactors factors;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private ConfigurableEnvironment settings;

    private final String supervisor = hiredAs("supervisor");
    private Duration passed = Duration.ZERO;

    @BeforeEach
    void aSecondFactorIsRequired() {
        set("required");
        hire(supervisor, Role.SUPERVISORS.group(), "kent");
    }

    @AfterEach
    void itIsNot() {
        ClockUtil.reset();
        settings.getPropertySources().remove("second factor");
        identity.createUserQuery().list().stream().map(user -> user.getId()).filter(id -> id.startsWith("second-")).forEach(identity::deleteUser);
    }

    @Test
    void isSetUpAtTheFirstSignInAndAskedForAtTheNext() {
        var browser = browsers.fresh();
        var page = browser.signIn(supervisor, Office.PASSWORD);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<h1>Set up a second factor</h1>", "otpauth://totp/Redress:" + supervisor + "?secret=", "<svg").doesNotContain("<script", "Not now");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        opensNothing(browser);

        assertThat(send(browser, page, "000000").statusCode()).isEqualTo(401);
        opensNothing(browser);
        assertThat(send(browser, page, code(secret(page))).headers().firstValue("Location")).contains("/");
        assertThat(browser.get(TASKS).statusCode()).isEqualTo(200);

        assertThat(told()).containsExactly("second-factor-set-up by " + supervisor + " at kent");
        assertThat(database.queryForList("select distinct who from audit where table_name = 'second_factor' and operation = 'insert' and sequence > "
                + "(select max(sequence) from audit where changed = 'account-made' and concerns = ?)", String.class, supervisor)).containsExactly(supervisor);

        pass(Duration.ofSeconds(60));
        var next = browsers.fresh();
        var asked = next.signIn(supervisor, Office.PASSWORD);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("<h1>Enter the code</h1>").doesNotContain("otpauth", "<li>");
        opensNothing(next);
        assertThat(send(next, asked, code(secret(page))).statusCode()).isEqualTo(302);
        assertThat(next.get(TASKS).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"supervisors, kent, true", "supervisors, ombudsman, true", "camunda-admin, , true", "complaints-team, kent, false", "ombudsman-intake, ombudsman, false", "process-owners, , false"})
    void isForThoseWhoSuperviseOrAdminister(String group, String council, boolean asked) {
        var person = hiredAs("person");
        hire(person, group, council);

        assertThat(browsers.fresh().signIn(person, Office.PASSWORD).statusCode()).isEqualTo(asked ? 200 : 302);
    }

    @Test
    void leadsWhereThePersonWantedToGo() {
        var browser = browsers.fresh();
        var signIn = "/sign-in?to=%2Fcamunda%2Fapp%2Fcockpit%2Fdefault%2F";
        var page = browser.submit(signIn, Map.of("username", supervisor, "password", Office.PASSWORD));

        var answer = browser.send(browser.form(signIn, page.body(), Map.of("step", step(page), "code", code(secret(page)))));

        assertThat(answer.headers().firstValue("Location")).contains("/camunda/app/cockpit/default/");
    }

    @Test
    void takesNoCodeTwice() {
        var secret = setUp();
        pass(Duration.ofSeconds(60));
        var code = code(secret);

        assertThat(signIn(code).statusCode()).isEqualTo(302);
        assertThat(signIn(code).statusCode()).isEqualTo(401);
        pass(Duration.ofSeconds(30));
        assertThat(signIn(code).statusCode()).isEqualTo(401);
        assertThat(signIn(code(secret)).statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource({"-90, false", "-30, true", "0, true", "30, true", "90, false"})
    void allowsForAClockThatIsALittleWrong(int seconds, boolean taken) {
        var secret = setUp();
        pass(Duration.ofMinutes(10));

        assertThat(signIn(factors.code(secret, now() + seconds / 30)).statusCode()).isEqualTo(taken ? 302 : 401);
    }

    @Test
    void takesACodeOnceOfTwoThatComeAtTheSameMoment() throws Exception {
        var secret = setUp();
        pass(Duration.ofSeconds(60));
        var code = code(secret);
        var together = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var taken = threads.invokeAll(List.of(1, 2).stream().<java.util.concurrent.Callable<Boolean>>map(one -> () -> {
                together.await();
                return factors.takes(supervisor, code);
            }).toList());

            assertThat(Stream.of(taken.get(0).get(), taken.get(1).get()).filter(Boolean::booleanValue)).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void takesEachRecoveryCodeOnce() {
        var browser = browsers.fresh();
        var page = browser.signIn(supervisor, Office.PASSWORD);
        var codes = RECOVERY.matcher(page.body()).results().map(found -> found.group(1)).toList();
        send(browser, page, code(secret(page)));

        assertThat(codes).hasSize(8).doesNotHaveDuplicates();
        assertThat(signIn(codes.get(3).toUpperCase(java.util.Locale.ROOT).replace('-', ' ')).statusCode()).isEqualTo(302);
        assertThat(signIn(codes.get(3)).statusCode()).isEqualTo(401);
        assertThat(signIn(codes.get(4)).statusCode()).isEqualTo(302);
        assertThat(factors.all()).filteredOn(known -> known.account().equals(supervisor)).singleElement().extracting(SecondFactors.Known::recoveryCodes).isEqualTo(6L);
        assertThat(chain("recovery_code", "delete")).isEqualTo(2);
    }

    @Test
    void keepsNothingThatCouldBeReadInTheDatabase() {
        var secret = setUp();

        var kept = database.queryForList("select sealed from second_factor where account = ?", String.class, supervisor);

        assertThat(kept).singleElement().asString().doesNotContain(secret, supervisor);
        assertThat(database.queryForList("select digest from recovery_code", String.class)).allMatch(digest -> digest.matches("[0-9a-f]{64}"));
    }

    @Test
    void takesNoSecretThatWasKeptForSomebodyElse() {
        var secret = setUp();
        pass(Duration.ofSeconds(60));
        var other = hiredAs("other");
        hire(other, Role.SUPERVISORS.group(), "kent");
        database.update("insert into second_factor (account, sealed, made_at) select ?, sealed, made_at from second_factor where account = ?", other, supervisor);
        database.update("insert into second_factor_step (account, last_step) values (?, 0)", other);

        assertThat(factors.takes(other, code(secret))).isFalse();
        assertThat(factors.takes(supervisor, code(secret))).isTrue();
    }

    @Test
    void slowsGuessingDownForOnePersonFromWhateverAddress() {
        setUp();

        var answers = IntStream.range(0, 13).mapToObj(i -> signIn("00000" + i % 10)).map(HttpResponse::statusCode).toList();

        assertThat(answers).contains(401, 429).containsOnly(401, 429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "../../etc", "%00"})
    void takesNoPageThatIsNotOurs(String step) {
        setUp();
        var browser = browsers.fresh();

        var answer = browser.submit("/sign-in", Map.of("step", step, "code", "000000", "username", supervisor));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("<h1>Sign in to Redress</h1>");
        opensNothing(browser);
    }

    @Test
    void takesNoPageThatWasOpenForTooLongOrBeforeThePasswordChanged() {
        var secret = setUp();
        var browser = browsers.fresh();
        var page = browser.signIn(supervisor, Office.PASSWORD);

        pass(Duration.ofMinutes(11));
        assertThat(send(browser, page, code(secret)).body()).contains("The page was open for too long. Sign in again.");
        var newer = browser.signIn(supervisor, Office.PASSWORD);
        var user = identity.createUserQuery().userId(supervisor).singleResult();
        user.setPassword("Another-Word-7");
        identity.saveUser(user);

        assertThat(send(browser, newer, code(secret)).body()).contains("The page was open for too long. Sign in again.");
        opensNothing(browser);
    }

    @Test
    void isResetByAnotherAdministrator() {
        var first = hiredAs("administrator");
        hire(first, Groups.CAMUNDA_ADMIN, null);
        setUp();
        var supervisors = browsers.fresh();
        var page = supervisors.signIn(supervisor, Office.PASSWORD);
        pass(Duration.ofSeconds(60));
        set("off");
        var signedIn = browsers.signedIn(supervisor);
        var administrator = browsers.signedIn(first);
        assertThat(signedIn.get(TASKS).statusCode()).isEqualTo(200);

        assertThat(administrator.get("/redress/second-factors").body()).contains(supervisor);
        assertThat(reset(administrator, supervisor)).isEqualTo(303);
        assertThat(told()).contains("second-factor-reset by " + first + " at kent");
        assertThat(administrator.get("/redress/access").body()).contains("<td>reset a second factor</td>");

        assertThat(signedIn.get(TASKS).statusCode()).isEqualTo(401);
        assertThat(chain("second_factor", "delete")).isEqualTo(1);
        assertThat(reset(administrator, supervisor)).isEqualTo(400);
        set("required");
        assertThat(send(supervisors, page, "000000").statusCode()).isEqualTo(401);
        assertThat(browsers.fresh().signIn(supervisor, Office.PASSWORD).body()).contains("<h1>Set up a second factor</h1>");
    }

    @Test
    void isNotResetByOneselfOrByOthers() {
        var administrator = hiredAs("administrator");
        hire(administrator, Groups.CAMUNDA_ADMIN, null);
        set("off");
        var browser = browsers.signedIn(administrator);
        var offer = factors.offer();
        assertThat(factors.setUp(administrator, offer, code(offer.secret()))).isTrue();

        assertThat(reset(browser, administrator)).isEqualTo(400);
        assertThat(reset(browsers.signedIn(supervisor), administrator)).isEqualTo(403);
        assertThat(browsers.signedIn(supervisor).get("/redress/second-factors").statusCode()).isEqualTo(403);
        assertThat(factors.has(administrator)).isTrue();
    }

    @Test
    void goesWithTheAccount() {
        setUp();

        identity.deleteUser(supervisor);

        assertThat(factors.has(supervisor)).isFalse();
        assertThat(database.queryForObject("select count(*) from second_factor_step where account = ?", Long.class, supervisor)).isZero();
    }

    @Test
    void canBeSetUpAnotherTimeWhereItIsOffered() {
        set("offered");
        var browser = browsers.fresh();
        var page = browser.signIn(supervisor, Office.PASSWORD);
        assertThat(page.body()).contains("Not now");
        opensNothing(browser);

        assertThat(browser.send(browser.form("/sign-in", page.body(), Map.of("step", step(page), "later", "yes"))).statusCode()).isEqualTo(302);
        assertThat(browser.get(TASKS).statusCode()).isEqualTo(200);

        setUp();
        var another = browsers.fresh();
        var asked = another.signIn(supervisor, Office.PASSWORD);
        assertThat(asked.body()).contains("<h1>Enter the code</h1>").doesNotContain("Not now");
        assertThat(another.send(another.form("/sign-in", asked.body(), Map.of("step", step(asked), "later", "yes"))).statusCode()).isEqualTo(401);
    }

    @Test
    void isNeededAtOnceByWhoeverComesToSuperviseOrAdminister() {
        var person = hiredAs("person");
        hire(person, Role.COMPLAINTS_TEAM.group(), "kent");
        var browser = browsers.signedIn(person);
        assertThat(browser.get(TASKS).statusCode()).isEqualTo(200);

        identity.createMembership(person, Role.SUPERVISORS.group());

        assertThat(browser.get(TASKS).statusCode()).isEqualTo(401);
        assertThat(browsers.fresh().signIn(person, Office.PASSWORD).body()).contains("<h1>Set up a second factor</h1>");
    }

    @Test
    void cannotBePutOffWhereItIsRequired() {
        var browser = browsers.fresh();
        var page = browser.signIn(supervisor, Office.PASSWORD);

        assertThat(browser.send(browser.form("/sign-in", page.body(), Map.of("step", step(page), "later", "yes"))).statusCode()).isEqualTo(401);
        opensNothing(browser);
    }

    /** RFC 6238, appendix B, with six figures of the eight. */
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037"})
    void showsTheCodesOfTheStandard(long second, String code) {
        assertThat(factors.code(Base32.encode("12345678901234567890".getBytes(StandardCharsets.US_ASCII)), second / 30)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesSecretsAsTheStandardSays(String text, String written) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(written);
        assertThat(Base32.decode(written)).asString().isEqualTo(text);
    }

    @Test
    void needsAKeyOfSomeLength() {
        assertThat(new Seal("").isThere()).isFalse();
        assertThatThrownBy(() -> new Seal("short")).isInstanceOf(StartRefused.class).hasMessageStartingWith("redress.sign-in.secret-key is too short");
        var seal = new Seal("0123456789abcdef0123456789abcdef");
        assertThat(seal.open("this", seal.close("this", "a text"))).contains("a text");
        assertThat(seal.open("that", seal.close("this", "a text"))).isEmpty();
        assertThat(new Seal("another-key-of-the-same-length-0").open("this", seal.close("this", "a text"))).isEmpty();
    }

    private void set(String mode) {
        settings.getPropertySources().remove("second factor");
        settings.getPropertySources().addFirst(new MapPropertySource("second factor", Map.of("redress.sign-in.second-factor", mode)));
    }

    private static String hiredAs(String what) {
        return "second-" + what + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private void hire(String id, String group, String council) {
        var user = identity.newUser(id);
        user.setFirstName("Somebody");
        user.setLastName("New");
        user.setPassword(Office.PASSWORD);
        identity.saveUser(user);
        identity.createMembership(id, group);
        if (council != null) {
            identity.createTenantUserMembership(council, id);
        }
    }

    /** The supervisor sets theirs up; gives the secret of the device. */
    private String setUp() {
        var offer = factors.offer();
        assertThat(factors.setUp(supervisor, offer, code(offer.secret()))).isTrue();
        return offer.secret();
    }

    private HttpResponse<String> signIn(String code) {
        var browser = browsers.fresh();
        var page = browser.signIn(supervisor, Office.PASSWORD);
        return page.statusCode() == 200 ? send(browser, page, code) : page;
    }

    private static HttpResponse<String> send(Browser browser, HttpResponse<String> page, String code) {
        return browser.send(browser.form("/sign-in", page.body(), Map.of("step", step(page), "code", code)));
    }

    private static void opensNothing(Browser browser) {
        assertThat(browser.get(TASKS).statusCode()).isEqualTo(401);
        assertThat(browser.get("/redress/api/tasks/none/case").statusCode()).isEqualTo(401);
        assertThat(browser.get("/redress/deadlines").statusCode()).isEqualTo(302);
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
    }

    private static int reset(Browser administrator, String account) {
        return administrator.send(administrator.form("/redress/second-factors/" + account + "/reset", administrator.get("/sign-out").body(), Map.of())).statusCode();
    }

    /** What the record says of the supervisor's second factor. */
    private List<String> told() {
        return database.queryForList("select changed || ' by ' || who || ' at ' || council from audit where operation = 'access' and changed like 'second-factor%' and concerns = ? order by sequence",
                String.class, supervisor);
    }

    private long chain(String table, String operation) {
        return database.queryForObject("select count(*) from audit where table_name = ? and operation = ? and sequence > "
                + "(select max(sequence) from audit where table_name = 'second_factor' and operation = 'insert')", Long.class, table, operation);
    }

    private static String step(HttpResponse<String> page) {
        var step = STEP.matcher(page.body());
        assertThat(step.find()).as(page.body()).isTrue();
        return step.group(1);
    }

    private static String secret(HttpResponse<String> page) {
        var secret = SECRET.matcher(page.body());
        assertThat(secret.find()).as(page.body()).isTrue();
        return secret.group(1).replace(" ", "");
    }

    private String code(String secret) {
        return factors.code(secret, now());
    }

    private static long now() {
        return ClockUtil.getCurrentTime().getTime() / 30_000;
    }

    private void pass(Duration more) {
        passed = passed.plus(more);
        ClockUtil.offset(passed.toMillis());
    }
}
