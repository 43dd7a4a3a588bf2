package org.redress.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The day from which the ten working days of statutory stage 1 run (CHD-31). */
@ProductTest
class StartDateTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate WED_2026_06_03 = LocalDate.of(2026, 6, 3);
    private static final LocalDate MON_2026_06_08 = LocalDate.of(2026, 6, 8);
    private static final LocalDate WED_2026_06_10 = LocalDate.of(2026, 6, 10);
    private static final LocalDate MON_2026_06_15 = LocalDate.of(2026, 6, 15);
    private static final LocalDate MON_2026_06_22 = LocalDate.of(2026, 6, 22);
    private static final LocalDate WED_2026_06_24 = LocalDate.of(2026, 6, 24);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Test
    void isTheDayOfReceiptHoweverLateItIsAssessed() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of("complainantRole", "parent"));
        office.on(WED_2026_06_03);

        assess(reference, Map.of());

        assertStart(reference, MON_2026_06_01, MON_2026_06_15);
    }

    @Test
    void isTheDayOnWhichSufficientInterestWasDecided() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of("complainantRole", "other-person"));
        office.on(MON_2026_06_08);

        assess(reference, Map.of("sufficientInterest", "yes"));

        assertStart(reference, MON_2026_06_08, MON_2026_06_22);
    }

    @Test
    void isTheDayOnWhichTheAdvocateWasAppointedBeforeTheStageBegan() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of("complainantRole", "child"));
        office.event(reference, "advocate-asked", Map.of());
        office.on(MON_2026_06_08);
        office.event(reference, "advocate-appointed", Map.of());

        assess(reference, Map.of());

        assertStart(reference, MON_2026_06_08, MON_2026_06_22);
    }

    @Test
    void isAwaitedWhileAnAdvocateIsStillToBeAppointed() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of("complainantRole", "child"));
        office.event(reference, "advocate-asked", Map.of());
        assess(reference, Map.of());

        var whileAwaited = office.openTasks(reference);
        office.on(WED_2026_06_10);
        office.event(reference, "advocate-appointed", Map.of());

        assertThat(whileAwaited).isEmpty();
        assertThat(office.openTasks(reference)).containsExactly("Decide who answers");
        assertStart(reference, WED_2026_06_10, WED_2026_06_24);
    }

    @Test
    void isALaterDayThatTheComplainantAskedFor() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of("complainantRole", "parent"));
        office.event(reference, "later-start", Map.of("newDueDate", MON_2026_06_08.toString()));

        assess(reference, Map.of());

        assertStart(reference, MON_2026_06_08, MON_2026_06_22);
    }

    @Test
    void isTheLatestOfAllTheseDays() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of("complainantRole", "other-person"));
        office.event(reference, "advocate-asked", Map.of());
        office.event(reference, "later-start", Map.of("newDueDate", WED_2026_06_10.toString()));
        office.on(WED_2026_06_03);
        assess(reference, Map.of("sufficientInterest", "yes"));
        office.on(MON_2026_06_08);

        office.event(reference, "advocate-appointed", Map.of());

        assertStart(reference, WED_2026_06_10, WED_2026_06_24);
    }

    @Test
    void doesNotWaitForAnAdvocateInACorporateComplaint() {
        office.on(MON_2026_06_01);
        var reference = casework.acknowledged("kent", Map.of("complainantRole", "child"));
        office.event(reference, "advocate-asked", Map.of());

        assess(reference, Map.of("subject", "other-service"));

        assertThat(office.openTasks(reference)).containsExactly("Decide who answers");
    }

    private void assess(String reference, Map<String, Object> different) {
        office.complete(reference, "Assess complaint",
                Answers.accept(MON_2026_06_01, Answers.with(Map.of("subject", "child-in-need"), different)));
    }

    private void assertStart(String reference, LocalDate start, LocalDate due) {
        assertThat(office.deadline(reference, "response").triggerOn()).isEqualTo(start);
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(due);
    }
}
