package org.redress.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.hibernate.BaseSessionEventListener;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.DutyDone;
import org.redress.draft.Drafts;
import org.redress.gate.AnswersRefused;
import org.redress.gate.Work;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Work that nobody can do comes to the supervisors the same day, and is given to others at once, each item only to who may do it (R8). */
@ProductTest
class StuckWorkTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final long MOST_FOR_TWO_CASES = 20;
    private static final String LEAVER = "kent-leaver-soon";
    private static final String SUCCESSOR = "ombudsman-investigator-two";

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private OmbudsmanCasework ombudsmans;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identity;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private UnseenWork unseen;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Work work;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private StuckWork stuck;

    @Autowired
    private EntityManager entities;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void somebodyWillLeave() {
        office.on(MON_2026_06_01);
        account("kent", "responders");
    }

    @AfterEach
    void theyHaveLeft() {
        office.signOut();
        identity.deleteUser(LEAVER);
    }

    @Test
    void neverGivesATaskToADeletedAccount() {
        var reference = answeredBy(LEAVER);
        identity.deleteUser(LEAVER);

        assertThat(office.task(reference, "Investigate complaint").getAssignee()).isNull();
        office.completeAs("kent-director", office.task(reference, "Investigate complaint"), Answers.investigate());
        assertThat(office.tasks(reference, "Answer issue")).hasSize(2).extracting(Task::getAssignee).containsOnlyNulls();
        assertThat(list("kent")).isEqualTo("""
                %1$s, Answer issue 1: There is no kent-leaver-soon at this council.
                %1$s, Answer issue 2: There is no kent-leaver-soon at this council.""".formatted(reference));
        assertThat(office.chronology(reference, "Task taken back"))
                .containsExactly("Task taken back: \"Investigate complaint\" is nobody's for now: There is no kent-leaver-soon at this council.");
    }

    @Test
    void givesAllOfItToOthersAtOnce() {
        var one = answeredBy(LEAVER);
        var other = answeredBy(LEAVER);
        identity.deleteUser(LEAVER);

        give("kent", "all", "kent-director");

        assertThat(office.task(one, "Investigate complaint").getAssignee()).isEqualTo("kent-director");
        assertThat(office.task(other, "Investigate complaint").getAssignee()).isEqualTo("kent-director");
        office.complete(other, "Investigate complaint", Answers.investigate());
        assertThat(office.tasks(other, "Answer issue")).extracting(Task::getAssignee).containsOnly("kent-director");
        assertThat(office.chronology(one, "Handed over")).containsExactly("Handed over: kent-director answers the complaint: in place of kent-leaver-soon");
        assertThat(office.tasksAt("kent", "stuck-work")).isEmpty();
    }

    @Test
    void saysOfEachItemWhatHappened() {
        var first = casework.accepted("kent");
        casework.respond(first, "kent-director");
        casework.wish(first, "next-stage");
        casework.acknowledgeNextStage(first);
        office.complete(first, "Decide who answers", Answers.responder(LEAVER));
        var second = answeredBy(LEAVER);
        identity.deleteUser(LEAVER);

        give("kent", "responders", "kent-director");

        assertThat(office.task(second, "Investigate complaint").getAssignee()).isEqualTo("kent-director");
        assertThat(office.task(first, "Investigate complaint").getAssignee()).isNull();
        assertThat(list("kent")).isEqualTo(first + ", Investigate complaint: There is no kent-leaver-soon at this council.");
        assertThat(String.valueOf(variable("kent", "whatHappened")).lines()).containsExactlyInAnyOrder(
                second + ", Investigate complaint: given to Director (Kent)",
                first + ", Investigate complaint: not given, Director (Kent) decided stage 1 of this complaint: another person decides the next stage (CORP-26).");
        assertThatThrownBy(() -> give("kent", "all", "kent-director")).isInstanceOf(AnswersRefused.class)
                .hasMessageStartingWith("Who takes it over: nothing could be given. " + first);
    }

    /** R8: from the first issue to the letter, on the day on which the account goes. */
    @Test
    void losesNothingOfACaseWhoseResponderLeaves() {
        var reference = answeredBy(LEAVER);
        office.completeAs(LEAVER, office.task(reference, "Investigate complaint"), Answers.investigate());
        office.completeAs(LEAVER, office.taskOfIssue(reference, "Answer issue", 1), Answers.issue(Map.of()));
        office.as(LEAVER);
        drafts.keep(work.task(office.taskOfIssue(reference, "Answer issue", 2).getId()).orElseThrow(),
                "{\"writer\": \"11111111\", \"base\": 0, \"version\": 1, \"values\": {\"reasons\": \"Half a sentence\"}}".getBytes(StandardCharsets.UTF_8));
        office.signOut();

        identity.deleteUser(LEAVER);

        assertThat(list("kent")).isEqualTo(reference + ", Answer issue 2: There is no kent-leaver-soon at this council.");
        assertThat(drafts.writers(office.taskOfIssue(reference, "Answer issue", 2).getId())).isEmpty();
        give("kent", "all", "kent-director");
        by("kent-director", office.taskOfIssue(reference, "Answer issue", 2), Answers.issue(Map.of()));
        by("kent-director", office.task(reference, "Draft response"), Answers.draft());
        office.complete(reference, "Approve response", Map.of("approval", "return", "comments", "Say when."));
        by("kent-director", office.task(reference, "Draft response"), Answers.draft());
        office.complete(reference, "Approve response", Answers.approve());
        office.complete(reference, "Send response", Answers.send(MON_2026_06_01));
        assertThat(office.tasksAt("kent", "stuck-work")).isEmpty();
        assertThat(cases.duties(reference).stream().filter(done -> done.duty().equals("respond")).map(DutyDone::person)).containsOnly(LEAVER, "kent-director");
        casework.wish(reference, "next-stage");
        casework.acknowledgeNextStage(reference);
        assertThatThrownBy(() -> office.complete(reference, "Decide who answers", Answers.responder("kent-director"))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("Director (Kent) decided stage 1");
    }

    /** The same for an investigator of the Ombudsman's, from the evidence to the decision. */
    @Test
    void losesNothingOfAnInvestigationWhoseInvestigatorLeaves() {
        var leaver = office.hires("ombudsman", "leaver", "ombudsman-investigators");
        var reference = ombudsmans.forwarded("kent", Map.of());
        office.complete(reference, "Allocate case", Answers.with(OmbudsmanAnswers.allocate(MON_2026_06_01), Map.of("investigator", leaver)));
        office.completeAs(leaver, office.task(reference, "Notify council"), OmbudsmanAnswers.notice(MON_2026_06_01));

        identity.deleteUser(leaver);

        assertThat(list("ombudsman")).isEqualTo(reference + ", Weigh evidence: There is no ombudsman-leaver at this council.");
        give("ombudsman", "all", SUCCESSOR);
        by(SUCCESSOR, office.task(reference, "Weigh evidence"), OmbudsmanAnswers.ask("council", MON_2026_06_01));
        by(SUCCESSOR, office.task(reference, "Record reply to enquiry"), OmbudsmanAnswers.reply(MON_2026_06_01, Map.of()));
        by(SUCCESSOR, office.task(reference, "Weigh evidence"), OmbudsmanAnswers.enough());
        office.tasks(reference, "Find on issue").forEach(task -> by(SUCCESSOR, task, OmbudsmanAnswers.finding("yes", "yes")));
        by(SUCCESSOR, office.task(reference, "Draft decision"), OmbudsmanAnswers.draft(1, Map.of()));
        by(SUCCESSOR, office.task(reference, "Propose action"), OmbudsmanAnswers.action("apology", "1 month", Map.of()));
        office.complete(reference, "Approve draft", Answers.approve());
        by(SUCCESSOR, office.task(reference, "Send draft"), OmbudsmanAnswers.sendDraft(MON_2026_06_01));
        by(SUCCESSOR, office.task(reference, "Record complainant’s comments"), OmbudsmanAnswers.complainantComments(MON_2026_06_01, "You forgot July."));
        by(SUCCESSOR, office.task(reference, "Record council’s comments"), OmbudsmanAnswers.councilComments(MON_2026_06_01, null));
        by(SUCCESSOR, office.task(reference, "Consider comment"), OmbudsmanAnswers.consider());
        by(SUCCESSOR, office.task(reference, "Decide on draft"), OmbudsmanAnswers.draftStands());
        by(SUCCESSOR, office.task(reference, "Issue decision"), OmbudsmanAnswers.issue(MON_2026_06_01, Map.of()));
        assertThat(office.tasksAt("ombudsman", "stuck-work")).isEmpty();
        assertThat(office.chronology(reference, "Handed over")).containsExactly("Handed over: ombudsman-investigator-two investigates for the Ombudsman: in place of ombudsman-leaver");
    }

    @Test
    void listsWhatSomebodyHasWhoseRoleIsGone() {
        var reference = answeredBy(LEAVER);
        identity.deleteMembership(LEAVER, "responders");

        assertThat(office.task(reference, "Investigate complaint").getAssignee()).isNull();
        assertThat(list("kent")).isEqualTo(reference + ", Investigate complaint: Somebody Leaving is not one of the Responders.");
    }

    @Test
    void leavesTheListWhenTheRoleIsBack() {
        answeredBy(LEAVER);
        identity.deleteMembership(LEAVER, "responders");
        assertThat(office.tasksAt("kent", "stuck-work")).hasSize(1);

        identity.createMembership(LEAVER, "responders");

        assertThat(office.tasksAt("kent", "stuck-work")).isEmpty();
    }

    @Test
    void listsWhatSomebodyHasWhoLeftTheCouncil() {
        var reference = answeredBy(LEAVER);
        identity.deleteTenantUserMembership("kent", LEAVER);

        assertThat(list("kent")).isEqualTo(reference + ", Investigate complaint: There is no kent-leaver-soon at this council.");
    }

    @Test
    void takesBackWhatSomebodyClaimedWhoseRoleIsGone() {
        identity.createMembership(LEAVER, "complaints-team");
        var reference = office.receive("kent", Map.of());
        var claimed = office.task(reference, "Acknowledge complaint");
        office.as(LEAVER);
        tasks.claim(claimed.getId(), LEAVER);
        office.signOut();

        identity.deleteMembership(LEAVER, "complaints-team");

        // others of the group can do it, so it is in nobody's way
        assertThat(office.task(reference, "Acknowledge complaint").getAssignee()).isNull();
        assertThat(office.tasksAt("kent", "stuck-work")).isEmpty();
        assertThatThrownBy(() -> office.completeAs(LEAVER, claimed, Answers.acknowledge(MON_2026_06_01))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void listsATaskOfWhichNobodyInTheGroupMayDoIt() {
        office.joins("kent-manager", "approvers");
        var reference = answeredBy("kent-manager");
        office.complete(reference, "Investigate complaint", Answers.investigate());
        office.tasks(reference, "Answer issue").forEach(task -> office.complete(task, Answers.issue(Map.of())));
        identity.deleteMembership("kent-approver", "approvers");
        try {
            office.complete(reference, "Draft response", Answers.draft());

            assertThat(list("kent")).isEqualTo(reference + ", Approve response: nobody at this council may do it.");
        } finally {
            identity.createMembership("kent-approver", "approvers");
        }
        assertThat(office.tasksAt("kent", "stuck-work")).isEmpty();
    }

    @Test
    void leavesForLaterWhatTheMorningBringsBack() {
        var reference = answeredBy(LEAVER);
        identity.deleteUser(LEAVER);
        office.complete(office.tasksAt("kent", "stuck-work").get(0), Map.of("whatNow", "later"));
        assertThat(office.tasksAt("kent", "stuck-work")).isEmpty();

        office.morning();

        assertThat(list("kent")).startsWith(reference);
    }

    @Test
    void comesToTheSupervisorsOfTheCouncilAlone() {
        answeredBy(LEAVER);
        identity.deleteUser(LEAVER);
        var task = office.tasksAt("kent", "stuck-work").get(0);

        assertThat(office.as("kent-supervisor").sees(task)).isTrue();
        assertThat(office.as("kent-officer").sees(task)).isFalse();
        assertThat(office.as("leicestershire-supervisor").sees(task)).isFalse();
        assertThat(office.as("ombudsman-supervisor").sees(task)).isFalse();
    }

    @Test
    void comesToTheOmbudsmansSupervisorsToo() {
        var reference = ombudsmans.notified("kent", Map.of());
        identity.deleteMembership("ombudsman-investigator", "ombudsman-investigators");
        try {
            assertThat(list("ombudsman")).isEqualTo(reference + ", Weigh evidence: Investigator (Ombudsman) is not one of the Ombudsman’s investigators.");

            give("ombudsman", "all", "ombudsman-investigator-two");

            assertThat(office.task(reference, "Weigh evidence").getAssignee()).isEqualTo("ombudsman-investigator-two");
        } finally {
            identity.createMembership("ombudsman-investigator", "ombudsman-investigators");
        }
    }

    /** Where a case is about all supervisors of a council: administrators learn that there is something, and make somebody one. */
    @Test
    void comesToAdministratorsWhereNobodyMaySeeIt() {
        var ordinary = office.receive("kent", Map.of());
        var free = office.hires("kent", "free-officer", "complaints-team");
        var all = Stream.concat(members("supervisors").stream(), members("complaints-team").stream()).filter(person -> !person.equals("kent-officer")).distinct().toList();
        var reference = office.receive("kent", Map.of("otherPeople", String.join("\n", all.stream().map(person -> person + " – officer").toList())));
        identity.deleteMembership("kent-officer", "complaints-team");
        try {
            assertThat(all).contains(free);
            assertThat(unseen.councils()).containsExactly("kent");
            assertThat(office.tasksAt("kent", "stuck-work")).as(ordinary + " has somebody").isEmpty();
            office.morning();
            assertThat(tasks.createTaskQuery().processDefinitionKey("stuck-work").list()).singleElement()
                    .satisfies(list -> assertThat(tasks.getVariable(list.getId(), "stuckWork")).isEqualTo(reference + ", Acknowledge complaint: nobody at this council may do it."));

            var supervisor = office.hires("kent", "free-supervisor", "supervisors");
            assertThat(unseen.councils()).isEmpty();
            office.as(supervisor);
            assertThat(tasks.createTaskQuery().processDefinitionKey("stuck-work").count()).isOne();
            office.signOut();
            identity.deleteMembership(supervisor, "supervisors");
            assertThat(unseen.councils()).containsExactly("kent");
        } finally {
            office.signOut();
            identity.createMembership("kent-officer", "complaints-team");
        }
        assertThat(tasks.createTaskQuery().processDefinitionKey("stuck-work").count()).as("it does not keep itself").isZero();
    }

    private List<String> members(String group) {
        return identity.createUserQuery().memberOfGroup(group).memberOfTenant("kent").list().stream().map(User::getId).toList();
    }

    @Test
    void offersOnlyPeopleOfTheRolesConcerned() {
        answeredBy(LEAVER);
        identity.deleteUser(LEAVER);

        assertThat(((SpinJsonNode) variable("kent", "takers")).elements().stream().map(option -> option.prop("value").stringValue()))
                .containsExactly("kent-assistant-director", "kent-director", "kent-manager");
    }

    /** It was made for them, and they do it. */
    private void by(String person, Task task, Map<String, Object> answers) {
        assertThat(task.getAssignee()).as(task.getName()).isEqualTo(person);
        office.complete(task, answers);
    }

    /** Twice as much stuck work costs twice as much, not four times: what each look asks grows by the same for every two cases. */
    @Test
    void asksTheDatabaseInProportionToTheStuckWork() {
        jdbc.execute("SET QUERY_STATISTICS_MAX_ENTRIES 10000");
        var asked = new ArrayList<Long>();
        for (int more = 0; more < 3; more++) {
            identity.deleteUser(LEAVER);
            account("kent", "responders");
            answeredBy(LEAVER);
            answeredBy(LEAVER);
            jdbc.execute("SET QUERY_STATISTICS TRUE");
            identity.deleteUser(LEAVER);
            asked.add(jdbc.queryForObject("SELECT SUM(EXECUTION_COUNT) FROM INFORMATION_SCHEMA.QUERY_STATISTICS", Long.class));
            jdbc.execute("SET QUERY_STATISTICS FALSE");
        }

        long first = asked.get(1) - asked.get(0);
        assertThat(asked.get(2) - asked.get(1)).as("statements: " + asked).isPositive().isLessThanOrEqualTo(first + 4);
        assertThat(first).as("statements for two more cases, of " + asked).isLessThan(MOST_FOR_TWO_CASES);
    }

    /** 2,000 open cases would be compared with what they were before each question about the next. */
    @Test
    void comparesNothingWhileItLooks() {
        answeredBy("kent-director");
        answeredBy("kent-director");
        var compared = new ArrayList<Integer>();

        transaction.executeWithoutResult(status -> {
            entities.unwrap(Session.class).addEventListeners(new BaseSessionEventListener() {
                @Override
                public void partialFlushEnd(int numberOfEntities, int numberOfCollections) {
                    compared.add(numberOfEntities);
                }
            });
            stuck.stuckOfAll("kent");
        });

        assertThat(compared).as("entities compared before each question").isNotEmpty().containsOnly(0);
    }

    private String answeredBy(String responder) {
        var reference = casework.accepted("kent");
        office.complete(reference, "Decide who answers", Answers.responder(responder));
        return reference;
    }

    private void account(String council, String role) {
        var user = identity.newUser(LEAVER);
        user.setFirstName("Somebody");
        user.setLastName("Leaving");
        user.setPassword(Office.PASSWORD);
        identity.saveUser(user);
        identity.createMembership(LEAVER, role);
        identity.createTenantUserMembership(council, LEAVER);
    }

    private void give(String council, String kind, String to) {
        office.completeAs(council + "-supervisor", office.tasksAt(council, "stuck-work").get(0), Map.of("whatNow", "give", "kindOfWork", kind, "taker", to));
    }

    private String list(String council) {
        return String.valueOf(variable(council, "stuckWork"));
    }

    private Object variable(String council, String name) {
        List<Task> lists = office.tasksAt(council, "stuck-work");
        assertThat(lists).as("lists of " + council).hasSize(1);
        return tasks.getVariable(lists.get(0).getId(), name);
    }
}
