package org.redress.attacks;

import static org.redress.attacks.Attack.engine;
import static org.redress.attacks.Attack.other;
import static org.redress.attacks.Attack.page;
import static org.redress.attacks.Person.ADMINISTRATOR;
import static org.redress.attacks.Person.OFFICER;
import static org.redress.attacks.Person.OMBUDSMAN;
import static org.redress.attacks.Person.OWNER;
import static org.redress.attacks.Person.STRANGER;
import static org.redress.attacks.Person.SUPERVISOR;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Adding, changing and removing councils by whoever may not, and past the page. */
final class CouncilAttacks {
    private static final String PAGE = "/redress/councils";
    private static final Map<String, String> EVIL = Map.of("id", "evil", "name", "Evil Council", "prefix", "EVIL", "procedures.0.procedure", "corporate/code",
            "procedures.0.from", "2015-01-01");
    private static final List<Person> NO_ADMINISTRATORS = List.of(OFFICER, SUPERVISOR, OWNER, OMBUDSMAN);

    private static final List<Person> NEITHER = List.of(OFFICER, OWNER, OMBUDSMAN);

    static final List<Attack> ALL = List.of(
            page("A230", NO_ADMINISTRATORS, "see what is known of the councils", "GET", PAGE, "", 403),
            page("A231", STRANGER, "see what is known of the councils", "GET", PAGE + "/of/kent", "", 302, 401),
            other("A232", SUPERVISOR, "add a council, change and remove their own", "browser", scene -> Stream.of("/new", "/of/kent", "/of/kent/remove").map(path ->
                    Answer.of(scene.browser(SUPERVISOR).send(scene.browser(SUPERVISOR).form(PAGE + path, scene.browser(SUPERVISOR).get("/sign-out").body(), EVIL)))), 403),
            page("A233", ADMINISTRATOR, "add a council without the page's token", "POST", PAGE + "/new",
                    "form:id=evil&name=Evil+Council&prefix=EVIL&procedures.0.procedure=corporate%2Fcode&procedures.0.from=2015-01-01", 403),
            other("A234", ADMINISTRATOR, "add a council from a page elsewhere", "browser", scene -> Stream.of("https://example.org", "null").map(origin ->
                    Answer.of(scene.browser(ADMINISTRATOR).send(scene.browser(ADMINISTRATOR).form(PAGE + "/new", scene.browser(ADMINISTRATOR).get(PAGE + "/new").body(), EVIL)
                            .setHeader("Origin", origin)))), 403),
            other("A235", ADMINISTRATOR, "remove a council with cases, or give it another prefix", "browser", scene -> Stream.of(
                    Answer.of(scene.browser(ADMINISTRATOR).submit(PAGE + "/of/kent/remove", Map.of())),
                    Answer.of(scene.browser(ADMINISTRATOR).submit(PAGE + "/of/kent", Map.of("name", "Kent County Council", "prefix", "KENTISH")))), 400),
            engine("A236", ADMINISTRATOR, "make a tenant beside the page", "POST", "/tenant/create", "{\"id\": \"evil\", \"name\": \"Evil\"}", 403).noted(),
            engine("A237", ADMINISTRATOR, "rename a tenant beside the page", "PUT", "/tenant/kent", "{\"id\": \"kent\", \"name\": \"Evil\"}", 403).noted(),
            page("A600", NEITHER, "read who was given what", "GET", "/redress/access", "", 403),
            page("A601", STRANGER, "read who was given what", "GET", "/redress/access", "", 302, 401));

    private CouncilAttacks() {}
}
