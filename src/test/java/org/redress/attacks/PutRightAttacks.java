package org.redress.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.attacks.Attack.answers;
import static org.redress.attacks.Attack.other;
import static org.redress.attacks.Attack.page;
import static org.redress.attacks.Attack.start;
import static org.redress.attacks.Attack.submit;
import static org.redress.attacks.Person.ADMINISTRATOR;
import static org.redress.attacks.Person.APPROVER;
import static org.redress.attacks.Person.BOTH;
import static org.redress.attacks.Person.CLERK;
import static org.redress.attacks.Person.DRAFTER;
import static org.redress.attacks.Person.HEAD;
import static org.redress.attacks.Person.NEIGHBOUR;
import static org.redress.attacks.Person.NEIGHBOURING_SUPERVISOR;
import static org.redress.attacks.Person.OFFICER;
import static org.redress.attacks.Person.OMBUDSMAN;
import static org.redress.attacks.Person.OTHERS;
import static org.redress.attacks.Person.OWNER;
import static org.redress.attacks.Person.STRANGER;
import static org.redress.attacks.Person.SUPERVISOR;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** What is put right, linked or taken up by whoever may not, confirmed by whoever asked for it, or looked at by others. */
final class PutRightAttacks {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
    private static final String CONFIRM = answers("confirmation", "confirm", "confirmationReason", "x");
    private static final List<Person> STRANGERS_TO_IT = List.of(NEIGHBOUR, NEIGHBOURING_SUPERVISOR);

    static final List<Attack> ALL = Stream.of(confirming(), ofOtherCouncils(), withoutTheRight(), looking()).flatMap(List::stream).toList();

    private PutRightAttacks() {}

    private static List<Attack> confirming() {
        return List.of(
                submit("A282", List.of(SUPERVISOR), "confirm a correction that they asked for", "confirming", CONFIRM, 400),
                submit("A283", List.of(SUPERVISOR), "confirm, as a deputy, a correction that they asked for", "standing", CONFIRM, 400),
                submit("A284", List.of(BOTH), "confirm in one role a correction that they asked for in another", "confirmingBoth", CONFIRM, 400),
                submit("A285", List.of(HEAD), "confirm a correction in a case that they answer", "confirmingHead", CONFIRM, 400),
                submit("A286", List.of(OFFICER, CLERK, DRAFTER, NEIGHBOURING_SUPERVISOR, OMBUDSMAN), "confirm a correction as a second person without the role", "confirming", CONFIRM, 403).noted(),
                submit("A287", List.of(SUPERVISOR, OFFICER), "confirm a correction of others past its button", "confirmingHead", answers("confirmation", "yes"), 400, 403),
                submit("A288", List.of(OFFICER), "confirm a change of who complains that they asked for", "people", answers("confirmation", "confirm"), 400),
                submit("A289", List.of(DRAFTER, NEIGHBOUR, OMBUDSMAN), "confirm a change of who complains of others", "people", answers("confirmation", "confirm"), 403).noted());
    }

    /** The same answer as for a case that there is not. */
    private static List<Attack> ofOtherCouncils() {
        return List.of(
                start("A290", STRANGERS_TO_IT, "correct a case of another council", "correction", answers("caseReference", "{own}", "mistake", "x"), 400),
                start("A291", STRANGERS_TO_IT, "change the course of a case of another council", "course-correction", answers("caseReference", "{own}"), 400),
                start("A292", STRANGERS_TO_IT, "change who complains in a case of another council", "people-change",
                        answers("caseReference", "{own}", "change", "add", "happenedOn", TODAY, "personName", "Mr U", "part", "other", "details", "x"), 400),
                start("A293", STRANGERS_TO_IT, "restrict somebody in a case of another council", "contact-restriction", answers("caseReference", "{own}"), 400),
                start("A314", STRANGERS_TO_IT, "say what does not fit in a case of another council", "answer-finding",
                        answers("caseReference", "{own}", "findingCode", "abc123", "findingAnswer", "kept", "findingReason", "x"), 400),
                start("A315", STRANGERS_TO_IT, "record a duty in a case of another council", "service-duty",
                        answers("caseReference", "{own}", "duty", "minutes", "dutyDay", TODAY, "dutyText", "x"), 400),
                start("A294", STRANGERS_TO_IT, "take up a case of another council", "taking-up",
                        answers("caseReference", "{over}", "ground", "mistake", "askedOn", TODAY, "askedBy", "council", "details", "x"), 400),
                start("A295", STRANGERS_TO_IT, "close a case of another council as a duplicate of theirs", "link-cases", link("{own}", "{neighbours}", "duplicate"), 400),
                start("A296", List.of(OFFICER, SUPERVISOR), "link their case with one of another council", "link-cases", link("{own}", "{neighbours}", "related"), 400),
                start("A297", List.of(OFFICER, SUPERVISOR), "close their case as a duplicate of one of another council", "link-cases", link("{own}", "{neighbours}", "duplicate"), 400),
                start("A298", STRANGERS_TO_IT, "record an event in a case of another council", "case-event",
                        answers("caseReference", "{own}", "happening", "withdrawal", "happenedOn", TODAY, "details", "x"), 400),
                start("A299", List.of(NEIGHBOURING_SUPERVISOR), "hold a case of another council", "legal-hold", answers("caseReference", "{own}"), 400),
                start("A300", List.of(OMBUDSMAN), "correct a case of a council, or change its people", "correction", answers("caseReference", "{own}", "mistake", "x"), 400),
                other("A301", NEIGHBOUR, "find out which cases another council has", "webapps", PutRightAttacks::sameForUnknown, 400));
    }

