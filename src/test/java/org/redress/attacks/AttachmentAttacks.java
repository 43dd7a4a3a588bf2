package org.redress.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.attacks.Attack.other;
import static org.redress.attacks.Attack.page;
import static org.redress.attacks.Person.ADMINISTRATOR;
import static org.redress.attacks.Person.CLERK;
import static org.redress.attacks.Person.DRAFTER;
import static org.redress.attacks.Person.NEIGHBOUR;
import static org.redress.attacks.Person.NEIGHBOURING_SUPERVISOR;
import static org.redress.attacks.Person.OFFICER;
import static org.redress.attacks.Person.OMBUDSMAN;
import static org.redress.attacks.Person.OWNER;
import static org.redress.attacks.Person.STRANGER;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.redress.api.Browsers;

/** Reading and adding the files of others, adding what runs, and stopping the server with files that come slowly. */
final class AttachmentAttacks {
    private static final String ALL_OF_THEM = "/redress/api/cases/{drafted}/attachments";
    private static final String CONTENT = ALL_OF_THEM + "/1/content";
    private static final List<Person> OUTSIDERS = List.of(CLERK, NEIGHBOUR, NEIGHBOURING_SUPERVISOR, OWNER, ADMINISTRATOR, OMBUDSMAN);
    private static final String LETTER = file("letter.pdf", "%PDF-1.4");

    static final List<Attack> ALL = List.of(
            page("A450", OUTSIDERS, "read the files of a case", "GET", ALL_OF_THEM, "", 404),
            page("A451", OUTSIDERS, "open a file of a case", "GET", CONTENT, "", 404),
            page("A452", STRANGER, "open a file of a case", "GET", CONTENT, "", 401),
            other("A453", NEIGHBOUR, "find out by its files whether there is a case", "browser", scene -> {
                var there = scene.asBrowser(NEIGHBOUR, "GET", ALL_OF_THEM, "");
                var nowhere = scene.asBrowser(NEIGHBOUR, "GET", "/redress/api/cases/KENT-1999-00001/attachments", "");
                assertThat(there.body()).isEqualTo(nowhere.body());
                return Stream.of(there, nowhere);
            }, 404),
            other("A454", CLERK, "add a file to a case of others", "browser", scene -> Stream.of(CLERK, NEIGHBOUR).map(person -> add(scene, person, LETTER)), 404),
            page("A455", OFFICER, "add a file without the page's token", "POST", ALL_OF_THEM, LETTER, 403),
            other("A456", OFFICER, "add what runs, or a page, under another name", "browser", scene -> Stream.of(file("letter.pdf", "<!DOCTYPE html><html><script>alert(1)</script></html>"),
                    file("letter.txt", "#!/bin/sh\r\necho"), file("letter.html", "Dear Ms T"), file("picture.png", "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"))
                    .map(body -> add(scene, OFFICER, body)), 415),
            other("A457", DRAFTER, "set aside what others filed", "browser", scene -> Stream.of(scene.change(DRAFTER, "PUT", ALL_OF_THEM + "/1/set-aside", "{\"reason\": \"x\"}")), 403),
            other("A458", OFFICER, "stop the server with 12 files that come slowly", "browser", AttachmentAttacks::slowly, 400, 429)
                    .noted("Refused: more files at the same time than are let through, to kent-officer."));

    private AttachmentAttacks() {}

    /** A form with one file. */
    static String file(String name, String content) {
        return "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n" + content + "\r\n--x--\r\n";
    }

    private static Answer add(Scene scene, Person person, String body) {
        var token = Browsers.json(scene.browser(person).get("/redress/api/token"));
        return scene.send(scene.browser(person), "POST", ALL_OF_THEM, body, token.path("header").asText(), token.path("token").asText());
    }

    private static Stream<Answer> slowly(Scene scene) {
        var browser = scene.another(OFFICER);
        var token = Browsers.json(browser.get("/redress/api/token"));
        var begun = scene.fill("POST " + ALL_OF_THEM + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000\r\nCookie: JSESSIONID="
                + browser.cookie("JSESSIONID") + "; REDRESS-XSRF-TOKEN=" + browser.cookie("REDRESS-XSRF-TOKEN") + "\r\n" + token.path("header").asText() + ": " + token.path("token").asText()
                + "\r\n\r\n" + LETTER.substring(0, LETTER.length() - 10));
        var lines = IntStream.range(0, 12).mapToObj(i -> scene.line("127.0.0.6").send(begun)).toList();
        try {
            assertThat(scene.asBrowser(Person.SUPERVISOR, "GET", ALL_OF_THEM.replace("attachments", "attachments/none"), "").status()).as("others work").isEqualTo(404);
            return lines.stream().map(Line::end).toList().stream().map(Line::answer).toList().stream();
        } finally {
            lines.forEach(Line::close);
        }
    }
}
