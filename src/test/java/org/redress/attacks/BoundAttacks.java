package org.redress.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.attacks.Answer.NOTHING;
import static org.redress.attacks.Attack.engine;
import static org.redress.attacks.Attack.other;
import static org.redress.attacks.Person.CLERK;
import static org.redress.attacks.Person.NEIGHBOUR;
import static org.redress.attacks.Person.OFFICER;
import static org.redress.attacks.Person.STRANGER;
import static org.redress.attacks.Person.SUPERVISOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.redress.testing.Office;

/** Too many guesses at any door that compares a password, and too much of anything, for anybody to stop the service or to keep others out. */
final class BoundAttacks {
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String OWN = "/user/%s/credentials";
    private static final int CROWD = 210;

    static final List<Attack> ALL = Stream.of(guesses(), slow(), large(), refused()).flatMap(List::stream).toList();

    private BoundAttacks() {}

    private static List<Attack> guesses() {
        return List.of(
                other("A700", STRANGER, "keep a colleague out with many strange names", "page", BoundAttacks::strangeNames, 401, 429)
                        .noted("Sign-in refused: nobody with an account, from 127.0.0.5", "Sign-in refused: too many attempts, from 127.0.0.5"),
                other("A701", CLERK, "guess the password of whoever left a session open", "webapps", scene -> {
                    var thief = scene.another(CLERK);
                    return IntStream.range(0, 8).mapToObj(i -> scene.send(thief, "PUT", ENGINE + OWN.formatted(CLERK.id), guess(i))).toList().stream();
                }, 400, 401).noted("Refused: a wrong password of kent-clerk", "Refused: too many wrong passwords of kent-clerk"),
                other("A702", CLERK, "guess the own password on with a new session", "webapps", scene -> Stream.of(
                        scene.send(scene.another(CLERK), "PUT", ENGINE + OWN.formatted(CLERK.id), guess(9))), 429).noted("Refused: too many wrong passwords of kent-clerk"),
                other("A703", NEIGHBOUR, "guess the own password where that of a colleague is changed", "REST", scene -> IntStream.range(0, 8).mapToObj(i ->
                        scene.asProgram(NEIGHBOUR, "PUT", "/engine-rest" + OWN.formatted(CLERK.id), guess(i))), 400, 429).noted("Refused: too many wrong passwords of leicestershire-officer"));
    }

    private static List<Attack> slow() {
        return List.of(
                other("A710", STRANGER, "stop the server with 210 forms that come slowly to the sign-in", "page", scene -> held(scene, "127.0.0.6", CROWD,
                        "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nusername=", Line::answer), 408),
                other("A711", STRANGER, "stop the server with 210 forms in pieces without end", "page", scene -> held(scene, "127.0.0.6", CROWD,
                        "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nuse", Line::answer), 408),
                other("A712", STRANGER, "stop the server with 210 heads that come slowly", "any", scene -> held(scene, "127.0.0.6", CROWD,
                        "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", line -> Answer.of(line.trickle(200))).limit(3), 408),
                other("A713", STRANGER, "stop the server with 210 bodies that come slowly elsewhere", "any", scene -> Stream.of(ENGINE + "/task", "/redress/present", "/engine-rest/task").flatMap(path ->
                        held(scene, "127.0.0.6", CROWD / 3, "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{", Line::answer)), 401),
                other("A714", STRANGER, "stop the server with large bodies that come slowly", "any", scene -> held(scene, "127.0.0.6", CROWD,
                        "PUT /none HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 104857600\r\n\r\na=", Line::answer), 413),
                other("A715", OFFICER, "stop the server with 60 bodies that come slowly", "browser", BoundAttacks::ofOnePerson, 400, 429).noted("Refused: more than 40 requests at the same time to kent-officer."),
                other("A716", STRANGER, "have many answers on one connection, without reading them", "any", scene -> {
                    try (var line = scene.line("127.0.0.6")) {
                        var said = line.send("GET /sign-in?a HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n\r\n".repeat(100)).all();
                        assertThat(said.split("HTTP/1\\.1 ", -1)).as("answers").hasSizeLessThanOrEqualTo(2);
                        return Stream.of(said.isEmpty() ? new Answer(Answer.NOTHING, "", "") : Answer.of(said));
                    }
                }, 200, Answer.NOTHING));
    }