    private static List<Attack> withoutTheRight() {
        return List.of(
                start("A302", List.of(DRAFTER, APPROVER, CLERK), "correct a case that they decide", "correction", answers("caseReference", "{own}", "mistake", "x"), 403, 404),
                start("A303", List.of(DRAFTER, APPROVER, CLERK, OMBUDSMAN), "take up a case without the right to", "taking-up", answers("caseReference", "{over}"), 403, 404),
                start("A304", List.of(DRAFTER, APPROVER, CLERK), "link cases without the right to", "link-cases", link("{own}", "{over}", "related"), 403, 404),
                start("A305", List.of(DRAFTER, APPROVER, CLERK), "change who complains without the right to", "people-change", answers("caseReference", "{own}"), 403, 404),
                start("A306", List.of(OFFICER), "take up a case that goes on", "taking-up",
                        answers("caseReference", "{own}", "ground", "mistake", "askedOn", TODAY, "askedBy", "council", "details", "x"), 400),
                start("A307", List.of(OFFICER), "link a case with itself", "link-cases", link("{own}", "{own}", "duplicate"), 400),
                start("A308", List.of(OFFICER), "name the second person who confirms", "correction", answers("caseReference", "{own}", "mistake", "x", "confirmedBy", "asker"), 400));
    }

    private static List<Attack> looking() {
        return List.of(
                page("A309", List.of(OFFICER, CLERK, OWNER, ADMINISTRATOR, OMBUDSMAN), "see the list of deadlines", "GET", "/redress/deadlines", "", 403),
                page("A310", STRANGER, "see the list of deadlines", "GET", "/redress/deadlines", "", 302, 401),
                page("A316", List.of(OFFICER, CLERK, OWNER, ADMINISTRATOR, OMBUDSMAN), "see the list of lessons", "GET", "/redress/lessons", "", 403),
                page("A317", STRANGER, "see the list of lessons", "GET", "/redress/lessons", "", 302, 401),
                page("A950", List.of(CLERK, OWNER, ADMINISTRATOR, OMBUDSMAN), "see the figures of the council", "GET", "/redress/figures", "", 403),
                page("A951", STRANGER, "see the figures of the council as a file", "GET", "/redress/figures.csv", "", 302, 401),
                page("A955", List.of(CLERK, OWNER, ADMINISTRATOR, OMBUDSMAN), "read what the council writes for its self-assessment", "GET", "/redress/figures/words", "", 403),
                page("A956", List.of(CLERK, OWNER, ADMINISTRATOR, OMBUDSMAN), "read the self-assessment as a document", "GET", "/redress/figures/self-assessment.pdf", "", 403),
                page("A957", STRANGER, "read what the council writes for its self-assessment", "GET", "/redress/figures/words", "", 302, 401),
                page("A958", SUPERVISOR, "write for the self-assessment without the page's token", "POST", "/redress/figures/words/2025/lead", "follows=yes&words=x&seen=0", 403),
                other("A311", NEIGHBOURING_SUPERVISOR, "see deadlines of another council", "browser", scene -> Stream.of("", "?council=kent", "?tenant=kent", "?reference={own}")
                        .map(query -> nothingOfKent(scene.asBrowser(NEIGHBOURING_SUPERVISOR, "GET", "/redress/deadlines" + query, ""))), Answer.NOTHING),
                page("A312", OTHERS, "read that somebody's text was thrown away", "GET", "/redress/api/drafts/losses", "", Answer.NOTHING),
                other("A313", CLERK, "keep somebody from hearing that their text was thrown away", "browser", scene -> Stream.of(CLERK, NEIGHBOUR, SUPERVISOR)
                        .map(person -> scene.change(person, "DELETE", "/redress/api/drafts/losses/{loss}", "")), 204));
    }

    private static String link(String one, String other, String kind) {
        return answers("caseReference", one, "otherReference", other, "link", kind, "linkedOn", TODAY, "reason", "x", "letterText", "x");
    }

    private static Stream<Answer> sameForUnknown(Scene scene) {
        var exists = scene.fill("{own}");
        return Stream.of("correction", "hand-over").map(process -> {
            var path = "/camunda/api/engine/engine/default/process-definition/key/" + process + "/submit-form";
            var rest = process.equals("correction") ? new Object[] {"mistake", "x"} : new Object[] {"caseRole", "answers"};
            var known = scene.asBrowser(NEIGHBOUR, "POST", path, answers("caseReference", exists, rest[0], rest[1]));
            var unknown = scene.asBrowser(NEIGHBOUR, "POST", path, answers("caseReference", "KENT-1999-00001", rest[0], rest[1]));
            assertThat(known.body().replace(exists, "?")).isEqualTo(unknown.body().replace("KENT-1999-00001", "?"));
            return known;
        });
    }

    private static Answer nothingOfKent(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("KENT-");
        return new Answer(200, "[]", answer.headers());
    }
}
