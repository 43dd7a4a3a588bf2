package org.redress.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.api.Browsers.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.api.Browsers;
import org.redress.api.Browsers.Browser;
import org.redress.api.HttpTest;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Happening;
import org.redress.identity.ApiTokens;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanCasework;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;

/** Evidence, letters and photographs, as people put them into a case and open them. */
@HttpTest
@TestInstance(Lifecycle.PER_CLASS)
class AttachmentTests {
    private static final int MEGABYTE = 1024 * 1024;
    private static final String TURNED_ROUND = "invoice\u202Egpj.pdf";

    @Autowired private Browsers browsers;
    @Autowired private Office office;
    @Autowired private Casework casework;
    @Autowired private OmbudsmanCasework ombudsman;
    @Autowired private CaseFiles cases;
    @Autowired private Scans scans;
    @Autowired private ApiTokens tokens;
    @Autowired private ConfigurableEnvironment settings;
    @Autowired private JdbcTemplate jdbc;
    @LocalServerPort private int port;

    private Browser officer;
    private String everybodys;
    private String reference;

    @BeforeAll
    void anOfficerSignsIn() {
        officer = browsers.signedIn("kent-officer");
        everybodys = answered();
        Uploads.add(officer, everybodys, "shared.pdf", Files.pdf("shared"), Map.of());
    }

    @BeforeEach
    void thereIsACase() {
        reference = office.receive("kent", Map.of());
    }

    /** A case that a manager answers. */
    private String answered() {
        var accepted = casework.accepted("kent");
        office.complete(accepted, "Decide who answers", Answers.responder("kent-manager"));
        return accepted;
    }

    @Test
    void takesAFileIntoACaseAndGivesItOutAgain() {
        var letter = Files.pdf("a letter");

        var added = add("letter.pdf", letter, Map.of("kind", "letter", "receivedOn", "2026-06-01", "from", "Ms T", "description", "Her second letter", "marking", "both"));
        var one = json(added).path("attachment");
        var opened = officer.get(content(1));

        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(one.path("kindText").asText()).isEqualTo("Letter received");
        assertThat(one.path("receivedOn").asText()).isEqualTo("2026-06-01");
        assertThat(one.path("addedBy").asText()).isEqualTo("Complaints officer (Kent)");
        assertThat(one.path("type").asText()).isEqualTo("application/pdf");
        assertThat(one.path("markingText").asText()).isEqualTo("Complainant and council");
        assertThat(opened.body()).isEqualTo(new String(letter, StandardCharsets.UTF_8));
        assertThat(opened.headers().map()).containsEntry("content-type", List.of("application/octet-stream")).containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("cache-control", List.of("no-store")).containsEntry("content-disposition", List.of("attachment; filename=\"letter.pdf\"; filename*=UTF-8''letter.pdf"));
        assertThat(opened.headers().firstValue("content-security-policy")).hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'").contains("sandbox"));
        assertThat(cases.chronology(reference)).anySatisfy(line -> {
            assertThat(line.what()).isEqualTo("Attachment added: letter received");
            assertThat(line.detail()).contains("“letter.pdf”", "Ms T");
            assertThat(line.on()).isEqualTo(LocalDate.of(2026, 6, 1));
        });
    }

    @Test
    void notesEachOpeningAndKeepsTheDigestInTheRecordOfChanges() {
        add("a.pdf", Files.pdf("quagga"), Map.of());
        officer.get(content(1));
        var entries = jdbc.queryForList("select operation || ' ' || table_name || ' ' || coalesce(task, '') from audit where reference = ? order by sequence", String.class, reference);

        assertThat(entries).contains("insert attachment ", "open complaint attachment 1").noneMatch(entry -> entry.contains("piece"));
        jdbc.update("update attachment_piece set content = ? where attachment_id = (select a.id from attachment a join complaint c on c.id = a.complaint_id where c.reference = ?)",
                Files.pdf("zebra "), reference);
        try {
            var changed = officer.get(content(1));
            assertThat(changed.statusCode()).isEqualTo(500);
            assertThat(json(changed).path("message").asText()).contains("not what it was");
        } finally {
            jdbc.update("update attachment_piece set content = ? where attachment_id = (select a.id from attachment a join complaint c on c.id = a.complaint_id where c.reference = ?)",
                    Files.pdf("quagga"), reference);
        }
    }

