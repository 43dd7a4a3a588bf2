package org.redress.attacks;

import static org.redress.attacks.Attack.answers;
import static org.redress.attacks.Attack.engine;
import static org.redress.attacks.Attack.page;
import static org.redress.attacks.Attack.start;
import static org.redress.attacks.Attack.submit;
import static org.redress.attacks.Person.APPROVER;
import static org.redress.attacks.Person.CLERK;
import static org.redress.attacks.Person.DRAFTER;
import static org.redress.attacks.Person.FORMER;
import static org.redress.attacks.Person.NEIGHBOUR;
import static org.redress.attacks.Person.NEIGHBOURING_SUPERVISOR;
import static org.redress.attacks.Person.OFFICER;
import static org.redress.attacks.Person.OF_NONE;
import static org.redress.attacks.Person.OF_WASTE;
import static org.redress.attacks.Person.OMBUDSMAN;
import static org.redress.attacks.Person.STAND_IN;
import static org.redress.attacks.Person.SUPERVISOR;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Work that comes to somebody who may not have it: handed over, as a deputy, from the list of stuck work, or task by task. */
final class HandOverAttacks {
    private static final LocalDate TODAY = LocalDate.now(java.time.ZoneId.of("Europe/London"));

    static final List<Attack> ALL = Stream.of(handing(), services(), reassigning(), stuck(), leaves()).flatMap(List::stream).toList();

    private HandOverAttacks() {}

    private static List<Attack> handing() {
        return List.of(
                start("A240", List.of(NEIGHBOUR, NEIGHBOURING_SUPERVISOR), "hand over a case of another council", "hand-over", begin("{own}", "answers"), 400),
                start("A241", List.of(OFFICER, SUPERVISOR), "hand over a case of another council", "hand-over", begin("{neighbours}", "answers"), 400),
                start("A242", List.of(DRAFTER, APPROVER, CLERK, OMBUDSMAN), "hand over a case without the right to", "hand-over", begin("{own}", "answers"), 403, 404),
                start("A243", List.of(OFFICER), "hand over a case that is over", "hand-over", begin("{over}", "answers"), 400),
                submit("A244", List.of(OFFICER), "hand over to somebody of another council", "successor", to("leicestershire-manager"), 400),
                submit("A245", List.of(OFFICER), "hand over to somebody without the role", "successor", to("kent-clerk"), 400),
                submit("A246", List.of(OFFICER), "hand over to somebody who is not there", "successor", to("mallory"), 400),
                submit("A247", List.of(OFFICER), "hand over to somebody who is away", "successor", to("kent-absent"), 400),
                submit("A248", List.of(OFFICER), "hand over from a day in the past", "successor",
                        answers("successor", "kent-manager", "fromDay", TODAY.minusDays(7), "handingReason", "x"), 400),
                submit("A249", List.of(OFFICER), "hand a stage to whoever decided the one before (CORP-26)", "secondSuccessor", to("kent-manager"), 400),
                submit("A250", List.of(OFFICER), "make an officer the Independent Person (CHD-22)", "independence", to("kent-officer"), 400),
                submit("A251", List.of(OFFICER), "make the Investigating Officer the Independent Person (CHD-41)", "independence", to("kent-investigator"), 400),
                submit("A252", List.of(OFFICER), "hand the approval to whoever drafted", "approver", to("kent-manager"), 400),
                submit("A253", List.of(DRAFTER, CLERK, NEIGHBOUR, NEIGHBOURING_SUPERVISOR, OMBUDSMAN), "choose a successor for others", "successor", to("kent-manager"), 403).noted(),
                submit("A254", List.of(FORMER), "complete what was handed to somebody else", "investigate", answers("found", "x"), 400),
                page("A255", FORMER, "get back what they typed before it was handed over", "GET", "/redress/api/drafts/tasks/{investigate}", "", 404));
    }

    private static List<Attack> services() {
        return List.of(
                engine("A256", List.of(OF_WASTE, OF_NONE), "look at a task of another service", "GET", "/task/{highways}", "", 403, 404),
                engine("A257", OF_WASTE, "claim a task of another service", "POST", "/task/{highways}/claim", "{\"userId\": \"kent-of-waste\"}", 403).noted(),
                engine("A258", OF_NONE, "claim a task of a service that they have lost", "POST", "/task/{highways}/claim", "{\"userId\": \"kent-of-none\"}", 403).noted(),
                submit("A259", List.of(OF_WASTE, OF_NONE), "complete a task of another service", "highways", answers("found", "x"), 403).noted(),
                page("A260", List.of(OF_WASTE, OF_NONE), "open the case file of another service", "GET", "/redress/api/tasks/{highways}/case", "", 404));
    }

