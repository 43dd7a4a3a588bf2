package org.redress.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.attacks.Attack.engine;
import static org.redress.attacks.Attack.other;
import static org.redress.attacks.Attack.page;
import static org.redress.attacks.Person.ADMINISTRATOR;
import static org.redress.attacks.Person.OFFICER;
import static org.redress.attacks.Person.STRANGER;
import static org.redress.attacks.Scene.basic;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.redress.testing.Office;

/** Getting in without an account or with somebody's session, from other sites, past the paths, and with too much of anything. */
final class WebAttacks {
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final List<String> DATA = List.of(ENGINE + "/task", "/engine-rest/task", "/redress/api/tasks/{mine}/case");
    private static final String FIRST = "{\"profile\": {\"id\": \"mallory\", \"firstName\": \"M\", \"lastName\": \"M\", \"email\": \"\"}, \"credentials\": {\"password\": \"Everybody-1\"}}";
    private static final int TWO_MORE = 3 * 1024 * 1024;

    static final List<Attack> ALL = Stream.of(doors(), passwords(), sessions(), paths(), limits()).flatMap(List::stream).toList();

    private WebAttacks() {}

    private static List<Attack> doors() {
        return List.of(
                page("A149", List.of(STRANGER, OFFICER, ADMINISTRATOR), "make a first administrator", "POST", "/camunda/api/admin/setup/default/user/create", FIRST, 401, 403),
                page("A150", List.of(STRANGER, OFFICER), "open the page for a first administrator", "GET", "/camunda/app/admin/default/setup/", "", 302, 403),
                page("A151", List.of(STRANGER, OFFICER), "sign in by the webapps' own door", "POST", "/camunda/api/admin/auth/user/default/login/admin",
                        "form:username=admin&password=" + Office.PASSWORD, 401, 403),
                closed("A152", STRANGER, "reach the server's inside", "/actuator", "/actuator/env", "/actuator/beans", "/actuator/heapdump", "/actuator/threaddump", "/actuator/loggers", "/actuator/metrics"),
                closed("A153", OFFICER, "reach the server's inside", "/actuator", "/actuator/env", "/actuator/beans", "/actuator/heapdump", "/actuator/threaddump", "/actuator/loggers", "/actuator/metrics"),
                closed("A154", STRANGER, "reach the database's console", "/h2-console", "/h2-console/login.do", "/console"),
                closed("A155", ADMINISTRATOR, "reach the database's console", "/h2-console", "/h2-console/login.do", "/console"),
                closed("A156", STRANGER, "read a description of the APIs", "/v3/api-docs", "/swagger-ui/index.html", "/openapi.json"),
                closed("A157", OFFICER, "read a description of the APIs", "/v3/api-docs", "/swagger-ui/index.html", "/camunda/api/application.wadl", ENGINE + "/application.wadl"));
    }

    private static Attack closed(String id, Person person, String what, String... paths) {
        return other(id, person, what, "browser", scene -> Stream.of(paths).map(path -> scene.asBrowser(person, "GET", path, "")),
                person == STRANGER ? new int[] {302, 401} : new int[] {404});
    }

    private static List<Attack> passwords() {
        return List.of(
                other("A158", STRANGER, "sign in with a password that products come with", "page, program", WebAttacks::defaults, 401).noted("Sign-in refused"),
                other("A159", STRANGER, "find out who has an account", "page, program", WebAttacks::sameForNobody, 401).noted("Sign-in refused"),
                other("A160", STRANGER, "keep a colleague out with wrong passwords", "page", WebAttacks::fifteen, 401, 429).noted("Sign-in refused"),
                other("A161", STRANGER, "put markup into the sign-in page", "page", scene -> Stream.of(
                        Answer.of(scene.fresh().signIn("<script>alert(1)</script>", "\"><b>x"))).peek(answer -> assertThat(answer.body()).doesNotContain("<script", "<b>")), 401));
    }

