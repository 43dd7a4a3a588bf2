package org.redress.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.DutyDone;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Case file and process change together or not at all, whichever of them fails, and however late. */
@ProductTest
class OneTransactionTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final String LISTENER = "listenerOfThisTest";

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private FormService forms;

    @Autowired
    private IdentityService identity;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private DefaultListableBeanFactory beans;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate database;

    @BeforeEach
    void itIsMonday() {
        office.on(MON_2026_06_01);
    }

    @AfterEach
    void nobodyListens() {
        if (beans.containsSingleton(LISTENER)) {
            beans.destroySingleton(LISTENER);
        }
    }

    @Test
    void changesBothWhenNothingFails() {
        var acknowledge = acknowledge(office.receive("kent", Map.of()));
        var before = Tables.all(database);

        office.completeAs("kent-officer", acknowledge, Answers.acknowledge(MON_2026_06_01));

        assertThat(tables(Tables.changed(database, before))).contains("CHRONOLOGY", "ANSWER", "LETTER", "DEADLINE",
                "ACT_RU_TASK", "ACT_RU_EXECUTION", "ACT_RU_VARIABLE", "ACT_HI_TASKINST", "ACT_HI_ACTINST", "ACT_HI_VARINST");
    }

    @Test
    void takesTheCaseFileBackWhenTheModelCannotGoOn() {
        var assess = office.task(casework.acknowledged("kent", Map.of()), "Assess complaint");
        runtime.setVariables(assess.getProcessInstanceId(), Map.of("council", "nowhere", "receivedAt", "2014-06-02T09:00:00"));

        undone(() -> forms.submitTaskForm(assess.getId(), Answers.accept(MON_2026_06_01, Map.of())), AnswersRefused.class,
                "nowhere has no procedure for complaints of the kind Corporate");
    }

    @Test
    void opensNoCaseWhenItsFirstDeadlineCannotBeSet() {
        undone(() -> office.start("complaint", Answers.complaint(LocalDate.of(1990, 6, 1), Map.of())), AnswersRefused.class, "1990");
    }

    @Test
    void takesTheCaseFileBackWhenTheEngineFailsAtTheVeryEnd() {
        var acknowledge = acknowledge(office.receive("kent", Map.of()));
        listen(submission -> database.update("update act_ru_task set rev_ = rev_ + 1 where id_ = ?", acknowledge.getId()));

        undone(() -> forms.submitTaskForm(acknowledge.getId(), Answers.acknowledge(MON_2026_06_01)), AnswersRefused.class,
                "Somebody else changed this case at the same moment");
    }

    @Test
    void takesTheProcessBackWhenTheCaseFileBreaksAConstraint() {
        var reference = office.receive("kent", Map.of());
        var acknowledge = acknowledge(reference);
        listen(submission -> cases.did(reference, new DutyDone(1, "a duty with a name that is longer than forty characters", "pat", MON_2026_06_01)));

        undone(() -> forms.submitTaskForm(acknowledge.getId(), Answers.acknowledge(MON_2026_06_01)), DataIntegrityViolationException.class, "");
    }

    @Test
    void takesBothBackWhenAFeatureThatListensFails() {
        var acknowledge = acknowledge(office.receive("kent", Map.of()));
        listen(submission -> {
            throw new IllegalStateException("The letter printer is on fire.");
        });

        undone(() -> forms.submitTaskForm(acknowledge.getId(), Answers.acknowledge(MON_2026_06_01)), IllegalStateException.class,
                "The letter printer is on fire.");
    }

    @Test
    void takesBothBackWithTheTransactionThatTheyAreIn() {
        undone(() -> transaction.executeWithoutResult(status -> {
            office.start("complaint", Answers.complaint(MON_2026_06_01, Map.of()));
            throw new IllegalStateException("Something after it failed.");
        }), IllegalStateException.class, "Something after it failed.");
    }

    @Test
    void keepsNoTextOfAFormThatBelongsToNoCase() {
        var deployment = repository.createDeployment().name("a test's").addString("suggestion.bpmn", """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
                  <process id="suggestion" name="Suggestion" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="s" name="Something suggested" camunda:formRef="suggestion" camunda:formRefBinding="deployment" />
                  </process>
                </definitions>
                """).addString("suggestion.form", """
                {"id": "suggestion", "type": "default", "components": [
                  {"type": "textfield", "key": "idea", "label": "Idea"}, {"type": "number", "key": "votes", "label": "Votes"}]}
                """).deploy();
        var right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setGroupId("complaints-team");
        right.setResource(Resources.PROCESS_DEFINITION);
        right.setResourceId("suggestion");
        right.addPermission(Permissions.CREATE_INSTANCE);
        authorizations.saveAuthorization(right);
        try {
            var definition = repository.createProcessDefinitionQuery().processDefinitionKey("suggestion").singleResult().getId();
            var before = Tables.all(database);
            signIn("kent-officer", "complaints-team");

            assertThatThrownBy(() -> forms.submitStartForm(definition, Map.of("idea", "Ms T should go."))).isInstanceOf(AnswersRefused.class)
                    .hasMessage("The form suggestion belongs to no case, so what is written in it has no place to be kept.");
            office.signOut();
            assertThat(Tables.changed(database, before)).isEmpty();
            signIn("kent-officer", "complaints-team");
            var started = forms.submitStartForm(definition, Map.of("votes", 3));

            assertThat(started.isEnded()).isTrue();
        } finally {
            office.signOut();
            repository.deleteDeployment(deployment.getId(), true);
            authorizations.createAuthorizationQuery().resourceType(Resources.PROCESS_DEFINITION).resourceId("suggestion").list()
                    .forEach(left -> authorizations.deleteAuthorization(left.getId()));
        }
    }

    private void undone(Runnable attempt, Class<? extends Exception> failure, String because) {
        var before = Tables.all(database);
        office.as("kent-officer");

        assertThatThrownBy(attempt::run).isInstanceOf(failure).hasMessageContaining(because);

        office.signOut();
        assertThat(Tables.changed(database, before)).isEmpty();
    }

    /** The features are asked for again at every submission, so a test can join them. */
    private void listen(Consumer<Submission> listener) {
        beans.registerSingleton(LISTENER, (SubmissionListener) listener::accept);
    }

    private void signIn(String user, String group) {
        identity.setAuthentication(user, List.of(group), List.of("kent"));
    }

    private Task acknowledge(String reference) {
        return office.task(reference, "Acknowledge complaint");
    }

    private static Set<String> tables(Set<String> rows) {
        return rows.stream().map(row -> row.substring(0, row.indexOf(':')).toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
