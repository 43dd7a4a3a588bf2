package org.redress.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.audit.Verifications;
import org.redress.draft.Drafts.Draft;
import org.redress.draft.Drafts.Loss;
import org.redress.draft.Drafts.Outcome;
import org.redress.gate.AnswersRefused;
import org.redress.gate.Work;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a person has typed and not sent: it is there for them and nobody else, and goes when they may not send it any more. */
@ProductTest
class DraftTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate WED_2026_07_01 = LocalDate.of(2026, 7, 1);
    private static final LocalDate THU_2026_07_02 = LocalDate.of(2026, 7, 2);
    private static final String WINDOW = "11111111-2222";
    private static final String OTHER_WINDOW = "99999999-8888";
    private static final Map<String, Object> TYPED = Map.of("understanding", "Dear Ms T, we have your");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired private Office office;
    @Autowired private Casework casework;
    @Autowired private Work work;
    @Autowired private Drafts drafts;
    @Autowired private TaskService tasks;
    @Autowired private RuntimeService processes;
    @Autowired private IdentityService identity;
    @Autowired private JdbcTemplate jdbc;

    private String reference;
    private Task task;

    @BeforeEach
    void anOfficerHasAComplaintToAcknowledge() {
        office.on(MON_2026_06_01);
        reference = office.receive("kent", Map.of());
        task = office.task(reference, "Acknowledge complaint");
    }

    @AfterEach
    void throwAllAway() {
        jdbc.update("delete from draft");
        jdbc.update("delete from draft_loss");
    }

    @Test
    void isThereAgainForItsWriter() {
        assertThat(keep("kent-officer", WINDOW, 0, 1, TYPED).done()).isTrue();

        assertThat(draft("kent-officer")).isEqualTo(new Draft(1, "09:30", null, new HashMap<>(TYPED), 0));
        office.on(WED_2026_07_01);
        assertThat(draft("kent-officer").keptAt()).isEqualTo("Mon 1 Jun 2026, 09:30");
    }

    @Test
    void isNotThereForAColleagueWhoMayDoTheSameTask() {
        office.joins("kent-manager", "complaints-team");
        keep("kent-officer", WINDOW, 0, 1, TYPED);

        assertThat(draft("kent-manager")).isEqualTo(Draft.NONE);
        keep("kent-manager", OTHER_WINDOW, 0, 1, Map.of("understanding", "Mine"));
        assertThat(draft("kent-officer").values()).isEqualTo(TYPED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leicestershire-officer", "kent-manager", "kent-supervisor", "process-owner", "ombudsman-investigator"})
    void isNothingForPeopleWhoMayNotDoTheTask(String person) {
        keep("kent-officer", WINDOW, 0, 1, TYPED);

        assertThat(office.as(person)).satisfies(signedIn -> assertThat(work.task(task.getId())).isEmpty());
    }

    @Test
    void isNothingForATaskThatAColleagueHas() {
        office.joins("kent-manager", "complaints-team");
        office.as("kent-officer");
        tasks.claim(task.getId(), "kent-officer");

        office.as("kent-manager");
        assertThat(work.task(task.getId())).isEmpty();
        assertThat(work.task("no-such-task")).isEmpty();
        assertThat(work.start("no-such-process")).isEmpty();
        assertThat(work.start("complaint")).as("who has the role may start it").isPresent();
    }

    @Test
    void isNothingForWhoeverMayNotClaimTheTaskForTheirEarlierPart() {
        var drafted = casework.accepted("kent");
        casework.answerIssues(drafted, "kent-manager");
        office.complete(drafted, "Draft response", Answers.draft());
        office.joins("kent-manager", "approvers");
        var approval = office.task(drafted, "Approve response").getId();

        office.as("kent-manager");
        assertThat(work.task(approval)).isEmpty();
        office.as("kent-approver");
        assertThat(work.task(approval)).isPresent();
    }

    @ParameterizedTest(name = "window {0}, builds on {1}, writes {2}: {3}")
    @CsvSource({
        "11111111-2222, 5, 6, true",
        "11111111-2222, 2, 6, true",
        "11111111-2222, 2, 4, false",
        "11111111-2222, 0, 7, true",
        "99999999-8888, 5, 6, true",
        "99999999-8888, 4, 6, false",
        "99999999-8888, 0, 9, false"})
    void isOverwrittenByWhoeverHasSeenIt(String writer, int base, int version, boolean done) {
        keep("kent-officer", WINDOW, 0, 5, TYPED);

        var outcome = keep("kent-officer", writer, base, version, Map.of("understanding", "Another text"));

        assertThat(outcome.done()).isEqualTo(done);
        assertThat(draft("kent-officer").values()).containsEntry("understanding", done ? "Another text" : "Dear Ms T, we have your");
        assertThat(outcome.now().version()).isEqualTo(done ? version : 5);
    }

    @ParameterizedTest
    @CsvSource({"11111111-2222, 0, true", "99999999-8888, 5, true", "99999999-8888, 4, false"})
    void isThrownAwayByWhoeverHasSeenIt(String writer, int version, boolean done) {
        keep("kent-officer", WINDOW, 0, 5, TYPED);

        assertThat(drafts.throwAway(item("kent-officer"), version, writer).done()).isEqualTo(done);

        assertThat(draft("kent-officer").version()).isEqualTo(done ? 0 : 5);
        assertThat(losses("kent-officer")).isEmpty();
    }

    @Test
    void goesWithTheCompletion() {
        keep("kent-officer", WINDOW, 0, 1, TYPED);

        office.completeAs("kent-officer", task, Answers.acknowledge(MON_2026_06_01));

        assertThat(kept()).isZero();
        assertThat(losses("kent-officer")).isEmpty();
    }

    @Test
    void staysWhenTheAnswersAreRefused() {
        keep("kent-officer", WINDOW, 0, 1, TYPED);

        assertThatThrownBy(() -> office.completeAs("kent-officer", task, Map.of())).isInstanceOf(AnswersRefused.class);

        assertThat(draft("kent-officer").values()).isEqualTo(TYPED);
    }

    @Test
    void goesWhenAColleagueTakesTheTaskAndItsWriterIsTold() {
        office.joins("kent-manager", "complaints-team");
        keep("kent-officer", WINDOW, 0, 1, TYPED);

        office.as("kent-manager");
        tasks.claim(task.getId(), "kent-manager");

        assertThat(kept()).isZero();
        assertThat(losses("kent-officer")).containsExactly(
                "Your unsent text for “Acknowledge complaint” in " + reference + " was thrown away, because Service manager (Kent) has taken the task.");
        assertThat(losses("kent-manager")).isEmpty();
    }

    @Test
    void goesWhenASupervisorGivesTheTaskToSomebodyElse() {
        office.joins("kent-manager", "complaints-team");
        office.as("kent-officer");
        tasks.claim(task.getId(), "kent-officer");
        keep("kent-officer", WINDOW, 0, 1, TYPED);

        office.as("kent-supervisor");
        tasks.setAssignee(task.getId(), "kent-manager");

        assertThat(kept()).isZero();
        assertThat(losses("kent-officer")).singleElement().asString().endsWith("because the task was given to Service manager (Kent).");
    }

    @Test
    void staysWhenItsWriterGivesTheTaskBackToTheGroup() {
        office.as("kent-officer");
        tasks.claim(task.getId(), "kent-officer");
        keep("kent-officer", WINDOW, 0, 1, TYPED);

        tasks.setAssignee(task.getId(), null);

        assertThat(draft("kent-officer").values()).isEqualTo(TYPED);
    }

    @Test
    void goesWithACaseThatEnds() {
        keep("kent-officer", WINDOW, 0, 1, TYPED);

        office.event(reference, "withdrawal", Map.of());
        var withdrawn = office.openTasks(reference);
        if (withdrawn.contains("Confirm withdrawal")) {
            office.complete(reference, "Confirm withdrawal", Answers.confirmWithdrawal(MON_2026_06_01));
        }

        assertThat(kept()).isZero();
        assertThat(losses("kent-officer")).singleElement().asString().endsWith("because the task is not to be done any more.");
    }

    @Test
    void goesWhenAnInstanceIsDeleted() {
        keep("kent-officer", WINDOW, 0, 1, TYPED);
        office.signOut();

        processes.deleteProcessInstance(task.getProcessInstanceId(), "a repair");

        assertThat(kept()).isZero();
    }

    @Test
    void goesWithTheRole() {
        office.joins("kent-manager", "complaints-team");
        keep("kent-manager", WINDOW, 0, 1, TYPED);
        keep("kent-officer", WINDOW, 0, 1, TYPED);
        keepStart("kent-manager", Map.of("complaintText", "The bins"));

        office.signOut();
        identity.deleteMembership("kent-manager", "complaints-team");

        assertThat(jdbc.queryForList("select person from draft", String.class)).containsExactly("kent-officer");
        assertThat(losses("kent-manager")).hasSize(2).allSatisfy(loss -> assertThat(loss).endsWith("because you may not do this any more."));
    }

    @Test
    void goesWithTheAccount() {
        var user = identity.newUser("kent-leaver");
        user.setPassword(Office.PASSWORD);
        identity.saveUser(user);
        identity.createTenantUserMembership("kent", "kent-leaver");
        identity.createMembership("kent-leaver", "complaints-team");
        keep("kent-leaver", WINDOW, 0, 1, TYPED);
        office.as("kent-officer");
        tasks.claim(task.getId(), "kent-officer");
        office.signOut();
        assertThat(losses("kent-leaver")).hasSize(1);
        keepStart("kent-leaver", Map.of("complaintText", "The bins"));

        office.signOut();
        identity.deleteUser("kent-leaver");

        assertThat(kept()).isZero();
        assertThat(losses("kent-leaver")).isEmpty();
    }

    @Test
    void ofAStartFormGoesWithTheStart() {
        keepStart("kent-officer", Map.of("complaintText", "The bins"));
        office.as("kent-officer");
        assertThatThrownBy(() -> office.start("complaint", Map.of())).isInstanceOf(AnswersRefused.class);
        assertThat(draftOfStart("kent-officer").values()).containsEntry("complaintText", "The bins");

        office.receive("kent", Map.of());

        assertThat(kept()).isZero();
    }

    @Test
    void ofAStartFormGoesAfterThirtyDaysWithoutATouch() {
        keepStart("kent-officer", Map.of("complaintText", "The bins"));
        assertThat(draftOfStart("kent-officer").until()).isEqualTo("Wed 1 Jul 2026");
        keep("kent-officer", WINDOW, 0, 1, TYPED);
        office.on(WED_2026_07_01);
        assertThat(draftOfStart("kent-officer").version()).isEqualTo(1);

        office.on(THU_2026_07_02);

        assertThat(draftOfStart("kent-officer")).isEqualTo(Draft.NONE);
        assertThat(draft("kent-officer").values()).as("a task's draft stays with its task").isEqualTo(TYPED);
        assertThat(losses("kent-officer")).containsExactly("Your unsent text for “Complaint” was thrown away, because nobody had touched it for 30 days.");
    }

    @Test
    void ofAStartFormIsForTheCouncilOfItsWriter() {
        keepStart("kent-officer", Map.of("complaintText", "The bins"));

        office.signOut();
        identity.deleteTenantUserMembership("kent", "kent-officer");
        try {
            identity.createTenantUserMembership("leicestershire", "kent-officer");
            assertThat(draftOfStart("kent-officer")).isEqualTo(Draft.NONE);
        } finally {
            office.signOut();
            identity.deleteTenantUserMembership("leicestershire", "kent-officer");
            identity.createTenantUserMembership("kent", "kent-officer");
        }
        assertThat(kept()).isZero();
    }

    @Test
    void isOfferedAsFarAsTheFormStillAsks() {
        var typed = new HashMap<String, Object>(TYPED);
        typed.put("askedEarlier", "An answer to a question of last year");
        typed.put("acknowledgedOn", 20260601);
        typed.put("caseReference", "KENT-2026-00001");

        keep("kent-officer", WINDOW, 0, 1, typed);

        assertThat(draft("kent-officer").values()).isEqualTo(TYPED);
        assertThat(draft("kent-officer").leftOut()).isEqualTo(3);
    }

    @Test
    void isTidiedAwayWhereItsTaskIsGone() {
        keep("kent-officer", WINDOW, 0, 1, TYPED);
        jdbc.update("update draft set task = 'gone-without-a-word'");

        office.at(MON_2026_06_01.atTime(10, 30));
        draft("kent-officer");

        assertThat(kept()).isZero();
        assertThat(losses("kent-officer")).singleElement().asString().endsWith("because its task is over.");
    }

    @Test
    void isRefusedWhenThereAreTooMany() {
        IntStream.range(0, 60).forEach(i -> jdbc.update("insert into draft (version, writer, person, council, process, title, content, bytes, kept_at)"
                + " values (1, 'w', 'kent-officer', 'kent', ?, 'x', '{}', 2, timestamp '2026-06-01 09:00:00')", "process-" + i));

        assertThatThrownBy(() -> keep("kent-officer", WINDOW, 0, 1, TYPED)).isInstanceOf(DraftRefused.class)
                .hasMessage("You have 60 drafts, which is as many as are kept. Send some of them, or throw some away.");
        assertThat(kept()).isEqualTo(60);
        office.signOut();
        office.joins("kent-manager", "complaints-team");
        assertThat(keep("kent-manager", WINDOW, 0, 1, TYPED).done()).as("a colleague has room of their own").isTrue();
    }

    @Test
    void isRefusedWhenThereIsNoRoomLeft() {
        keep("kent-officer", WINDOW, 0, 1, TYPED);
        jdbc.update("insert into draft (version, writer, person, council, process, title, content, bytes, kept_at)"
                + " values (1, 'w', 'kent-officer', 'kent', 'much', 'x', '{}', ?, timestamp '2026-06-01 09:00:00')", 3 * 1024 * 1024 - 300);

        assertThatThrownBy(() -> keep("kent-officer", WINDOW, 1, 2, Map.of("understanding", "x".repeat(1000)))).isInstanceOf(DraftRefused.class)
                .hasMessageStartingWith("Your drafts take up all the room");
        assertThat(draft("kent-officer").values()).isEqualTo(TYPED);
        assertThat(keep("kent-officer", WINDOW, 1, 2, Map.of("understanding", "short")).done()).as("less may always be kept").isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{} {}", "{\"writer\":\"11111111\",\"base\":0,\"version\":1}",
        "{\"writer\":\"<script>\",\"base\":0,\"version\":1,\"values\":{}}",
        "{\"writer\":\"11111111\",\"base\":1,\"version\":1,\"values\":{}}",
        "{\"writer\":\"11111111\",\"base\":-1,\"version\":1,\"values\":{}}",
        "{\"writer\":\"11111111\",\"base\":0,\"version\":2147483647,\"values\":{}}",
        "{\"writer\":\"11111111\",\"base\":0,\"version\":99999999999,\"values\":{}}",
        "{\"writer\":\"11111111\",\"base\":0,\"version\":1,\"values\":{\"understanding\":{\"nested\":\"x\"}}}",
        "{\"writer\":\"11111111\",\"base\":0,\"version\":1,\"values\":{\"understanding\":[\"x\"]}}"})
    void isRefusedWhereItIsNone(String sent) {
        assertThatThrownBy(() -> drafts.keep(item("kent-officer"), sent.getBytes(StandardCharsets.UTF_8))).isInstanceOf(DraftRefused.class);
        assertThat(kept()).isZero();
    }

    @Test
    void leavesNoTraceInTheChainOfChanges() {
        var before = jdbc.queryForObject("select count(*) from audit", Integer.class);
        keep("kent-officer", WINDOW, 0, 1, TYPED);
        keep("kent-officer", WINDOW, 1, 2, Map.of("understanding", "Dear Ms T, we have your complaint"));
        drafts.throwAway(item("kent-officer"), 2, WINDOW);
        keep("kent-officer", WINDOW, 0, 3, TYPED);

        assertThat(jdbc.queryForObject("select count(*) from audit", Integer.class)).isEqualTo(before);
        office.signOut();
        assertThat(Verifications.findings(jdbc)).isEmpty();
    }

    /** From a case's page: what is typed for one case is not shown for another, and goes when its form is sent. */
    @Test
    void isKeptApartForEachCaseForWhichAStartFormIsOpened() {
        var other = office.receive("kent", Map.of());
        office.as("kent-officer");
        var forThis = work.start("case-event", reference.toLowerCase(Locale.ROOT)).orElseThrow();
        var forOther = work.start("case-event", other).orElseThrow();
        var forNone = work.start("case-event").orElseThrow();
        drafts.keep(forThis, json(WINDOW, 0, 1, Map.of("details", "of this")));
        drafts.keep(forOther, json(WINDOW, 0, 1, Map.of("details", "of the other")));
        drafts.keep(forNone, json(WINDOW, 0, 1, Map.of("caseReference", other, "details", "of none yet")));

        assertThat(List.of(forThis, forOther, forNone)).extracting(item -> drafts.read(item).values().get("details")).containsExactly("of this", "of the other", "of none yet");
        office.start("case-event", Answers.event(reference, "note", office.today(), Map.of()));
        assertThat(List.of(forThis, forOther, forNone)).extracting(item -> drafts.read(item).values().get("details")).containsExactly(null, "of the other", "of none yet");
        office.start("case-event", Answers.event(other, "note", office.today(), Map.of()));
        assertThat(List.of(forThis, forOther, forNone)).extracting(item -> drafts.read(item).version()).containsOnly(0);
        assertThat(work.start("complaint", reference)).as("it asks for no case").isEmpty();
        office.as("leicestershire-officer");
        assertThat(work.start("case-event", reference)).as("a case of another council").isEmpty();
    }

    private Work.Item item(String person) {
        office.as(person);
        return work.task(task.getId()).orElseThrow();
    }

    private Outcome keep(String person, String writer, int base, int version, Map<String, Object> values) {
        return drafts.keep(item(person), json(writer, base, version, values));
    }

    private Draft draft(String person) {
        return drafts.read(item(person));
    }

    private void keepStart(String person, Map<String, Object> values) {
        office.as(person);
        drafts.keep(work.start("complaint").orElseThrow(), json(WINDOW, 0, 1, values));
    }

    private Draft draftOfStart(String person) {
        office.as(person);
        return drafts.read(work.start("complaint").orElseThrow());
    }

    private List<String> losses(String person) {
        return drafts.losses(person).stream().map(Loss::sentence).toList();
    }

    private int kept() {
        return jdbc.queryForObject("select count(*) from draft", Integer.class);
    }

    private static byte[] json(String writer, int base, int version, Map<String, Object> values) {
        try {
            return JSON.writeValueAsBytes(Map.of("writer", writer, "base", base, "version", version, "values", values));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
