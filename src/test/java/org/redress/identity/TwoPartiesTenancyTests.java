package org.redress.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.casefile.CaseFiles;
import org.redress.testing.Answers;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A council and the Ombudsman in one engine: neither finds, reads or takes anything of the other (LGA-27, LGS-14, DAT-04). */
@ProductTest
class TwoPartiesTenancyTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final String SECRET = "We find fault with the social worker";
    private static final int AS_MANY_AS_ALLOWED = 2000;

    @Autowired
    private Office office;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private ManagementService management;

    @Autowired
    private FormService forms;

    @Autowired
    private FilterService filters;

    private String reference;
    private String council;
    private Task draft;

    @BeforeEach
    void aDraftIsApprovedAndNotSentYet() {
        office.on(MON_2026_06_01);
        reference = ombudsman.investigated("Kent County Council", Map.of());
        council = cases.linked("kent", "ombudsman", reference).orElseThrow().reference();
        office.tasks(reference, "Find on issue").forEach(task -> office.complete(task, OmbudsmanAnswers.finding("yes", "yes")));
        office.complete(reference, "Draft decision", OmbudsmanAnswers.draft(1, Map.of("letterText", SECRET)));
        office.complete(reference, "Propose action", OmbudsmanAnswers.action("apology", "1 month", Map.of("wording", SECRET)));
        office.complete(reference, "Approve draft", Answers.approve());
        draft = office.task(reference, "Send draft");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kent-officer", "kent-link-officer", "kent-service", "kent-supervisor", "leicestershire-supervisor", "process-owner"})
    void findsNothingOfTheOmbudsmans(String user) {
        office.as(user);

        assertThat(tasks.createTaskQuery().listPage(0, AS_MANY_AS_ALLOWED)).noneMatch(task -> "ombudsman".equals(task.getTenantId()));
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(reference).count()).isZero();
        assertThat(tasks.createTaskQuery().or().taskName("Send draft").taskNameLike("%draft%").endOr().count()).isZero();
        assertThat(tasks.createTaskQuery().processVariableValueEquals("caseReference", reference).count()).isZero();
        assertThat(runtime.createProcessInstanceQuery().listPage(0, AS_MANY_AS_ALLOWED)).noneMatch(instance -> "ombudsman".equals(instance.getTenantId()));
        assertThat(runtime.createExecutionQuery().processInstanceBusinessKey(reference).count()).isZero();
        assertThat(runtime.createVariableInstanceQuery().listPage(0, AS_MANY_AS_ALLOWED)).noneMatch(variable -> "ombudsman".equals(variable.getTenantId()));
        assertThat(runtime.createEventSubscriptionQuery().listPage(0, AS_MANY_AS_ALLOWED)).noneMatch(waiting -> "ombudsman".equals(waiting.getTenantId()));
        assertThat(runtime.createIncidentQuery().count()).isZero();
        assertThat(management.createJobQuery().listPage(0, AS_MANY_AS_ALLOWED)).noneMatch(job -> "ombudsman".equals(job.getTenantId()));
        assertThat(history.createHistoricProcessInstanceQuery().listPage(0, AS_MANY_AS_ALLOWED)).noneMatch(instance -> "ombudsman".equals(instance.getTenantId()));
        assertThat(history.createHistoricTaskInstanceQuery().listPage(0, AS_MANY_AS_ALLOWED)).noneMatch(task -> "ombudsman".equals(task.getTenantId()));
        assertThat(history.createHistoricVariableInstanceQuery().listPage(0, AS_MANY_AS_ALLOWED)).noneMatch(variable -> "ombudsman".equals(variable.getTenantId()));
        assertThat(history.createHistoricActivityInstanceQuery().listPage(0, AS_MANY_AS_ALLOWED)).noneMatch(activity -> "ombudsman".equals(activity.getTenantId()));
        assertThat(history.createHistoricDetailQuery().listPage(0, AS_MANY_AS_ALLOWED)).noneMatch(detail -> "ombudsman".equals(detail.getTenantId()));
        assertThat(history.createHistoricDecisionInstanceQuery().listPage(0, AS_MANY_AS_ALLOWED)).noneMatch(decision -> "ombudsman".equals(decision.getTenantId()));
        assertThat(history.createHistoricIdentityLinkLogQuery().listPage(0, AS_MANY_AS_ALLOWED)).noneMatch(link -> "ombudsman".equals(link.getTenantId()));
        assertThat(history.createUserOperationLogQuery().listPage(0, AS_MANY_AS_ALLOWED)).noneMatch(operation -> "ombudsman".equals(operation.getTenantId()));
        filters.createFilterQuery().listPage(0, AS_MANY_AS_ALLOWED).forEach(filter ->
                assertThat(filters.<Task>listPage(filter.getId(), 0, AS_MANY_AS_ALLOWED)).as(filter.getName()).noneMatch(task -> "ombudsman".equals(task.getTenantId())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kent-link-officer", "kent-supervisor", "leicestershire-supervisor", "process-owner"})
    void readsAndTakesNothingOfTheOmbudsmans(String user) {
        office.as(user);

        assertThatThrownBy(() -> tasks.getVariables(draft.getId())).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> forms.getTaskFormVariables(draft.getId())).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> runtime.getVariables(draft.getProcessInstanceId())).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> runtime.getActivityInstance(draft.getProcessInstanceId())).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> tasks.claim(draft.getId(), user)).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> runtime.createMessageCorrelation("DraftCommented").processInstanceBusinessKey(reference).correlate())
                .isInstanceOf(ProcessEngineException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ombudsman-intake", "ombudsman-investigator", "ombudsman-compliance", "ombudsman-supervisor"})
    void findsNothingOfTheCouncils(String user) {
        office.complete(draft, OmbudsmanAnswers.sendDraft(office.today()));
        var comment = office.task(council, "Comment on draft");
        office.as(user);

        assertThat(office.sees(comment)).isFalse();
        assertThat(tasks.createTaskQuery().listPage(0, AS_MANY_AS_ALLOWED)).allMatch(task -> "ombudsman".equals(task.getTenantId()));
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(council).count()).isZero();
        assertThat(runtime.createVariableInstanceQuery().listPage(0, AS_MANY_AS_ALLOWED)).allMatch(variable -> "ombudsman".equals(variable.getTenantId()));
        assertThat(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(council).count()).isZero();
        assertThat(history.createHistoricTaskInstanceQuery().listPage(0, AS_MANY_AS_ALLOWED)).allMatch(task -> "ombudsman".equals(task.getTenantId()));
        assertThatThrownBy(() -> tasks.getVariables(comment.getId())).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> ombudsman.event(council, "note", Map.of())).hasMessage("Case: there is no case " + council + " here.");
    }

    @Test
    void letsTheLettersPassAndNothingElse() {
        assertThat(cases.letters(council)).noneMatch(letter -> letter.text().contains(SECRET));
        assertThat(cases.chronology(council).toString()).doesNotContain(SECRET, "Approve draft", "Draft decision");
        office.complete(draft, OmbudsmanAnswers.sendDraft(office.today()));

        assertThat(cases.letters(council)).anyMatch(letter -> letter.text().equals(SECRET));
        assertThat(cases.chronology(council).toString()).doesNotContain(SECRET, "Approve draft", "The minutes came after eleven days");
    }

    @Test
    void keepsWhatADraftSaysOutOfTheEngine() {
        office.complete(draft, OmbudsmanAnswers.sendDraft(office.today()));

        assertThat(runtime.createVariableInstanceQuery().list()).isNotEmpty().noneMatch(variable -> String.valueOf(variable.getValue()).contains("social worker"));
        assertThat(history.createHistoricVariableInstanceQuery().list()).isNotEmpty().noneMatch(variable -> String.valueOf(variable.getValue()).contains("social worker"));
        assertThat(tasks.createTaskQuery().list()).noneMatch(task -> (task.getName() + task.getDescription()).contains("social worker"));
    }
}
