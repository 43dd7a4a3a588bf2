package org.redress.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Happening;
import org.redress.testing.Answers;
import org.redress.testing.AtOnce;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody completes a task while a colleague or a timer is at work on the same rows: it is done again with the same answers, or a sentence says what happened (F9). */
@ProductTest
class CompetitionTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final String SAME_MOMENT = "Somebody else changed this case at the same moment; look at it again before you repeat it.";

    @Autowired private Office office;
    @Autowired private FormService forms;
    @Autowired private ManagementService management;
    @Autowired private ProcessEngineConfigurationImpl configuration;
    @Autowired private CaseFiles cases;
    @Autowired private JdbcTemplate database;
    @Autowired private TransactionTemplate transaction;

    private final AtomicInteger attempts = new AtomicInteger();
    private String reference;
    private Task acknowledge;

    @BeforeEach
    void aComplaintWaitsForItsAcknowledgement() {
        office.on(MON_2026_06_01);
        reference = office.receive("kent", Map.of());
        acknowledge = office.task(reference, "Acknowledge complaint");
        office.as("kent-officer");
    }

    @AfterEach
    void nobodyIsInBetween() {
        configuration.getCommandCheckers().removeIf(InBetween.class::isInstance);
        office.signOut();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("deadlock on PostgreSQL", 5, because("40P01")),
                arguments("deadlock on H2, or a serialisation failure", 5, because("40001")),
                arguments("row changed meanwhile on H2", 5, because("90131")),
                arguments("row changed meanwhile, as the engine says it", 5, fault(() -> new OptimisticLockingException("ENGINE-03005"))),
                arguments("row changed meanwhile, as Hibernate says it", 5, fault(() -> new ObjectOptimisticLockingFailureException("Deadline", 1L))),
                arguments("lock that took too long, as Spring says it", 5, fault(() -> new CannotAcquireLockException("?"))),
                arguments("lock that took too long on PostgreSQL", 1, because("55P03")),
                arguments("lock that took too long on H2", 1, because("HYT00")),
                arguments("row that another one refers to is gone", 1, because("23503")),
                arguments("row that came meanwhile", 1, fault(() -> new DataIntegrityViolationException("?"))),
                arguments("row that the engine does not find", 1, fault(() -> new NullValueException("execution is null"))),
                arguments("row that the engine falls over", 1, fault(() -> new NullPointerException())));
    }

    @ParameterizedTest(name = "{0}, {1} times")
    @MethodSource("faults")
    void isDoneAgainWithTheSameAnswers(String fault, int times, Supplier<RuntimeException> thrown) {
        inBetween(times, thrown);

        forms.submitTaskForm(acknowledge.getId(), Answers.acknowledge(MON_2026_06_01));

        office.signOut();
        // the last attempt looks twice: the gate, and the engine behind it
        assertThat(attempts).hasValue(times + 2);
        assertThat(office.openTasks(reference)).containsExactly("Assess complaint");
        assertThat(office.chronology(reference, "Acknowledge complaint")).hasSize(1);
        assertThat(cases.letters(reference)).hasSize(1);
    }

    @Test
    void isRefusedWithASentenceWhenItDoesNotEnd() {
        var before = Tables.all(database);
        inBetween(100, because("40P01"));

        assertThatThrownBy(() -> forms.submitTaskForm(acknowledge.getId(), Answers.acknowledge(MON_2026_06_01))).isInstanceOf(AtTheSameMoment.class).hasMessage(SAME_MOMENT);

        assertThat(attempts).hasValue(6);
        assertThat(Tables.changed(database, before)).isEmpty();
    }

    @Test
    void isNotDoneAgainWithinATransactionOfSomebodyElse() {
        inBetween(1, because("40P01"));

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> forms.submitTaskForm(acknowledge.getId(), Answers.acknowledge(MON_2026_06_01))))
                .isInstanceOf(AtTheSameMoment.class);

        assertThat(attempts).hasValue(1);
    }

    @Test
    void isNotDoneAgainWhenItWasRefused() {
        inBetween(0, because("40P01"));

        assertThatThrownBy(() -> forms.submitTaskForm(acknowledge.getId(), Map.of())).isInstanceOf(AnswersRefused.class);

        assertThat(attempts).hasValue(1);
    }

    /** The timer has written and has not finished when the person completes: before, one of them ended in a deadlock, or the person was told that the server failed. */
    @Test
    void goesRightWhileTheTimerFires() {
        office.signOut();
        var timer = management.createJobQuery().timers().processInstanceId(acknowledge.getProcessInstanceId()).list().get(0);

        var said = AtOnce.run(transaction, database, () -> management.executeJob(timer.getId()),
                () -> office.completeAs("kent-officer", acknowledge, Answers.acknowledge(MON_2026_06_01)));

        assertThat(said).containsExactly("", "");
        assertThat(cases.chronology(reference)).extracting(Happening::what).filteredOn(what -> what.equals("Acknowledge complaint")).hasSize(1);
        assertThat(office.openTasks(reference)).contains("Assess complaint").doesNotContain("Acknowledge complaint");
        assertThat(management.createJobQuery().jobId(timer.getId()).count()).isZero();
    }

    private void inBetween(int times, Supplier<RuntimeException> thrown) {
        configuration.getCommandCheckers().add(new InBetween(attempts, times, thrown));
    }

    private static Supplier<RuntimeException> fault(Supplier<RuntimeException> thrown) {
        return thrown;
    }

    private static Supplier<RuntimeException> because(String state) {
        return () -> new ProcessEngineException("An exception occurred in the persistence layer.", new SQLException("said by the database", state));
    }

    /** Others, when the task is looked at. */
    private static final class InBetween extends AuthorizationCommandChecker {
        private final AtomicInteger attempts;
        private final int times;
        private final Supplier<RuntimeException> thrown;

        private InBetween(AtomicInteger attempts, int times, Supplier<RuntimeException> thrown) {
            this.attempts = attempts;
            this.times = times;
            this.thrown = thrown;
        }

        @Override
        public void checkTaskWork(TaskEntity task) {
            if (attempts.incrementAndGet() <= times) {
                throw thrown.get();
            }
        }
    }
}
