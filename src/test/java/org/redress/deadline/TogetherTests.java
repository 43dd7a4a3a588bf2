package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.calendar.WorkingCalendar;
import org.redress.gate.AnswersRefused;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever sequence of pauses and extensions a case goes through, the record, the variable, the task and the timers say the same
 * day, and it is the day that counting on fingers gives.
 */
@ProductTest
class TogetherTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final int STEPS = 14;
    private static final int AT_MOST = 65;

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    private final WorkingCalendar calendar = WorkingCalendar.englandAndWales();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void recordVariableTaskAndTimersAgreeAfterEveryStep(long seed) {
        office.on(MON_2026_06_01);
        var reference = casework.straightToStage2("kent");
        var clock = new OnFingers(office.deadline(reference, "response").dueOn());
        var random = new Random(seed);

        for (int step = 0; step < STEPS && !clock.isOver(office.today()); step++) {
            office.on(office.today().plusDays(random.nextInt(9)));
            if (!clock.isOver(office.today())) {
                act(reference, clock, random);
                assertAgreement(reference, clock);
            }
        }
        office.at(clock.end().plusDays(1).atStartOfDay());

        assertThat(office.chronology(reference, "Overdue")).hasSize(clock.paused ? 0 : 1);
    }

    private void act(String reference, OnFingers clock, Random random) {
        var today = office.today();
        if (clock.paused) {
            office.event(reference, "proceedings-ended", Map.of());
            clock.resume(today);
        } else if (random.nextBoolean()) {
            office.event(reference, "proceedings-started", Answers.prejudice());
            clock.pause(today);
        } else {
            var newDue = clock.due.plusDays(random.nextInt(30) - 3);
            boolean accepted = accepts(reference, newDue);
            assertThat(accepted).as("extension from %s to %s", clock.due, newDue).isEqualTo(clock.allows(newDue));
            clock.due = accepted ? newDue : clock.due;
        }
    }

    private boolean accepts(String reference, LocalDate newDue) {
        try {
            office.event(reference, "extension", Answers.extension(newDue));
            return true;
        } catch (AnswersRefused refused) {
            return false;
        }
    }

    private void assertAgreement(String reference, OnFingers clock) {
        var record = office.deadline(reference, "response");
        var task = office.task(reference, "Appoint investigators");
        if (clock.paused) {
            assertThat(record.state()).isEqualTo(DeadlineState.PAUSED);
            assertThat(task.getDueDate()).isNull();
            return;
        }
        assertThat(record.dueOn()).isEqualTo(clock.due);
        assertThat(office.variable(reference, "responseDue")).isEqualTo(Moments.endOf(clock.due));
        assertThat(task.getDueDate()).isEqualTo(Moments.endOf(clock.due));
        assertThat(office.timers(reference)).isEqualTo(clock.timers(office.today().atTime(9, 30)));
    }

    /** The same rules, counted day by day. */
    private final class OnFingers {
        private LocalDate due;
        private boolean paused;
        private LocalDate pausedOn = LocalDate.MIN;
        private int left;
        private int stoodStill;

        OnFingers(LocalDate due) {
            this.due = due;
        }

        void pause(LocalDate on) {
            paused = true;
            pausedOn = on;
            left = between(on, due);
        }

        void resume(LocalDate on) {
            paused = false;
            due = after(on, left);
            stoodStill += between(pausedOn, on);
        }

        boolean allows(LocalDate newDue) {
            return newDue.isAfter(due) && !newDue.isAfter(after(MON_2026_06_01, AT_MOST + stoodStill));
        }

        boolean isOver(LocalDate today) {
            return !paused && today.isAfter(due);
        }

        LocalDate end() {
            return paused ? office.today() : due;
        }

        Map<String, LocalDateTime> timers(LocalDateTime now) {
            var timers = new HashMap<String, LocalDateTime>();
            timers.put("BoundaryEvent_ResponseOverdue", due.plusDays(1).atStartOfDay());
            var warned = before(due, 2).atTime(9, 0);
            if (warned.isAfter(now)) {
                timers.put("BoundaryEvent_ResponseDueSoon", warned);
            }
            return timers;
        }

        private LocalDate after(LocalDate day, int workingDays) {
            var date = day;
            for (int counted = 0; counted < workingDays; counted += calendar.isWorkingDay(date) ? 1 : 0) {
                date = date.plusDays(1);
            }
            return date;
        }

        private LocalDate before(LocalDate day, int workingDays) {
            var date = day;
            for (int counted = 0; counted < workingDays; counted += calendar.isWorkingDay(date) ? 1 : 0) {
                date = date.minusDays(1);
            }
            return date;
        }

        private int between(LocalDate from, LocalDate to) {
            return (int) from.plusDays(1).datesUntil(to.plusDays(1)).filter(calendar::isWorkingDay).count();
        }
    }
}
