package org.redress.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.gate.AnswersRefused;
import org.redress.identity.Sight;
import org.redress.testing.Answers;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A restricted case is there for the people it names and for nobody else, wherever they look, and its work goes on. */
@ProductTest
class RestrictedCaseTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final String SUPERVISOR = "kent-supervisor";

    @Autowired
    private Office office;

    @Autowired
    private Sight sight;

    @Autowired
    private CaseSearch search;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    private String reference;
    private String colleague;

    @BeforeEach
    void somebodyComplainsOfAColleague() {
        office.on(MON_2026_06_01);
        reference = office.receive("kent", Map.of("complaintText", "The manager shouted at me on the petunia path."));
        colleague = office.hires("kent", "second-officer", "complaints-team");
    }

    @Test
    void areThereForTheNamedPeopleOnlyAndGoOn() {
        restrict(Map.of("readers", "Complaints officer (Kent)", "about", "kent-manager"));

        for (var other : List.of("kent-supervisor-two", colleague, "kent-manager")) {
            office.as(other);
            assertThat(List.of(tasks.createTaskQuery().processInstanceBusinessKey(reference).count(), runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).count(),
                    tasks.createTaskQuery().processVariableValueEquals("caseReference", reference).count(), runtime.createVariableInstanceQuery().variableValueEquals("caseReference", reference).count(),
                    (long) search.find(Wanted.words(reference)).count(), (long) search.find(Wanted.words("petunia")).cases().stream().filter(one -> one.reference().equals(reference)).count()))
                    .as(other).containsOnly(0L);
            assertThat(sight.sees(other, "kent", reference)).as(other).isFalse();
        }
        office.as(colleague);
        assertThatThrownBy(() -> office.start("case-event", Answers.event(reference, "withdrawal", office.today(), Map.of()))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("no case " + reference);
        office.as(SUPERVISOR);
        assertThat(management.createJobQuery().processInstanceId(office.instance(reference, "complaint")).count() + tasks.createTaskQuery().processInstanceBusinessKey(reference).count()).isPositive();
        var acknowledge = office.task(reference, "Acknowledge complaint");
        assertThatThrownBy(() -> tasks.setAssignee(acknowledge.getId(), "kent-supervisor-two")).hasMessageContaining("There is no kent-supervisor-two at this council");

        office.completeAs("kent-officer", acknowledge, Answers.acknowledge(office.today()));
        office.completeAs("kent-officer", office.task(reference, "Assess complaint"), Answers.accept(office.today(), Map.of()));
        office.as(colleague);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(reference).count()).as("what came later").isZero();
        office.as("kent-officer");
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(reference).count()).isPositive();
        assertThat(search.find(Wanted.words(reference)).cases().get(0).now()).extracting(FoundCase.Now::what).contains("Decide who answers");
        office.signOut();
        assertThat(office.chronology(reference, "The case is restricted")).hasSize(1);

        lift();
        office.as(colleague);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(reference).count()).isPositive();
        assertThat(sight.sees("kent-supervisor-two", "kent", reference)).isTrue();
        assertThat(sight.sees("kent-manager", "kent", reference)).as("whom it is about").isFalse();
    }

    @Test
    void areNotLeftToNobody() {
        assertThatThrownBy(() -> restrict(Map.of())).isInstanceOf(AnswersRefused.class).hasMessageContaining("none of them can do what is open: Acknowledge complaint");
        assertThatThrownBy(() -> restrict(Map.of("readers", "kent-nobody"))).hasMessageContaining("there is no kent-nobody at your council");
        assertThatThrownBy(() -> restrict(Map.of("readers", "leicestershire-officer"))).hasMessageContaining("there is no leicestershire-officer at your council");
        assertThatThrownBy(() -> restrict(Map.of("readers", "kent-officer", "about", SUPERVISOR))).hasMessageContaining("another supervisor restricts what is about you");
        assertThatThrownBy(this::lift).hasMessageContaining("the case is not restricted");
        assertThat(sight.sees("kent-supervisor-two", "kent", reference)).isTrue();
    }

    @Test
    void takeTasksFromWhoeverIsNotNamedAndGiveThemToWhoeverIs() {
        office.as(colleague);
        var task = office.task(reference, "Acknowledge complaint");
        tasks.claim(task.getId(), colleague);
        restrict(Map.of("readers", "kent-officer"));
        office.signOut();
        assertThat(office.task(reference, "Acknowledge complaint").getAssignee()).isNull();

        restrict(Map.of("readers", colleague));
        office.as("kent-officer");
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).as("others are named now").isZero();
        office.signOut();
        office.completeAs(colleague, office.task(reference, "Acknowledge complaint"), Answers.acknowledge(office.today()));
        lift();
        assertThat(sight.sees("kent-officer", "kent", reference)).isTrue();
    }

    private void restrict(Map<String, Object> different) {
        decide(Answers.with(Map.of("caseReference", reference, "restriction", "restrict", "reason", "It is about a colleague."), different));
    }

    private void lift() {
        decide(Map.of("caseReference", reference, "restriction", "lift", "reason", "It is settled."));
    }

    private void decide(Map<String, Object> answers) {
        office.as(SUPERVISOR);
        try {
            office.start("case-restriction", answers);
        } finally {
            office.signOut();
        }
    }
}
