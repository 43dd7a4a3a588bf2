package org.redress.attacks;

import static org.redress.attacks.Attack.other;
import static org.redress.attacks.Attack.page;
import static org.redress.attacks.Person.ADMINISTRATOR;
import static org.redress.attacks.Person.APPROVER;
import static org.redress.attacks.Person.OFFICER;
import static org.redress.attacks.Person.OMBUDSMAN;
import static org.redress.attacks.Person.OWNER;
import static org.redress.attacks.Person.STRANGER;
import static org.redress.attacks.Person.SUPERVISOR;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The board of another council or of nobody's, and many things at once by whoever may not do one of them. */
final class BoardAttacks {
    private static final String BOARD = "/redress/api/board";
    private static final List<String> QUESTIONS = List.of("", "/counts.csv", "/kept.csv", "/deadlines", "/deadlines.csv", "/tasks", "/tasks.csv", "/finished", "/finished.csv");

    private static final String GIVE = "{\"deed\": \"ASSIGN\", \"to\": \"kent-officer\", \"items\": [\"{free}\"]}";

    static final List<Attack> ALL = List.of(
            other("A970", STRANGER, "see the board or a list of it", "browser", scene -> QUESTIONS.stream().map(path -> scene.asBrowser(STRANGER, "GET", BOARD + path, "")), 302, 401),
            new Attack("A971", List.of(OFFICER, APPROVER, OWNER, ADMINISTRATOR, OMBUDSMAN), "see the board or a list of it", "browser", Set.of(403), List.of(),
                    scene -> Stream.of(OFFICER, APPROVER, OWNER, ADMINISTRATOR, OMBUDSMAN).flatMap(person -> QUESTIONS.stream().map(path -> scene.asBrowser(person, "GET", BOARD + path, "")))),
            page("A972", List.of(OFFICER, ADMINISTRATOR), "see the figures of a procedure", "GET", BOARD + "/definitions/{model}", "", 403),
            new Attack("A973", List.of(OFFICER, OWNER, ADMINISTRATOR), "give tasks away, many at once", "browser", Set.of(403), List.of(),
                    scene -> Stream.of(OFFICER, OWNER, ADMINISTRATOR).map(person -> scene.change(person, "POST", BOARD + "/bulk", GIVE))),
            page("A974", SUPERVISOR, "give tasks away without the page's token", "POST", BOARD + "/bulk", GIVE, 403),
            other("A975", SUPERVISOR, "move legal days, many at once", "browser", scene -> Stream.of(
                    scene.change(SUPERVISOR, "POST", BOARD + "/bulk", "{\"deed\": \"LEGAL_DAY\", \"day\": \"2030-01-01\", \"items\": [\"{lettered}\"]}")), 400));

    private BoardAttacks() {}
}
