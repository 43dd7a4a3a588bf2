package org.redress.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.attacks.Attack.other;
import static org.redress.attacks.Attack.page;
import static org.redress.attacks.Person.NEIGHBOUR;
import static org.redress.attacks.Person.OFFICER;
import static org.redress.attacks.Person.STRANGER;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reading somebody's deadlines by an address that is not theirs, and choosing for others. */
final class NoticeAttacks {
    private static final String PAGE = "/redress/notices";

    static final List<Attack> ALL = List.of(
            other("A850", STRANGER, "read deadlines under an address that has ended or was revoked", "any", scene -> Stream.of("{ended feed}", "{revoked feed}")
                    .map(address -> scene.send(scene.fresh(), "GET", address, "")), 404),
            other("A851", STRANGER, "guess the address of a calendar", "any", NoticeAttacks::guesses, 404, 429),
            other("A852", NEIGHBOUR, "revoke the address of a colleague's calendar", "page", scene -> Stream.of(scene.form(NEIGHBOUR, PAGE + "/calendar/{feed}/revoke", "")), 303),
            page("A853", List.of(STRANGER, OFFICER), "make an address for somebody's calendar without the page's token", "POST", PAGE + "/calendar", "form:last-day=2099-01-01", 401, 403),
            page("A854", STRANGER, "see what somebody is told of", "GET", PAGE, "", 302),
            page("A855", List.of(STRANGER, OFFICER), "choose what somebody is told of without the page's token", "POST", PAGE, "form:assigned=never", 401, 403));

    private NoticeAttacks() {}

    private static Stream<Answer> guesses(Scene scene) {
        var answers = IntStream.range(0, 30).mapToObj(i -> scene.send(scene.fresh(), "GET", "/redress/feeds/" + String.valueOf((char) ('a' + i % 26)).repeat(43) + ".ics", "")).toList();
        assertThat(answers).extracting(Answer::status).contains(429);
        return answers.stream();
    }
}
