package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** When something happened decides, when it was recorded is kept: in time is in time, however late it is recorded, and late is late (CORP-21, CHD-44). */
@ProductTest
class RecordedLateTests {
    private static final String EXPLAIN = "Explain the delay to the complainant";
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate MON_2026_06_08 = LocalDate.of(2026, 6, 8);
    private static final LocalDate WED_2026_06_10 = LocalDate.of(2026, 6, 10);
    private static final LocalDate FRI_2026_06_12 = LocalDate.of(2026, 6, 12);
    private static final LocalDate MON_2026_06_15 = LocalDate.of(2026, 6, 15);
    private static final LocalDate TUE_2026_06_16 = LocalDate.of(2026, 6, 16);
    private static final LocalDate WED_2026_06_17 = LocalDate.of(2026, 6, 17);
    private static final LocalDate MON_2026_06_22 = LocalDate.of(2026, 6, 22);
    private static final LocalDate TUE_2026_06_23 = LocalDate.of(2026, 6, 23);
    private static final LocalDate FRI_2026_06_26 = LocalDate.of(2026, 6, 26);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aNoticeThatWentOutInTimeHoldsAndEndsTheExplanationOfTheDelay() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(WED_2026_06_17);
        var open = office.openTasks(reference);

        extend(reference, MON_2026_06_15, MON_2026_06_22);

