package org.redress.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.DutyDone;
import org.redress.casefile.IssueView;
import org.redress.casefile.LetterView;
import org.redress.deadline.DeadlineState;
import org.redress.deadline.Deadlines;
import org.redress.deadline.LateRecords;
import org.redress.deadline.Moved;
import org.redress.deadline.RecordedAfterwards;
import org.redress.gate.AnswersRefused;
import org.redress.gate.OrderOfDays;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What is over goes on where the law knows a way back, under its own reference and with its own record (CHD-11, CHD-14, CHD-35, CHD-50, CORP-27). */
@ProductTest
class TakingUpTests {
    private static final String SECOND = "Confirm colleague’s change";
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate WED_2026_06_10 = LocalDate.of(2026, 6, 10);
    private static final LocalDate THU_2026_06_11 = LocalDate.of(2026, 6, 11);
    private static final LocalDate MON_2026_06_15 = LocalDate.of(2026, 6, 15);
    private static final LocalDate WED_2026_06_17 = LocalDate.of(2026, 6, 17);
    private static final LocalDate MON_2026_06_22 = LocalDate.of(2026, 6, 22);
    private static final LocalDate MON_2026_06_29 = LocalDate.of(2026, 6, 29);
    private static final LocalDate TUE_2026_06_30 = LocalDate.of(2026, 6, 30);
    private static final LocalDate WED_2026_07_01 = LocalDate.of(2026, 7, 1);
    private static final LocalDate MON_2027_06_28 = LocalDate.of(2027, 6, 28);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private LateRecords records;

    @Autowired
    private OrderOfDays order;

    @Autowired
    private TaskService tasks;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void goesOnWithTheNextStageThatIsAskedForLater() {
        var reference = closedAfterStageOne();
        office.on(WED_2026_06_10);

        takeUp(reference, "next-stage", Map.of());
        var open = office.openTasks(reference);
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(WED_2026_06_10));
        casework.respond(reference, "kent-director");