    @Test
    void saysWhatAnAttachmentSaysAndNotesTheReading() {
        add("decision.txt", "Kent County Council (21 001 001)\nDecision : Upheld\nDecision date : 01 Jun 2026\n\nAgreed action\n1. Within one month of my decision the Council will apologise to Ms T.\n"
                .getBytes(StandardCharsets.UTF_8), Map.of());

        var read = officer.get(Uploads.path(reference) + "/1/reading");

        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        assertThat(json(read).at("/decision/actions/0/kind").asText()).isEqualTo("apology");
        assertThat(json(read).at("/decision/actions/0/due").asText()).isEqualTo("2026-07-01");
        assertThat(jdbc.queryForList("select coalesce(task, '') from audit where reference = ?", String.class, reference)).contains("attachment 1, its text");
    }

    @Test
    void saysInASentenceWhyAnAttachmentHasNoText() {
        add("photo.jpg", Files.picture("jpg", 30), Map.of());

        var read = officer.get(Uploads.path(reference) + "/1/reading");

        assertThat(read.statusCode()).isEqualTo(422);
        assertThat(json(read).path("message").asText()).isEqualTo("It is a picture. Type what it says.");
    }

    static Stream<Arguments> files() {
        var elf = Arrays.copyOf(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1}, 200);
        return Stream.of(
                // name, content, answer, type, whether the name fits
                Arguments.of("letter.pdf", Files.pdf("x"), 201, "application/pdf", true),
                Arguments.of("letter.jpg", Files.pdf("x"), 201, "application/pdf", false),
                Arguments.of("photo.jpg", Files.picture("jpg", 20), 201, "image/jpeg", true),
                Arguments.of("photo.JPEG", Files.picture("jpg", 21), 201, "image/jpeg", true),
                Arguments.of("photo.png", Files.picture("jpg", 22), 201, "image/jpeg", false),
                Arguments.of("letter.docx", Files.document(), 201, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", true),
                Arguments.of("papers.zip", Files.zip("a.txt", "x"), 201, "application/zip", true),
                Arguments.of("notes.txt", "Notes of a call.".getBytes(StandardCharsets.UTF_8), 201, "text/plain", true),
                Arguments.of("list.csv", "a,b\n=1+1,2\n".getBytes(StandardCharsets.UTF_8), 201, "text/csv", true),
                Arguments.of("no ending", "Notes of a call.".getBytes(StandardCharsets.UTF_8), 201, "text/plain", true),
                Arguments.of("page.html", "<!DOCTYPE html><html><body>x</body></html>".getBytes(StandardCharsets.UTF_8), 415, "", true),
                Arguments.of("page.pdf", "<!DOCTYPE html><html><body>x</body></html>".getBytes(StandardCharsets.UTF_8), 415, "", true),
                Arguments.of("photo.html", Files.picture("jpg", 23), 415, "", true),
                Arguments.of("drawing.png", "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8), 415, "", true),
                Arguments.of("run.txt", "#!/bin/sh\necho\n".getBytes(StandardCharsets.UTF_8), 415, "", true),
                Arguments.of("run.pdf", elf, 415, "", true),
                Arguments.of("run.PS1", "Notes".getBytes(StandardCharsets.UTF_8), 415, "", true),
                Arguments.of("nothing.pdf", new byte[0], 400, "", true));
    }

    @ParameterizedTest
    @MethodSource("files")
    void looksAtTheContentAndNotAtTheName(String name, byte[] content, int status, String type, boolean fits) {
        var added = add(name, content, Map.of());

        assertThat(added.statusCode()).as(added.body()).isEqualTo(status);
        if (status == 201) {
            assertThat(json(added).at("/attachment/type").asText()).isEqualTo(type);
            assertThat(json(added).at("/attachment/fits").asBoolean()).isEqualTo(fits);
            assertThat(json(added).path("say").isEmpty()).isEqualTo(fits);
        } else {
            assertThat(json(added).path("message").asText()).isNotBlank();
            assertThat(rows()).isZero();
        }
    }

    @Test
    void showsPicturesOnlyInTheBrowser() {
        add("photo.jpg", Files.picture("jpg", 30), Map.of("kind", "photograph"));
        add("photo.png", Files.pdf("not a picture"), Map.of());

        var picture = officer.get(content(1) + "?show");
        var other = officer.get(content(2) + "?show");

        assertThat(picture.headers().firstValue("content-type")).contains("image/jpeg");
        assertThat(picture.headers().firstValue("content-disposition")).hasValueSatisfying(said -> assertThat(said).startsWith("inline;"));
        assertThat(other.headers().firstValue("content-type")).contains("application/octet-stream");
        assertThat(other.headers().firstValue("content-disposition")).hasValueSatisfying(said -> assertThat(said).startsWith("attachment;"));
    }

    @Test
    void keepsNamesAsTextAndNothingElse() {
        var turned = json(add("..\\..\\etc/" + TURNED_ROUND, Files.pdf("1"), Map.of("from", "Mr\u0000 U", "description", "<img src=x onerror=alert(1)>"))).path("attachment");
        var quoted = json(add("a \"b\"; filename=c.exe;.pdf", Files.pdf("2"), Map.of())).path("attachment");

        assertThat(turned.path("name").asText()).isEqualTo("invoicegpj.pdf");
        assertThat(turned.path("from").asText()).isEqualTo("Mr U");
        assertThat(turned.path("description").asText()).isEqualTo("<img src=x onerror=alert(1)>");
        assertThat(officer.get(content(quoted.path("number").asInt())).headers().firstValue("content-disposition")).hasValueSatisfying(said ->
                assertThat(said).matches("attachment; filename=\"[A-Za-z0-9 ._()-]+\"; filename\\*=UTF-8''[A-Za-z0-9%._-]+"));
    }

    @Test
    void takesNothingLargerThanItMayBe() {
        var exact = add("exact.txt", letters(25 * MEGABYTE), Map.of());
        var more = add("more.txt", letters(25 * MEGABYTE + 1), Map.of());

        assertThat(exact.statusCode()).as(exact.body()).isEqualTo(201);
        assertThat(more.statusCode()).isEqualTo(413);
        assertThat(json(more).path("message").asText()).contains("25 MB");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void keepsNothingOfWhatDoesNotArriveWhole() throws IOException {
        var token = json(officer.get("/redress/api/token"));
        var body = Uploads.body("half.pdf", Files.pdf("half"), Map.of());
        var head = "POST " + Uploads.path(reference) + " HTTP/1.1\r\nHost: localhost\r\nCookie: JSESSIONID=" + officer.cookie("JSESSIONID") + "; REDRESS-XSRF-TOKEN="
                + officer.cookie("REDRESS-XSRF-TOKEN") + "\r\n" + token.path("header").asText() + ": " + token.path("token").asText() + "\r\nContent-Type: " + Uploads.type() + "\r\n";

        // the connection ends, and the sender says that this was all
        var lost = send(head + "Content-Length: " + body.length + "\r\n\r\n", Arrays.copyOf(body, body.length / 2));
        var cut = send(head + "Connection: close\r\nContent-Length: " + body.length / 2 + "\r\n\r\n", Arrays.copyOf(body, body.length / 2));

        assertThat(lost).doesNotContain("HTTP/1.1 20");
        assertThat(cut).startsWith("HTTP/1.1 400").contains("did not arrive whole");
        assertThat(rows()).isZero();
        assertThat(cases.chronology(reference)).noneMatch(line -> line.what().startsWith("Attachment"));
    }

    private String send(String head, byte[] body) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void keepsTheSameFileOnce() {
        add("first.pdf", Files.pdf("same"), Map.of());

        var again = add("second.pdf", Files.pdf("same"), Map.of());

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).path("already").asBoolean()).isTrue();
        assertThat(json(again).path("say").get(0).asText()).contains("number 1", "first.pdf");
        assertThat(rows()).isEqualTo(1);
        assertThat(cases.chronology(reference).toString()).as("with whom it may be shared is not decided").doesNotContain("first.pdf");
        assertThat(cases.chronology(reference)).extracting(Happening::what).filteredOn(what -> what.startsWith("Attachment added")).hasSize(1);
    }

