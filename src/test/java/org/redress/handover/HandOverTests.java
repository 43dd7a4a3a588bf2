package org.redress.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

/** Who has a case is a fact of it: handing it over moves what is open and all that is left, to people who may have it (R8). */
@ProductTest
class HandOverTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate THU_2026_06_04 = LocalDate.of(2026, 6, 4);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private OmbudsmanCasework ombudsmans;

    @Autowired
    private TaskService tasks;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private FormService forms;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Work work;

    @BeforeEach
    void itIsMonday() {
        office.on(MON_2026_06_01);
    }

    @Test
    void movesWhatIsOpenAndAllThatIsLeft() {
        var reference = answeredBy("kent-manager");

        handOver("kent-officer", reference, "answers", "kent-director", Map.of());

        assertThat(assignees(reference, "Investigate complaint")).containsExactly("kent-director");
        office.complete(reference, "Investigate complaint", Answers.investigate());
        assertThat(assignees(reference, "Answer issue")).containsExactly("kent-director", "kent-director");
        office.tasks(reference, "Answer issue").forEach(task -> office.complete(task, Answers.issue(Map.of())));
        assertThat(assignees(reference, "Draft response")).containsExactly("kent-director");
        assertThat(cases.duties(reference)).containsExactly(new DutyDone(1, "respond", "kent-director", MON_2026_06_01));
        assertThat(office.chronology(reference, "Handed over")).containsExactly("Handed over: kent-director answers the complaint: null");
        assertThat(office.chronology(reference, "Open tasks")).containsExactly("Open tasks handed over: Investigate complaint: with kent-director.");
        assertThat(cases.lastAnswer(reference, "choose-successor", "handingReason")).contains("Has another task now.");
    }

    @Test
    void movesTheOmbudsmansInvestigationToAnotherInvestigator() {
        var reference = ombudsmans.notified("kent", Map.of());

        handOver("ombudsman-manager", reference, "allocated", "ombudsman-investigator-two", Map.of());

        assertThat(assignees(reference, "Weigh evidence")).containsExactly("ombudsman-investigator-two");
        office.complete(reference, "Weigh evidence", OmbudsmanAnswers.enough());
        assertThat(assignees(reference, "Find on issue")).isNotEmpty().containsOnly("ombudsman-investigator-two");
        assertThat(office.chronology(reference, "Handed over"))
                .containsExactly("Handed over: ombudsman-investigator-two investigates for the Ombudsman: null");
    }

    @Test
    void keepsWhoeverHadAPartOutOfTheNextStage() {
        var reference = answeredBy("kent-manager");
        office.complete(reference, "Investigate complaint", Answers.investigate());
        handOver("kent-officer", reference, "answers", "kent-assistant-director", Map.of());
        office.tasks(reference, "Answer issue").forEach(task -> office.complete(task, Answers.issue(Map.of())));
        office.complete(reference, "Draft response", Answers.draft());
        office.complete(reference, "Approve response", Answers.approve());
        office.complete(reference, "Send response", Answers.send(MON_2026_06_01));
        casework.wish(reference, "next-stage");
        casework.acknowledgeNextStage(reference);

        assertThatThrownBy(() -> office.complete(reference, "Decide who answers", Answers.responder("kent-manager"))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("Service manager (Kent) decided stage 1 of this complaint");
        assertThatThrownBy(() -> office.complete(reference, "Decide who answers", Answers.responder("kent-assistant-director"))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("Assistant Director (Kent) decided stage 1 of this complaint");
        office.complete(reference, "Decide who answers", Answers.responder("kent-director"));
        begin("kent-officer", reference, "answers");
        assertThat(offered(reference)).containsExactly("kent-director");
    }

    @Test
    void movesWhatIsOpenOnTheMorningOfTheDayThatWasChosen() {
        var reference = answeredBy("kent-manager");

        handOver("kent-supervisor", reference, "answers", "kent-director", Map.of("fromDay", THU_2026_06_04.toString()));

        assertThat(assignees(reference, "Investigate complaint")).containsExactly("kent-manager");
        office.on(THU_2026_06_04.minusDays(1));
        office.morning();
        assertThat(assignees(reference, "Investigate complaint")).containsExactly("kent-manager");
        office.on(THU_2026_06_04);
        office.morning();
        assertThat(assignees(reference, "Investigate complaint")).containsExactly("kent-director");
        assertThat(office.chronology(reference, "Handed over")).containsExactly("Handed over: kent-director answers the complaint, from Thu 4 Jun 2026: null");
    }

    @Test
    void movesOneIssueAlone() {
        var reference = answeredBy("kent-manager");
        office.complete(reference, "Investigate complaint", Answers.investigate());

        handOver("kent-officer", reference, "answers", "kent-director", Map.of("onlyIssues", "2"));

        assertThat(office.taskOfIssue(reference, "Answer issue", 1).getAssignee()).isEqualTo("kent-manager");
        assertThat(office.taskOfIssue(reference, "Answer issue", 2).getAssignee()).isEqualTo("kent-director");
        office.tasks(reference, "Answer issue").forEach(task -> office.complete(task, Answers.issue(Map.of())));
        assertThat(assignees(reference, "Draft response")).containsExactly("kent-manager");
    }

    /** What is open has more words than one variable of the engine holds, and the issues more numbers than a line of the file. */
    @Test
    void movesManyIssues() {
        var issues = IntStream.rangeClosed(1, 60).mapToObj(String::valueOf).toList();
        var reference = casework.accepted("kent", Map.of(), Map.of("issues", issues.stream().map("Issue "::concat).collect(Collectors.joining("\n"))));
        office.complete(reference, "Decide who answers", Answers.responder("kent-manager"));
        office.complete(reference, "Investigate complaint", Answers.investigate());
        office.as("kent-manager");
        IntStream.rangeClosed(1, 36).mapToObj(issue -> office.taskOfIssue(reference, "Answer issue", issue)).forEach(task -> drafts.keep(work.task(task.getId()).orElseThrow(),
                "{\"writer\": \"11111111\", \"base\": 0, \"version\": 1, \"values\": {\"reasons\": \"Half\"}}".getBytes(StandardCharsets.UTF_8)));
        office.signOut();

        handOver("kent-officer", reference, "answers", "kent-director", Map.of("onlyIssues", String.join(",", issues.subList(0, 36)), "fromDay", THU_2026_06_04.toString()));
        office.on(THU_2026_06_04);
        office.morning();

        assertThat(office.tasks(reference, "Answer issue").stream().filter(task -> "kent-director".equals(task.getAssignee()))).hasSize(36);
        assertThat(office.chronology(reference, "Handed over: kent-director")).containsExactly("Handed over: kent-director answers the complaint, 36 issues, from Thu 4 Jun 2026: null");
        assertThat(cases.lastAnswer(reference, "choose-successor", "onlyIssues")).hasValueSatisfying(numbers -> assertThat(numbers).endsWith("36"));
        drafts.losses("kent-manager").forEach(loss -> drafts.told("kent-manager", loss.id()));
    }

    @Test
    void leavesATaskWithWhoeverASupervisorGaveItToAlone() {
        var reference = answeredBy("kent-manager");
        office.complete(reference, "Investigate complaint", Answers.investigate());
        var second = office.taskOfIssue(reference, "Answer issue", 2);
        office.as("kent-supervisor");
        tasks.setAssignee(second.getId(), "kent-assistant-director");
        office.signOut();
        assertThat(office.chronology(reference, "Task given")).containsExactly("Task given to somebody else: Only \"Answer issue 2\" moved to kent-assistant-director, from kent-manager;"
                + " kent-manager still answers the complaint. Hand over moves all that is left.");

        handOver("kent-officer", reference, "answers", "kent-director", Map.of());

        assertThat(office.taskOfIssue(reference, "Answer issue", 1).getAssignee()).isEqualTo("kent-director");
        assertThat(office.taskOfIssue(reference, "Answer issue", 2).getAssignee()).isEqualTo("kent-assistant-director");
        assertThat(office.chronology(reference, "Open tasks")).containsExactly("Open tasks handed over: Answer issue 1: with kent-director;"
                + " Answer issue 2: stays with kent-assistant-director, who was given this one alone.");
    }

    @Test
    void namesAnApproverForOneCase() {
        var reference = answeredBy("kent-manager");
        office.joins("kent-assistant-director", "approvers");

        handOver("kent-officer", reference, "approves", "kent-assistant-director", Map.of());
        answer(reference);

        assertThat(assignees(reference, "Approve response")).containsExactly("kent-assistant-director");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            investigates | kent-investigator | kent-independent  | is the Independent Person
            independent  | kent-independent  | kent-investigator | the Independent Person is somebody else (CHD-41)
            adjudicates  | kent-adjudicator  | kent-investigator | the adjudicating officer is somebody else (CHD-48)
            """)
    void keepsTheThreeOfStageTwoApart(String role, String now, String other, String why) {
        var group = Map.of("investigates", "investigating-officers", "independent", "independent-persons", "adjudicates", "adjudicating-officers").get(role);
        office.joins(other, group);
        var another = office.hires("kent", "another", group);
        var reference = casework.straightToStage2("kent");
        office.complete(reference, "Appoint investigators", Answers.investigators("kent", MON_2026_06_01, Map.of()));

        begin("kent-officer", reference, role);

        // one has the part that excludes it, the other has none
        assertThat(offered(reference)).contains(another, now).doesNotContain(other);
        assertThatThrownBy(() -> choose(reference, other, Map.of())).isInstanceOf(AnswersRefused.class).hasMessageStartingWith("Who takes it over: choose one of ");
    }

    @Test
    void doesNotLetAnOfficerHaveTheIndependentPersonsReport() {
        var reference = casework.straightToStage2("kent");
        office.complete(reference, "Appoint investigators", Answers.investigators("kent", MON_2026_06_01, Map.of()));
        var report = office.task(reference, "Write independent report");

        office.as("kent-supervisor");
        assertThatThrownBy(() -> tasks.setAssignee(report.getId(), "kent-officer")).isInstanceOf(AnswersRefused.class)
                .hasMessage("Complaints officer (Kent) is not one of the Independent Persons, who are neither members nor officers of the council (CHD-22).");
        office.signOut();
        begin("kent-supervisor", reference, "independent");

        assertThat(offered(reference)).containsExactly("kent-independent");
        assertThatThrownBy(() -> choose(reference, "kent-officer", Map.of())).isInstanceOf(AnswersRefused.class);
        assertThat(office.task(reference, "Write independent report").getAssignee()).isEqualTo("kent-independent");
    }

    @Test
    void doesNotLetAnOfficerHaveItWhateverRoleTheyWereGiven() {
        office.joins("kent-officer", "independent-persons");
        var reference = casework.straightToStage2("kent");
        assertThatThrownBy(() -> office.complete(reference, "Appoint investigators", Answers.investigators("kent", MON_2026_06_01, Map.of("independentPerson", "kent-officer"))))
                .isInstanceOf(AnswersRefused.class).hasMessage("Independent Person: choose one of Independent Person (Kent).");
        office.complete(reference, "Appoint investigators", Answers.investigators("kent", MON_2026_06_01, Map.of()));
        var report = office.task(reference, "Write independent report");

        office.as("kent-supervisor");
        assertThatThrownBy(() -> tasks.setAssignee(report.getId(), "kent-officer")).isInstanceOf(AnswersRefused.class)
                .hasMessage("Complaints officer (Kent) is also one of the Complaints team; independent persons are neither members nor officers of the council (CHD-22).");
        begin("kent-supervisor", reference, "independent");
        assertThat(offered(reference)).containsExactly("kent-independent");
    }

    @Test
    void takesEffectOnATaskThatSomebodyHasClaimed() {
        var reference = answeredBy("kent-manager");
        var task = office.task(reference, "Investigate complaint");
        office.as("kent-manager").giveBack(task);
        office.as("kent-assistant-director");
        tasks.claim(task.getId(), "kent-assistant-director");

        handOver("kent-officer", reference, "answers", "kent-director", Map.of());

        assertThat(assignees(reference, "Investigate complaint")).containsExactly("kent-director");
        assertThatThrownBy(() -> office.completeAs("kent-assistant-director", task, Answers.investigate())).isInstanceOf(AnswersRefused.class)
                .hasMessage("This task is claimed by kent-director; only they can complete it.");
    }

    @Test
    void takesTheApprovalFromWhoeverClaimedItOfTheGroup() {
        office.hires("kent", "second-approver", "approvers");
        var reference = answeredBy("kent-manager");
        answer(reference);
        var approval = office.task(reference, "Approve response");
        office.as("kent-approver");
        tasks.claim(approval.getId(), "kent-approver");

        handOver("kent-officer", reference, "approves", "kent-second-approver", Map.of());

        office.as("kent-approver");
        assertThatThrownBy(() -> tasks.complete(approval.getId(), Answers.approve())).isInstanceOf(AnswersRefused.class)
                .hasMessage("This task is claimed by kent-second-approver; only they can complete it.");
        office.signOut();
        office.complete(reference, "Approve response", Answers.approve());
        assertThat(cases.duties(reference)).contains(new DutyDone(1, "approve", "kent-second-approver", MON_2026_06_01));
    }

    @Test
    void saysThatUnsentTextGoes() {
        var reference = answeredBy("kent-manager");
        office.as("kent-manager");
        drafts.keep(work.task(office.task(reference, "Investigate complaint").getId()).orElseThrow(),
                "{\"writer\": \"11111111\", \"base\": 0, \"version\": 1, \"values\": {\"found\": \"Half a sentence\"}}".getBytes(StandardCharsets.UTF_8));
        office.signOut();

        begin("kent-officer", reference, "answers");
        assertThat(tasks.getVariable(office.task(reference, "Choose successor").getId(), "openTasks"))
                .isEqualTo("Investigate complaint: Service manager (Kent) (unsent text of Service manager (Kent) goes when somebody else gets it)");
        assertThat(tasks.getVariable(office.task(reference, "Choose successor").getId(), "holderNow")).isEqualTo("Service manager (Kent) answers the complaint");
        choose(reference, "kent-director", Map.of());

        assertThat(office.chronology(reference, "Open tasks"))
                .containsExactly("Open tasks handed over: Investigate complaint: with kent-director; unsent text of kent-manager was thrown away.");
        assertThat(drafts.writers(office.task(reference, "Investigate complaint").getId())).isEmpty();
        assertThat(drafts.losses("kent-manager")).singleElement().extracting(Drafts.Loss::sentence).asString().isEqualTo("Your unsent text for “Investigate complaint” in "
                + reference + " was thrown away, because the task was given to Director (Kent).");
        drafts.losses("kent-manager").forEach(loss -> drafts.told("kent-manager", loss.id()));
    }

    @Test
    void doesNotLetTheAuthorApprove() {
        var reference = answeredBy("kent-manager");
        office.joins("kent-manager", "approvers");
        answer(reference);

        begin("kent-officer", reference, "approves");

        assertThat(offered(reference)).containsExactly("kent-approver");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kent-officer           | KENT-2026-99999 | answers     | Case: there is no case KENT-2026-99999 here.
            leicestershire-officer | REFERENCE       | answers     | Case: there is no case REFERENCE here.
            kent-officer           | REFERENCE       | allocated   | Which role is handed over?: it is no role of this case.
            """)
    void findsOnlyCasesOfTheOwnSideAndTheirRoles(String user, String named, String role, String sentence) {
        var reference = answeredBy("kent-manager");

        assertThatThrownBy(() -> begin(user, named.replace("REFERENCE", reference), role)).isInstanceOf(AnswersRefused.class)
                .hasMessage(sentence.replace("REFERENCE", reference));
    }

    @Test
    void handsOverNothingOfACaseThatIsOver() {
        var reference = casework.accepted("kent");
        casework.respond(reference, "kent-manager");
        casework.wish(reference, "satisfied");

        assertThatThrownBy(() -> begin("kent-officer", reference, "answers")).isInstanceOf(AnswersRefused.class)
                .hasMessage("Case: it is over (resolved since Mon 1 Jun 2026); there is nothing left to hand over.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fromDay    | 2026-05-29 | From which day: it is today or later; what was done until now stays as it is in the file.
            onlyIssues | 7          | Only these issues: the complaint has no issue 7.
            successor  | kent-manager | Who takes it over: Service manager (Kent) has it already.
            """)
    void refusesWhatCannotBe(String field, String value, String sentence) {
        var reference = answeredBy("kent-manager");
        begin("kent-officer", reference, "answers");

        assertThatThrownBy(() -> choose(reference, "kent-director", Map.of(field, value))).isInstanceOf(AnswersRefused.class).hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource({"kent-manager", "kent-approver", "kent-independent", "ombudsman-investigator", "process-owner"})
    void letsOnlyTheComplaintsTeamAndSupervisorsHandOver(String user) {
        var definition = repository.createProcessDefinitionQuery().processDefinitionKey("hand-over").latestVersion().singleResult().getId();
        office.as(user);

        assertThatThrownBy(() -> forms.submitStartForm(definition, Map.of("caseReference", "KENT-2026-00001", "caseRole", "answers")))
                .isInstanceOf(ProcessEngineException.class);
    }

    private String answeredBy(String responder) {
        var reference = casework.accepted("kent");
        office.complete(reference, "Decide who answers", Answers.responder(responder));
        return reference;
    }

    private void answer(String reference) {
        office.complete(reference, "Investigate complaint", Answers.investigate());
        office.tasks(reference, "Answer issue").forEach(task -> office.complete(task, Answers.issue(Map.of())));
        office.complete(reference, "Draft response", Answers.draft());
    }

    private void handOver(String by, String reference, String role, String to, Map<String, Object> different) {
        begin(by, reference, role);
        choose(reference, to, different);
    }

    private void begin(String by, String reference, String role) {
        office.as(by);
        try {
            office.start("hand-over", Map.of("caseReference", reference, "caseRole", role));
        } finally {
            office.signOut();
        }
    }

    private void choose(String reference, String to, Map<String, Object> different) {
        var answers = new HashMap<String, Object>(Map.of("successor", to, "fromDay", office.today().toString(), "handingReason", "Has another task now."));
        answers.putAll(different);
        office.complete(reference, "Choose successor", answers);
    }

    private List<String> offered(String reference) {
        var options = (SpinJsonNode) tasks.getVariable(office.task(reference, "Choose successor").getId(), "successors");
        return options.elements().stream().map(option -> option.prop("value").stringValue()).toList();
    }

    private List<String> assignees(String reference, String name) {
        return office.tasks(reference, name).stream().map(Task::getAssignee).toList();
    }
}
