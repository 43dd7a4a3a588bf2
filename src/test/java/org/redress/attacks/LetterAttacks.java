package org.redress.attacks;

import static org.redress.attacks.Attack.answers;
import static org.redress.attacks.Attack.engine;
import static org.redress.attacks.Attack.other;
import static org.redress.attacks.Attack.page;
import static org.redress.attacks.Attack.start;
import static org.redress.attacks.Attack.submit;
import static org.redress.attacks.Person.CLERK;
import static org.redress.attacks.Person.DRAFTER;
import static org.redress.attacks.Person.LINK;
import static org.redress.attacks.Person.NEIGHBOUR;
import static org.redress.attacks.Person.NEIGHBOURING_LINK;
import static org.redress.attacks.Person.OFFICER;
import static org.redress.attacks.Person.OMBUDSMAN;
import static org.redress.attacks.Person.SUPERVISOR;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Letters led into files to which they do not belong, and files found out by guessing their numbers; what the sender learns is in PlaceLetterTests. */
final class LetterAttacks {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
    private static final int GUESSES = 5;

    static final List<Attack> ALL = List.of(
            submit("A380", List.of(LINK), "place a letter in a case of another council", "placing", place("{neighbours}"), 400),
            submit("A381", List.of(LINK), "place a letter in the Ombudsman's own file", "placing", place("{theirs}"), 400),
            other("A382", LINK, "find out, one number after the other, which cases others have by placing a letter", "webapps", scene -> Stream.concat(Stream.of("{neighbours}"),
                    IntStream.range(0, GUESSES).mapToObj(number -> "LEICESTERSHIRE-2020-0000" + number)).map(guess -> scene.asBrowser(LINK, "POST",
                    "/camunda/api/engine/engine/default/task/{placing}/submit-form", place(guess))), 400),
            submit("A383", List.of(OFFICER, CLERK, SUPERVISOR, NEIGHBOUR, NEIGHBOURING_LINK, OMBUDSMAN), "place a letter without the right to", "placing", place("{own}"), 403).noted(),
            engine("A384", List.of(OMBUDSMAN, NEIGHBOUR, NEIGHBOURING_LINK), "read what a council compares with a letter", "GET", "/task/{placing}/form-variables", "", 403, 404),
            page("A385", List.of(OMBUDSMAN, NEIGHBOUR, NEIGHBOURING_LINK), "open the file in which a letter waits to be placed", "GET", "/redress/api/tasks/{placing}/case", "", 404),
            start("A386", List.of(NEIGHBOURING_LINK), "take letters back out of a case of another council", "wrong-file", back("{lettered}"), 400),
            start("A387", List.of(OFFICER, CLERK, DRAFTER, OMBUDSMAN), "take letters back without the right to", "wrong-file", back("{lettered}"), 403, 404),
            start("A388", List.of(LINK), "lead a letter into somebody else's file by its number", "ombudsman-letter", answers("letterKind", "notice", "letterDatedOn", TODAY, "letterReceivedOn", TODAY,
                    "ombudsmanReference", "24 777 001", "caseReference", "{own}", "complainant", "Mr Q", "letterText", "x"), 400));

    private LetterAttacks() {}

    private static String place(String reference) {
        return answers("belongsTo", "case", "otherCaseReference", reference, "letterPlacedOn", TODAY, "reason", "x");
    }

    private static String back(String reference) {
        return answers("caseReference", reference, "foundOn", TODAY, "reason", "x");
    }
}
