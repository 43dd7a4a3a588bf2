package org.redress.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.attacks.Attack.other;
import static org.redress.attacks.Person.ADMINISTRATOR;
import static org.redress.attacks.Person.DEMOTED;
import static org.redress.attacks.Person.NEIGHBOUR;
import static org.redress.attacks.Person.NEIGHBOURING_SUPERVISOR;
import static org.redress.attacks.Person.OFFICER;
import static org.redress.attacks.Person.OMBUDSMAN;
import static org.redress.attacks.Person.STRANGER;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Every page and every call of our own, one after the other, also those that come later: by a stranger, without the page's token, and about what is not there for whoever asks. */
final class RouteAttacks {
    private static final Set<String> OPEN = Set.of("/sign-in", "/sign-out", "/redress/accessibility", "/redress/feeds/{token}.ics", "/error");
    /** Says only that somebody is there, and writes their own session alone; from another site it is refused ({@code SessionTests}). */
    private static final String PRESENT = "/redress/present";
    /** What a path may name, of a case of a council, and of nothing. */
    private static final Map<String, String> THERE = Map.of("task", "{mine}", "taskId", "{mine}", "reference", "{case}", "instance", "{instance}", "processInstance", "{instance}");
    private static final Map<String, String> NOWHERE = Map.of("task", "2b0c3d14-0000-11f1-8000-000000000000", "taskId", "2b0c3d14-0000-11f1-8000-000000000000", "reference", "KENT-1999-00001",
            "instance", "2b0c3d14-0000-11f1-8000-000000000000", "processInstance", "2b0c3d14-0000-11f1-8000-000000000000");
    private static final List<Person> OUTSIDERS = List.of(NEIGHBOUR, NEIGHBOURING_SUPERVISOR, OMBUDSMAN, ADMINISTRATOR, DEMOTED);

    static final List<Attack> ALL = List.of(
            other("A470", STRANGER, "open anything of ours", "browser", scene -> routes(scene, Route::reads).filter(Predicate.not(Route::open))
                    .map(route -> scene.send(scene.fresh(), route.method(), route.to(THERE), "")), 302, 401),
            other("A471", STRANGER, "change something at any door of ours", "browser", scene -> routes(scene, route -> !route.reads()).filter(Predicate.not(Route::open))
                    .map(route -> scene.send(scene.fresh(), route.method(), route.to(THERE), "{}")), 401, 403),
            other("A472", OFFICER, "change something at any door of ours without the page's token", "browser", scene -> routes(scene, route -> !route.reads() && !route.path().equals(PRESENT))
                    .filter(Predicate.not(Route::open)).map(route -> scene.send(scene.browser(OFFICER), route.method(), route.to(THERE), "{}")), 403),
            new Attack("A473", OUTSIDERS, "open anything of ours about a case of others, or find out whether there is one", "browser", Set.of(Answer.NOTHING, 403, 404), List.of(),
                    scene -> OUTSIDERS.stream().flatMap(person -> routes(scene, route -> route.reads() && route.names()).map(route -> same(scene, person, route, scene::asBrowser)))),
            new Attack("A474", OUTSIDERS, "change anything of ours about a case of others, or find out whether there is one", "browser", Set.of(400, 403, 404, 415), List.of(),
                    scene -> OUTSIDERS.stream().flatMap(person -> routes(scene, route -> !route.reads() && route.names()).map(route -> same(scene, person, route, scene::change)))));

    private RouteAttacks() {}

    /** A way to something of ours, as its controller says it. */
    record Route(String method, String path) {
        boolean reads() {
            return method.equals("GET");
        }

        boolean open() {
            return OPEN.contains(path);
        }

        /** Whether its path names a task, a case or an instance. */
        boolean names() {
            return THERE.keySet().stream().anyMatch(name -> path.contains("{" + name + "}"));
        }

        /** The path with these in the place of what it names, and a number in that of everything else. */
        String to(Map<String, String> what) {
            var filled = path;
            for (var name : what.entrySet()) {
                // not read as names of the scene before all is filled in
                filled = filled.replace("{" + name.getKey() + "}", name.getValue().replace("{", "<").replace("}", ">"));
            }
            return filled.replaceAll("\\{[^}]*}", "1").replace("<", "{").replace(">", "}");
        }
    }

    private interface Way {
        Answer go(Person person, String method, String path, String body);
    }

    private static Stream<Route> routes(Scene scene, Predicate<Route> which) {
        var found = scene.routes().filter(which).toList();
        assertThat(found).hasSizeGreaterThan(5);
        return found.stream();
    }

    /** The same answer as for what does not exist. */
    private static Answer same(Scene scene, Person person, Route route, Way way) {
        var there = way.go(person, route.method(), route.to(THERE), "{}");
        var nowhere = way.go(person, route.method(), route.to(NOWHERE), "{}");
        assertThat(said(scene, there)).as(person + " " + route).isEqualTo(said(scene, nowhere));
        return there;
    }

    private static String said(Scene scene, Answer answer) {
        var body = answer.body();
        for (var name : THERE.keySet()) {
            body = body.replace(scene.fill(THERE.get(name)), "?").replace(NOWHERE.get(name), "?");
        }
        return answer.status() + " " + body;
    }
}
