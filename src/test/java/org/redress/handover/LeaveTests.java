package org.redress.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** While somebody is away new work goes to their deputy, open work is offered, and afterwards new work is theirs again (R8). */
@ProductTest
class LeaveTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate WED_2026_06_03 = LocalDate.of(2026, 6, 3);
    private static final LocalDate FRI_2026_06_12 = LocalDate.of(2026, 6, 12);
    private static final LocalDate MON_2026_06_15 = LocalDate.of(2026, 6, 15);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private OmbudsmanCasework ombudsmans;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @BeforeEach
    void itIsMonday() {
        office.on(MON_2026_06_01);
    }

    @Test
    void bringsNewWorkToTheDeputyAndAfterwardsToThePersonAgain() {
        var reference = answeredBy("kent-manager");
        away("kent-manager", MON_2026_06_01, FRI_2026_06_12, "kent-director");

        office.completeAs("kent-manager", office.task(reference, "Investigate complaint"), Answers.investigate());
        assertThat(office.tasks(reference, "Answer issue")).extracting(Task::getAssignee).containsOnly("kent-director");
        assertThat(office.chronology(reference, "Deputy")).contains("Deputy: \"Answer issue\" goes to kent-director, who stands in for kent-manager.");
        office.on(MON_2026_06_15);
        office.tasks(reference, "Answer issue").forEach(task -> office.complete(task, Answers.issue(Map.of())));
        assertThat(office.task(reference, "Draft response").getAssignee()).isEqualTo("kent-manager");
    }

    @ParameterizedTest
    @CsvSource({"all, kent-director", "due-before-return, kent-manager", "nothing, kent-manager"})
    void offersTheOpenWorkToTheDeputy(String taken, String assignee) {
        var reference = answeredBy("kent-manager");
        away("kent-manager", WED_2026_06_03, FRI_2026_06_12, "kent-director");
        assertThat(office.tasksAt("kent", "leave")).isEmpty();

        office.on(WED_2026_06_03);
        office.morning();

        var offer = office.tasksAt("kent", "leave").get(0);
        assertThat(offer.getAssignee()).isEqualTo("kent-director");
        assertThat(tasks.getVariable(offer.getId(), "openWork")).isEqualTo(reference + ", Investigate complaint, due on Mon 15 Jun 2026");
        office.complete(offer, Map.of("takeOver", taken));
        assertThat(office.task(reference, "Investigate complaint").getAssignee()).isEqualTo(assignee);
        assertThat(office.tasksAt("kent", "leave")).isEmpty();
    }

    /** The councils are looked at in order of their names, and Kent comes first. */
    @Test
    void beginsOnItsDayWhateverFailsAtAnotherCouncil() {
        var reference = ombudsmans.notified("kent", Map.of());
        away("kent-manager", WED_2026_06_03, FRI_2026_06_12, "kent-director");
        var kents = runtime.createProcessInstanceQuery().processDefinitionKey("leave").singleResult().getId();
        away("ombudsman-investigator", WED_2026_06_03, FRI_2026_06_12, "ombudsman-investigator-two");
        var number = runtime.getVariable(kents, "leaveNumber");
        runtime.setVariable(kents, "leaveNumber", "none");
        office.on(WED_2026_06_03);

        office.morning();

        runtime.setVariable(kents, "leaveNumber", number);
        var offer = office.tasksAt("ombudsman", "leave").get(0);
        assertThat(String.valueOf(tasks.getVariable(offer.getId(), "openWork"))).startsWith(reference);
        office.morning();
        assertThat(runtime.createProcessInstanceQuery().processInstanceId(kents).count()).as("nothing of his is open").isZero();
    }

    @Test
    void withdrawsTheOfferWhenThePersonIsBack() {
        var reference = answeredBy("kent-manager");
        away("kent-manager", MON_2026_06_01, FRI_2026_06_12, "kent-director");
        assertThat(office.tasksAt("kent", "leave")).hasSize(1);

        office.on(MON_2026_06_15);
        office.morning();

        assertThat(office.tasksAt("kent", "leave")).isEmpty();
        assertThat(office.task(reference, "Investigate complaint").getAssignee()).isEqualTo("kent-manager");
    }

    @Test
    void offersNothingWhereNothingIsOpen() {
        away("kent-manager", MON_2026_06_01, FRI_2026_06_12, "kent-director");

        assertThat(running()).isZero();
    }

    @Test
    void comesToTheSupervisorsWhereThereIsNoDeputy() {
        var reference = answeredBy("kent-manager");
        away("kent-manager", MON_2026_06_01, FRI_2026_06_12, null);

        assertThat(list()).isEqualTo(reference + ", Investigate complaint: Service manager (Kent) is away until Fri 12 Jun 2026 and has no deputy.");
        give("kent-director");
        assertThat(office.task(reference, "Investigate complaint").getAssignee()).isEqualTo("kent-director");
        assertThat(office.chronology(reference, "Handed over"))
                .containsExactly("Handed over: kent-director answers the complaint: for kent-manager until Fri 12 Jun 2026");
        office.complete(reference, "Investigate complaint", Answers.investigate());
        assertThat(office.tasks(reference, "Answer issue")).extracting(Task::getAssignee).containsOnly("kent-director");
        office.on(MON_2026_06_15);
        office.tasks(reference, "Answer issue").forEach(task -> office.complete(task, Answers.issue(Map.of())));
        assertThat(office.task(reference, "Draft response").getAssignee()).isEqualTo("kent-manager");
    }

    @Test
    void keepsFromTheDeputyWhatTheSeparationOfDutiesForbids() {
        var reference = casework.accepted("kent");
        casework.respond(reference, "kent-director");
        casework.wish(reference, "next-stage");
        casework.acknowledgeNextStage(reference);
        away("kent-manager", WED_2026_06_03, FRI_2026_06_12, "kent-director");
        office.complete(reference, "Decide who answers", Answers.responder("kent-manager"));
        office.on(WED_2026_06_03);

        office.complete(reference, "Investigate complaint", Answers.investigate());

        assertThat(office.tasks(reference, "Answer issue")).extracting(Task::getAssignee).containsOnlyNulls();
        assertThat(list()).contains(reference + ", Answer issue 1: Service manager (Kent) is away until Fri 12 Jun 2026, and the deputy cannot do it:"
                + " Director (Kent) decided stage 1 of this complaint: another person decides the next stage (CORP-26).");
    }

    @Test
    void isAnnouncedForAColleagueByASupervisor() {
        office.as("kent-supervisor").start("leave", days("colleague", MON_2026_06_01, FRI_2026_06_12));
        office.signOut();
        var name = office.tasksAt("kent", "leave").get(0);
        assertThat(name.getAssignee()).isEqualTo("kent-supervisor");
        office.complete(name, Map.of("colleague", "kent-manager"));
        var deputy = office.tasksAt("kent", "leave").get(0);
        assertThat(options(deputy, "deputies")).containsExactly("kent-assistant-director", "kent-director");
        office.complete(deputy, Map.of("deputy", "kent-director"));

        var reference = casework.accepted("kent");
        assertThatThrownBy(() -> office.complete(reference, "Decide who answers", Answers.responder("kent-manager"))).isInstanceOf(AnswersRefused.class)
                .hasMessage("Who answers: Service manager (Kent) is away until Fri 12 Jun 2026.");
    }

    @Test
    void isNotAnnouncedForOthersByAnybodyElse() {
        assertThatThrownBy(() -> office.as("kent-manager").start("leave", days("colleague", MON_2026_06_01, FRI_2026_06_12))).isInstanceOf(AnswersRefused.class)
                .hasMessage("Whose leave is it?: only a supervisor announces the leave of somebody else.");
    }

    @Test
    void hasADeputyWhoIsThere() {
        away("kent-director", WED_2026_06_03, WED_2026_06_03, null);
        office.as("kent-manager").start("leave", days("own", MON_2026_06_01, FRI_2026_06_12));
        office.signOut();
        var task = office.tasksAt("kent", "leave").stream().filter(one -> one.getName().equals("Choose deputy")).findFirst().orElseThrow();

        assertThatThrownBy(() -> office.complete(task, Map.of("deputy", "kent-director"))).isInstanceOf(AnswersRefused.class)
                .hasMessage("Deputy: Director (Kent) is away too, from Wed 3 Jun 2026 until Wed 3 Jun 2026.");
        assertThatThrownBy(() -> office.complete(task, Map.of("deputy", "kent-officer"))).isInstanceOf(AnswersRefused.class)
                .hasMessageStartingWith("Deputy: choose one of ");
    }

    @Test
    void makesNoChainOfDeputies() {
        var reference = answeredBy("kent-manager");
        office.as("kent-director").start("leave", days("own", MON_2026_06_01, FRI_2026_06_12));
        office.as("kent-manager").start("leave", days("own", MON_2026_06_01, FRI_2026_06_12));
        office.signOut();
        var directors = chooseDeputy("kent-director");
        var managers = chooseDeputy("kent-manager");

        office.complete(managers, Map.of("deputy", "kent-director"));

        assertThatThrownBy(() -> office.complete(directors, Map.of("deputy", "kent-manager"))).isInstanceOf(AnswersRefused.class)
                .hasMessage("Deputy: Service manager (Kent) is away too, from Mon 1 Jun 2026 until Fri 12 Jun 2026.");
        office.complete(directors, Map.of());
        assertThat(list()).isEqualTo(reference + ", Investigate complaint: Service manager (Kent) is away until Fri 12 Jun 2026, and the deputy cannot do it:"
                + " Director (Kent) is away until Fri 12 Jun 2026.");
    }

    @Test
    void isStoodInForByNobodyButTheDeputy() {
        office.joins("kent-supervisor", "responders");
        var reference = answeredBy("kent-manager");
        away("kent-manager", MON_2026_06_01, FRI_2026_06_12, "kent-director");
        var offer = office.tasksAt("kent", "leave").get(0);
        office.as("kent-director").giveBack(offer);

        assertThatThrownBy(() -> office.completeAs("kent-supervisor", offer, Map.of("takeOver", "all"))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("Director (Kent) stands in for Service manager (Kent)");
        assertThat(office.task(reference, "Investigate complaint").getAssignee()).isEqualTo("kent-manager");
    }

    @Test
    void doesNotLetAnAuthorApproveAsADeputy() {
        office.hires("kent", "head", "approvers", "responders");
        office.joins("kent-approver", "responders");
        var reference = answeredBy("kent-head");
        office.complete(reference, "Investigate complaint", Answers.investigate());
        office.tasks(reference, "Answer issue").forEach(task -> office.complete(task, Answers.issue(Map.of())));
        office.as("kent-officer").start("hand-over", Map.of("caseReference", reference, "caseRole", "approves"));
        office.signOut();
        office.complete(reference, "Choose successor", Map.of("successor", "kent-approver", "fromDay", "2026-06-01", "handingReason", "Approves these."));
        away("kent-approver", MON_2026_06_01, FRI_2026_06_12, "kent-head");

        office.complete(reference, "Draft response", Answers.draft());

        assertThat(office.task(reference, "Approve response").getAssignee()).isNull();
        assertThat(list()).isEqualTo(reference + ", Approve response: Head of complaints (Kent) is away until Fri 12 Jun 2026, and the deputy cannot do it:"
                + " Somebody New answered at stage 1: a second person approves it.");
        assertThatThrownBy(() -> give("kent-head")).isInstanceOf(AnswersRefused.class).hasMessageContaining("Somebody New answered at stage 1");
    }

    @Test
    void endsWhenSomebodyIsBackBefore() {
        away("kent-manager", MON_2026_06_01, FRI_2026_06_12, "kent-director");
        office.on(WED_2026_06_03);

        office.as("kent-manager").start("leave", Map.of("whose", "own", "absence", "back"));
        office.signOut();

        var reference = answeredBy("kent-manager");
        assertThat(office.task(reference, "Investigate complaint").getAssignee()).isEqualTo("kent-manager");
    }

    @Test
    void isCalledOffBeforeItBegins() {
        away("kent-manager", WED_2026_06_03, FRI_2026_06_12, "kent-director");
        assertThat(running()).isEqualTo(1);

        office.as("kent-supervisor").start("leave", Map.of("whose", "colleague", "absence", "back"));
        office.signOut();
        office.complete(office.tasksAt("kent", "leave").get(0), Map.of("colleague", "kent-manager"));

        assertThat(running()).isZero();
        assertThatThrownBy(() -> office.as("kent-manager").start("leave", Map.of("whose", "own", "absence", "back"))).isInstanceOf(AnswersRefused.class)
                .hasMessage("What about it?: no leave of yours is recorded.");
    }

    @Test
    void takesThePlaceOfWhatWasRecordedForTheSameDays() {
        away("kent-manager", WED_2026_06_03, FRI_2026_06_12, "kent-director");

        away("kent-manager", FRI_2026_06_12, MON_2026_06_15, "kent-assistant-director");

        assertThat(running()).isEqualTo(1);
        office.on(WED_2026_06_03);
        assertThat(office.task(answeredBy("kent-manager"), "Investigate complaint").getAssignee()).isEqualTo("kent-manager");
        office.on(FRI_2026_06_12);
        office.morning();
        assertThat(office.tasksAt("kent", "leave")).extracting(Task::getAssignee).containsExactly("kent-assistant-director");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-06-12 | 2026-06-03 | Last day away: it is before the first day.
            2026-05-04 | 2026-05-08 | Last day away: these days are over.
            """)
    void refusesDaysThatCannotBe(LocalDate from, LocalDate until, String sentence) {
        assertThatThrownBy(() -> office.as("kent-manager").start("leave", days("own", from, until))).isInstanceOf(AnswersRefused.class).hasMessage(sentence);
    }

    private String answeredBy(String responder) {
        var reference = casework.accepted("kent");
        office.complete(reference, "Decide who answers", Answers.responder(responder));
        return reference;
    }

    private void away(String person, LocalDate from, LocalDate until, String deputy) {
        office.as(person).start("leave", days("own", from, until));
        office.signOut();
        office.complete(chooseDeputy(person), deputy == null ? Map.of() : Map.of("deputy", deputy));
    }

    private Task chooseDeputy(String person) {
        return office.tasksAt(person.replaceFirst("-.*", ""), "leave").stream().filter(one -> one.getName().equals("Choose deputy") && person.equals(one.getAssignee())).findFirst().orElseThrow();
    }

    private static Map<String, Object> days(String whose, LocalDate from, LocalDate until) {
        return new HashMap<>(Map.of("whose", whose, "absence", "away", "awayFrom", from.toString(), "awayUntil", until.toString()));
    }

    private void give(String to) {
        office.completeAs("kent-supervisor", office.tasksAt("kent", "stuck-work").get(0), Map.of("whatNow", "give", "kindOfWork", "all", "taker", to));
    }

    private String list() {
        var lists = office.tasksAt("kent", "stuck-work");
        assertThat(lists).hasSize(1);
        return String.valueOf(tasks.getVariable(lists.get(0).getId(), "stuckWork"));
    }

    private long running() {
        return runtime.createProcessInstanceQuery().processDefinitionKey("leave").count();
    }

    private List<String> options(Task task, String variable) {
        return ((SpinJsonNode) tasks.getVariable(task.getId(), variable)).elements().stream().map(option -> option.prop("value").stringValue()).toList();
    }
}