    private static Stream<Answer> defaults(Scene scene) {
        return Map.of("demo", "demo", "admin", "admin", "camunda", "camunda", "sa", "").entrySet().stream().flatMap(account -> Stream.of(
                Answer.of(scene.fresh().signIn(account.getKey(), account.getValue())),
                scene.send(scene.fresh(), "GET", "/engine-rest/task", "", "Authorization", basic(account.getKey(), account.getValue()))));
    }

    private static Stream<Answer> sameForNobody(Scene scene) {
        var wrong = Answer.of(scene.fresh().signIn("kent-director", "Everybody-2"));
        var nobody = Answer.of(scene.fresh().signIn("kent-nobody", "Everybody-2"));
        var wrongProgram = scene.send(scene.fresh(), "GET", "/redress/api/tasks/none/case", "", "Authorization", basic("kent-director", "Everybody-2"));
        var nobodysProgram = scene.send(scene.fresh(), "GET", "/redress/api/tasks/none/case", "", "Authorization", basic("kent-nobody", "Everybody-2"));
        assertThat(nobody.body().replaceAll("value=\"[^\"]*\"", "")).isEqualTo(wrong.body().replaceAll("value=\"[^\"]*\"", ""));
        assertThat(nobodysProgram.body()).isEqualTo(wrongProgram.body());
        return Stream.of(wrong, nobody, wrongProgram, nobodysProgram);
    }

    private static Stream<Answer> fifteen(Scene scene) {
        var answers = IntStream.range(0, 15).mapToObj(i -> Answer.of(scene.fresh().signIn("kent-service", "Everybody-0" + i))).toList();
        assertThat(answers).extracting(Answer::status).contains(429);
        assertThat(scene.signInFrom("127.0.0.2", "kent-service", Office.PASSWORD).status()).as("the colleague, from elsewhere").isEqualTo(302);
        return answers.stream();
    }

    private static List<Attack> sessions() {
        return List.of(
                tokenless("A162", "change something without the page's token", ""),
                tokenless("A163", "change something with a token of their own", "0123456789ABCDEF0123456789ABCDEF"),
                foreign("A164", "change something from a page elsewhere", "Origin", "https://example.org"),
                foreign("A165", "change something from a page without an origin", "Origin", "null"),
                foreign("A166", "change something from a page of another port", "Origin", "http://localhost:1"),
                foreign("A167", "change something that the browser says comes from another site", "Sec-Fetch-Site", "cross-site"),
                foreign("A168", "change something from a site beside ours", "Sec-Fetch-Site", "same-site"),
                other("A169", STRANGER, "sign somebody in under another name without the page's token", "page", scene -> Stream.of(
                        scene.send(scene.fresh(), "POST", "/sign-in", "form:username=kent-officer&password=" + Office.PASSWORD)), 403),
                other("A170", OFFICER, "change something by following a link", "browser", scene -> Stream.of("/task/{free}/claim", "/task/{mine}/unclaim", "/task/{mine}/complete",
                        "/process-instance/{instance}/modification").map(path -> scene.asBrowser(OFFICER, "GET", ENGINE + path, "")), 404, 405),
                other("A171", OFFICER, "hide what is done in a header", "browser", scene -> Stream.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")
                        .map(header -> scene.send(scene.browser(OFFICER), "POST", ENGINE + "/process-instance/{instance}?_method=DELETE", "{}", header, "DELETE")), 404, 405),
                other("A172", STRANGER, "use a session that was known before the sign-in", "browser", WebAttacks::fixation, 401),
                other("A173", STRANGER, "use a session after the sign-out", "browser", WebAttacks::afterSignOut, 401),
                other("A174", STRANGER, "use a browser's session for the engine's REST API", "REST", scene -> Stream.of(
                        scene.send(scene.another(OFFICER), "GET", "/engine-rest/task", ""), scene.send(scene.another(OFFICER), "POST", "/engine-rest/task/{free}/claim",
                                "{\"userId\": \"kent-officer\"}")), 401));
    }