    private static List<Attack> reassigning() {
        return List.of(
                give("A261", SUPERVISOR, "give a task to somebody of another council", "investigate", "leicestershire-manager", 400),
                give("A262", SUPERVISOR, "give a task to somebody without the role", "investigate", "kent-clerk", 400),
                give("A263", SUPERVISOR, "give a task to somebody who is not there", "investigate", "mallory", 400),
                give("A264", SUPERVISOR, "give a task to somebody of another service", "highways", "kent-of-waste", 400),
                give("A265", SUPERVISOR, "give a task of a service to whoever has lost it", "highways", "kent-of-none", 400),
                give("A266", SUPERVISOR, "give a stage to whoever decided the one before (CORP-26)", "second", "kent-manager", 400),
                give("A267", SUPERVISOR, "give the Independent Person's report to an officer (CHD-22)", "report", "kent-officer", 400),
                give("A268", SUPERVISOR, "take the Independent Person's report", "report", "kent-supervisor", 400),
                give("A269", NEIGHBOURING_SUPERVISOR, "take a task of another council", "investigate", "leicestershire-manager", 403, 404));
    }

    private static Attack give(String id, Person by, String what, String task, String to, int... outcomes) {
        return engine(id, by, what, "POST", "/task/{" + task + "}/assignee", "{\"userId\": \"" + to + "\"}", outcomes);
    }

    private static List<Attack> stuck() {
        return List.of(
                submit("A270", List.of(SUPERVISOR), "give a stuck approval to whoever drafted", "stuck", taker("approvers", "kent-manager"), 400),
                submit("A271", List.of(SUPERVISOR), "give stuck work to somebody of another council", "stuck", taker("all", "leicestershire-approver"), 400),
                submit("A272", List.of(SUPERVISOR), "give stuck work to somebody without the role", "stuck", taker("all", "kent-clerk"), 400),
                submit("A273", List.of(OFFICER, NEIGHBOURING_SUPERVISOR, OMBUDSMAN), "give stuck work of others", "stuck", taker("all", "kent-approver"), 403).noted(),
                engine("A274", List.of(OFFICER, NEIGHBOURING_SUPERVISOR, OMBUDSMAN), "read what is stuck at others", "GET", "/task/{stuck}/form-variables", "", 403).noted());
    }

    private static List<Attack> leaves() {
        return List.of(
                start("A275", List.of(OFFICER, DRAFTER), "send a colleague on leave", "leave", away("colleague"), 400),
                submit("A276", List.of(NEIGHBOURING_SUPERVISOR), "send somebody of another council on leave", "naming", answers("colleague", "kent-manager"), 400),
                submit("A277", List.of(STAND_IN), "be stood in for by whom they stand in for", "deputy", answers("deputy", "kent-absent"), 400),
                submit("A278", List.of(STAND_IN), "be stood in for by somebody of another council", "deputy", answers("deputy", "leicestershire-manager"), 400),
                submit("A279", List.of(STAND_IN), "be stood in for by somebody without the role", "deputy", answers("deputy", "kent-clerk"), 400),
                submit("A280", List.of(OFFICER, DRAFTER), "choose the deputy of somebody else", "deputy", answers("deputy", "kent-director"), 403).noted(),
                start("A281", List.of(STAND_IN), "be away on days that are over", "leave",
                        answers("whose", "own", "absence", "away", "awayFrom", TODAY.minusDays(20), "awayUntil", TODAY.minusDays(10)), 400));
    }

    private static String begin(String reference, String role) {
        return answers("caseReference", reference, "caseRole", role);
    }

    private static String to(String person) {
        return answers("successor", person, "fromDay", TODAY, "handingReason", "x");
    }

    private static String taker(String kind, String person) {
        return answers("whatNow", "give", "kindOfWork", kind, "taker", person);
    }

    private static String away(String whose) {
        return answers("whose", whose, "absence", "away", "awayFrom", TODAY, "awayUntil", TODAY.plusDays(3));
    }
}
