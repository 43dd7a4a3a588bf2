package org.redress.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.attacks.Attack.engine;
import static org.redress.attacks.Attack.other;
import static org.redress.attacks.Attack.page;
import static org.redress.attacks.Person.ADMINISTRATOR;
import static org.redress.attacks.Person.CLERK;
import static org.redress.attacks.Person.NEIGHBOURING_SUPERVISOR;
import static org.redress.attacks.Person.OFFICER;
import static org.redress.attacks.Person.OMBUDSMAN;
import static org.redress.attacks.Person.OWNER;
import static org.redress.attacks.Person.RETURNER;
import static org.redress.attacks.Person.STRANGER;
import static org.redress.attacks.Person.SUPERVISOR;
import static org.redress.attacks.Scene.basic;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.redress.api.Browsers.Browser;
import org.redress.testing.Office;

/** Getting in with what is no token any more or none for this door, and getting tokens and passwords that one must not have. */
final class SignInAttacks {
    private static final List<String> DATA = List.of("/redress/api/tasks/{mine}/case", "/engine-rest/task/count", "/engine-rest/user");
    private static final String TOKENS = "/redress/tokens";
    private static final String FACTORS = "/redress/second-factors";
    private static final Pattern STEP = Pattern.compile("name=\"step\" value=\"([^\"]+)\"");

    static final List<Attack> ALL = List.of(
            other("A501", STRANGER, "sign in as a program with somebody's password", "program", scene -> DATA.stream().map(path ->
                    scene.send(scene.fresh(), "GET", path, "", "Authorization", basic("kent-officer", Office.PASSWORD))), 401).noted("HTTP basic authentication is switched off"),
            token("A502", STRANGER, "use a token that nobody made", "redress_0123456789012345678901234567890123456789012"),
            token("A503", STRANGER, "use a token that was revoked", "{revoked token}"),
            token("A504", STRANGER, "use a token whose last day is over", "{ended token}"),
            token("A505", RETURNER, "use a token of the deleted account with their name", "{leaver's token}"),
            other("A506", STRANGER, "sign in as a program with something else than a token", "program", scene -> Stream.of("Bearer", "Bearer ", "Bearer null", "Bearer redress_", "Bearer a.b.c",
                    "Negotiate x", "Digest username=\"kent-officer\"", "Token {revoked token}").flatMap(said -> DATA.stream().map(path ->
                    scene.send(scene.fresh(), "GET", path, "", "Authorization", scene.fill(said)))), 401),
            other("A507", OFFICER, "open pages with a program's token", "browser", scene -> Stream.of("/camunda/api/engine/engine/default/task/count", "/redress/deadlines", TOKENS)
                    .map(path -> scene.send(scene.fresh(), "GET", path, "", "Authorization", scene.bearer(OFFICER))), 302, 401),
            other("A953", OFFICER, "use the API for programs with a token that has no scope", "program", scene -> Stream.of("deadlines", "cases/{own}", "anything")
                    .map(path -> scene.send(scene.fresh(), "GET", scene.fill("/redress/api/v1/" + path), "", "Authorization", scene.bearer(OFFICER))), 403),
            page("A508", List.of(OFFICER, CLERK, SUPERVISOR, NEIGHBOURING_SUPERVISOR, OWNER, OMBUDSMAN), "see who has tokens", "GET", TOKENS, "", 403),
            page("A509", STRANGER, "see who has tokens", "GET", TOKENS, "", 302),
            making("A510", OFFICER, "make a token", "kent-officer", 403),
            making("A511", SUPERVISOR, "make a token of an administrator", "admin", 403),
            making("A512", ADMINISTRATOR, "make a token for themselves", "admin", 400),
            other("A513", OFFICER, "revoke a token of others", "page", scene -> Stream.of(scene.form(OFFICER, "/redress/tokens/1/revoke", "")), 403),
            engine("A514", OFFICER, "choose a password that many people choose", "PUT", "/user/kent-officer/credentials",
                    "{\"password\": \"Leicestershire-26\", \"authenticatedUserPassword\": \"Everybody-1\"}", 400).noted(),
            engine("A515", ADMINISTRATOR, "give a password that many people choose", "PUT", "/user/kent-officer/credentials",
                    "{\"password\": \"P4ssw0rd!2026\", \"authenticatedUserPassword\": \"Everybody-1\"}", 400).noted(),
            other("A516", STRANGER, "get in with the password alone of somebody who needs a second factor", "page", SignInAttacks::passwordAlone, 302, 401),
            other("A517", STRANGER, "put off a second factor that is required", "page", scene -> scene.withSecondFactors(() -> {
                var browser = scene.fresh();
                return Stream.of(second(browser, browser.signIn("kent-supervisor", Office.PASSWORD).body(), Map.of("later", "yes")));
            }), 401).noted("a wrong code of kent-supervisor"),
            other("A518", STRANGER, "guess the code that a device shows", "page", SignInAttacks::codes, 401, 429).noted("a wrong code of ombudsman-supervisor", "too many codes of ombudsman-supervisor"),
            other("A519", STRANGER, "go on from a page that they made", "page", scene -> scene.withSecondFactors(() -> Stream.of("x", "kent-supervisor", "A".repeat(120)).map(step ->
                    Answer.of(scene.fresh().submit("/sign-in", Map.of("step", step, "code", "000000", "username", "kent-supervisor"))))), 401),
            page("A520", List.of(OFFICER, SUPERVISOR, NEIGHBOURING_SUPERVISOR, OWNER, OMBUDSMAN), "see who has a second factor", "GET", FACTORS, "", 403),
            page("A521", STRANGER, "see who has a second factor", "GET", FACTORS, "", 302),
            other("A522", SUPERVISOR, "take a colleague's second factor away", "page", scene -> Stream.of(scene.form(SUPERVISOR, FACTORS + "/kent-supervisor-two/reset", "")), 403),
            other("A523", ADMINISTRATOR, "take their own second factor away", "page", scene -> Stream.of(scene.form(ADMINISTRATOR, FACTORS + "/admin/reset", "")), 400));