    private static Attack tokenless(String id, String what, String token) {
        return other(id, OFFICER, what, "browser", scene -> Stream.of("/task/{free}/claim", "/process-definition/key/complaint/submit-form").map(path ->
                scene.send(scene.another(OFFICER), "POST", ENGINE + path, "{\"userId\": \"kent-officer\"}", "X-XSRF-TOKEN", token)), 403);
    }

    private static Attack foreign(String id, String what, String header, String value) {
        return other(id, OFFICER, what, "browser, REST", scene -> Stream.of(
                scene.send(scene.browser(OFFICER), "POST", ENGINE + "/task/{free}/claim", "{\"userId\": \"kent-officer\"}", header, value),
                scene.send(scene.fresh(), "POST", "/engine-rest/task/{free}/claim", "{\"userId\": \"kent-officer\"}", header, value,
                        "Authorization", scene.bearer(OFFICER))), 403);
    }

    private static Stream<Answer> fixation(Scene scene) {
        var victim = scene.fresh();
        victim.get("/sign-in");
        victim.plant("JSESSIONID", "0123456789ABCDEF0123456789ABCDEF");
        assertThat(victim.signIn("kent-officer", Office.PASSWORD).statusCode()).isEqualTo(302);
        var attacker = scene.fresh();
        attacker.plant("JSESSIONID", "0123456789ABCDEF0123456789ABCDEF");
        return Stream.of(scene.send(attacker, "GET", ENGINE + "/task", ""), scene.send(attacker, "GET", "/redress/api/tasks/{mine}/case", ""));
    }

    private static Stream<Answer> afterSignOut(Scene scene) {
        var victim = scene.another(OFFICER);
        var attacker = scene.fresh();
        attacker.plant("JSESSIONID", victim.cookie("JSESSIONID"));
        assertThat(victim.submit("/sign-out", Map.of()).statusCode()).isEqualTo(302);
        return Stream.of(scene.send(attacker, "GET", ENGINE + "/task", ""), scene.send(attacker, "GET", "/redress/api/tasks/{mine}/case", ""));
    }

