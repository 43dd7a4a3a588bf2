package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.testing.Office.endOf;
import static org.redress.testing.Office.london;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Concurrent proceedings stop the clock, their end starts it with what was left (CHD-12 to CHD-14). */
@ProductTest
class PauseTests {
    private static final LocalDate FRI_2026_05_29 = LocalDate.of(2026, 5, 29);
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate WED_2026_06_03 = LocalDate.of(2026, 6, 3);
    private static final LocalDate FRI_2026_06_05 = LocalDate.of(2026, 6, 5);
    private static final LocalDate MON_2026_06_08 = LocalDate.of(2026, 6, 8);
    private static final LocalDate TUE_2026_06_09 = LocalDate.of(2026, 6, 9);
    private static final LocalDate WED_2026_06_10 = LocalDate.of(2026, 6, 10);
    private static final LocalDate THU_2026_06_11 = LocalDate.of(2026, 6, 11);
    private static final LocalDate FRI_2026_06_12 = LocalDate.of(2026, 6, 12);
    private static final LocalDate MON_2026_06_15 = LocalDate.of(2026, 6, 15);
    private static final LocalDate TUE_2026_06_16 = LocalDate.of(2026, 6, 16);
    private static final LocalDate WED_2026_06_17 = LocalDate.of(2026, 6, 17);
    private static final LocalDate THU_2026_06_18 = LocalDate.of(2026, 6, 18);
    private static final LocalDate MON_2026_06_22 = LocalDate.of(2026, 6, 22);
    private static final LocalDate WED_2026_06_24 = LocalDate.of(2026, 6, 24);
    private static final LocalDate FRI_2026_06_26 = LocalDate.of(2026, 6, 26);
    private static final LocalDate MON_2026_06_29 = LocalDate.of(2026, 6, 29);
    private static final LocalDate TUE_2026_06_30 = LocalDate.of(2026, 6, 30);
    private static final LocalDate WED_2026_07_01 = LocalDate.of(2026, 7, 1);
    private static final LocalDate MON_2026_07_13 = LocalDate.of(2026, 7, 13);
    private static final LocalDate MON_2026_08_24 = LocalDate.of(2026, 8, 24);
    private static final LocalDate TUE_2026_09_08 = LocalDate.of(2026, 9, 8);
    private static final LocalDate WED_2026_09_09 = LocalDate.of(2026, 9, 9);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private CaseFiles cases;

    @Test
    void takesTheDueDateOffTheTasksAndKeepsWhatIsLeft() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(WED_2026_06_10);

        pause(reference);

