package org.redress.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.attacks.Attack.engine;
import static org.redress.attacks.Attack.other;
import static org.redress.attacks.Attack.page;
import static org.redress.attacks.Attack.start;
import static org.redress.attacks.Attack.submit;
import static org.redress.attacks.Attack.themselves;
import static org.redress.attacks.Person.ADMINISTRATOR;
import static org.redress.attacks.Person.BOTH;
import static org.redress.attacks.Person.CLERK;
import static org.redress.attacks.Person.DEMOTED;
import static org.redress.attacks.Person.DRAFTER;
import static org.redress.attacks.Person.LINK_OFFICER;
import static org.redress.attacks.Person.NEIGHBOUR;
import static org.redress.attacks.Person.NEIGHBOURING_LINK;
import static org.redress.attacks.Person.NEIGHBOURING_SUPERVISOR;
import static org.redress.attacks.Person.OFFICER;
import static org.redress.attacks.Person.OMBUDSMAN;
import static org.redress.attacks.Person.OWNER;
import static org.redress.attacks.Person.SUPERVISOR;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Authority that outlives its role, is taken over with an account, or is got round by whoever gives work to others. */
final class AuthorityAttacks {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
    private static final String MOVE = Attack.answers("forCouncil", "kent", "changeTried", true);
    private static final String CONFIRM = Attack.answers("confirmation", "confirm", "confirmationReason", "x");

    static final List<Attack> ALL = Stream.of(accounts(), sides(), names(), lost(), assigning(), taking(), removing(), undoing()).flatMap(List::stream).toList();

    private AuthorityAttacks() {}

    private static List<Attack> accounts() {
        return List.of(
                profile("A401", ADMINISTRATOR, "save their own account over a colleague's", "admin", "kent-manager", "Adam", "Admin", 403).noted(),
                profile("A402", ADMINISTRATOR, "save one colleague's account over another's", "kent-clerk", "kent-manager", "Panel clerk", "(Kent)", 403).noted(),
                profile("A403", OFFICER, "save their account over a colleague's", "kent-officer", "kent-manager", "Officer", "(Kent)", 403).noted(),
                profile("A404", ADMINISTRATOR, "give an account another id", "kent-clerk", "mallory", "Panel clerk", "(Kent)", 403).noted(),
                profile("A405", OFFICER, "give their account another id", "kent-officer", "mallory", "Officer", "(Kent)", 403).noted(),
                engine("A406", ADMINISTRATOR, "make an account anew that is there", "POST", "/user/create",
                        "{\"profile\": {\"id\": \"kent-manager\"}, \"credentials\": {\"password\": \"Everybody-1\"}}", 400).noted(),
                engine("A407", ADMINISTRATOR, "rename a role", "PUT", "/group/supervisors", "{\"id\": \"supervisors\", \"name\": \"Panel clerks\", \"type\": \"ROLE\"}", 403).noted(),
                engine("A408", ADMINISTRATOR, "rename a role by saving another group", "PUT", "/group/service-waste", "{\"id\": \"supervisors\", \"name\": \"Panel clerks\", \"type\": \"ROLE\"}", 403).noted(),
                engine("A409", List.of(OFFICER, SUPERVISOR), "rename a role of others", "PUT", "/group/supervisors", "{\"id\": \"supervisors\", \"name\": \"Panel clerks\", \"type\": \"ROLE\"}", 403, 404),
                engine("A410", ADMINISTRATOR, "make a role or a service by hand", "POST", "/group/create", "{\"id\": \"service-bins\", \"name\": \"Bins\", \"type\": \"SERVICE\"}", 403).noted());
    }