        assertThat(open).containsExactly("Acknowledge complaint");
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(cases.get(reference).stage()).isEqualTo(2);
        assertThat(office.deadline(reference, "response").triggerOn()).isEqualTo(WED_2026_06_10);
        assertThat(cases.letters(reference)).extracting(LetterView::kind).containsExactly("acknowledgement", "response", "acknowledgement", "response");
        assertThat(office.openTasks(reference)).containsExactly("Signpost the Ombudsman");
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).processDefinitionKey("complaint").count()).isOne();
    }

    @Test
    void saysInTheRecordWhyAndHowItHadEnded() {
        var reference = closedAfterStageOne();
        office.on(WED_2026_06_10);

        takeUp(reference, "next-stage", Map.of("details", "She is not satisfied."));

        assertThat(office.chronology(reference, "Taken up again"))
                .containsExactly("Taken up again: the next stage is asked for: It was closed after the final response since Mon 1 Jun 2026.");
        assertThat(cases.lastAnswer(reference, "taking-up", "details")).hasValue("She is not satisfied.");
        assertThat(cases.get(reference).statusSince()).isEqualTo(WED_2026_06_10);
        assertThat(cases.get(reference).statusBecause()).isEqualTo("the next stage is asked for");
    }

    @Test
    void comesFromACaseEventAsWell() {
        var reference = closedAfterStageOne();
        office.on(WED_2026_06_10);

        office.event(reference, "next-stage", Map.of());

        assertThat(office.openTasks(reference)).containsExactly("Acknowledge complaint");
        assertThat(cases.get(reference).stage()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"taking-up", "case-event"})
    void endsTheSignpostThatIsStillOpen(String way) {
        office.on(MON_2026_06_01);
        var reference = Point.BEFORE_THE_SIGNPOST.reach(office, casework);
        office.on(WED_2026_06_10);

        if (way.equals("taking-up")) {
            takeUp(reference, "next-stage", Map.of());
        } else {
            office.event(reference, "next-stage", Map.of());
        }

        assertThat(office.openTasks(reference)).containsExactly("Acknowledge complaint");
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).processDefinitionKey("complaint").count()).isOne();
    }

    @Test
    void keepsOutOfTheNextStageWhoDecidedTheOneBefore() {
        var reference = closedAfterStageOne();
        office.on(WED_2026_06_10);
        takeUp(reference, "next-stage", Map.of());
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(WED_2026_06_10));

        assertThatThrownBy(() -> office.complete(reference, "Decide who answers", Answers.responder("kent-manager")))
                .hasMessageContaining("Service manager (Kent) decided stage 1 of this complaint");
        assertThat(cases.duties(reference)).contains(new DutyDone(1, "respond", "kent-manager", MON_2026_06_01));
    }

    @Test
    void goesOnFromSatisfiedToo() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        casework.respond(reference, "kent-manager");
        casework.wish(reference, "satisfied");
        office.on(WED_2026_06_10);

        takeUp(reference, "next-stage", Map.of());

        assertThat(office.openTasks(reference)).containsExactly("Acknowledge complaint");
    }

    @Test
    void needsAReasonAfterTheTimeOfTheTable() {
        var reference = closedAfterStageOne();
        office.on(TUE_2026_06_30);

        assertRefused(reference, "next-stage", Map.of(), "Why it is taken up although late: the time for it ended on Mon 29 Jun 2026 (CORP-27)");
        assertThatThrownBy(() -> office.event(reference, "next-stage", Map.of())).hasMessageContaining("with Taking up again");
        takeUp(reference, "next-stage", Map.of("lateReason", "She was in hospital."));

        assertThat(office.openTasks(reference)).containsExactly("Acknowledge complaint");
    }

    @Test
    void countsTheDayOnWhichItWasAskedForAndNotThatOfItsRecord() {
        var reference = closedAfterStageOne();
        office.on(TUE_2026_06_30);

        takeUp(reference, "next-stage", Map.of("askedOn", MON_2026_06_29.toString()));

        assertThat(office.deadline(reference, "acknowledgement").triggerOn()).isEqualTo(MON_2026_06_29);
    }

    @Test
    void isNotAskedForBeforeTheResponse() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(WED_2026_06_10);
        casework.respond(reference, "kent-manager");
        casework.wish(reference, "no-request");
        casework.signpost(reference);

        assertRefused(reference, "next-stage", Map.of("askedOn", MON_2026_06_01.toString()), "the response of stage 1 came on Wed 10 Jun 2026");
        takeUp(reference, "next-stage", Map.of());
        var asked = cases.facts(reference).stream().filter(fact -> fact.field().equals("askedOn")).findFirst().orElseThrow();
        assertThat(order.refusal(reference, asked, WED_2026_06_10.minusDays(1))).as("nor put right to such a day").hasValueSatisfying(why -> assertThat(why)
                .startsWith("the response was sent on Wed 10 Jun 2026"));
    }

    @Test
    void endsAtTheLastStageAndSaysWhereToGo() {
        var reference = closedAfterStageOne();
        takeUp(reference, "next-stage", Map.of());
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(MON_2026_06_01));
        casework.respond(reference, "kent-director");
        var signpostOpen = office.openTasks(reference);
        assertRefused(reference, "next-stage", Map.of(), "stage 2 was the last one; the complainant can go to the Ombudsman (CORP-18)");
        casework.signpost(reference);

        assertThat(signpostOpen).containsExactly("Signpost the Ombudsman");
        assertRefused(reference, "next-stage", Map.of(), "stage 2 was the last one; the complainant can go to the Ombudsman (CORP-18)");
        assertThatThrownBy(() -> office.event(reference, "next-stage", Map.of())).hasMessageContaining("stage 2 was the last one");
    }

    @Test
    void hasNoTimeLimitForTheStatutoryStageTwo() {
        office.on(MON_2026_06_01);
        var reference = casework.statutory("kent");
        casework.respond(reference, "kent-manager");
        casework.wish(reference, "satisfied");
        office.on(MON_2027_06_28);

        takeUp(reference, "next-stage", Map.of());

        assertThat(cases.get(reference).stage()).isEqualTo(2);
        assertThat(office.deadline(reference, "response").triggerOn()).isEqualTo(MON_2027_06_28);
    }

    @Test
    void leadsToAPanelThatWasAskedForInTimeAndRecordedLater() {
        var reference = closedAfterStatutoryStageTwo();
        office.on(WED_2026_06_17.plusMonths(2));

        takeUp(reference, "next-stage", Map.of("askedOn", MON_2026_06_29.toString()));

        assertThat(cases.get(reference).stage()).isEqualTo(3);
        assertThat(office.deadline(reference, "panel-meeting").triggerOn()).isEqualTo(MON_2026_06_29);
    }

    @Test
    void leadsToAPanelThatWasAskedForLateOnlyWithAReason() {
        var reference = closedAfterStatutoryStageTwo();
        office.on(WED_2026_06_17.plusMonths(2));

        assertRefused(reference, "next-stage", Map.of(), "the time for it ended on Mon 29 Jun 2026 (CHD-50)");
    }

    @ParameterizedTest
    @EnumSource
    void putsAMistakenWithdrawalRightWhereverTheCaseStood(Point point) {
        office.on(WED_2026_06_10);
        var reference = point.reach(office, casework);
        var before = office.openTasks(reference);
        var issues = cases.issues(reference);
        office.event(reference, "withdrawal", Map.of());

        mistake(reference, Map.of());

        var goesOn = office.openTasks(reference);
        assertThat(goesOn).doesNotContain("Confirm withdrawal").hasSizeBetween(Math.min(1, before.size()), Math.max(1, before.size()));
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(cases.issues(reference)).isEqualTo(issues);
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).processDefinitionKey("complaint").count()).isOne();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BEFORE_THE_ACKNOWLEDGEMENT              | Acknowledge complaint   | 0
            BEFORE_THE_ASSESSMENT                   | Acknowledge complaint   | 0
            BEFORE_THE_REFUSAL                      | Acknowledge complaint   | 0
            WITH_ISSUES_TO_ANSWER                   | Decide who answers      | 1
            BEFORE_THE_WISH                         | Record complainant’s wish | 1
            BEFORE_THE_ACKNOWLEDGEMENT_OF_STAGE_TWO | Acknowledge complaint   | 2
            WITH_BOTH_REPORTS_OPEN                  | Appoint investigators   | 2
            WITHIN_THE_TIME_FOR_A_PANEL             | Record complainant’s wish | 2
            BEFORE_THE_PANEL                        | Appoint panel           | 3
            BEFORE_THE_SIGNPOST                     | Record complainant’s wish | 1
            """)
    void goesOnAtTheStepThatTheWithdrawalInterrupted(Point point, String task, int stage) {
        office.on(WED_2026_06_10);
        var reference = point.reach(office, casework);
        office.event(reference, "withdrawal", Map.of());
        office.complete(reference, "Confirm withdrawal", Answers.confirmWithdrawal(WED_2026_06_10));
        office.on(THU_2026_06_11);

        mistake(reference, Map.of("letterText", "That was about another case.", "letterSentOn", THU_2026_06_11.toString()));

        assertThat(office.openTasks(reference)).containsExactly(task);
        assertThat(cases.get(reference).stage()).isEqualTo(stage);
    }

    @Test
    void tellsWhoeverWasToldByMistake() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.event(reference, "withdrawal", Map.of());
        office.complete(reference, "Confirm withdrawal", Answers.confirmWithdrawal(MON_2026_06_01));

        assertRefused(reference, "mistake", Map.of("askedBy", "council"), "the complainant was told on Mon 1 Jun 2026 that the case is over; write the letter");
        assertRefused(reference, "mistake", Map.of("askedBy", "council", "letterText", "Sorry."), "a letter has a text and a day");
        mistake(reference, Map.of("letterText", "Your complaint goes on.", "letterSentOn", MON_2026_06_01.toString()));

        assertThat(cases.letters(reference)).extracting(LetterView::kind).containsExactly("acknowledgement", "withdrawal-confirmation", "taking-up");
    }

    @Test
    void gainsNoTimeByAWithdrawalOfTheWrongCase() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        var due = office.deadline(reference, "response").dueOn();
        office.on(WED_2026_06_10);
        office.event(reference, "withdrawal", Map.of());
        office.on(WED_2026_06_17);

        mistake(reference, Map.of());

        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(due);
        assertThat(office.deadline(reference, "response").overdue()).isTrue();
        assertThat(office.timers(reference)).containsKey("BoundaryEvent_ResponseOverdue");
    }

    @Test
    void givesBackTheDaysBetweenAWithdrawalAndItsTakingBack() {
        var reference = withdrawnOnWednesday();
        office.on(WED_2026_06_17);

        takeUp(reference, "withdrawal-taken-back", Map.of());

        var response = office.deadline(reference, "response");
        assertThat(response.dueOn()).isEqualTo(MON_2026_06_22);
        assertThat(response.steps()).endsWith("The case ended on Wed 10 Jun 2026 with 3 working days left.",
                "Taken up again on Wed 17 Jun 2026: 3 working days from then end on Mon 22 Jun 2026.");
        assertThat(office.timers(reference)).containsEntry("BoundaryEvent_ResponseOverdue", MON_2026_06_22.plusDays(1).atStartOfDay());
    }

    @Test
    void countsTheDayOnWhichTheWithdrawalWasTakenBackAndNotThatOfItsRecord() {
        var reference = withdrawnOnWednesday();
        office.on(MON_2026_06_29);

        takeUp(reference, "withdrawal-taken-back", Map.of("askedOn", WED_2026_06_17.toString()));

        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(MON_2026_06_22);
        assertThat(office.deadline(reference, "response").overdue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"withdrawal-taken-back, 2026-06-29", "mistake, 2026-06-22"})
    void keepsTheTimeByWhichAResponseWasExtended(String ground, LocalDate due) {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.event(reference, "extension", Answers.extension(MON_2026_06_22));
        office.on(WED_2026_06_10);
        office.event(reference, "withdrawal", Map.of());
        office.on(WED_2026_06_17);

        if (ground.equals("mistake")) {
            mistake(reference, Map.of());
        } else {
            takeUp(reference, ground, Map.of());
        }

        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(due);
        assertThat(office.deadline(reference, "response").extensions()).hasSize(1);
        assertThat(office.timers(reference)).containsEntry("BoundaryEvent_ResponseOverdue", due.plusDays(1).atStartOfDay());
    }

    @Test
    void leavesLateWhatWasLateWhenTheComplaintWasWithdrawn() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(WED_2026_06_17);
        office.event(reference, "withdrawal", Map.of());
        office.on(MON_2026_06_29);

        takeUp(reference, "withdrawal-taken-back", Map.of());

        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(MON_2026_06_15);
        assertThat(office.deadline(reference, "response").overdue()).isTrue();
    }

    @Test
    void endsWhatIsOwedOnTheDayOfTheWithdrawalHoweverLateItIsRecorded() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(WED_2026_06_17);
        var late = office.openTasks(reference);

        office.event(reference, "withdrawal", Map.of("happenedOn", WED_2026_06_10.toString()));

        assertThat(late).contains("Explain the delay to the complainant");
        assertThat(office.openTasks(reference)).containsExactly("Confirm withdrawal");
        assertThat(office.deadline(reference, "response").outcome()).isEqualTo("cancelled because the complaint was withdrawn");
        assertThat(office.chronology(reference, "Not late after all")).hasSize(1);
        assertThat(records.of("kent", 500)).filteredOn(record -> record.reference().equals(reference)).extracting(RecordedAfterwards::what).containsExactly("ended");
    }

    /** A withdrawal that is "found" when the answer is late, and taken back at once, would make it look in time: not without a second person. */
    @Test
    void makesNoLateAnswerLookInTimeByAWithdrawalThatIsRecordedAfterwards() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(WED_2026_06_17);
        office.event(reference, "withdrawal", Map.of("happenedOn", WED_2026_06_10.toString()));

        takeUp(reference, "withdrawal-taken-back", Map.of());
        var shown = tasks.getVariable(office.task(reference, SECOND).getId(), "changes");
        var status = cases.get(reference).status();
        assertThatThrownBy(() -> office.completeAs("kent-officer", office.task(reference, SECOND), Map.of("confirmation", "confirm", "confirmationReason", "So it was.")))
                .hasMessageContaining("is not a task of your groups");
        office.completeAs("kent-supervisor", office.task(reference, SECOND), Map.of("confirmation", "confirm", "confirmationReason", "Her letter of the 10th is in the file."));

        assertThat(shown).isEqualTo("Response, stage 1 due moves from Mon 15 Jun 2026 to Mon 22 Jun 2026. The end was recorded when that day had passed.");
        assertThat(status).isEqualTo(CaseStatus.WITHDRAWN);
        assertThat(office.openTasks(reference)).containsExactly("Decide who answers");
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(MON_2026_06_22);
    }

    @Test
    void leavesWithdrawnWhatNobodyElseConfirms() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(WED_2026_06_17);
        office.event(reference, "withdrawal", Map.of("happenedOn", WED_2026_06_10.toString()));
        takeUp(reference, "withdrawal-taken-back", Map.of());

        office.completeAs("kent-supervisor", office.task(reference, SECOND), Map.of("confirmation", "leave", "confirmationReason", "There is no letter."));

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.WITHDRAWN);
        assertThat(office.openTasks(reference)).containsExactly("Confirm withdrawal");
    }

    @Test
    void isNotTakenUpTwice() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(WED_2026_06_17);
        office.event(reference, "withdrawal", Map.of("happenedOn", WED_2026_06_10.toString()));
        takeUp(reference, "withdrawal-taken-back", Map.of());
        mistake(reference, Map.of());

        assertThatThrownBy(() -> office.completeAs("kent-supervisor", office.task(reference, SECOND), Map.of("confirmation", "confirm", "confirmationReason", "So it was.")))
                .hasMessageContaining("The case cannot be taken up any more: the case is not over: open since Wed 17 Jun 2026.");
    }

    @Test
    void movesWithADayOfWithdrawalThatIsPutRight() {
        var reference = withdrawnOnWednesday();
        office.on(WED_2026_06_17);
        takeUp(reference, "withdrawal-taken-back", Map.of());

        deadlines(() -> assertThat(deadlines.correct(reference, OptionalInt.empty(), "pausedOn", WED_2026_06_10, THU_2026_06_11, true)).extracting(Moved::dueAfter)
                .containsExactly(MON_2026_06_22.minusDays(3)));
        deadlines(() -> assertThat(deadlines.correct(reference, OptionalInt.empty(), "resumedOn", WED_2026_06_17, THU_2026_06_11, true)).extracting(Moved::dueAfter)
                .containsExactly(MON_2026_06_15.plusDays(1)));
    }

    @Test
    void isPausedAgainWhereAMistakeEndedIt() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.event(reference, "proceedings-started", Answers.prejudice());
        office.on(WED_2026_06_10);
        office.event(reference, "withdrawal", Map.of());

        mistake(reference, Map.of());
        var status = cases.get(reference).status();
        office.on(WED_2026_06_17);
        office.event(reference, "proceedings-ended", Map.of());

        assertThat(status).isEqualTo(CaseStatus.PAUSED);
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(WED_2026_07_01);
    }

    @Test
    void isNotPausedAnyMoreWhereThePersonEndedItAndGoesOn() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.event(reference, "proceedings-started", Answers.prejudice());
        office.on(WED_2026_06_10);
        office.event(reference, "withdrawal", Map.of());
        office.on(WED_2026_06_17);

        takeUp(reference, "withdrawal-taken-back", Map.of());

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(WED_2026_07_01);
    }

    @Test
    void goesOnWithASuccessorWhoComesLater() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        casework.die(reference, "kent");
        office.on(WED_2026_06_10);
        office.complete(reference, "Find out who carries on", Answers.nobodyCarriesOn(WED_2026_06_10));
        office.on(WED_2026_06_17);

        assertRefused(reference, "successor", Map.of(), "nobody complains in it yet; record who does with People change");
        assertRefused(reference, "withdrawal-taken-back", Map.of(), "the case is closed after a death since Wed 10 Jun 2026; it can be taken up because a successor carries it on");
        casework.succeed(reference, "kent");
        assertRefused(reference, "successor", Map.of("askedBy", "council"), "a successor asks for it");
        takeUp(reference, "successor", Map.of());

        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(office.openTasks(reference)).containsExactly("Decide who answers");
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(MON_2026_06_22);
    }

    @Test
    void acknowledgesNoRequestTwiceAndCountsFromTheFirstAcknowledgement() {
        office.on(MON_2026_06_01);
        var reference = Point.BEFORE_THE_ACKNOWLEDGEMENT_OF_STAGE_TWO.reach(office, casework);
        casework.acknowledgeNextStage(reference);
        var due = office.deadline(reference, "response").dueOn();
        office.on(WED_2026_06_10);
        office.event(reference, "withdrawal", Map.of());

        mistake(reference, Map.of());

        assertThat(office.openTasks(reference)).containsExactly("Decide who answers");
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(due);
    }

    @Test
    void countsTheResponseFromTheFirstAcknowledgementOfAComplaintThatWasNotAssessedYet() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of());
        office.event(reference, "withdrawal", Map.of());
        office.on(WED_2026_06_10);

        mistake(reference, Map.of());
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(WED_2026_06_10));
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of()));

        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(MON_2026_06_15);
    }

    @Test
    void putsNothingIntoWritingTwice() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent", Map.of("complainantRole", "parent", "channel", "phone"),
                Map.of("subject", "child-in-need", "straightToStage2On", MON_2026_06_01.toString()));
        office.complete(reference, "Agree written record", Answers.writtenRecord(MON_2026_06_01));
        office.event(reference, "withdrawal", Map.of());

        mistake(reference, Map.of());

        assertThat(office.openTasks(reference)).containsExactly("Appoint investigators");
        assertThat(office.deadline(reference, "response").triggerOn()).isEqualTo(MON_2026_06_01);
    }

    @Test
    void asksWhenAnAdjudicationCameIfThatIsNotRecordedYet() {
        office.on(MON_2026_06_01);
        var reference = casework.straightToStage2("kent");
        casework.investigate(reference, "kent");
        casework.approveAdjudication(reference);
        office.complete(reference, "Send adjudication", Answers.adjudication(MON_2026_06_01));
        office.event(reference, "withdrawal", Map.of());

        mistake(reference, Map.of());

        assertThat(office.openTasks(reference)).containsExactly("Record receipt of response");
    }

    @Test
    void goesToTheSignpostAfterTheLastStage() {
        var reference = closedAfterStageOne();
        takeUp(reference, "next-stage", Map.of());
        casework.acknowledgeNextStage(reference);
        casework.respond(reference, "kent-director");
        office.event(reference, "withdrawal", Map.of());

        mistake(reference, Map.of());

        assertThat(office.openTasks(reference)).containsExactly("Signpost the Ombudsman");
    }

    @Test
    void asksAgainWhatIsWantedWhenThatWasRecordedByMistake() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        casework.respond(reference, "kent-manager");
        casework.wish(reference, "satisfied");
        office.on(WED_2026_06_10);

        mistake(reference, Map.of());
        casework.wish(reference, "next-stage");

        assertThat(office.openTasks(reference)).containsExactly("Acknowledge complaint");
        assertThat(cases.get(reference).stage()).isEqualTo(2);
    }

    @Test
    void answersNoIssueTwiceAfterAWithdrawalThatIsTakenBack() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        casework.answerIssues(reference, "kent-manager");
        office.event(reference, "withdrawal", Map.of());

        mistake(reference, Map.of());
        office.complete(reference, "Decide who answers", Answers.responder("kent-manager"));
        office.complete(reference, "Investigate complaint", Answers.investigate());

        assertThat(office.openTasks(reference)).containsExactly("Draft response");
        assertThat(cases.issues(reference)).extracting(IssueView::answers).allSatisfy(answers -> assertThat(answers).hasSize(1));
    }

    @Test
    void takesAWithdrawalBackForWhoeverWithdrew() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.event(reference, "withdrawal", Map.of());
        office.on(WED_2026_06_10);

        assertRefused(reference, "withdrawal-taken-back", Map.of("askedBy", "council"), "a withdrawal is taken back by whoever withdrew");
        assertRefused(reference, "mistake", Map.of("askedBy", "complainant"), "a mistake of the council is put right by the council");
        takeUp(reference, "withdrawal-taken-back", Map.of());

        assertThat(office.openTasks(reference)).containsExactly("Decide who answers");
    }

    @Test
    void takesAWithdrawalBackAfterAYearOnlyWithAReason() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of());
        office.event(reference, "withdrawal", Map.of());
        office.on(MON_2027_06_28);

        assertRefused(reference, "withdrawal-taken-back", Map.of(), "the time for it ended on Tue 1 Jun 2027 (CORP-14)");
        takeUp(reference, "withdrawal-taken-back", Map.of("lateReason", "The child has come of age."));

        assertThat(office.openTasks(reference)).containsExactly("Acknowledge complaint");
        assertThat(office.deadline(reference, "acknowledgement").triggerOn()).isEqualTo(MON_2027_06_28);
    }

    @Test
    void owesTheFirstAcknowledgementFromTheReceiptAllTheSame() {
        office.on(MON_2026_06_01);
        var reference = office.receive("kent", Map.of());
        office.event(reference, "withdrawal", Map.of());
        office.on(WED_2026_06_10);

        mistake(reference, Map.of());

        assertThat(office.deadline(reference, "acknowledgement").triggerOn()).isEqualTo(MON_2026_06_01);
        assertThat(office.deadline(reference, "acknowledgement").overdue()).isTrue();
    }

    @Test
    void comesAgainWithinAYearAfterTheProceedings() {
        var reference = refusedForProceedings();
        office.on(WED_2026_06_10);
        office.event(reference, "proceedings-ended", Map.of());
        office.on(WED_2026_06_17);

        takeUp(reference, "after-proceedings", Map.of());
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(WED_2026_06_17));
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of("subject", "child-in-need")));

        assertThat(office.openTasks(reference)).containsExactly("Decide who answers");
        assertThat(office.deadline(reference, "response").triggerOn()).isEqualTo(WED_2026_06_17);
        assertThat(cases.issues(reference)).extracting(IssueView::text).containsExactly("Bins not emptied", "Nobody answered the telephone");
    }

    @Test
    void comesAgainNeitherBeforeTheProceedingsEndedNorAfterTheYear() {
        var reference = refusedForProceedings();
        office.on(WED_2026_06_10);

        assertRefused(reference, "after-proceedings", Map.of(), "the end of the proceedings is not recorded");
        office.event(reference, "proceedings-ended", Map.of());
        assertRefused(reference, "after-proceedings", Map.of("askedOn", MON_2026_06_01.toString()), "the proceedings ended on Wed 10 Jun 2026");
        office.on(MON_2027_06_28);
        assertRefused(reference, "after-proceedings", Map.of(), "the year for coming again ended on Thu 10 Jun 2027 (CHD-14)");
    }

    @Test
    void putsAMistakenRefusalRight() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of());
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of("assessment", "refuse")));
        office.complete(reference, "Send refusal", Answers.refusal(MON_2026_06_01, Map.of()));

        assertRefused(reference, "after-proceedings", Map.of(), "the complaint was not refused because of proceedings");
        mistake(reference, Map.of("letterText", "We consider it after all.", "letterSentOn", MON_2026_06_01.toString()));
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(MON_2026_06_01));
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of()));

        assertThat(office.openTasks(reference)).containsExactly("Decide who answers");
    }

    @Test
    void takesUpNothingThatIsNotOver() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");

        for (var ground : List.of("next-stage", "withdrawal-taken-back", "after-proceedings")) {
            assertRefused(reference, ground, Map.of(), "the case is not over: open since Mon 1 Jun 2026. Record what happens to it with Case event.");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            withdrawal-taken-back | the case is closed after the final response since Mon 1 Jun 2026; it can be taken up because the next stage is asked for, or it was ended by mistake
            after-proceedings     | it can be taken up because the next stage is asked for, or it was ended by mistake
            """)
    void saysWhichGroundFits(String ground, String sentence) {
        var reference = closedAfterStageOne();

        assertRefused(reference, ground, Map.of(), sentence);
    }

    @Test
    void findsNoCaseOfAnotherCouncil() {
        office.on(MON_2026_06_01);
        var own = casework.accepted("kent");
        var others = casework.accepted("leicestershire");
        office.event(others, "withdrawal", Map.of());

        assertRefused(own, "withdrawal-taken-back", Map.of("caseReference", others), "your council has no case " + others);
        assertThat(cases.get(others).status()).isEqualTo(CaseStatus.WITHDRAWN);
    }

    @Test
    void beginsAStageAnewThatIsLateAndSaysSo() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(WED_2026_06_17);
        office.event(reference, "withdrawal", Map.of());
        mistake(reference, Map.of());

        office.fire(reference, "BoundaryEvent_ResponseOverdue");

        assertThat(office.openTasks(reference)).containsExactly("Decide who answers", "Explain the delay to the complainant");
        assertThat(cases.chronology(reference)).extracting("what").contains("Overdue: Response, stage 1");
        assertThat(office.deadline(reference, "response").state()).isEqualTo(DeadlineState.OPEN);
    }

    /** Its response was due on Monday 15 June 2026. */
    private String withdrawnOnWednesday() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(WED_2026_06_10);
        office.event(reference, "withdrawal", Map.of());
        return reference;
    }

    private void deadlines(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    private String closedAfterStageOne() {
        office.on(MON_2026_06_01);
        var reference = Point.BEFORE_THE_SIGNPOST.reach(office, casework);
        casework.signpost(reference);
        return reference;
    }

    /** Its time for a panel ended on Monday 29 June 2026. */
    private String closedAfterStatutoryStageTwo() {
        office.on(MON_2026_06_01);
        var reference = Point.WITHIN_THE_TIME_FOR_A_PANEL.reach(office, casework);
        office.on(TUE_2026_06_30);
        casework.wish(reference, "no-request");
        casework.signpost(reference);
        return reference;
    }

    private String refusedForProceedings() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of("complainantRole", "parent"));
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of("subject", "child-in-need", "assessment", "refuse")));
        office.complete(reference, "Send refusal", Answers.refusal(MON_2026_06_01, Map.of("ground", "court-proceedings", "proceedings", "Family court.",
                "prejudice", "Witnesses would be questioned twice.")));
        return reference;
    }

    private void mistake(String reference, Map<String, Object> different) {
        takeUp(reference, "mistake", Answers.with(different, Map.of("askedBy", "council")));
    }

    private void takeUp(String reference, String ground, Map<String, Object> different) {
        office.as("kent-officer");
        try {
            office.start("taking-up", Answers.takingUp(reference, ground, office.today(), different));
        } finally {
            office.signOut();
        }
    }

    private void assertRefused(String reference, String ground, Map<String, Object> different, String sentence) {
        assertThatThrownBy(() -> takeUp(reference, ground, different)).isInstanceOf(AnswersRefused.class).hasMessageContaining(sentence);
    }
}
