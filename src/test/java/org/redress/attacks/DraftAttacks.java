package org.redress.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.attacks.Attack.other;
import static org.redress.attacks.Attack.page;
import static org.redress.attacks.Person.CLERK;
import static org.redress.attacks.Person.DRAFTER;
import static org.redress.attacks.Person.NEIGHBOUR;
import static org.redress.attacks.Person.OFFICER;
import static org.redress.attacks.Person.OTHERS;
import static org.redress.attacks.Person.RETURNER;
import static org.redress.attacks.Person.STRANGER;
import static org.redress.attacks.Person.SUPERVISOR;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.redress.api.Browsers;

/** Reading, overwriting and throwing away what somebody typed and has not sent, and keeping too much. */
final class DraftAttacks {
    private static final String MINE = "/redress/api/drafts/tasks/{mine}";
    private static final String TYPED = "{\"writer\": \"22222222\", \"base\": %d, \"version\": %d, \"values\": {\"understanding\": %s}}";
    private static final String MISCHIEF = TYPED.formatted(5, 6, "\"mischief\"");

    static final List<Attack> ALL = List.of(
            page("A203", OTHERS, "read what an officer typed and has not sent", "GET", MINE, "", 404),
            page("A204", SUPERVISOR, "read what an officer typed and has not sent", "GET", MINE, "", 404),
            page("A205", STRANGER, "read what an officer typed and has not sent", "GET", MINE, "", 401),
            other("A206", NEIGHBOUR, "find out what somebody is writing on", "browser", DraftAttacks::sameForUnknown, 404),
            other("A207", CLERK, "overwrite what an officer typed", "browser", scene -> Stream.of(CLERK, NEIGHBOUR, SUPERVISOR)
                    .map(person -> scene.change(person, "PUT", MINE, MISCHIEF)), 404),
            other("A208", CLERK, "throw away what an officer typed", "browser", scene -> Stream.of(CLERK, NEIGHBOUR, SUPERVISOR)
                    .map(person -> scene.change(person, "DELETE", MINE + "?version=5&writer=11111111", "")), 404),
            other("A209", RETURNER, "read what the deleted person typed", "browser", scene -> Stream.of(
                    scene.asBrowser(RETURNER, "GET", "/redress/api/drafts/tasks/{left}", ""), scene.asBrowser(RETURNER, "GET", "/redress/api/drafts/losses", "")), 404, Answer.NOTHING),
            other("A210", DRAFTER, "begin to approve it", "browser", scene -> Stream.of(scene.change(DRAFTER, "PUT", "/redress/api/drafts/tasks/{approval}",
                    TYPED.formatted(0, 1, "\"x\""))), 404),
            page("A211", OFFICER, "keep a draft without the page's token", "PUT", MINE, MISCHIEF, 403),
            other("A212", OFFICER, "keep a draft from a page elsewhere", "browser", scene -> {
                var token = Browsers.json(scene.browser(OFFICER).get("/redress/api/token"));
                return Stream.of("https://example.org", "null", "http://localhost:1").map(origin -> scene.send(scene.browser(OFFICER), "PUT", MINE, MISCHIEF,
                        token.path("header").asText(), token.path("token").asText(), "Origin", origin));
            }, 403),
            other("A213", OFFICER, "overwrite a draft that they have not seen", "browser", scene -> Stream.of(0, 4).map(base ->
                    scene.change(OFFICER, "PUT", MINE, TYPED.formatted(base, 9, "\"x\""))), 409),
            other("A214", OFFICER, "keep a draft of 1 MB", "browser", scene -> Stream.of(
                    scene.change(OFFICER, "PUT", MINE, TYPED.formatted(5, 6, "\"" + "x".repeat(1_000_000) + "\""))), 413),
            other("A215", OFFICER, "keep a draft that is 10,000 deep", "browser", scene -> Stream.of(
                    scene.change(OFFICER, "PUT", MINE, TYPED.formatted(5, 6, "[".repeat(10_000) + "]".repeat(10_000)))), 400),
            other("A216", OFFICER, "keep drafts for work that is not theirs", "browser", scene -> Stream.concat(
                    IntStream.range(0, 20).mapToObj(i -> "/redress/api/drafts/tasks/guess-" + i), Stream.of("/redress/api/drafts/starts/legal-hold",
                            "/redress/api/drafts/starts/ombudsman-case", "/redress/api/drafts/starts/none", "/redress/api/drafts/tasks/{ombudsmans}"))
                    .map(path -> scene.change(OFFICER, "PUT", path, TYPED.formatted(0, 1, "\"x\""))), 404),
            page("A217", OTHERS, "read what came of an officer's step", "GET", "/redress/api/steps/tasks/{mine}", "", 404),
            page("A218", OTHERS, "read the cards of an officer's tasks", "GET", "/redress/api/steps/cards?task={mine}", "", Answer.NOTHING),
            other("A219", CLERK, "set the bring-forward day of an officer's task", "browser", scene -> Stream.of(CLERK, NEIGHBOUR)
                    .map(person -> scene.change(person, "PUT", "/redress/api/steps/tasks/{mine}/bring-forward", "{\"day\": \"1 June 2027\", \"reason\": \"mischief\"}")), 404));

    private DraftAttacks() {}

    private static Stream<Answer> sameForUnknown(Scene scene) {
        var exists = scene.asBrowser(NEIGHBOUR, "GET", MINE, "");
        var unknown = scene.asBrowser(NEIGHBOUR, "GET", "/redress/api/drafts/tasks/none", "");
        assertThat(exists.body()).isEqualTo(unknown.body());
        return Stream.of(exists, unknown);
    }
}