    private static List<Attack> large() {
        return List.of(
                other("A720", STRANGER, "fill the memory with long names", "page", scene -> IntStream.range(0, 5).mapToObj(i -> {
                    try (var line = scene.line("127.0.0.6")) {
                        return line.send("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 2000000\r\n\r\n").answer();
                    }
                }), 413),
                other("A721", STRANGER, "sign in with a name of 100,000 signs", "page", scene -> Stream.of(scene.signInFrom("127.0.0.6", "", Map.of("username", "n".repeat(100_000), "password", "Everybody-2")),
                        scene.signInFrom("127.0.0.6", "", Map.of("username", "kent-officer", "password", "p".repeat(100_000)))), 413),
                other("A722", STRANGER, "sign in with a name of 5,000 signs", "page", scene -> Stream.of(scene.signInFrom("127.0.0.16", "", Map.of("username", "n".repeat(5000), "password", "Everybody-2"))), 401)
                        .noted("Sign-in refused: nobody with an account, from 127.0.0.16"),
                other("A723", STRANGER, "sign in with a form of 1,001 fields", "page", scene -> Stream.of(scene.bytes("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3003\r\n\r\n" + "a=&".repeat(1001), "127.0.0.6")), 400),
                other("A724", STRANGER, "send a head that is too large", "any", scene -> Stream.of("GET /" + "p".repeat(9000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        "GET /sign-in?to=" + "q".repeat(9000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nCookie: JSESSIONID=" + "c".repeat(9000) + "\r\n\r\n",
                        "GET /sign-in HTTP/1.1\r\nHost: localhost\r\n" + "A: b\r\n".repeat(200) + "\r\n").map(head -> answered(scene, head)).peek(BoundAttacks::hasOurHeaders), 400, 414, 431),
                other("A725", STRANGER, "have sessions made without end", "any", scene -> Stream.of("/sign-in", "/sign-out", "/redress/accessibility", "/camunda/app/tasklist/default/", ENGINE + "/task", "/redress/api/token", "/nothing", "/redress/page.css")
                        .map(path -> scene.raw("GET", path)).peek(answer -> assertThat(answer.headers()).doesNotContain("JSESSIONID").containsIgnoringCase("Connection: close")), 200, 302, 401),
                other("A726", STRANGER, "have a packed form unpacked", "page", scene -> Stream.of(scene.bytes("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\naaaa", "127.0.0.6")), 415));
    }

    private static List<Attack> refused() {
        return List.of(
                engine("A730", OFFICER, "send 100,000 keys", "POST", "/task/count", IntStream.range(0, 100_000).mapToObj(i -> "\"k" + i + "\":1").collect(Collectors.joining(",", "{", "}")), 413),
                engine("A731", OFFICER, "have a pattern with very many places compared", "GET", "/task?nameLike=" + "%25a".repeat(100), "", 400),
                engine("A732", OFFICER, "ask for a part that is switched off", "GET", "/case-definition", "", 400).noted(),
                engine("A733", OFFICER, "begin very far away in a list", "GET", "/task?firstResult=2147483647&maxResults=1", "", NOTHING),
                engine("A734", OFFICER, "ask for less than nothing", "GET", "/task?firstResult=-1&maxResults=-5", "", 400),
                other("A737", NEIGHBOUR, "learn from the answers which tasks and cases another council has", "webapps", BoundAttacks::sameAsOfNothing, 404),
                other("A735", OFFICER, "have the APIs described", "browser", scene -> Stream.of("/camunda/api/admin", "/camunda/api/cockpit", "/camunda/api/engine", "/camunda/api/tasklist", "/camunda/api/welcome", ENGINE, "/engine-rest")
                        .flatMap(path -> Stream.of(scene.asBrowser(OFFICER, "GET", path + "/application.wadl", ""), scene.asBrowser(OFFICER, "OPTIONS", path + "/task", ""))), 404, 405),
                other("A736", STRANGER, "have the server say what it is", "any", scene -> Stream.of("GET / HTTP/9.9\r\n\r\n", "NONSENSE\r\n\r\n", "GET /[{}] HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
                        "GET /sign-in/..;/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "GET //x HTTP/1.0\r\n\r\n", "GET http://localhost/%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                        "PROPFIND / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "GET / HTTP/1.1\r\nHost: localhost\r\nHost: other\r\n\r\n", "GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: x\r\nContent-Length: 1\r\n\r\n")
                        .map(request -> answered(scene, request)).peek(BoundAttacks::hasOurHeaders)
                        .peek(answer -> assertThat(answer.body().strip().split("\n")).as(answer.body()).hasSizeLessThan(30)), 400, 401, 404, 405, 501, 505));
    }

    /** Every way to read one task, case or job by its id gives the same answer for one of another council and for one that is not there. */
    private static Stream<Answer> sameAsOfNothing(Scene scene) {
        var nothing = "00000000-0000-0000-0000-000000000000";
        var differences = new ArrayList<String>();
        var answers = Stream.of("task free", "process-instance instance", "execution execution", "job job", "history/task free", "history/process-instance instance").flatMap(kind -> {
            var path = kind.split(" ")[0];
            var id = scene.fill("{" + kind.split(" ")[1] + "}");
            return Stream.of("", "/form", "/form-variables", "/deployed-form", "/rendered-form", "/variables", "/variables/reference", "/localVariables", "/localVariables/reference", "/comment", "/attachment",
                    "/identity-links", "/activity-instances", "/stacktrace", "/comment/x", "/attachment/x").map(part -> {
                        var ofOthers = scene.asBrowser(NEIGHBOUR, "GET", ENGINE + "/" + path + "/" + id + part, "");
                        var ofNothing = scene.asBrowser(NEIGHBOUR, "GET", ENGINE + "/" + path + "/" + nothing + part, "");
                        var one = ofOthers.status() + " " + ofOthers.body().replace(id, "ID");
                        var none = ofNothing.status() + " " + ofNothing.body().replace(nothing, "ID");
                        if (!one.equals(none)) {
                            differences.add(path + part + ": " + one + " / " + none);
                        }
                        return ofOthers;
                    });
        }).toList();
        assertThat(differences).as("of others / of nothing").isEmpty();
        // all are compared; some ways are closed for everybody, in their own words
        return answers.stream().filter(answer -> answer.status() == 404);
    }

    private static Answer answered(Scene scene, String request) {
        try (var line = scene.line("127.0.0.6")) {
            return line.send(request).answer();
        }
    }

    private static void hasOurHeaders(Answer answer) {
        assertThat(answer.headers()).containsIgnoringCase("X-Content-Type-Options: nosniff").containsIgnoringCase("Content-Security-Policy:").containsIgnoringCase("X-Frame-Options: DENY").doesNotContain("Server:");
    }

    /** So many connections wait in the middle of this; meanwhile colleagues work and sign in. */
    private static Stream<Answer> held(Scene scene, String from, int crowd, String begun, Function<Line, Answer> ended) {
        var lines = IntStream.range(0, crowd).mapToObj(i -> scene.line(from).send(begun)).toList();
        try {
            othersWork(scene);
            return lines.stream().map(ended).limit(5).toList().stream();
        } finally {
            lines.forEach(Line::close);
        }
    }

    private static void othersWork(Scene scene) {
        var began = System.nanoTime();
        assertThat(scene.asBrowser(CLERK, "GET", ENGINE + "/task/count", "").status()).as("a colleague").isEqualTo(200);
        assertThat(scene.asBrowser(SUPERVISOR, "POST", ENGINE + "/task/count", "{}").status()).as("a supervisor").isEqualTo(200);
        assertThat(scene.fresh().signIn(SUPERVISOR.id, Office.PASSWORD).statusCode()).as("somebody who signs in").isEqualTo(302);
        System.out.printf("Two pages and a sign-in while the attack went on: %d ms%n", (System.nanoTime() - began) / 1_000_000);
    }

    /** A session that was stolen, or an angry colleague: others go on. */
    private static Stream<Answer> ofOnePerson(Scene scene) {
        var begun = "POST " + ENGINE + "/task/count HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 1000\r\nCookie: JSESSIONID="
                + scene.another(OFFICER).cookie("JSESSIONID") + "\r\n\r\n{";
        var lines = IntStream.range(0, 60).mapToObj(i -> scene.line("127.0.0.6").send(begun)).toList();
        try {
            othersWork(scene);
            return lines.stream().map(Line::end).toList().stream().map(Line::answer).toList().stream();
        } finally {
            lines.forEach(Line::close);
        }
    }

    private static String guess(int number) {
        return "{\"password\": \"Something-New-1\", \"authenticatedUserPassword\": \"Guessed-Number-%d\"}".formatted(number);
    }

    /** A colleague has signed in with a browser before; a stranger at the address from which they come now uses up what it has. */
    private static Stream<Answer> strangeNames(Scene scene) {
        var browser = scene.another(CLERK);
        var known = browser.cookie("REDRESS-BROWSER");
        var answers = IntStream.range(0, 70).mapToObj(i -> scene.signInFrom("127.0.0.5", "", Map.of("username", "strange-" + i, "password", "Everybody-2"))).toList();
        assertThat(answers).extracting(Answer::status).contains(401, 429);
        assertThat(scene.signInFrom("127.0.0.5", "REDRESS-BROWSER=" + known, Map.of("username", CLERK.id, "password", Office.PASSWORD)).status()).as("the colleague").isEqualTo(302);
        return answers.stream();
    }
}