    private static List<Attack> sides() {
        return List.of(
                engine("A411", ADMINISTRATOR, "put an account into two councils", "PUT", "/tenant/leicestershire/user-members/kent-officer", "", 403).noted(),
                engine("A412", ADMINISTRATOR, "put an account into a council and the Ombudsman", "PUT", "/tenant/ombudsman/user-members/kent-clerk", "", 403).noted(),
                engine("A413", ADMINISTRATOR, "give an officer of a council a role of the Ombudsman", "PUT", "/group/ombudsman-approvers/members/kent-officer", "", 403).noted(),
                engine("A414", ADMINISTRATOR, "give somebody of a council without a role one of the Ombudsman", "PUT", "/group/ombudsman-approvers/members/kent-leaver", "", 403).noted(),
                engine("A415", ADMINISTRATOR, "give somebody of the Ombudsman a role of a council", "PUT", "/group/complaints-team/members/ombudsman-supervisor", "", 403).noted());
    }

    private static List<Attack> names() {
        return List.of(
                profile("A416", OFFICER, "take a colleague's name", "kent-officer", "kent-officer", "  supervisor", "(KENT) ", 400).noted(),
                profile("A417", OFFICER, "take a colleague's name in wide letters", "kent-officer", "kent-officer", "\uff33upervisor", "(Kent)", 400).noted(),
                profile("A418", OFFICER, "take a colleague's name with a letter of another alphabet", "kent-officer", "kent-officer", "Supervis\u043er", "(Kent)", 400).noted(),
                profile("A419", OFFICER, "turn their name round", "kent-officer", "kent-officer", "Officer\u202e", "(Kent)", 400).noted(),
                profile("A420", OFFICER, "hide something in their name", "kent-officer", "kent-officer", "Officer\u200b", "(Kent)", 400).noted(),
                profile("A421", OFFICER, "write several lines as their name", "kent-officer", "kent-officer", "Officer\\nApproved", "(Kent)", 400).noted(),
                profile("A422", OFFICER, "take the product's name", "kent-officer", "kent-officer", "Redress", "", 400).noted(),
                profile("A423", OFFICER, "take a name without end", "kent-officer", "kent-officer", "x".repeat(5_000), "", 400).noted(),
                profile("A424", ADMINISTRATOR, "give somebody a colleague's name", "kent-clerk", "kent-clerk", "Supervisor", "(Kent)", 400).noted());
    }

    private static List<Attack> lost() {
        return List.of(
                engine("A425", DEMOTED, "look at a task that they claimed", "GET", "/task/{lost}", "", 403, 404),
                engine("A426", DEMOTED, "find a task that they claimed", "GET", "/task?maxResults=9&taskId={lost}", "", Answer.NOTHING),
                engine("A427", DEMOTED, "read the form of a task that they claimed", "GET", "/task/{lost}/deployed-form", "", 403, 404).noted(),
                engine("A428", DEMOTED, "read the variables of a task that they claimed", "GET", "/task/{lost}/form-variables", "", 403, 404).noted(),
                submit("A429", List.of(DEMOTED), "complete, with the form still open, a task that they claimed", "lost",
                        Attack.answers("acknowledgedOn", "2026-06-01", "letterChannel", "email", "understanding", "x", "namedContact", "x"), 403).noted(),
                engine("A430", DEMOTED, "claim again a task that they claimed", "POST", "/task/{lost}/claim", "{\"userId\": \"kent-demoted\"}", 403).noted(),
                engine("A431", DEMOTED, "start what the role starts", "POST", "/process-definition/key/correction/submit-form", "{\"variables\": {}}", 400, 403, 404),
                page("A432", DEMOTED, "open the case file of a task that they claimed", "GET", "/redress/api/tasks/{lost}/case", "", 404),
                engine("A433", SUPERVISOR, "give a task to whoever has lost the role", "POST", "/task/{lost}/assignee", "{\"userId\": \"kent-demoted\"}", 400),
                other("A434", DEMOTED, "keep a draft of a task that they claimed", "browser", scene -> Stream.of(scene.change(DEMOTED, "PUT", "/redress/api/drafts/tasks/{lost}",
                        "{\"writer\": \"11111111\", \"base\": 0, \"version\": 5, \"values\": {\"understanding\": \"x\"}}")), 404));
    }