    private SignInAttacks() {}

    private static Attack token(String id, Person person, String what, String token) {
        return other(id, person, what, "program", scene -> DATA.stream().map(path -> scene.send(scene.fresh(), "GET", path, "", "Authorization", "Bearer " + scene.fill(token))), 401)
                .noted("there is no such token, or it has ended");
    }

    /** The page with the code is what they get, and with what their browser has by then they ask for everything. */
    private static Stream<Answer> passwordAlone(Scene scene) {
        return scene.withSecondFactors(() -> Stream.of("kent-supervisor", "ombudsman-supervisor", "admin").flatMap(person -> {
            var browser = scene.fresh();
            assertThat(browser.signIn(person, Office.PASSWORD).statusCode()).isEqualTo(200);
            return Stream.of("/camunda/api/engine/engine/default/task/count", "/redress/api/tasks/{mine}/case", "/camunda/app/cockpit/default/", "/camunda/app/admin/default/", "/redress/deadlines",
                    "/redress/councils", TOKENS, FACTORS, "/engine-rest/task/count").map(path -> scene.send(browser, "GET", path, ""));
        }));
    }

    private static Stream<Answer> codes(Scene scene) {
        return scene.withSecondFactors(() -> {
            var browser = scene.fresh();
            var page = browser.signIn("ombudsman-supervisor", Office.PASSWORD).body();
            return IntStream.range(0, 12).mapToObj(i -> second(browser, page, Map.of("code", String.valueOf(100_000 + i))));
        });
    }

    private static Answer second(Browser browser, String page, Map<String, String> fields) {
        var step = STEP.matcher(page);
        assertThat(step.find()).as("the page with the code").isTrue();
        var all = new HashMap<>(fields);
        all.put("step", step.group(1));
        return Answer.of(browser.send(browser.form("/sign-in", page, all)));
    }

    private static Attack making(String id, Person person, String what, String account, int answer) {
        return other(id, person, what, "page", scene -> Stream.of(scene.form(person, TOKENS, "account=" + account + "&program=x&last-day=2099-01-01"),
                scene.form(person, TOKENS, "account=" + account + "&program=x&last-day=" + LocalDate.now().plusDays(9))), answer);
    }
}