    @Test
    void asksBeforeWhatAPictureSaysOfItselfIsShared() {
        var added = json(add("photo.jpg", Files.photograph(24), Map.of("kind", "photograph", "marking", "both")));
        var one = added.path("attachment");

        assertThat(texts(one.path("metadata"))).contains("Where it was taken: " + Files.PLACE, "Camera: Quaggacam");
        assertThat(one.path("marking").asText()).isEqualTo("not-yet");
        assertThat(added.path("say").get(0).asText()).contains("shared with nobody yet");

        var asked = mark(1, "{\"marking\": \"both\"}");
        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(json(asked).path("message").asText()).contains(Files.PLACE);
        assertThat(json(mark(1, "{\"marking\": \"both\", \"metadata\": \"remove\"}")).path("withoutMetadata").asBoolean()).isTrue();
        assertThat(json(mark(1, "{\"marking\": \"both\", \"metadata\": \"keep\"}")).path("marking").asText()).isEqualTo("both");
        assertThat(json(mark(1, "{\"marking\": \"privileged\"}")).path("marking").asText()).isEqualTo("privileged");
        assertThat(mark(1, "{\"marking\": \"everybody\"}").statusCode()).isEqualTo(400);

        var copy = officer.get(content(1) + "?copy");
        assertThat(copy.statusCode()).isEqualTo(200);
        assertThat(copy.body()).doesNotContain("Quaggacam").doesNotContain("after the end");
        assertThat(copy.headers().firstValue("content-disposition")).hasValueSatisfying(said -> assertThat(said).contains("copy of photo.jpg"));
    }