        assertThat(office.deadline(reference, "response").outcome()).isEqualTo("paused since Wed 10 Jun 2026");
        assertThat(office.deadline(reference, "response").steps()).last().asString().contains("Paused on Wed 10 Jun 2026 with 3 working days left");
        assertThat(office.task(reference, "Decide who answers").getDueDate()).isNull();
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.PAUSED);
    }

    @Test
    void firesNoTimerHoweverLongItLasts() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(WED_2026_06_10);
        pause(reference);

        office.on(MON_2026_08_24);

        assertThat(office.chronology(reference, "Reminder")).isEmpty();
        assertThat(office.chronology(reference, "Overdue")).isEmpty();
        assertThat(office.openTasks(reference)).containsExactly("Decide who answers");
    }

    @Test
    void givesBackWhatWasLeftFromTheDayOnWhichItEnds() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(WED_2026_06_10);
        pause(reference);
        office.on(MON_2026_08_24);

        resume(reference);

        // 3 working days were left: 25, 26 and 27 August
        var thu20260827 = LocalDate.of(2026, 8, 27);
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(thu20260827);
        assertThat(office.deadline(reference, "response").originalDueOn()).isEqualTo(MON_2026_06_15);
        assertThat(office.variable(reference, "responseDue")).isEqualTo(Moments.endOf(thu20260827));
        assertThat(london(office.task(reference, "Decide who answers").getDueDate())).isEqualTo(endOf(thu20260827));
        assertThat(office.timers(reference)).containsExactlyInAnyOrderEntriesOf(Map.of(
                "BoundaryEvent_ResponseDueSoon", LocalDate.of(2026, 8, 25).atTime(9, 0),
                "BoundaryEvent_ResponseOverdue", LocalDate.of(2026, 8, 28).atStartOfDay()));
    }

    @Test
    void keepsWhatIsLeftSeveralTimesOver() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(WED_2026_06_03);
        pause(reference);
        office.on(MON_2026_06_08);
        resume(reference);
        var afterTheFirst = office.deadline(reference, "response").dueOn();
        office.on(WED_2026_06_10);
        pause(reference);
        office.on(WED_2026_06_17);

        resume(reference);

        // 8 of 10 days were left on 3 June: 9 to 18 June; 6 of them on 10 June: 18 to 25 June
        assertThat(afterTheFirst).isEqualTo(THU_2026_06_18);
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(LocalDate.of(2026, 6, 25));
        assertThat(office.deadline(reference, "response").pauses()).containsExactly(
                new DeadlineView.Paused(WED_2026_06_03, MON_2026_06_08), new DeadlineView.Paused(WED_2026_06_10, WED_2026_06_17));
    }

    @Test
    void skipsABankHolidayWhenItGivesDaysBack() {
        office.on(MON_2026_08_24);
        var reference = casework.accepted("kent");
        office.on(LocalDate.of(2026, 8, 25));
        pause(reference);
        office.on(LocalDate.of(2026, 8, 28));

        resume(reference);

        // due on Tuesday 8 September with 9 days left; Monday 31 August does not count: 1 to 11 September
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(LocalDate.of(2026, 9, 11));
    }

    @Test
    void endsOnTheDayOfTheEndWhenNothingWasLeft() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(MON_2026_06_15);
        pause(reference);
        office.on(MON_2026_06_22);

        resume(reference);

        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(MON_2026_06_22);
        assertThat(office.timers(reference)).containsOnlyKeys("BoundaryEvent_ResponseOverdue");
    }

    @Test
    void setsUpTheReminderAgainThatHadBeenGiven() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(FRI_2026_06_12);
        pause(reference);
        office.on(MON_2026_06_22);
        resume(reference);

        // one day was left, so its reminder would have been on Friday 19 June, before the end of the pause
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(LocalDate.of(2026, 6, 23));
        office.event(reference, "extension", Answers.extension(TUE_2026_06_30));

        assertThat(office.timers(reference)).containsExactlyInAnyOrderEntriesOf(Map.of(
                "BoundaryEvent_ResponseDueSoon", FRI_2026_06_26.atTime(9, 0),
                "BoundaryEvent_ResponseOverdue", WED_2026_07_01.atStartOfDay()));
    }

    @Test
    void letsNobodyCompleteATaskWhileItLasts() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(WED_2026_06_10);
        pause(reference);

        assertThatThrownBy(() -> office.complete(reference, "Decide who answers", Answers.responder("kent-manager")))
                .isInstanceOf(AnswersRefused.class)
                .hasMessage("Case " + reference + " is paused for concurrent proceedings since Wed 10 Jun 2026. Record their end with Case event first.");
    }

    @Test
    void letsASupervisorExplainADelayWhileItLasts() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(TUE_2026_06_16);
        pause(reference);

        office.complete(reference, "Explain the delay to the complainant", Answers.explainDelay(TUE_2026_06_16, FRI_2026_06_26));

        assertThat(office.openTasks(reference)).containsExactly("Decide who answers");
    }

    @Test
    void leavesAnOverdueDeadlineOverdue() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(TUE_2026_06_16);

        pause(reference);
        var whilePaused = office.deadline(reference, "response");
        office.on(MON_2026_06_29);
        resume(reference);

        assertThat(whilePaused.outcome()).isEqualTo("overdue since Tue 16 Jun 2026");
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(MON_2026_06_15);
        assertThat(office.deadline(reference, "response").pauses()).isEmpty();
        assertThat(london(office.task(reference, "Decide who answers").getDueDate())).isEqualTo(endOf(MON_2026_06_15));
    }

    @Test
    void doesNotStopTheComplainantsOwnTime() {
        office.on(MON_2026_06_01);
        var reference = casework.straightToStage2("kent");
        casework.adjudicate(reference, "kent");
        office.on(WED_2026_06_10);

        // nothing is being considered then that could prejudice them
        assertThatThrownBy(() -> pause(reference)).hasMessageContaining("the stage was answered and nothing is being considered");

        assertThat(office.deadline(reference, "stage-3-request").outcome()).isEqualTo("due on Mon 29 Jun 2026");
        assertThat(office.timers(reference)).containsExactlyEntriesOf(Map.of("BoundaryEvent_RequestTimeOver", TUE_2026_06_30.atStartOfDay()));
    }

    @Test
    void countsFromTheDayOfTheProceedingsWhenThatIsRecordedLater() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(FRI_2026_06_12);

        office.event(reference, "proceedings-started", Answers.with(Answers.prejudice(), Map.of("happenedOn", MON_2026_06_08.toString())));
        office.on(MON_2026_06_22);
        office.event(reference, "proceedings-ended", Map.of("happenedOn", MON_2026_06_15.toString()));

        // 5 days were left on 8 June: 16 to 22 June
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(MON_2026_06_22);
    }

    @Test
    void givesBackNoMoreThanTheWholePeriod() {
        office.on(MON_2026_06_01);
        var reference = office.receive("kent", Map.of());
        office.on(FRI_2026_06_05);
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(FRI_2026_06_05));
        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of()));

        office.event(reference, "proceedings-started", Answers.with(Answers.prejudice(), Map.of("happenedOn", MON_2026_06_01.toString())));
        office.on(MON_2026_06_15);
        resume(reference);

        // the ten days began on 5 June only
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(MON_2026_06_29);
    }

    @Test
    void countsForADeadlineThatIsSetOnlyAfterItsEnd() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of());
        office.on(WED_2026_06_03);
        pause(reference);
        office.on(WED_2026_06_17);
        resume(reference);

        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of()));

        // the ten days began on 1 June with the acknowledgement and stood still after two of them: 18 to 29 June
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(MON_2026_06_29);
        assertThat(office.deadline(reference, "response").originalDueOn()).isEqualTo(MON_2026_06_15);
        assertThat(office.deadline(reference, "response").pauses()).containsExactly(new DeadlineView.Paused(WED_2026_06_03, WED_2026_06_17));
        assertThat(office.variable(reference, "responseDue")).isEqualTo(Moments.endOf(MON_2026_06_29));
        assertThat(office.chronology(reference, "Deadline set: Response")).singleElement().asString().contains("Mon 29 Jun 2026");
    }

    @Test
    void doesNotCountForADeadlineThatBeginsAfterItsEnd() {
        office.on(MON_2026_06_01);
        var reference = office.receive("kent", Map.of());
        pause(reference);
        office.on(WED_2026_06_03);
        resume(reference);
        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(WED_2026_06_03));

        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of()));

        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(WED_2026_06_17);
        assertThat(office.deadline(reference, "response").pauses()).isEmpty();
    }

    @Test
    void doesNotCountForADeadlineThatWasOverBefore() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of());
        office.on(WED_2026_06_17);
        pause(reference);
        office.on(WED_2026_06_24);
        resume(reference);

        office.complete(reference, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of()));

        assertThat(office.deadline(reference, "response").outcome()).isEqualTo("overdue since Tue 16 Jun 2026");
    }

    @Test
    void takesBackWhatWasRecordedAsOverdueAfterTheProceedingsHadBegun() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(WED_2026_06_17);
        office.event(reference, "proceedings-started", Answers.with(Answers.prejudice(), Map.of("happenedOn", FRI_2026_06_12.toString())));
        office.on(MON_2026_06_22);
        resume(reference);
        var resumed = office.deadline(reference, "response");

        office.at(WED_2026_06_24.atStartOfDay());

        assertThat(resumed.outcome()).isEqualTo("due on Tue 23 Jun 2026");
        assertThat(resumed.overdueSince()).isNull();
        assertThat(office.chronology(reference, "Overdue")).hasSize(2);
        assertThat(office.deadline(reference, "response").overdueSince()).isEqualTo(WED_2026_06_24);
    }

    @Test
    void cannotBeExtendedWhileItLasts() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(WED_2026_06_10);
        pause(reference);

        assertThatThrownBy(() -> office.event(reference, "extension", Answers.extension(MON_2026_06_22)))
                .isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("the case is paused for concurrent proceedings since Wed 10 Jun 2026");
    }

    @Test
    void cannotEndBeforeItBegan() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(WED_2026_06_10);
        pause(reference);

        assertThatThrownBy(() -> office.event(reference, "proceedings-ended", Map.of("happenedOn", MON_2026_06_08.toString())))
                .isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("the case is paused since Wed 10 Jun 2026");
    }

    @Test
    void cannotOverlapAnEarlierPause() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(WED_2026_06_03);
        pause(reference);
        office.on(WED_2026_06_10);
        resume(reference);
        office.on(THU_2026_06_11);

        assertThatThrownBy(() -> office.event(reference, "proceedings-started",
                Answers.with(Answers.prejudice(), Map.of("happenedOn", FRI_2026_06_05.toString()))))
                .isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("Wed 10 Jun 2026");
    }

    @Test
    void countsTheCapFromTheDayWithoutTheExtensionAsThePauseMovedIt() {
        office.on(FRI_2026_05_29);
        var reference = casework.accepted("kent");
        office.event(reference, "extension", Answers.extension(MON_2026_06_15));
        office.on(THU_2026_06_11);
        pause(reference);
        office.on(FRI_2026_06_12);
        resume(reference);

        // without the extension it would be due on Monday 15 June instead of Friday 12 June; ten working days later is Monday 29 June
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(TUE_2026_06_16);
        assertThatThrownBy(() -> office.event(reference, "extension", Answers.extension(TUE_2026_06_30)))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("At most to Mon 29 Jun 2026");
        office.event(reference, "extension", Answers.extension(MON_2026_06_29));
    }

    @Test
    void movesTheCapOfStatutoryStageTwoByTheWorkingDaysOfThePause() {
        office.on(FRI_2026_06_05);
        var reference = casework.straightToStage2("kent");
        office.on(MON_2026_06_08);
        pause(reference);
        office.on(TUE_2026_06_09);
        resume(reference);

        // due on Monday 13 July instead of Friday 10 July; 65 working days from 5 June end on Monday 7 September, and one more
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(MON_2026_07_13);
        assertThatThrownBy(() -> office.event(reference, "extension", Answers.extension(WED_2026_09_09)))
                .isInstanceOf(AnswersRefused.class).hasMessageContaining("At most to Tue 8 Sep 2026");
        office.event(reference, "extension", Answers.extension(TUE_2026_09_08));
    }

    private void pause(String reference) {
        office.event(reference, "proceedings-started", Answers.prejudice());
    }

    private void resume(String reference) {
        office.event(reference, "proceedings-ended", Map.of());
    }
}
