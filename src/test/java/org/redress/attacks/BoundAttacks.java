package org.redress.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.attacks.Attack.other;
import static org.redress.attacks.Person.CLERK;
import static org.redress.attacks.Person.NEIGHBOUR;
import static org.redress.attacks.Person.STRANGER;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.redress.testing.Office;

/** Too many guesses at any door that compares a password, and too much of anything, for anybody to stop the service or to keep others out. */
final class BoundAttacks {
    private static final String OWN = "/user/%s/credentials";

    static final List<Attack> ALL = Stream.of(guesses()).flatMap(List::stream).toList();

    private BoundAttacks() {}

    private static List<Attack> guesses() {
        return List.of(
                other("A700", STRANGER, "keep a colleague out with many strange names", "page", BoundAttacks::strangeNames, 401, 429)
                        .noted("Sign-in refused: nobody with an account, from 127.0.0.5", "Sign-in refused: too many attempts, from 127.0.0.5"),
                other("A701", CLERK, "guess the password of whoever left a session open", "webapps", scene -> {
                    var thief = scene.another(CLERK);
                    return IntStream.range(0, 8).mapToObj(i -> scene.send(thief, "PUT", "/camunda/api/engine/engine/default" + OWN.formatted(CLERK.id), guess(i))).toList().stream();
                }, 400, 401).noted("Refused: a wrong password of kent-clerk", "Refused: too many wrong passwords of kent-clerk"),
                other("A702", CLERK, "guess the own password on with a new session", "webapps", scene -> Stream.of(
                        scene.send(scene.another(CLERK), "PUT", "/camunda/api/engine/engine/default" + OWN.formatted(CLERK.id), guess(9))), 429).noted("Refused: too many wrong passwords of kent-clerk"),
                other("A703", NEIGHBOUR, "guess the own password where that of a colleague is changed", "REST", scene -> IntStream.range(0, 8).mapToObj(i ->
                        scene.asProgram(NEIGHBOUR, "PUT", "/engine-rest" + OWN.formatted(CLERK.id), guess(i))), 400, 429).noted("Refused: too many wrong passwords of leicestershire-officer"));
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
