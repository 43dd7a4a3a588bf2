package org.redress.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.casefile.CaseWatch;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Supervisors repair: they let failed work run again, give tasks to others and extend deadlines, and forge nothing. */
@ProductTest
class RepairTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate MON_2026_06_22 = LocalDate.of(2026, 6, 22);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private DefaultListableBeanFactory beans;

    private String reference;
    private Task task;

    @BeforeEach
    void kentHasAComplaint() {
        office.on(MON_2026_06_01);
        reference = office.receive("kent", Map.of());
        task = office.task(reference, "Acknowledge complaint");
    }

    @Test
    void letsASupervisorSeeAndRepeatWhatFailed() {
        var failed = failed();
        office.as("kent-supervisor");

        assertThat(runtime.createIncidentQuery().processInstanceId(failed.getProcessInstanceId()).count()).isEqualTo(1);
        management.setJobRetries(failed.getId(), 1);

        assertThat(runtime.createIncidentQuery().processInstanceId(failed.getProcessInstanceId()).count()).isZero();
        office.signOut();
        assertThat(job(failed.getId()).getRetries()).isEqualTo(1);
        assertThat(job(failed.getId()).getDuedate()).isEqualTo(failed.getDuedate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kent-officer", "leicestershire-supervisor", "process-owner", "nobody"})
    void letsNobodyElseRepeatIt(String user) {
        var failed = failed();
        office.as(user);

        assertThatThrownBy(() -> management.setJobRetries(failed.getId(), 1)).isInstanceOf(ProcessEngineException.class);

        office.signOut();
        assertThat(job(failed.getId()).getRetries()).isZero();
    }

    @Test
    void letsASupervisorNeitherStopNorMoveWhatWaits() {
        var failed = failed();
        var waiting = waiting();
        office.as("kent-supervisor");

        assertThatThrownBy(() -> management.setJobRetries(waiting.getId(), 0)).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> management.setJobRetries(List.of(waiting.getId()), 3)).hasMessage("This work has not failed; it runs by itself when its time comes.");
        assertThatThrownBy(() -> management.setJobRetries(failed.getId(), 1000)).hasMessageStartingWith("Failed work is repeated, between 1 and 10 times");
        assertThatThrownBy(() -> management.setJobRetries(1).jobId(failed.getId()).dueDate(new Date(0)).execute()).hasMessageEndingWith("a timer keeps its day.");
        assertThatThrownBy(() -> management.setJobRetriesByJobDefinitionId(failed.getJobDefinitionId(), 1)).hasMessage("Failed work is repeated case by case.");

        office.signOut();
        assertThat(job(waiting.getId()).getRetries()).isEqualTo(waiting.getRetries());
        assertThat(job(failed.getId()).getRetries()).isZero();
    }

    @Test
    void letsASupervisorMoveADeadlineWithAReason() {
        var accepted = casework.accepted("kent");
        office.as("kent-supervisor");

        office.start("case-event", Answers.event(accepted, "extension", MON_2026_06_01,
                Answers.with(Answers.extension(MON_2026_06_22), Map.of("details", "A witness is away."))));

        office.signOut();
        var extended = office.deadline(accepted, "response");
        assertThat(extended.dueOn()).isEqualTo(MON_2026_06_22);
        assertThat(extended.extensions()).singleElement().satisfies(extension -> assertThat(extension.reason()).isEqualTo("A witness is away."));
    }

    @Test
    void letsASupervisorMoveNoDeadlineOfAnotherCouncil() {
        var accepted = casework.accepted("leicestershire");
        var due = office.deadline(accepted, "response").dueOn();
        office.as("kent-supervisor");

        assertThatThrownBy(() -> office.start("case-event", Answers.event(accepted, "extension", MON_2026_06_01, Answers.extension(MON_2026_06_22))))
                .isInstanceOf(AnswersRefused.class);

        office.signOut();
        assertThat(office.deadline(accepted, "response").dueOn()).isEqualTo(due);
    }

    @Test
    void takesTheTaskFromWhoeverHadItWhenItIsGivenToAnother() {
        office.joins("kent-manager", "complaints-team");
        tasks.setAssignee(task.getId(), "kent-manager");
        office.as("kent-manager");
        assertThat(office.sees(task)).isTrue();
        office.as("kent-supervisor");

        tasks.setAssignee(task.getId(), "kent-officer");

        office.signOut();
        identity.deleteMembership("kent-manager", "complaints-team");
        office.as("kent-manager");
        assertThat(office.sees(task)).isFalse();
        office.as("kent-officer");
        assertThat(office.sees(task)).isTrue();
    }

    /** A timer whose row the database refuses, with a word that somebody wrote: repeated over about a day, then on the supervisors' list, and the word is nowhere (F7, F8). */
    @Test
    void repeatsWhatFailedOverMinutesAndHoursAndKeepsNoWordOfWhatWasRefused() {
        office.signOut();
        var timer = management.createJobQuery().processInstanceId(task.getProcessInstanceId()).activityId("BoundaryEvent_AcknowledgementDueSoon").singleResult();
        beans.registerSingleton("narrow", (CaseWatch) tables -> database.update("insert into turn (name) values (?)", "Mrs Narrowgate has far more to say than there is room for in so narrow a column"));
        try {
            var waits = new ArrayList<Duration>();
            for (int attempt = 1; attempt <= 8; attempt++) {
                assertThat(job(timer.getId()).getRetries()).isEqualTo(9 - attempt);
                assertThatThrownBy(() -> management.executeJob(timer.getId())).isInstanceOf(RuntimeException.class).satisfies(thrown -> assertThat(stackTrace(thrown)).contains("Value too long for column NAME").doesNotContain("Narrowgate"));
                waits.add(Duration.between(ClockUtil.getCurrentTime().toInstant(), job(timer.getId()).getDuedate().toInstant()).truncatedTo(ChronoUnit.MINUTES));
            }
            assertThat(waits).startsWith(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(20), Duration.ofHours(1), Duration.ofHours(3), Duration.ofHours(6), Duration.ofHours(12));
        } finally {
            beans.destroySingleton("narrow");
        }
        assertThat(job(timer.getId()).getRetries()).isZero();
        assertThat(runtime.createIncidentQuery().configuration(timer.getId()).count()).isEqualTo(1);
        assertThat(kept("select exception_msg_ from act_ru_job", "select incident_msg_ from act_ru_incident", "select incident_msg_ from act_hi_incident", "select job_exception_msg_ from act_hi_job_log"))
                .anyMatch(text -> text.contains("Value too long")).noneMatch(text -> text.contains("Narrowgate"));
        assertThat(database.queryForList("select bytes_ from act_ge_bytearray where name_ like '%xception%'", byte[].class)).hasSizeGreaterThan(7)
                .allSatisfy(bytes -> assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("Narrowgate"));

        office.as("kent-supervisor");
        management.setJobRetries(timer.getId(), 1);
        office.signOut();

        assertThat(job(timer.getId()).getDuedate()).isBeforeOrEqualTo(ClockUtil.getCurrentTime());
        management.executeJob(timer.getId());
        assertThat(job(timer.getId())).isNull();
    }

    private List<String> kept(String... queries) {
        return Stream.of(queries).flatMap(query -> database.queryForList(query, String.class).stream()).filter(Objects::nonNull).toList();
    }

    private static String stackTrace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private Job failed() {
        var waiting = waiting();
        management.setJobRetries(waiting.getId(), 0);
        return job(waiting.getId());
    }

    private Job waiting() {
        office.signOut();
        return management.createJobQuery().processInstanceId(task.getProcessInstanceId()).timers().withRetriesLeft().list().get(0);
    }

    private Job job(String id) {
        return management.createJobQuery().jobId(id).singleResult();
    }
}
