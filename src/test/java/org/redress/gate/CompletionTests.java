package org.redress.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Happening.Given;
import org.redress.testing.Answers;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Completing a task, by every way that the engine has: the gate lets exactly the form's answers in, or nothing. */
@ProductTest
class CompletionTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final String NO_TASK = "There is no such task for you; it may have been completed by somebody else.";

    /** The engine's ways to complete a task with answers. */
    enum Way {
        SUBMIT_FORM {
            @Override
            void complete(ProcessEngine engine, String task, Map<String, Object> answers) {
                engine.getFormService().submitTaskForm(task, answers);
            }
        },
        SUBMIT_FORM_FOR_VARIABLES {
            @Override
            void complete(ProcessEngine engine, String task, Map<String, Object> answers) {
                engine.getFormService().submitTaskFormWithVariablesInReturn(task, answers, true);
            }
        },
        COMPLETE {
            @Override
            void complete(ProcessEngine engine, String task, Map<String, Object> answers) {
                engine.getTaskService().complete(task, answers);
            }
        },
        COMPLETE_FOR_VARIABLES {
            @Override
            void complete(ProcessEngine engine, String task, Map<String, Object> answers) {
                engine.getTaskService().completeWithVariablesInReturn(task, answers, true);
            }
        };

        abstract void complete(ProcessEngine engine, String task, Map<String, Object> answers);
    }

    @Autowired
    private Office office;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ProcessEngineConfigurationImpl configuration;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private JdbcTemplate database;

    private String reference;
    private Task acknowledge;

    @BeforeEach
    void aComplaintWaitsForItsAcknowledgement() {
        office.on(MON_2026_06_01);
        reference = office.receive("kent", Map.of());
        acknowledge = office.task(reference, "Acknowledge complaint");
    }

    @ParameterizedTest
    @EnumSource
    void letsTheAnswersOfTheFormIn(Way way) {
        office.as("kent-officer");

        way.complete(engine, acknowledge.getId(), Answers.acknowledge(MON_2026_06_01));

        office.signOut();
        var entry = cases.chronology(reference).stream().filter(h -> h.what().equals("Acknowledge complaint")).findFirst().orElseThrow();
        assertThat(office.openTasks(reference)).containsExactly("Assess complaint");
        assertThat(entry.who()).isEqualTo("kent-officer");
        assertThat(entry.answers()).contains(
                new Given("acknowledge", "acknowledgedOn", "Sent on", "Mon 1 Jun 2026", "2026-06-01"),
                new Given("acknowledge", "letterChannel", "Sent by", "E-mail", "email"));
    }

    @ParameterizedTest
    @EnumSource
    void keepsFreeTextOutOfTheVariables(Way way) {
        office.as("kent-officer");

        way.complete(engine, acknowledge.getId(), Answers.acknowledge(MON_2026_06_01));

        office.signOut();
        assertThat(cases.lastAnswer(reference, "acknowledge", "understanding")).contains("You complain about bins.");
        assertThat(runtime.createVariableInstanceQuery().list()).extracting(variable -> variable.getName())
                .contains("acknowledgedOn").doesNotContain("understanding", "namedContact", "complaintText", "complainant", "outcomeWanted");
    }

    @Test
    void refusesWhatTheFormDoesNotAskFor() {
        refusedAs("kent-officer", acknowledge, Answers.with(Answers.acknowledge(MON_2026_06_01), Map.of("approved", true, "stageNumber", 3)),
                "The form acknowledge does not ask for approved, stageNumber.");
    }

    @Test
    void namesEverythingThatIsWrongInOneAnswer() {
        refusedAs("kent-officer", acknowledge,
                Map.of("acknowledgedOn", "2026-06-02", "letterChannel", "pigeon", "namedContact", "x".repeat(201), "advocacyOffered", "yes"),
                "Sent on: is in the future."
                        + " Sent by: choose one of Letter, E-mail, Handed over, Online account, Not sent: nobody can be reached."
                        + " What we understand: an answer is needed."
                        + " Contact: at most 200 characters, these are 201."
                        + " Help and advocacy were offered: answer yes or no.");
    }

    @Test
    void refusesWhoeverHasNotSignedIn() {
        refused(acknowledge.getId(), Answers.acknowledge(MON_2026_06_01), "Sign in first: the case file needs to know who answers.");
    }

    @Test
    void refusesATaskThatSomebodyElseHasClaimed() {
        office.joins("kent-clerk", "complaints-team");
        tasks.setAssignee(acknowledge.getId(), "kent-clerk");

        refusedAs("kent-officer", acknowledge, Answers.acknowledge(MON_2026_06_01),
                "This task is claimed by kent-clerk; only they can complete it.");
    }

    @Test
    void refusesPeopleOfOtherGroups() {
        office.as("kent-manager");

        notForThem(acknowledge.getId(), "\"Acknowledge complaint\" is not a task of your groups.");
    }

    @Test
    void doesNotTellOtherCouncilsThatTheTaskExists() {
        office.as("leicestershire-officer");

        notForThem(acknowledge.getId(), NO_TASK);
        notForThem("there-is-no-such-task", NO_TASK);
    }

    @Test
    void refusesPeopleWhoAreInNoCouncilWhateverTheirRights() {
        office.as("nobody");

        notForThem(acknowledge.getId(), NO_TASK);
    }

    @Test
    void refusesAFieldThatTheFormHides() {
        acknowledged();
        assessed();
        office.complete(reference, "Decide who answers", Answers.responder("kent-manager"));
        office.complete(reference, "Investigate complaint", Answers.investigate());
        office.tasks(reference, "Answer issue").forEach(task -> office.complete(task, Answers.issue(Map.of())));
        office.complete(reference, "Draft response", Answers.draft());
        var approve = office.task(reference, "Approve response");

        refusedAs("kent-approver", approve, Map.of("approval", "approve", "comments", "Well done."), "What must change: is not asked here.");
        // whether it is asked nobody knows yet
        refusedAs("kent-approver", approve, Map.of("approval", "perhaps", "comments", "Well done."), "Decision: choose one of Approve, Give back.");
        refusedAs("kent-approver", approve, Map.of("approval", "return"), "What must change: an answer is needed.");
    }

    @Test
    void refusesAChangeToAFieldThatOnlyShows() {
        acknowledged();
        assessed();
        office.complete(reference, "Decide who answers", Answers.responder("kent-manager"));
        office.complete(reference, "Investigate complaint", Answers.investigate());
        var first = office.tasks(reference, "Answer issue").stream()
                .filter(task -> tasks.getVariable(task.getId(), "issueNumber").equals(1)).findFirst().orElseThrow();

        refusedAs("kent-manager", first, Answers.issue(Map.of("issueNumber", 2)), "Issue: cannot be changed.");
        office.completeAs("kent-manager", first, Answers.issue(Map.of("issueNumber", 1)));

        assertThat(cases.unanswered(reference)).containsExactly(2);
    }

    @Test
    void offersOnlyTheOptionsThatTheProcessGives() {
        acknowledged();
        assessed();
        var decide = office.task(reference, "Decide who answers");

        refusedAs("kent-officer", decide, Answers.responder("leicestershire-manager"),
                "Who answers: choose one of Assistant Director (Kent), Director (Kent), Service manager (Kent).");
    }

    @Test
    void takesStringsOnlyWhereTheFieldIsText() {
        office.as("kent-officer");

        assertThatThrownBy(() -> engine.getFormService().submitTaskFormData(acknowledge.getId(),
                Map.of("acknowledgedOn", "2026-06-01", "letterChannel", "email", "understanding", "Bins.", "namedContact", "Team", "advocacyOffered", "true")))
                .isInstanceOf(AnswersRefused.class).hasMessage("Help and advocacy were offered: answer yes or no.");
        engine.getFormService().submitTaskFormData(acknowledge.getId(),
                Map.of("acknowledgedOn", "2026-06-01", "letterChannel", "email", "understanding", "Bins.", "namedContact", "Team"));

        office.signOut();
        assertThat(office.openTasks(reference)).containsExactly("Assess complaint");
    }

    @Test
    void refusesToCompleteWithoutAnswers() {
        office.as("kent-officer");

        assertThatThrownBy(() -> tasks.complete(acknowledge.getId())).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("Sent on: an answer is needed.");
        assertThatThrownBy(() -> engine.getFormService().submitTaskForm(acknowledge.getId(), null)).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("Sent on: an answer is needed.");
        assertThatThrownBy(() -> tasks.complete(null)).isInstanceOf(AuthorizationException.class).hasMessage(NO_TASK);
    }

    @Test
    void rollsBackACompletionThatGoesRoundTheGate() {
        var before = Tables.all(database);

        assertThatThrownBy(() -> configuration.getCommandExecutorTxRequired()
                .execute(new CompleteTaskCmd(acknowledge.getId(), Map.of("acknowledgedOn", "2026-06-01"))))
                .isInstanceOf(ProcessEngineException.class).hasRootCauseInstanceOf(AnswersRefused.class)
                .hasRootCauseMessage("Answers are given with the task's form only.");

        assertThat(Tables.changed(database, before)).isEmpty();
    }

    @Test
    void gives400ThroughTheRestApiBecauseTheEngineTakesItForAFailedValidation() {
        office.as("kent-officer");

        assertThatThrownBy(() -> tasks.complete(acknowledge.getId(), Map.of())).isInstanceOfSatisfying(AnswersRefused.class, refused ->
                assertThat(refused.sentences()).isEqualTo(List.of(
                        "Sent on: an answer is needed.",
                        "Sent by: an answer is needed.",
                        "What we understand: an answer is needed.",
                        "Contact: an answer is needed.")));
    }

    @Test
    void letsOnlyOneOfTwoCompletionsAtTheSameMomentThrough() throws InterruptedException {
        office.as("kent-officer");
        tasks.claim(acknowledge.getId(), "kent-officer");
        office.signOut();
        var together = new CyclicBarrier(2);
        Callable<Boolean> completion = () -> {
            together.await();
            try {
                office.completeAs("kent-officer", acknowledge, Answers.acknowledge(MON_2026_06_01));
                return true;
            } catch (AuthorizationException over) {
                assertThat(over).hasMessage(NO_TASK);
            }
            return false;
        };

        var two = Executors.newFixedThreadPool(2);
        try {
            var done = two.invokeAll(List.of(completion, completion));

            assertThat(done).extracting(Future::get).containsExactlyInAnyOrder(true, false);
        } finally {
            two.shutdown();
        }
        assertThat(cases.letters(reference)).hasSize(1);
        assertThat(office.chronology(reference, "Acknowledge complaint")).hasSize(1);
        assertThat(office.openTasks(reference)).containsExactly("Assess complaint");
    }

    /** The moment between two reads: the right to a task is looked for together with the task, its execution and variables after both. */
    @ParameterizedTest
    @CsvSource({"first, kent-officer, complete, " + NO_TASK, "first, kent-officer, claim, " + NO_TASK, "first, kent-officer, assign, " + NO_TASK,
            "first, kent-supervisor, assign, " + NO_TASK,
            "last, kent-officer, complete, " + NO_TASK, "last, kent-officer, claim, " + NO_TASK, "last, kent-supervisor, assign, " + NO_TASK})
    void saysThatTheTaskIsGoneWhenItGoesWhileItIsLookedAt(String moment, String user, String way, String sentence) {
        var colleague = Executors.newSingleThreadExecutor();
        var there = new AtomicBoolean(true);
        var meanwhile = new AuthorizationCommandChecker() {
            @Override
            public void checkTaskWork(TaskEntity task) {
                goes();
            }

            @Override
            public void checkTaskAssign(TaskEntity task) {
                goes();
            }

            private void goes() {
                if (there.getAndSet(false)) {
                    CompletableFuture.runAsync(() -> office.completeAs("kent-officer", acknowledge, Answers.acknowledge(MON_2026_06_01)), colleague).join();
                }
            }
        };
        office.as(user);
        var checkers = configuration.getCommandCheckers();
        checkers.add(moment.equals("first") ? 0 : checkers.size(), meanwhile);

        try {
            assertThatThrownBy(() -> {
                switch (way) {
                    case "complete" -> engine.getFormService().submitTaskForm(acknowledge.getId(), Answers.acknowledge(MON_2026_06_01));
                    case "claim" -> tasks.claim(acknowledge.getId(), user);
                    default -> tasks.setAssignee(acknowledge.getId(), "kent-officer");
                }
            }).hasMessage(sentence);
            assertThat(there).isFalse();
        } finally {
            configuration.getCommandCheckers().remove(meanwhile);
            colleague.shutdown();
        }
    }

    private void acknowledged() {
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(MON_2026_06_01));
    }

    private void assessed() {
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of()));
    }

    private void refusedAs(String user, Task task, Map<String, Object> answers, String sentence) {
        office.as(user);
        refused(task.getId(), answers, sentence);
        office.signOut();
    }

    private void refused(String task, Map<String, Object> answers, String sentence) {
        refused(task, answers, AnswersRefused.class, sentence);
    }

    private void notForThem(String task, String sentence) {
        refused(task, Answers.acknowledge(MON_2026_06_01), AuthorizationException.class, sentence);
    }

    /** By every way; and nothing at all has changed after it. */
    private void refused(String task, Map<String, Object> answers, Class<? extends Exception> how, String sentence) {
        var before = Tables.all(database);

        for (var way : Way.values()) {
            assertThatThrownBy(() -> way.complete(engine, task, answers)).as(way.name()).isInstanceOf(how).hasMessage(sentence);
        }

        assertThat(Tables.changed(database, before)).isEmpty();
    }
}
