package org.redress.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.gate.AnswersRefused;
import org.redress.gate.BringForward;
import org.redress.testing.Answers;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody is told after a step, what their cards and lists say, and when what waits comes back. */
@ProductTest
class StepTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate MON_2026_06_15 = LocalDate.of(2026, 6, 15);

    @Autowired
    private Office office;

    @Autowired
    private Recorded recorded;

    @Autowired
    private Cards cards;

    @Autowired
    private BringForward bringForward;

    @Autowired
    private FilterService filters;

    @Autowired
    private HistoryService history;

    @BeforeEach
    void openTheOffice() {
        office.on(MON_2026_06_01);
    }

    @Test
    void leadsWhoRegistersAComplaintToItsFirstTask() {
        var reference = office.receive("kent", Map.of());
        var instance = office.instance(reference, "complaint");
        var first = office.task(reference, "Acknowledge complaint");

        office.as("kent-officer");
        var answer = recorded.ofStart(instance).orElseThrow();

        assertThat(answer.recorded()).isEqualTo("Recorded. " + reference + ": Complaint received.");
        assertThat(answer.next()).first().isEqualTo("Next: Acknowledge complaint by Monday 8 June 2026; now with the complaints team.");
        assertThat(answer.goOn()).isEqualTo(new Recorded.GoOn(first.getId(), "Acknowledge complaint"));
    }

    @Test
    void saysAfterATaskWhoHasTheNextOneByName() {
        var reference = assessed();
        var decide = office.task(reference, "Decide who answers");
        office.completeAs("kent-officer", decide, Answers.responder("kent-manager"));

        office.as("kent-officer");
        var answer = recorded.ofTask(decide.getId()).orElseThrow();

        assertThat(answer.recorded()).isEqualTo("Recorded. " + reference + ": Decide who answers.");
        assertThat(answer.next()).first().isEqualTo("Next: Investigate complaint by Monday 15 June 2026; now with Service manager (Kent).");
        assertThat(answer.goOn()).as("it is not the officer's").isNull();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            kent-clerk, a colleague
            kent-supervisor, a supervisor
            leicestershire-officer, somebody of another council""")
    void tellsNobodyElse(String person, String who) {
        var reference = office.receive("kent", Map.of());
        var task = office.task(reference, "Acknowledge complaint");
        office.completeAs("kent-officer", task, Answers.acknowledge(office.today()));
        var instance = office.instance(reference, "complaint");

        office.as(person);

        assertThat(recorded.ofTask(task.getId())).as(who).isEmpty();
        assertThat(recorded.ofStart(instance)).as(who).isEmpty();
    }

    @Test
    void saysOnACardWhatTheTaskIsAbout() {
        var reference = office.receive("kent", Map.of("complainant", "Ms Card", "complaintText", "The bins were not emptied, week after week, although we telephoned and wrote letters."));
        var task = office.task(reference, "Acknowledge complaint").getId();

        office.as("kent-officer");
        assertThat(cards.of(List.of(task, "none"))).containsExactly(new Cards.Card(task, reference, "Ms Card",
                "The bins were not emptied, week after week, although we telephoned…", null, null, "Monday 8 June 2026, in 5 working days", false, null, null));
        office.on(LocalDate.of(2026, 6, 10));
        assertThat(cards.of(List.of(task)).get(0).due()).isEqualTo("Monday 8 June 2026, 2 working days late");
        assertThat(cards.of(List.of(task)).get(0).overdue()).isTrue();
        office.as("leicestershire-officer");
        assertThat(cards.of(List.of(task))).isEmpty();
    }

    @Test
    void bringsBackWhatWaitsForSomebodyElse() {
        var wish = wish();
        var reference = history.createHistoricProcessInstanceQuery().processInstanceId(wish.getProcessInstanceId()).singleResult().getBusinessKey();
        assertThat(BringForward.day(wish)).as("a day from the start").contains(MON_2026_06_15);
        assertThat(listed("kent-officer", "My groups' tasks", wish)).isFalse();
        assertThat(listed("kent-officer", "Waiting for somebody else", wish)).isTrue();

        office.as("kent-officer");
        assertThat(cards.of(List.of(wish.getId()))).extracting(Cards.Card::waits, Cards.Card::waitsFor).containsExactly(tuple("Monday 15 June 2026", "complainant"));
        bringForward.set(wish.getId(), "3 June 2026", "She rings on Wednesday.");
        office.signOut();
        assertThat(office.chronology(reference, "Bring-forward day")).singleElement().asString()
                .contains("\"Record complainant’s wish\" comes back on Wed 3 Jun 2026 instead of Mon 15 Jun 2026: She rings on Wednesday.");
        office.on(LocalDate.of(2026, 6, 3));
        assertThat(listed("kent-officer", "My groups' tasks", wish)).isTrue();
        assertThat(listed("kent-officer", "Waiting for somebody else", wish)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            31 May 2026  | A reason.  | Bring forward on: Sun 31 May 2026 has passed; choose today or a later day.
            31/02/2027   | A reason.  | Bring forward on: there is no 31 February 2027.
            3 June 2036  | A reason.  | Bring forward on: choose a day within 2 years.
            3 June 2026  | '  '       | Reason: say why it waits until then.""")
    void refusesADayThatCannotBe(String day, String reason, String sentence) {
        var wish = wish();
        office.as("kent-officer");

        assertThatThrownBy(() -> bringForward.set(wish.getId(), day, reason)).isInstanceOf(AnswersRefused.class).hasMessageContaining(sentence);
        office.as("kent-manager");
        assertThatThrownBy(() -> bringForward.set(wish.getId(), "3 June 2026", "Not theirs.")).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void listsWhatIsDueInFiveWorkingDaysByTheCalendar() {
        var reference = office.receive("kent", Map.of());
        var task = office.task(reference, "Acknowledge complaint");

        assertThat(listed("kent-officer", "Due in five working days", task)).as("due on the fifth").isTrue();
        office.on(LocalDate.of(2026, 6, 8));
        assertThat(listed("kent-officer", "Due in five working days", task)).as("due today").isTrue();
        office.on(LocalDate.of(2026, 6, 9));
        assertThat(listed("kent-officer", "Due in five working days", task)).as("overdue").isFalse();
    }

    private boolean listed(String person, String filter, Task task) {
        office.as(person);
        try {
            var found = filters.createTaskFilterQuery().filterName(filter).singleResult();
            return filters.<Task, TaskQuery>listPage(found.getId(), null, 0, 500).stream().anyMatch(one -> one.getId().equals(task.getId()));
        } finally {
            office.signOut();
        }
    }

    private String assessed() {
        var reference = office.receive("kent", Map.of());
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(office.today()));
        office.complete(reference, "Assess complaint", Answers.accept(office.today(), Map.of()));
        return reference;
    }

    private Task wish() {
        var reference = assessed();
        office.complete(reference, "Decide who answers", Answers.responder("kent-manager"));
        office.complete(reference, "Investigate complaint", Answers.investigate());
        office.tasks(reference, "Answer issue").forEach(task -> office.complete(task, Answers.issue(Map.of())));
        office.complete(reference, "Draft response", Answers.draft());
        office.complete(reference, "Approve response", Answers.approve());
        office.complete(reference, "Send response", Answers.send(office.today()));
        return office.task(reference, "Record complainant’s wish");
    }

    @Autowired
    private FormService forms;

    /** Everything that a form shows of the record comes with the form, is no variable, and no answer. */
    @Test
    void showsOnAFormWhatItIsAbout() {
        var reference = office.receive("kent", Map.of("complaintText", "The bins. <b>Always</b> late.", "outcomeWanted", "An apology."));
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(office.today()));
        office.complete(reference, "Assess complaint", Answers.accept(office.today(), Map.of("issues", "Bins not emptied\nNobody answered")));
        office.complete(reference, "Decide who answers", Answers.responder("kent-manager"));
        assertThat(shown("kent-manager", office.task(reference, "Investigate complaint"))).containsEntry("shownComplaint", "The bins. <b>Always</b> late.\n\nWhat they want: An apology.")
                .containsEntry("shownIssues", "1. Bins not emptied\n\n2. Nobody answered");
        office.complete(reference, "Investigate complaint", Answers.investigate());
        var second = office.taskOfIssue(reference, "Answer issue", 2);
        assertThat(shown("kent-manager", second)).containsEntry("shownIssue", "Nobody answered");
        assertThat(shown("kent-officer", office.taskOfIssue(reference, "Answer issue", 1))).as("not a task of the officer's").isEmpty();
        office.tasks(reference, "Answer issue").forEach(task -> office.complete(task, Answers.issue(Map.of("shownIssue", "what a browser sends back is no answer"))));
        assertThat(office.chronology(reference, "Answer issue 2")).singleElement().asString().doesNotContain("no answer");
    }

    @Test
    void beginsADraftThatWasGivenBackWithItsLastVersion() {
        var reference = assessed();
        office.complete(reference, "Decide who answers", Answers.responder("kent-manager"));
        office.complete(reference, "Investigate complaint", Answers.investigate());
        office.tasks(reference, "Answer issue").forEach(task -> office.complete(task, Answers.issue(Map.of())));
        assertThat(shown("kent-manager", office.task(reference, "Draft response"))).doesNotContainKey("shownGivenBack").hasEntrySatisfying("letterText", proposed ->
                assertThat(proposed.toString()).contains("Issue 1", "Nobody answered"));
        office.complete(reference, "Draft response", Map.of("letterText", "The first version."));
        assertThat(shown("kent-approver", office.task(reference, "Approve response"))).hasEntrySatisfying("shownDraft", whole ->
                assertThat(whole.toString()).contains("The first version.", "Our decisions", "Dear "));
        office.complete(reference, "Approve response", Map.of("approval", "return", "comments", "Say sorry."));

        assertThat(shown("kent-manager", office.task(reference, "Draft response"))).containsEntry("letterText", "The first version.").containsEntry("shownGivenBack", "Say sorry.");
        office.complete(reference, "Draft response", Map.of("letterText", "We are sorry."));
        assertThat(shown("kent-approver", office.task(reference, "Approve response"))).as("decided anew").doesNotContainKey("approval").hasEntrySatisfying("shownDraft", whole ->
                assertThat(whole.toString()).contains("We are sorry.").doesNotContain("The first version."));
        office.complete(reference, "Approve response", Answers.approve());
        assertThat(shown("kent-officer", office.task(reference, "Send response"))).hasEntrySatisfying("shownLetter", whole ->
                assertThat(whole.toString()).contains("We are sorry.", "Our decisions"));
    }

    private Map<String, Object> shown(String person, Task task) {
        office.as(person);
        try {
            return new TreeMap<>(forms.getTaskFormVariables(task.getId()));
        } catch (AuthorizationException e) {
            return Map.of();
        } finally {
            office.signOut();
        }
    }
}