    @ParameterizedTest
    @CsvSource({
        // who, list, add, open
        "kent-officer, 200, 201, 200",
        "kent-supervisor, 200, 201, 200",
        "kent-manager, 200, 201, 200",
        "kent-service, 404, 404, 404",
        "kent-clerk, 404, 404, 404",
        "leicestershire-officer, 404, 404, 404",
        "leicestershire-supervisor, 404, 404, 404",
        "ombudsman-intake, 404, 404, 404",
        "process-owner, 404, 404, 404",
        "admin, 404, 404, 404"})
    void isThereForWhoeverTheCaseIsThereFor(String user, int list, int add, int open) {
        reference = everybodys;
        var browser = browsers.signedIn(user);

        assertThat(browser.get(Uploads.path(reference)).statusCode()).isEqualTo(list);
        assertThat(Uploads.add(browser, reference, "mine.pdf", Files.pdf(user), Map.of()).statusCode()).isEqualTo(add);
        assertThat(browser.get(content(1)).statusCode()).isEqualTo(open);
        if (list == 404) {
            assertThat(browser.get(Uploads.path(reference)).body()).isEqualTo(browser.get(Uploads.path("KENT-1999-00001")).body());
        }
    }

    @Test
    void showsWhatMayNotBeSharedToThoseWhoReadSuchEvidence() {
        reference = answered();
        add("advice.pdf", Files.pdf("advice"), Map.of("marking", "privileged"));
        add("shared.pdf", Files.pdf("shared"), Map.of("marking", "both"));
        var responder = browsers.signedIn("kent-manager");

        var seen = json(responder.get(Uploads.path(reference))).path("attachments");

        // the first is the acknowledgement as it was sent
        assertThat(seen.findValuesAsText("name")).hasSize(2).contains("shared.pdf").doesNotContain("advice.pdf");
        assertThat(responder.get(content(2)).statusCode()).isEqualTo(404);
        assertThat(cases.chronology(reference).toString()).as("read by more people").contains("shared.pdf").doesNotContain("advice.pdf");
        assertThat(json(officer.get(Uploads.path(reference))).path("attachments").findValuesAsText("name")).hasSize(3).contains("advice.pdf", "shared.pdf");
    }

