package org.redress.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.attacks.Attack.other;
import static org.redress.attacks.Attack.page;
import static org.redress.attacks.Person.ADMINISTRATOR;
import static org.redress.attacks.Person.APPROVER;
import static org.redress.attacks.Person.NEIGHBOURING_SUPERVISOR;
import static org.redress.attacks.Person.OFFICER;
import static org.redress.attacks.Person.OMBUDSMAN;
import static org.redress.attacks.Person.OWNER;
import static org.redress.attacks.Person.STRANGER;
import static org.redress.attacks.Person.SUPERVISOR;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.redress.api.Browsers;

/** The board of another council or of nobody's, and many things at once by whoever may not do one of them. */
final class BoardAttacks {
    private static final String BOARD = "/redress/api/board";
    private static final List<String> QUESTIONS = List.of("", "/counts.csv", "/kept.csv", "/deadlines", "/deadlines.csv", "/tasks", "/tasks.csv", "/finished", "/finished.csv", "/month.pdf", "/month.docx");

    private static final String GIVE = "{\"deed\": \"ASSIGN\", \"to\": \"kent-officer\", \"items\": [\"{free}\"]}";

    /** Tasks of the scene, each with somebody who may not have it: the author, another service's, a role that is gone, somebody away, an officer for an independent person's work. */
    private static final Map<String, String> MAY_NOT = Map.of("approval", "kent-manager", "highways", "kent-of-waste", "lost", "kent-demoted", "investigate", "kent-absent", "report", "kent-officer",
            "free", "kent-supervisor", "mine", "leicestershire-officer", "second", "kent-manager");

    static final List<Attack> ALL = List.of(
            other("A970", STRANGER, "see the board or a list of it", "browser", scene -> QUESTIONS.stream().map(path -> scene.asBrowser(STRANGER, "GET", BOARD + path, "")), 302, 401),
            new Attack("A971", List.of(OFFICER, APPROVER, OWNER, ADMINISTRATOR, OMBUDSMAN), "see the board or a list of it", "browser", Set.of(403), List.of(),
                    scene -> Stream.of(OFFICER, APPROVER, OWNER, ADMINISTRATOR, OMBUDSMAN).flatMap(person -> QUESTIONS.stream().map(path -> scene.asBrowser(person, "GET", BOARD + path, "")))),
            page("A972", List.of(OFFICER, ADMINISTRATOR), "see the figures of a procedure", "GET", BOARD + "/definitions/{model}", "", 403),
            new Attack("A973", List.of(OFFICER, OWNER, ADMINISTRATOR), "give tasks away, many at once", "browser", Set.of(403), List.of(),
                    scene -> Stream.of(OFFICER, OWNER, ADMINISTRATOR).map(person -> scene.change(person, "POST", BOARD + "/bulk", GIVE))),
            page("A974", SUPERVISOR, "give tasks away without the page's token", "POST", BOARD + "/bulk", GIVE, 403),
            other("A975", SUPERVISOR, "move legal days, many at once", "browser", scene -> Stream.of(
                    scene.change(SUPERVISOR, "POST", BOARD + "/bulk", "{\"deed\": \"LEGAL_DAY\", \"day\": \"2030-01-01\", \"items\": [\"{lettered}\"]}")), 400),
            other("A976", SUPERVISOR, "give tasks, many at once, to those who may not have them", "browser", scene -> MAY_NOT.entrySet().stream().map(one -> done(scene, SUPERVISOR,
                    "{\"deed\": \"ASSIGN\", \"to\": \"%s\", \"items\": [\"{%s}\"]}".formatted(one.getValue(), one.getKey()))), Answer.NOTHING),
            other("A977", SUPERVISOR, "hand cases over, many at once, to those who may not have them", "browser", scene -> Stream.of("independent kent-officer", "answers kent-clerk", "answers leicestershire-manager",
                    "answers mallory", "answers kent-absent").map(one -> done(scene, SUPERVISOR, "{\"deed\": \"HAND_OVER\", \"role\": \"%s\", \"to\": \"%s\", \"reason\": \"x\", \"items\": [\"{own}\"]}"
                    .formatted((Object[]) one.split(" ")))), Answer.NOTHING),
            new Attack("A978", List.of(NEIGHBOURING_SUPERVISOR), "do one thing with many tasks and cases of another council", "browser", Set.of(Answer.NOTHING), List.of(), scene -> Stream.of(
                    "{\"deed\": \"ASSIGN\", \"to\": \"leicestershire-officer\", \"items\": [\"{free}\", \"{mine}\"]}", "{\"deed\": \"PRIORITY\", \"level\": \"URGENT\", \"items\": [\"{free}\"]}",
                    "{\"deed\": \"BRING_FORWARD\", \"day\": \"2099-01-01\", \"reason\": \"x\", \"items\": [\"{mine}\"]}",
                    "{\"deed\": \"HAND_OVER\", \"role\": \"answers\", \"to\": \"leicestershire-manager\", \"reason\": \"x\", \"items\": [\"{own}\"]}").map(body -> done(scene, NEIGHBOURING_SUPERVISOR, body))),
            other("A979", NEIGHBOURING_SUPERVISOR, "find out who may do tasks of another council", "browser", scene -> Stream.of(
                    scene.change(NEIGHBOURING_SUPERVISOR, "POST", BOARD + "/people", "{\"deed\": \"ASSIGN\", \"items\": [\"{free}\", \"{mine}\"]}"), scene.asBrowser(NEIGHBOURING_SUPERVISOR, "GET", "/redress/api/steps/tasks/{free}/takers", "")), Answer.NOTHING, 404));

    private BoardAttacks() {}

    /** None of it was done, and why is said of each. */
    private static Answer done(Scene scene, Person person, String body) {
        var answer = scene.change(person, "POST", BOARD + "/bulk", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var said = Browsers.json(answer.body());
        assertThat(said).isNotEmpty().allSatisfy(one -> {
            assertThat(one.path("done").asBoolean()).as(one.toString()).isFalse();
            assertThat(one.path("said").asText()).isNotBlank();
        });
        return new Answer(200, "[]", answer.headers());
    }
}
