package org.redress.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.attacks.Attack.other;
import static org.redress.attacks.Attack.page;
import static org.redress.attacks.Person.OFFICER;
import static org.redress.attacks.Person.STRANGER;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.redress.testing.Office;

/** Going on with a session that has ended with what it rested on, and having one that nobody gave. */
final class SessionAttacks {
    private static final String TASKS = "/camunda/api/engine/engine/default/task";
    private static final String SESSIONS = "/redress/sessions";

    static final List<Attack> ALL = List.of(
            ended("A615", "go on with a session whose owner has changed the password", "changed password"),
            ended("A602", "go on with a session whose owner's password was reset", "reset password"),
            ended("A603", "go on with the session of a deleted account", "deleted account"),
            ended("A604", "have a new person's session by that of the deleted account with their name", "account made again"),
            ended("A605", "go on with a session whose owner has lost a role and got it back", "lost role"),
            ended("A606", "go on with a session whose owner has lost the council", "lost council"),
            ended("A616", "go on with a session whose owner has lost a service", "lost service"),
            ended("A607", "go on with a session whose owner has signed out everywhere else", "left behind"),
            ended("A608", "go on with a session that was signed out in Tasklist", "signed out"),
            other("A609", STRANGER, "keep alive a session that has ended", "browser", scene -> Stream.of("changed password", "deleted account", "lost role")
                    .map(what -> scene.send(scene.withSession(scene.fill("{session: " + what + "}")), "POST", "/redress/present", "")), 401),
            other("A610", STRANGER, "have somebody sign in to a session with an id that they chose", "browser", SessionAttacks::planted, 401),
            other("A611", STRANGER, "have a session by a cookie that is no id", "browser", scene -> Stream.of("' or ''='", "\u0000", "%' --", "x".repeat(2000), "../../sessions")
                    .map(id -> scene.send(scene.withSession(encode(id)), "GET", TASKS, "")), 401),
            page("A612", STRANGER, "see where somebody is signed in", "GET", SESSIONS, "", 302),
            page("A613", List.of(STRANGER, OFFICER), "sign somebody out everywhere without the page's token", "POST", SESSIONS + "/others", "form:", 403),
            other("A614", OFFICER, "sign somebody out everywhere from a page elsewhere", "browser", scene -> Stream.of(
                    scene.send(scene.browser(OFFICER), "POST", SESSIONS + "/others", "form:", "Origin", "https://example.org")), 403));

    private SessionAttacks() {}

    private static Attack ended(String id, String what, String session) {
        return other(id, STRANGER, what, "browser", scene -> Stream.of(TASKS, "/redress/api/tasks/{mine}/case", "/redress/api/token")
                .map(path -> scene.send(scene.withSession(scene.fill("{session: " + session + "}")), "GET", path, "")), 401);
    }

    private static Stream<Answer> planted(Scene scene) {
        var chosen = encode(UUID.randomUUID().toString());
        var victim = scene.withSession(chosen);
        assertThat(victim.submit("/sign-in", Map.of("username", "kent-officer", "password", Office.PASSWORD)).statusCode()).isEqualTo(302);
        return Stream.of(scene.send(scene.withSession(chosen), "GET", TASKS, ""));
    }

    private static String encode(String id) {
        return Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }
}