    @Test
    void keepsWhatBelongsToAConfidentialDraftToThoseWhoReadItAlsoWhenItIsSetAside() {
        reference = ombudsman.letter("kent", "draft-decision", Map.of());
        office.signOut();
        var linkOfficer = browsers.signedIn("kent-link-officer");
        var supervisor = browsers.signedIn("kent-supervisor");
        Uploads.add(linkOfficer, reference, "draft.pdf", Files.pdf("draft"), Map.of("letter", "1", "marking", "council"));
        assertThat(json(supervisor.get(Uploads.path(reference))).path("attachments").isEmpty()).isTrue();

        assertThat(linkOfficer.change("PUT", Uploads.path(reference) + "/1/set-aside", "{\"reason\": \"It came twice.\"}").statusCode()).isEqualTo(200);

        assertThat(json(linkOfficer.get(Uploads.path(reference))).path("attachments").findValuesAsText("name")).containsExactly("draft.pdf");
        assertThat(json(supervisor.get(Uploads.path(reference))).path("attachments").isEmpty()).isTrue();
        assertThat(supervisor.get(content(1)).statusCode()).isEqualTo(404);
    }

    @Test
    void setsAsideWhatWasFiledWronglyWithAReason() {
        reference = answered();
        // beside the acknowledgement as it was sent
        add("wrong.pdf", Files.pdf("of somebody else"), Map.of());
        var responder = browsers.signedIn("kent-manager");

        assertThat(responder.change("PUT", Uploads.path(reference) + "/2/set-aside", "{\"reason\": \"x\"}").statusCode()).isEqualTo(403);
        assertThat(officer.change("PUT", Uploads.path(reference) + "/2/set-aside", "{\"reason\": \" \"}").statusCode()).isEqualTo(400);
        var aside = officer.change("PUT", Uploads.path(reference) + "/2/set-aside", "{\"reason\": \"It belongs to another complaint.\"}");

        assertThat(json(aside).at("/setAside/reason").asText()).isEqualTo("It belongs to another complaint.");
        assertThat(officer.get(content(2)).statusCode()).isEqualTo(409);
        assertThat(browsers.signedIn("kent-supervisor").get(content(2)).statusCode()).isEqualTo(200);
        assertThat(json(responder.get(Uploads.path(reference))).path("attachments").findValuesAsText("name")).hasSize(1).doesNotContain("wrong.pdf");
        assertThat(cases.chronology(reference)).extracting(Happening::what).contains("Attachment set aside");
        // and may be added where it belongs, or here again
        assertThat(add("wrong.pdf", Files.pdf("of somebody else"), Map.of()).statusCode()).isEqualTo(201);
    }

    @Test
    void givesNothingOutThatWaitsOrWasRefused() {
        try (var scanner = new PretendScanner(settings)) {
            var harmless = json(add("fine.pdf", Files.pdf("fine"), Map.of()));
            var found = json(add("bad.pdf", Files.pdf(PretendScanner.SIGNATURE), Map.of()));
            assertThat(harmless.at("/attachment/state").asText()).isEqualTo("kept");
            assertThat(found.at("/attachment/state").asText()).isEqualTo("refused");
            assertThat(found.path("say").get(0).asText()).contains("Redress.Harmless.Test");
            assertThat(officer.get(content(2)).statusCode()).isEqualTo(409);
            assertThat(cases.chronology(reference)).anySatisfy(line -> {
                assertThat(line.what()).isEqualTo("Attachment refused");
                assertThat(line.detail()).contains("Redress.Harmless.Test");
            });

            scanner.goAway();
            var waits = json(add("waits.pdf", Files.pdf("waits"), Map.of()));
            assertThat(waits.at("/attachment/state").asText()).isEqualTo("waiting");
            assertThat(officer.get(content(3)).statusCode()).isEqualTo(409);
            assertThat(browsers.signedIn("kent-supervisor").get("/redress/deadlines", "text/html").body()).contains("wait for the scanner", reference);
            scans.lookAgain();
            assertThat(officer.get(content(3)).statusCode()).as("nobody has looked at it").isEqualTo(409);
        }
        try (var scanner = new PretendScanner(settings)) {
            scans.lookAgain();
            assertThat(officer.get(content(3)).statusCode()).isEqualTo(200);
            scanner.forget();
            assertThat(json(add("bad.pdf", Files.pdf(PretendScanner.SIGNATURE), Map.of())).at("/attachment/state").asText()).as("it came again").isEqualTo("kept");
        }
    }

