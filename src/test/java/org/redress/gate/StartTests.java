package org.redress.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Happening.Given;
import org.redress.casefile.Parties;
import org.redress.casefile.PartyView;
import org.redress.casefile.Registration.Person;
import org.redress.testing.Answers;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** Starting a process, by every way that the engine has: only with the start form, and only what the form asks. */
@ProductTest
@ExtendWith(OutputCaptureExtension.class)
class StartTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);

    /** The engine's ways to start a process without its form. */
    enum WithoutForm {
        BY_KEY {
            @Override
            void start(ProcessEngine engine, String key, String id) {
                engine.getRuntimeService().startProcessInstanceByKey(key, "KENT-2026-99999", FORGED);
            }
        },
        BY_ID {
            @Override
            void start(ProcessEngine engine, String key, String id) {
                engine.getRuntimeService().startProcessInstanceById(id, FORGED);
            }
        },
        BUILT {
            @Override
            void start(ProcessEngine engine, String key, String id) {
                engine.getRuntimeService().createProcessInstanceByKey(key).setVariables(FORGED).execute();
            }
        },
        IN_THE_MIDDLE_WITHOUT_LISTENERS {
            @Override
            void start(ProcessEngine engine, String key, String id) {
                engine.getRuntimeService().createProcessInstanceById(id).startBeforeActivity(middle(key)).setVariables(FORGED)
                        .executeWithVariablesInReturn(true, true);
            }
        },
        IN_THE_MIDDLE {
            @Override
            void start(ProcessEngine engine, String key, String id) {
                engine.getRuntimeService().createProcessInstanceByKey(key).startBeforeActivity(middle(key)).setVariables(FORGED).execute();
            }
        },
        AFTER_THE_MIDDLE {
            @Override
            void start(ProcessEngine engine, String key, String id) {
                engine.getRuntimeService().createProcessInstanceById(id).startAfterActivity(middle(key)).setVariables(FORGED).execute();
            }
        },
        AT_A_FLOW {
            @Override
            void start(ProcessEngine engine, String key, String id) {
                var flow = key.equals("complaint") ? "Flow_AcceptedAsAWholeYes" : "Flow_TellCaseToCaseTold";
                engine.getRuntimeService().createProcessInstanceById(id).startTransition(flow).setVariables(FORGED).execute();
            }
        };

        private static final Map<String, Object> FORGED = Map.of("council", "leicestershire", "caseReference", "KENT-2026-00001",
                "receivedOn", "2026-06-01", "receivedAt", "2026-06-01T09:00:00", "message", "ComplaintEnded", "approved", true);

        abstract void start(ProcessEngine engine, String key, String id);

        private static String middle(String key) {
            return key.equals("complaint") ? "UserTask_AssessComplaint" : "ServiceTask_TellCase";
        }
    }

    @Autowired
    private Office office;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private FormService forms;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Parties parties;

    @Autowired
    private JdbcTemplate database;

    private String somebody;

    @BeforeEach
    void itIsMonday() {
        office.on(MON_2026_06_01);
    }

    @Test
    void opensACaseFileWithTheAnswersOfTheForm() {
        office.as("kent-officer");

        var instance = forms.submitStartForm(id("complaint"), unheardOf(Map.of("receivedTime", "16:45", "contact", " 12 Mill Lane\nMaidstone ME14 1XX\nsomebody@home.example ")));

        office.signOut();
        var reference = instance.getBusinessKey();
        assertThat(cases.get(reference).receivedAt()).isEqualTo(MON_2026_06_01.atTime(16, 45));
        assertThat(cases.people(reference)).containsExactly(new Person(somebody, "resident"));
        assertThat(parties.find(reference, 1)).map(PartyView::contact).contains("12 Mill Lane\nMaidstone ME14 1XX\nsomebody@home.example");
        assertThat(cases.chronology(reference)).anySatisfy(entry -> {
            assertThat(entry.what()).isEqualTo("Complaint received");
            assertThat(entry.who()).isEqualTo("kent-officer");
        });
        assertThat(instance.getTenantId()).isEqualTo("kent");
        assertThat(runtime.getVariables(instance.getId())).containsEntry("channel", "email").containsEntry("caseReference", reference)
                .doesNotContainKeys("complainant", "complaintText", "outcomeWanted", "otherPeople", "contact");
    }

    @Test
    void reachesWhoGivesAnAddressAndNoName() {
        office.as("kent-officer");

        var reached = forms.submitStartForm(id("complaint"), unheardOf(Map.of("complainant", "Anonymous", "contact", "nobody.knows@home.example"))).getBusinessKey();
        var not = forms.submitStartForm(id("complaint"), unheardOf(Map.of("complainant", "Anonymous", "contact", " "))).getBusinessKey();

        office.signOut();
        assertThat(parties.addressees(reached).nobody()).isFalse();
        assertThat(parties.addressees(not).nobody()).isTrue();
    }

    @Test
    void makesItsOwnBusinessKey() {
        office.as("kent-officer");

        var withKey = forms.submitStartForm(id("complaint"), "KENT-2020-00001", unheardOf(Map.of()));
        var withStrings = forms.submitStartFormData(id("complaint"), "KENT-2020-00001", strings(unheardOf(Map.of())));
        var withoutKey = forms.submitStartFormData(id("complaint"), strings(unheardOf(Map.of())));

        assertThat(List.of(withKey, withStrings, withoutKey)).extracting(instance -> instance.getBusinessKey())
                .doesNotHaveDuplicates().allMatch(key -> key.startsWith("KENT-2026-"));
    }

    @Test
    void namesEverythingThatIsWrongInOneAnswer() {
        office.as("kent-officer");

        refused(() -> forms.submitStartForm(id("complaint"), Answers.complaint(MON_2026_06_01.plusDays(1),
                        Map.of("receivedTime", "noon", "channel", "pigeon", "complaintText", " "))),
                "Received on: is in the future. Received at: write a time, for example 16:30."
                        + " Received by: choose one of Letter, E-mail, Telephone, In person, Online form, Councillor, MP or another third party."
                        + " What is complained of: an answer is needed.");
    }

    @Test
    void refusesAPersonWithANameThatTheCaseFileHasNoRoomFor(CapturedOutput log) {
        office.as("kent-officer");

        refused(() -> forms.submitStartForm(id("complaint"), unheardOf(Map.of("otherPeople", "Mr Overlong " + "x".repeat(200)))),
                "A person is named with at most 200 characters, and so is who they are; tell more in the complaint itself.");

        assertThat(log.getAll()).doesNotContain("Mr Overlong");
    }

    @Test
    void refusesWhatTheFormDoesNotAskFor() {
        office.as("kent-officer");

        refused(() -> forms.submitStartForm(id("complaint"), Answers.complaint(MON_2026_06_01, Map.of("council", "leicestershire", "stageDone", 2))),
                "The form complaint-received does not ask for council, stageDone.");
    }

    @Test
    void refusesWhoeverHasNotSignedIn() {
        office.signOut();

        refused(() -> forms.submitStartForm(id("complaint"), Answers.complaint(MON_2026_06_01, Map.of())),
                "Sign in first: the case file needs to know who answers.");
    }

    @Test
    void refusesWhoeverBelongsToNoCouncil() {
        var definition = id("complaint");
        engine.getIdentityService().setAuthentication("kent-officer", List.of("complaints-team"), List.of());

        refused(() -> forms.submitStartForm(definition, Answers.complaint(MON_2026_06_01, Map.of())),
                "kent-officer does not belong to exactly one council, so it is not clear whose case this is.");
    }

    @ParameterizedTest
    @CsvSource({"kent-manager, complaint", "kent-approver, case-event", "process-owner, complaint"})
    void refusesPeopleWhoDoNotTakeComplaints(String user, String process) {
        var definition = id(process);
        var before = Tables.all(database);
        office.as(user);

        assertThatThrownBy(() -> forms.submitStartForm(definition, Map.of())).isInstanceOf(AuthorizationException.class);

        assertThat(Tables.changed(database, before)).isEmpty();
    }

    @Test
    void doesNotTellWhetherAnotherCouncilHasTheCase() {
        var theirs = office.receive("leicestershire", Map.of());
        var none = theirs.replaceFirst("\\d+$", "99999");
        office.as("kent-officer");

        for (var reference : List.of(theirs, none)) {
            refused(() -> office.start("case-event", Answers.event(reference, "note", MON_2026_06_01, Map.of())),
                    "Case: your council has no case " + reference + ".");
        }
    }

    @Test
    void findsTheCaseByAReferenceThatWasPasted() {
        var reference = office.receive("kent", Map.of());
        for (var pasted : List.of("\u00A0" + reference + "\t", reference.replace('-', '–'), "Our ref: " + reference.toLowerCase(Locale.ROOT), reference.replace("-", "  "))) {
            office.as("kent-officer");
            office.start("case-event", Answers.event(pasted, "note", MON_2026_06_01, Map.of("details", pasted)));
        }

        assertThat(cases.chronology(reference)).filteredOn(entry -> entry.what().equals("A contact to note")).hasSize(4)
                .allSatisfy(entry -> assertThat(entry.answers()).extracting(Given::content).contains(reference));
    }

    @Test
    void asksForAReferenceWhereNoneIs() {
        office.as("kent-officer");

        refused(() -> office.start("case-event", Answers.event(" – ", "note", MON_2026_06_01, Map.of())),
                "Case: write a reference, such as KENT-2026-00012 or 19 010 314.");
    }

    @ParameterizedTest
    @CsvSource({"kent-officer, complaint, Complaint", "nobody, complaint, Complaint", "kent-officer, case-event, Case event", "nobody, case-event, Case event"})
    void startsNothingWithoutItsForm(String user, String process, String name) {
        var definition = id(process);
        var before = Tables.all(database);
        for (var way : WithoutForm.values()) {
            office.as(user);
            assertThatThrownBy(() -> way.start(engine, process, definition)).as(way.name()).isInstanceOf(AuthorizationException.class);
            // nor does the product itself
            office.signOut();
            assertThatThrownBy(() -> way.start(engine, process, definition)).as(way.name())
                    .isInstanceOf(AuthorizationException.class).hasMessage("Start " + name + " with its form.");
        }

        assertThat(Tables.changed(database, before)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kent-officer", "kent-supervisor"})
    void letsNobodyStartAPartOfTheProcedureByItself(String user) {
        var parts = List.of("stage", "acknowledgement", "investigation", "review-panel", "missed-deadline");
        var definitions = parts.stream().map(this::id).toList();
        var before = Tables.all(database);
        office.as(user);

        for (int i = 0; i < parts.size(); i++) {
            var process = parts.get(i);
            var definition = definitions.get(i);
            assertThatThrownBy(() -> runtime.startProcessInstanceByKey(process, Map.of("council", "kent"))).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> forms.submitStartForm(definition, Map.of())).isInstanceOf(AuthorizationException.class);
        }

        assertThat(Tables.changed(database, before)).isEmpty();
    }

    @Test
    void saysThatAProcessWithoutAFormTakesNoAnswers() {
        var reference = office.receive("kent", Map.of());
        var definition = id("missed-deadline");
        var authorizations = engine.getAuthorizationService();
        var right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setGroupId("complaints-team");
        right.setResource(Resources.PROCESS_DEFINITION);
        right.setResourceId("missed-deadline");
        right.addPermission(Permissions.CREATE_INSTANCE);
        authorizations.saveAuthorization(right);
        try {
            office.as("kent-officer");

            refused(() -> forms.submitStartForm(definition, Map.of("caseReference", reference)), "Process Missed deadline has no form, so it takes no answers.");
        } finally {
            office.signOut();
            authorizations.deleteAuthorization(right.getId());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kent-officer", "kent-supervisor", "kent-manager"})
    void letsNobodySendTheMessageThatADeadlineWasMissed(String user) {
        var reference = office.receive("kent", Map.of());
        Map<String, Object> forged = Map.of("council", "kent", "caseReference", reference, "missedDeadline", "response", "stageNumber", 1);
        var before = Tables.all(database);
        office.as(user);

        assertThatThrownBy(() -> runtime.startProcessInstanceByMessage("DeadlineMissed", reference, forged)).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> runtime.createMessageCorrelation("DeadlineMissed").setVariables(forged).correlateStartMessage())
                .isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> runtime.createMessageCorrelation("DeadlineMissed").setVariables(forged).correlateAll())
                .isInstanceOf(ProcessEngineException.class);

        assertThat(Tables.changed(database, before)).isEmpty();
    }

    /** A complaint of somebody who has not complained before, of what nobody else has. */
    private Map<String, Object> unheardOf(Map<String, Object> different) {
        somebody = "Ms " + UUID.randomUUID();
        return Answers.complaint(MON_2026_06_01, Answers.with(Map.of("complainant", somebody, "complaintText", somebody + " waits."), different));
    }

    private void refused(Runnable attempt, String sentence) {
        var before = Tables.all(database);

        assertThatThrownBy(attempt::run).isInstanceOf(AnswersRefused.class).hasMessage(sentence);

        assertThat(Tables.changed(database, before)).isEmpty();
    }

    private String id(String process) {
        var user = engine.getIdentityService().getCurrentAuthentication();
        office.signOut();
        var definition = repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult().getId();
        engine.getIdentityService().setAuthentication(user);
        return definition;
    }

    private static Map<String, String> strings(Map<String, Object> answers) {
        var strings = new HashMap<String, String>();
        answers.forEach((key, value) -> strings.put(key, (String) value));
        return strings;
    }
}