    private static List<Attack> assigning() {
        return List.of(
                other("A435", NEIGHBOURING_SUPERVISOR, "find out by giving which tasks another council has", "webapps", scene -> Stream.of("leicestershire-officer", "kent-officer", "mallory")
                        .map(to -> same(scene, NEIGHBOURING_SUPERVISOR, "/task/{free}/assignee", "/task/2b0c3d14-0000-11f1-8000-000000000000/assignee", to)), 403),
                other("A436", NEIGHBOURING_SUPERVISOR, "find out by claiming which tasks another council has", "webapps", scene -> Stream.of(
                        same(scene, NEIGHBOURING_SUPERVISOR, "/task/{free}/claim", "/task/2b0c3d14-0000-11f1-8000-000000000000/claim", "leicestershire-supervisor")), 403),
                other("A437", SUPERVISOR, "find out by giving who belongs to another council", "webapps", AuthorityAttacks::sameForUnknownPeople, 400),
                engine("A439", SUPERVISOR, "give a task to somebody who is away", "POST", "/task/{investigate}/assignee", "{\"userId\": \"kent-absent\"}", 400),
                engine("A438", NEIGHBOURING_SUPERVISOR, "take a task of another council from whoever has it", "POST", "/task/{mine}/assignee", "{\"userId\": null}", 403).noted());
    }

    /** What somebody takes for themselves, or does as if it were theirs. */
    private static List<Attack> taking() {
        return List.of(
                themselves("A460", List.of(CLERK, SUPERVISOR, OWNER, ADMINISTRATOR, OMBUDSMAN, DEMOTED), "claim a task without the role", "/task/{free}/claim", 403).noted(),
                themselves("A461", List.of(SUPERVISOR), "give themselves a task without the role", "/task/{free}/assignee", 400),
                themselves("A462", List.of(SUPERVISOR), "give themselves the approval of a response", "/task/{approval}/assignee", 400),
                themselves("A463", List.of(SUPERVISOR, OFFICER, CLERK, NEIGHBOURING_SUPERVISOR, OMBUDSMAN), "claim the approval of a response without the role", "/task/{approval}/claim", 403).noted(),
                submit("A464", List.of(SUPERVISOR, OFFICER, CLERK, NEIGHBOURING_SUPERVISOR, OMBUDSMAN), "approve a response without the role", "approval", Attack.answers("approval", "approve"), 403).noted(),
                engine("A465", List.of(OFFICER, NEIGHBOURING_SUPERVISOR, OWNER, ADMINISTRATOR, OMBUDSMAN), "let a failed step of others run again", "PUT", "/job/{job}/retries", "{\"retries\": 3}", 403).noted(),
                page("A466", List.of(NEIGHBOURING_SUPERVISOR, OMBUDSMAN), "find cases of others in Cockpit", "POST", "/camunda/api/cockpit/plugin/base/default/process-instance?firstResult=0&maxResults=9", "{\"businessKey\": \"{case}\"}", Answer.NOTHING));
    }

    /** A removal needs two supervisors, whoever gives the second step to whom (DAT-09). */
    private static List<Attack> removing() {
        var remove = Attack.answers("removal", "remove");
        return List.of(
                submit("A480", List.of(NEIGHBOURING_SUPERVISOR), "confirm a removal that they proposed", "removing", remove, 400),
                submit("A481", List.of(NEIGHBOUR, NEIGHBOURING_LINK, SUPERVISOR, ADMINISTRATOR, OMBUDSMAN), "confirm a removal without the role, or of another council", "removing", remove, 403).noted(),
                themselves("A482", List.of(NEIGHBOUR, NEIGHBOURING_LINK, SUPERVISOR, ADMINISTRATOR), "claim the confirmation of a removal without the role, or of another council", "/task/{removing}/claim", 403).noted(),
                themselves("A483", List.of(NEIGHBOURING_SUPERVISOR), "claim the confirmation of a removal that they proposed", "/task/{removing}/claim", 400),
                engine("A484", NEIGHBOURING_SUPERVISOR, "give the confirmation of a removal to an officer", "POST", "/task/{removing}/assignee", "{\"userId\": \"leicestershire-officer\"}", 400),
                themselves("A485", List.of(NEIGHBOURING_SUPERVISOR), "give themselves the confirmation of a removal that they proposed", "/task/{removing}/assignee", 400),
                engine("A486", SUPERVISOR, "take the confirmation of a removal of another council", "POST", "/task/{removing}/assignee", "{\"userId\": \"kent-supervisor\"}", 403).noted());
    }