    @Test
    void takesIntoACaseThatIsOverWhatComesLate() {
        reference = answered();
        office.event(reference, "withdrawal", Map.of());
        office.complete(reference, "Confirm withdrawal", Answers.confirmWithdrawal(office.today()));
        var responder = browsers.signedIn("kent-manager");

        assertThat(Uploads.add(responder, reference, "late.pdf", Files.pdf("late"), Map.of()).statusCode()).isEqualTo(403);
        assertThat(add("late.pdf", Files.pdf("late"), Map.of()).statusCode()).isEqualTo(201);
        assertThat(json(officer.get(Uploads.path(reference))).path("mayAdd").asBoolean()).isTrue();
        assertThat(json(responder.get(Uploads.path(reference))).path("mayAdd").asBoolean()).isFalse();
    }

    @Test
    void worksAtTheOmbudsmansToo() {
        reference = ombudsman.receive("kent", Map.of());
        var intake = browsers.signedIn("ombudsman-intake");

        var added = json(Uploads.add(intake, reference, "form.pdf", Files.pdf("form"), Map.of("marking", "withheld")));

        assertThat(added.at("/attachment/number").asInt()).isEqualTo(1);
        assertThat(intake.get(Uploads.path(reference) + "/1/content").statusCode()).isEqualTo(200);
        assertThat(officer.get(Uploads.path(reference)).statusCode()).isEqualTo(404);
    }

    @Test
    void needsThePagesTokenAndAnAccount() {
        var without = officer.send(officer.request(Uploads.path(reference)).header("Content-Type", Uploads.type())
                .POST(BodyPublishers.ofByteArray(Uploads.body("a.pdf", Files.pdf("a"), Map.of()))));

        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(browsers.fresh().get(Uploads.path(reference)).statusCode()).isEqualTo(401);
        assertThat(rows()).isZero();
    }

    @Test
    void letsAProgramAddWithItsToken() {
        var token = tokens.make("kent-officer", "attachments", LocalDate.now(ZoneId.of("Europe/London")).plusDays(5));
        var program = browsers.fresh();

        var added = program.send(program.request(Uploads.path(reference)).header("Authorization", "Bearer " + token).header("Content-Type", Uploads.type())
                .POST(BodyPublishers.ofByteArray(Uploads.body("sent.pdf", Files.pdf("by a program"), Map.of("kind", "letter")))));

        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(program.send(program.request(Uploads.path(reference)).header("Content-Type", Uploads.type())
                .POST(BodyPublishers.ofByteArray(Uploads.body("sent.pdf", Files.pdf("by nobody"), Map.of())))).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"kind | gossip | Choose whether", "receivedOn | 2999-01-01 | future", "receivedOn | yesterday | like 2026-11-29", "marking | everybody | Choose with whom",
        "evidence | 7 | no evidence", "letter | 7 | no letter", "owner | me | Nothing is asked for"})
    void saysWhatIsWrong(String field, String value, String sentence) {
        var refused = add("a.pdf", Files.pdf("a"), Map.of(field, value));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("message").asText()).contains(sentence);
        assertThat(rows()).isZero();
    }

    private HttpResponse<String> add(String name, byte[] content, Map<String, String> said) {
        return Uploads.add(officer, reference, name, content, said);
    }

    private HttpResponse<String> mark(int number, String marking) {
        return officer.change("PUT", Uploads.path(reference) + "/" + number + "/marking", marking);
    }

    private String content(int number) {
        return Uploads.path(reference) + "/" + number + "/content";
    }

    private int rows() {
        return jdbc.queryForObject("select count(*) from attachment a join complaint c on c.id = a.complaint_id where c.reference = ?", Integer.class, reference);
    }

    private static byte[] letters(int number) {
        var bytes = new byte[number];
        Arrays.fill(bytes, (byte) 'a');
        return bytes;
    }

    private static List<String> texts(JsonNode list) {
        return Stream.iterate(0, i -> i + 1).limit(list.size()).map(i -> list.get(i).asText()).toList();
    }
}
