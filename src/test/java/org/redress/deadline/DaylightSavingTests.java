package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The nights in which the clocks change in Europe/London: a day still ends at its own midnight (WD-13). */
@ProductTest
class DaylightSavingTests {
    private static final LocalDate FRI_2026_10_09 = LocalDate.of(2026, 10, 9);
    private static final LocalDate SAT_2026_10_24 = LocalDate.of(2026, 10, 24);
    private static final LocalDate SUN_2026_10_25 = LocalDate.of(2026, 10, 25);
    private static final LocalDate WED_2026_10_28 = LocalDate.of(2026, 10, 28);
    private static final LocalDate WED_2027_03_10 = LocalDate.of(2027, 3, 10);
    private static final LocalDate SAT_2027_03_27 = LocalDate.of(2027, 3, 27);
    private static final LocalDate SUN_2027_03_28 = LocalDate.of(2027, 3, 28);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private ManagementService management;

    @Test
    void endsTheDayBeforeTheClocksGoBackAtMidnightOfSummerTime() {
        var reference = dueOn(FRI_2026_10_09, SAT_2026_10_24);

        assertThat(overdueAt()).isEqualTo("2026-10-24T23:00:00Z");
        assertNotOverdueBefore(reference, SUN_2026_10_25);
    }

    @Test
    void endsTheDayOfTwentyFiveHoursAtMidnightOfWinterTime() {
        var reference = dueOn(FRI_2026_10_09, SUN_2026_10_25);

        assertThat(office.variable(reference, "responseDue")).isEqualTo(Date.from(Instant.parse("2026-10-25T23:59:59.999Z")));
        assertThat(overdueAt()).isEqualTo("2026-10-26T00:00:00Z");
        assertNotOverdueBefore(reference, SUN_2026_10_25.plusDays(1));
    }

    @Test
    void remindsAtNineOfTheNewTimeAfterTheClocksWentBack() {
        dueOn(FRI_2026_10_09, WED_2026_10_28);

        assertThat(moment("BoundaryEvent_ResponseDueSoon")).isEqualTo("2026-10-26T09:00:00Z");
    }

    @Test
    void endsTheDayBeforeTheClocksGoForwardAtMidnightOfWinterTime() {
        var reference = dueOn(WED_2027_03_10, SAT_2027_03_27);

        assertThat(overdueAt()).isEqualTo("2027-03-28T00:00:00Z");
        assertNotOverdueBefore(reference, SUN_2027_03_28);
    }

    @Test
    void endsTheDayOfTwentyThreeHoursAtMidnightOfSummerTime() {
        var reference = dueOn(WED_2027_03_10, SUN_2027_03_28);

        assertThat(office.variable(reference, "responseDue")).isEqualTo(Date.from(Instant.parse("2027-03-28T22:59:59.999Z")));
        assertThat(overdueAt()).isEqualTo("2027-03-28T23:00:00Z");
        assertNotOverdueBefore(reference, SUN_2027_03_28.plusDays(1));
    }

    private String dueOn(LocalDate received, LocalDate due) {
        office.on(received);
        var reference = casework.accepted("kent");
        office.event(reference, "extension", Answers.extension(due));
        return reference;
    }

    private void assertNotOverdueBefore(String reference, LocalDate nextDay) {
        office.at(nextDay.minusDays(1).atTime(23, 59, 59));
        assertThat(office.deadline(reference, "response").overdue()).isFalse();
        assertThat(office.chronology(reference, "Overdue")).isEmpty();
        office.at(nextDay.atStartOfDay());
        assertThat(office.deadline(reference, "response").overdue()).isTrue();
        assertThat(office.chronology(reference, "Overdue")).hasSize(1);
    }

    private String overdueAt() {
        return moment("BoundaryEvent_ResponseOverdue");
    }

    private String moment(String event) {
        return management.createJobQuery().activityId(event).list().stream().map(Job::getDuedate).map(Date::toInstant)
                .map(Instant::toString).reduce((one, other) -> one + " and " + other).orElseThrow();
    }
}