    private static List<Attack> undoing() {
        return List.of(
                submit("A440", List.of(LINK_OFFICER), "end agreed actions alone with a letter that they recorded", "undoing", CONFIRM, 403).noted(),
                engine("A441", LINK_OFFICER, "claim the confirmation of what they recorded", "POST", "/task/{undoing}/claim", "{\"userId\": \"kent-link-officer\"}", 403).noted(),
                engine("A442", SUPERVISOR, "give the confirmation to whoever recorded it", "POST", "/task/{undoing}/assignee", "{\"userId\": \"kent-link-officer\"}", 400),
                submit("A443", List.of(BOTH), "end a complaint alone with a withdrawal that they recorded", "ending", CONFIRM, 400),
                submit("A444", List.of(OFFICER, CLERK, DRAFTER, NEIGHBOURING_SUPERVISOR, OMBUDSMAN), "end a complaint without the role", "ending", CONFIRM, 403).noted(),
                start("A445", List.of(LINK_OFFICER), "record a letter in a case of another council", "ombudsman-letter", Attack.answers("letterKind", "closing-statement",
                        "letterDatedOn", TODAY, "letterReceivedOn", TODAY, "ombudsmanReference", "25 010 011", "caseReference", "{neighbours}", "complainant", "x", "letterText", "x", "outcome", "closed"), 400),
                start("A446", List.of(SUPERVISOR), "remove at once what was recorded today with days of 2016", "retention-review", Attack.answers("holdsAsked", true), 400),
                start("A447", List.of(OFFICER, LINK_OFFICER, NEIGHBOUR), "look for cases to remove without the role", "retention-review", Attack.answers("holdsAsked", true), 403, 404),
                start("A448", List.of(OFFICER, SUPERVISOR, NEIGHBOURING_SUPERVISOR, ADMINISTRATOR, OMBUDSMAN), "move running cases without the role", "move-cases", MOVE, 403, 404),
                start("A449", List.of(OWNER), "move running cases of a council to which they do not belong", "move-cases", MOVE, 400));
    }

    private static Answer same(Scene scene, Person person, String there, String nowhere, String to) {
        var body = "{\"userId\": \"" + to + "\"}";
        var known = scene.asBrowser(person, "POST", "/camunda/api/engine/engine/default" + there, body);
        var unknown = scene.asBrowser(person, "POST", "/camunda/api/engine/engine/default" + nowhere, body);
        assertThat(known.status()).isEqualTo(unknown.status());
        assertThat(known.body()).isEqualTo(unknown.body());
        return known;
    }

    private static Stream<Answer> sameForUnknownPeople(Scene scene) {
        var answers = Stream.of("leicestershire-officer", "ombudsman-manager", "mallory").map(to -> scene.asBrowser(SUPERVISOR, "POST",
                "/camunda/api/engine/engine/default/task/{free}/assignee", "{\"userId\": \"" + to + "\"}")).toList();
        assertThat(answers.get(0).body().replace("leicestershire-officer", "?")).isEqualTo(answers.get(2).body().replace("mallory", "?"))
                .isEqualTo(answers.get(1).body().replace("ombudsman-manager", "?"));
        return answers.stream();
    }

    private static Attack profile(String id, Person person, String what, String whose, String as, String first, String last, int... answers) {
        return profile(id, List.of(person), what, whose, as, first, last, answers);
    }

    private static Attack profile(String id, List<Person> people, String what, String whose, String as, String first, String last, int... answers) {
        return engine(id, people, what, "PUT", "/user/" + whose + "/profile",
                "{\"id\": \"%s\", \"firstName\": \"%s\", \"lastName\": \"%s\"}".formatted(as, first, last), answers);
    }
}