    private static List<Attack> paths() {
        return List.of(
                way("A175", "pass the sign-in with a parameter in the path", path -> path.replaceFirst("/(\\w+)$", ";jsessionid=x/$1")),
                way("A176", "pass the sign-in with a parameter at the end", path -> path + ";x=/sign-in"),
                way("A177", "pass the sign-in with two slashes", path -> "/" + path),
                way("A178", "pass the sign-in with two slashes inside", path -> path.replaceFirst("/(\\w+)$", "//$1")),
                way("A179", "pass the sign-in by way of an open page", path -> "/sign-in/.." + path),
                way("A180", "pass the sign-in by way of an open page, written in another way", path -> "/sign-in/%2e%2e" + path),
                way("A181", "pass the sign-in with slashes written in another way", path -> "/sign-in/..%2f" + path.substring(1)),
                way("A182", "pass the sign-in with a backslash", path -> "/sign-in\\.." + path),
                way("A183", "pass the sign-in with letters written in another way", path -> path.replaceFirst("e", "%65")),
                way("A184", "pass the sign-in with letters written in another way twice", path -> path.replaceFirst("e", "%2565")),
                way("A185", "pass the sign-in with a dot or slash at the end", path -> path + "/."),
                way("A186", "pass the sign-in with an ending", path -> path + ".css"),
                way("A187", "pass the sign-in with capitals", String::toUpperCase),
                way("A188", "pass the sign-in with an empty character", path -> path + "%00.css"),
                way("A189", "pass the sign-in with the address of another server", path -> "http://example.org" + path),
                other("A190", STRANGER, "pass the sign-in with a proxy's headers", "any", scene -> DATA.stream().map(path -> scene.raw("GET", path,
                        "X-Original-URL: /sign-in", "X-Rewrite-URL: /sign-in", "X-Forwarded-For: 127.0.0.1", "X-Forwarded-Prefix: /sign-in", "Forwarded: for=127.0.0.1")), 401),
                other("A191", OFFICER, "read files of the server", "browser", scene -> Stream.of("/camunda/app/tasklist/..%2f..%2f..%2fapplication.yaml", "/camunda/lib/%2e%2e/WEB-INF/web.xml",
                        "/redress/..%2f..%2fapplication.yaml", "/META-INF/MANIFEST.MF", "/WEB-INF/web.xml", "/application.yaml", "/camunda/api/engine/engine/default/../../../../application.yaml")
                        .map(path -> scene.raw("GET", path, "Cookie: JSESSIONID=" + scene.browser(OFFICER).cookie("JSESSIONID"))), 400, 404),
                other("A192", STRANGER, "write headers of the answer", "any", scene -> Stream.of("/sign-in?to=%0d%0aSet-Cookie:%20evil=1", "/camunda/app/x%0d%0aSet-Cookie:%20evil=1/",
                        "/redress/%0d%0aSet-Cookie:%20evil=1", "/engine-rest/%0d%0aSet-Cookie:%20evil=1")
                        .map(path -> scene.raw("GET", path)).peek(answer -> assertThat(answer.headers()).doesNotContain("evil")), 200, 302, 400, 401),
                other("A193", STRANGER, "lead people to another site after the sign-in", "page", scene -> Stream.of("https://example.org/", "//example.org", "/%5Cexample.org")
                        .map(to -> Answer.of(scene.fresh().submit("/sign-in?to=" + to, Map.of("username", "kent-officer", "password", Office.PASSWORD))))
                        .peek(answer -> assertThat(answer.headers()).doesNotContain("example.org")), 302),
                other("A194", STRANGER, "learn something with unusual methods", "any", scene -> DATA.stream().flatMap(path -> Stream.of("OPTIONS", "TRACE", "PROPFIND", "CONNECT", "TRACK")
                        .map(method -> scene.raw(method, path))), 400, 401, 403, 405, 501),
                other("A195", OFFICER, "have a request sent back", "browser", scene -> DATA.stream().map(path -> scene.raw("TRACE", path,
                        "Cookie: JSESSIONID=" + scene.browser(OFFICER).cookie("JSESSIONID"))).peek(answer -> assertThat(answer.body()).doesNotContain("JSESSIONID")), 400, 405));
    }

    /** The data of each of the three ways in, by another spelling of the path. */
    private static Attack way(String id, String what, UnaryOperator<String> spelling) {
        return other(id, STRANGER, what, "any", scene -> DATA.stream().map(path -> scene.raw("GET", spelling.apply(scene.fill(path)))), 400, 401, 404);
    }

    private static List<Attack> limits() {
        return List.of(
                other("A196", STRANGER, "send 50 MB", "any", scene -> DATA.stream().map(path -> scene.raw("POST", path, "Content-Type: application/json", "Content-Length: 52428800")), 401, 413),
                other("A197", OFFICER, "send too much without saying how much", "browser", scene -> Stream.of(ENGINE + "/task/count", "/redress/api/tasks/none/case").map(path ->
                        Answer.of(scene.browser(OFFICER).send(scene.browser(OFFICER).request(path).header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[TWO_MORE])))))), 413),
                engine("A198", OFFICER, "send JSON that is 10,000 deep", "POST", "/task/count", "{\"orQueries\":".repeat(10_000) + "[]" + "}".repeat(10_000), 400),
                engine("A199", OFFICER, "send JSON that is 10,000 deep in an answer", "POST", "/process-definition/key/complaint/submit-form",
                        "{\"variables\": {\"complaintText\": {\"value\": \"" + "[".repeat(10_000) + "]".repeat(10_000) + "\", \"type\": \"Json\"}}}", 400),
                engine("A200", OFFICER, "send JSON that is not JSON", "POST", "/task/count", "{\"name\": ", 400),
                engine("A201", OFFICER, "ask for everything at once", "GET", "/task?maxResults=2147483647", "", 400),
                engine("A202", OFFICER, "go up in the path to another engine", "GET", "/../other/task", "", 400, 401, 404));
    }
}
