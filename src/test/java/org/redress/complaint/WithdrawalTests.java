package org.redress.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.deadline.DeadlineState;
import org.redress.deadline.Deadlines;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A withdrawal ends everything that is open at once, wherever the case stands, and asks for a written confirmation (CHD-11). */
@ProductTest
class WithdrawalTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate WED_2026_06_10 = LocalDate.of(2026, 6, 10);
    private static final LocalDate THU_2026_06_11 = LocalDate.of(2026, 6, 11);
    private static final LocalDate WED_2026_06_17 = LocalDate.of(2026, 6, 17);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Deadlines deadlines;

    @ParameterizedTest
    @EnumSource
    void endsEveryTaskEveryTimerAndEveryDeadlineTogether(Point point) {
        office.on(WED_2026_06_10);
        var reference = point.reach(office, casework);

        office.event(reference, "withdrawal", Map.of());

        assertThat(office.openTasks(reference)).containsExactly("Confirm withdrawal");
        assertThat(office.timers(reference)).isEmpty();
        assertThat(deadlines.of(reference)).extracting("state").doesNotContain(DeadlineState.OPEN, DeadlineState.PAUSED);
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.WITHDRAWN);
    }

    /** Who records one alone ends nothing that is owed. */
    @Test
    void waitsForASecondPersonAndEveryPeriodGoesOnMeanwhile() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.joins("kent-officer", "supervisors");
        office.on(WED_2026_06_10);
        office.askForEvent(reference, "withdrawal", Map.of());

        var waiting = office.task(reference, "Confirm colleague’s change");
        assertThat(office.openTasks(reference)).containsExactly("Confirm colleague’s change", "Decide who answers");
        assertThat(office.variable(reference, "changes")).isEqualTo("An answer to the complaint: not owed any more.\nResponse, stage 1, due on Mon 15 Jun 2026: not owed any more.");
        assertThatThrownBy(() -> office.completeAs("kent-officer", waiting, Map.of("confirmation", "confirm"))).isInstanceOf(AnswersRefused.class);
        office.as("kent-officer").giveBack(waiting);
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.OPEN);
        office.on(WED_2026_06_17);
        assertThat(office.deadline(reference, "response").overdue()).isTrue();
        office.completeAs("kent-supervisor", waiting, Map.of("confirmation", "confirm"));

        assertThat(office.openTasks(reference)).containsExactly("Confirm withdrawal");
        assertThat(office.deadline(reference, "response").closedOn()).as("the day on which it happened").isEqualTo(WED_2026_06_10);
        assertThat(cases.get(reference).statusSince()).isEqualTo(WED_2026_06_10);
    }

    @Test
    void isLeftWhereTheSecondPersonFindsNoneOrTheCaseHasGoneOn() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.askForEvent(reference, "withdrawal", Map.of());
        office.askForEvent(reference, "withdrawal", Map.of());
        var both = office.tasks(reference, "Confirm colleague’s change");
        office.completeAs("kent-supervisor", both.get(0), Map.of("confirmation", "leave", "confirmationReason", "She says that she did not write it."));
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.OPEN);
        casework.respond(reference, "kent-manager");
        casework.wish(reference, "satisfied");

        assertThatThrownBy(() -> office.completeAs("kent-supervisor", both.get(1), Map.of("confirmation", "confirm"))).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("The case is resolved since Mon 1 Jun 2026 and has gone on");
        office.completeAs("kent-supervisor", both.get(1), Map.of("confirmation", "leave", "confirmationReason", "It is answered."));
        assertThat(cases.get(reference).status()).isEqualTo(CaseStatus.RESOLVED);
    }

    @Test
    void isOverWithItsWrittenConfirmation() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.event(reference, "withdrawal", Map.of());

        office.complete(reference, "Confirm withdrawal", Answers.confirmWithdrawal(MON_2026_06_01));

        assertThat(office.running(reference)).isFalse();
        assertThat(cases.letters(reference)).extracting("kind").containsExactly("acknowledgement", "withdrawal-confirmation");
    }

    @Test
    void saysInTheRecordWhyTheDeadlineEnded() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");

        office.event(reference, "withdrawal", Map.of());

        assertThat(office.deadline(reference, "response").outcome()).startsWith("cancelled because").contains("withdrawn");
        assertThat(office.deadline(reference, "response").closedOn()).isEqualTo(MON_2026_06_01);
    }

    @Test
    void endsTheExplanationOfADelayToo() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(WED_2026_06_17);
        var before = office.openTasks(reference);

        office.event(reference, "withdrawal", Map.of());

        assertThat(before).containsExactly("Decide who answers", "Explain the delay to the complainant");
        assertThat(office.openTasks(reference)).containsExactly("Confirm withdrawal");
        assertThat(office.deadline(reference, "response").outcome()).startsWith("missed, overdue since Tue 16 Jun 2026, then cancelled");
    }

    @Test
    void leavesTheExplanationsOfOtherCases() {
        office.on(MON_2026_06_01);
        var other = casework.accepted("kent");
        var reference = casework.accepted("kent");
        office.on(WED_2026_06_17);

        office.event(reference, "withdrawal", Map.of());

        assertThat(office.openTasks(other)).containsExactly("Decide who answers", "Explain the delay to the complainant");
    }

    @Test
    void isPossibleWhileTheCaseIsPaused() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(WED_2026_06_10);
        office.event(reference, "proceedings-started", Answers.prejudice());
        office.on(THU_2026_06_11);

        office.event(reference, "withdrawal", Map.of());
        office.complete(reference, "Confirm withdrawal", Answers.confirmWithdrawal(THU_2026_06_11));

        assertThat(deadlines.of(reference)).extracting("state").doesNotContain(DeadlineState.OPEN, DeadlineState.PAUSED);
        assertThat(office.running(reference)).isFalse();
    }

    @Test
    void isPossibleAfterAPauseHasEnded() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.event(reference, "proceedings-started", Answers.prejudice());
        office.on(WED_2026_06_10);
        office.event(reference, "proceedings-ended", Map.of());

        office.event(reference, "withdrawal", Map.of());

        assertThat(office.openTasks(reference)).containsExactly("Confirm withdrawal");
        assertThat(office.deadline(reference, "response").state()).isEqualTo(DeadlineState.CANCELLED);
    }

    @Test
    void isRefusedWhenTheCaseIsOver() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        casework.respond(reference, "kent-manager");
        casework.wish(reference, "satisfied");

        assertThatThrownBy(() -> office.event(reference, "withdrawal", Map.of())).isInstanceOf(AnswersRefused.class)
                .hasMessageContaining("the case is resolved since Mon 1 Jun 2026; there is nothing left to withdraw (CHD-11).");
    }

    @Test
    void firesNothingAfterwards() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.event(reference, "withdrawal", Map.of());

        office.on(MON_2026_06_01.plusMonths(3));

        assertThat(office.chronology(reference, "Overdue")).isEmpty();
        assertThat(office.chronology(reference, "Reminder")).isEmpty();
        assertThat(office.openTasks(reference)).containsExactly("Confirm withdrawal");
    }
}