        assertThat(open).contains(EXPLAIN);
        assertThat(office.deadline(reference, "response").outcome()).isEqualTo("due on Mon 22 Jun 2026");
        assertThat(office.deadline(reference, "response").overdueSince()).isNull();
        assertThat(office.deadline(reference, "response").steps()).last().isEqualTo("Extended by notice of Mon 15 Jun 2026 to Mon 22 Jun 2026; "
                + "before it was Mon 15 Jun 2026. Recorded on Wed 17 Jun 2026, after that day had passed.");
        assertThat(office.openTasks(reference)).containsExactly("Decide who answers");
        assertThat(office.chronology(reference, "Not late")).containsExactly(
                "Not late after all: Response, stage 1: due on Mon 22 Jun 2026; nothing is to be explained or chased any more.");
        assertThat(office.timers(reference)).containsEntry("BoundaryEvent_ResponseOverdue", TUE_2026_06_23.atStartOfDay());
    }

    @Test
    void aNoticeThatWentOutTooLateIsRefusedWheneverItIsRecorded() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(WED_2026_06_17);

        assertThatThrownBy(() -> extend(reference, TUE_2026_06_16, MON_2026_06_22)).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("It ended on Mon 15 Jun 2026; an extension has to be notified before");
        assertThat(office.openTasks(reference)).contains(EXPLAIN);
    }

    @Test
    void aNoticeDoesNotUndoAResponseThatWasSentMeanwhile() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(WED_2026_06_17);
        casework.respond(reference, "kent-manager");

        assertThatThrownBy(() -> extend(reference, MON_2026_06_15, MON_2026_06_22)).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("The response is over: late by 2 working days, done on Wed 17 Jun 2026");
    }

    @Test
    void aNoticeCountsBeforeThePauseThatFollowedIt() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(FRI_2026_06_12);
        office.event(reference, "proceedings-started", Answers.prejudice());

        extend(reference, WED_2026_06_10, MON_2026_06_22);
        office.on(WED_2026_06_17);
        office.event(reference, "proceedings-ended", Map.of());

        // six working days were left of the longer time
        assertThat(office.deadline(reference, "response").steps()).contains("Paused on Fri 12 Jun 2026 with 6 working days left.");
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(LocalDate.of(2026, 6, 25));
    }

    @Test
    void aNoticeThatWentOutWhileTheClockStoodStillIsRefused() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(MON_2026_06_08);
        office.event(reference, "proceedings-started", Answers.prejudice());
        office.on(FRI_2026_06_12);
        office.event(reference, "proceedings-ended", Map.of());

        assertThatThrownBy(() -> extend(reference, WED_2026_06_10, MON_2026_06_22)).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("The deadline is paused; it gets back what is left of it");
    }

    @Test
    void aLetterOfTheLastDayEndsTheExplanationOfTheDelay() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        casework.answerIssues(reference, "kent-manager");
        office.complete(reference, "Draft response", Answers.draft());
        office.complete(reference, "Approve response", Answers.approve());
        office.on(WED_2026_06_17);

        office.complete(reference, "Send response", Answers.send(MON_2026_06_15));

        assertThat(office.openTasks(reference)).containsExactly("Record complainant’s wish");
        assertThat(office.chronology(reference, "Not late")).containsExactly(
                "Not late after all: Response, stage 1: met on Mon 15 Jun 2026, its last day; nothing is to be explained or chased any more.");
        assertThat(office.deadline(reference, "response").steps()).last()
                .isEqualTo("Done on Mon 15 Jun 2026. Recorded on Wed 17 Jun 2026, after its day had passed.");
    }

    @Test
    void aLetterOfTheLastDayIsSaidToBeInTimeAlsoWhenTheDelayHadBeenExplained() {
        office.on(MON_2026_06_01);
        var reference = office.receive("kent", Map.of());
        office.on(WED_2026_06_10);
        office.complete(reference, EXPLAIN, Answers.explainDelay(WED_2026_06_10, FRI_2026_06_26));

        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(MON_2026_06_08));

        assertThat(office.chronology(reference, "Not late")).containsExactly(
                "Not late after all: Acknowledgement: met on Mon 8 Jun 2026, its last day; it had been explained or chased already.");
    }

    @Test
    void aStepThatIsDoneLateBeforeTheTimerTellsTheDelayOnce() {
        office.on(MON_2026_06_15);
        var reference = office.receive("kent", Map.of("receivedOn", MON_2026_06_01.toString()));
        var before = office.chronology(reference, "Overdue");

        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(MON_2026_06_15));
        office.on(TUE_2026_06_16);

        assertThat(before).isEmpty();
        assertThat(office.deadline(reference, "acknowledgement").outcome()).isEqualTo("late by 5 working days, done on Mon 15 Jun 2026");
        assertThat(office.chronology(reference, "Overdue")).containsExactly("Overdue: Acknowledgement: overdue since Tue 9 Jun 2026.");
        assertThat(office.tasks(reference, EXPLAIN)).hasSize(1);
    }

    @Test
    void aPauseThatBeganInTimeEndsTheExplanationOfTheDelay() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(WED_2026_06_17);

        office.event(reference, "proceedings-started", Answers.with(Answers.prejudice(), Map.of("happenedOn", FRI_2026_06_12.toString())));

        assertThat(office.openTasks(reference)).containsExactly("Decide who answers");
        assertThat(office.chronology(reference, "Not late")).containsExactly(
                "Not late after all: Response, stage 1: paused since Fri 12 Jun 2026; nothing is to be explained or chased any more.");
    }

    @Test
    void aCorrectedDayOfTheLetterMakesAMissedDeadlineAMetOneAndIsShownBefore() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(WED_2026_06_17);
        casework.respond(reference, "kent-manager");

        var preview = correct(reference, "responseSentOn", WED_2026_06_17, MON_2026_06_15, true);
        var untouched = office.deadline(reference, "response");
        var moved = correct(reference, "responseSentOn", WED_2026_06_17, MON_2026_06_15, false);

        assertThat(preview).containsExactly(new Moved(reference, "response", 1, null, MON_2026_06_15, MON_2026_06_15,
                "late by 2 working days, done on Wed 17 Jun 2026", "met on Mon 15 Jun 2026, its last day", true, false)).isEqualTo(moved);
        assertThat(untouched.outcome()).isEqualTo("late by 2 working days, done on Wed 17 Jun 2026");
        assertThat(office.deadline(reference, "response").outcome()).isEqualTo("met on Mon 15 Jun 2026, its last day");
        assertThat(office.openTasks(reference)).containsExactly("Record complainant’s wish");
    }

    @Test
    void aCorrectedTriggerMovesTheDayTheVariableAndTheTimers() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");

        var moved = correct(reference, "acknowledgedOn", MON_2026_06_01, LocalDate.of(2026, 5, 29), false);

        // 29 May counts on from the acknowledgement, and meets its deadline two days earlier
        assertThat(moved).extracting(Moved::kind, Moved::dueBefore, Moved::dueAfter).contains(
                tuple("response", MON_2026_06_15, FRI_2026_06_12));
        assertThat(office.variable(reference, "responseDue")).isEqualTo(Moments.endOf(FRI_2026_06_12));
        assertThat(office.timers(reference)).containsEntry("BoundaryEvent_ResponseOverdue", LocalDate.of(2026, 6, 13).atStartOfDay());
        assertThat(office.deadline(reference, "response").steps()).last().isEqualTo(
                "Corrected: acknowledged was Fri 29 May 2026, not Mon 1 Jun 2026; before it was Mon 15 Jun 2026.");
    }

    private List<Moved> correct(String reference, String fact, LocalDate before, LocalDate after, boolean preview) {
        return transaction.execute(status -> deadlines.correct(reference, OptionalInt.empty(), fact, before, after, preview));
    }

    private void extend(String reference, LocalDate noticedOn, LocalDate to) {
        office.event(reference, "extension", Answers.with(Answers.extension(to), Map.of("happenedOn", noticedOn.toString())));
    }
}
