package org.redress.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A letter that says what happened on a day is told from one that speaks of days to come (DQ-3). */
class PastDaysTests {
    private static final LocalDate WED_2026_06_03 = LocalDate.of(2026, 6, 3);

    @ParameterizedTest
    @ValueSource(strings = {
        "We met on 3 June 2026.", "Your letter dated 3 June 2026 says so", "It was sent to court on Wednesday, 3rd June 2026; here is a copy", "The meeting took place on 2026-06-03.",
        "We will see. You complained on 3 Jun 2026.", "As we told you on Wednesday 3 June 2026, the file is closed",
        "We spoke on 03/06/2026.", "You wrote to us on 3 June 2026", "In the meeting of 3 June 2026 you said so", "We spoke to you on Wednesday 03/06/2026", "Your e-mail of 3rd of June 2026",
    })
    void readsADayOnWhichSomethingHappened(String text) {
        assertThat(PastDays.in(text)).containsExactly(WED_2026_06_03);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "We will have met on 3 June 2026.", "The meeting is to be held on 3 June 2026.", "You should have it by 3 June 2026.", "3 June 2026", "The next review is on 3 June 2026.",
        "If it is not received on 3 June 2026 we close the file.", "The panel due to be held on 3 June 2026", "Once you have received it on 3 June 2026", "We'll have decided on 3 June 2026",
        "We met on 31 June 2026.", "We met on 3 June.", "We met on Wednesday.", "The appointment on 3 June 2026 stands", "The report of 3 June 2026",
    })
    void readsNoDayThatMayBeToCome(String text) {
        assertThat(PastDays.in(text)).isEmpty();
    }
}
