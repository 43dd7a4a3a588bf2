package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.deadline.Allowance.Unit;

class AllowanceTests {

    private static final char NO_BREAK_SPACE = '\u00a0';

    @ParameterizedTest
    @CsvSource(textBlock = """
            20 working days,                 20, WORKING_DAYS, false
            1 working day,                    1, WORKING_DAYS, false
            6 weeks,                          6, WEEKS,        false
            10 days,                         10, DAYS,         false
            10 calendar days,                10, DAYS,         false
            1 calendar day,                   1, DAYS,         false
            1 month,                          1, MONTHS,       false
            3 months,                         3, MONTHS,       false
            1 year,                           1, YEARS,        false
            12 months beginning with,        12, MONTHS,       true
            5 working days beginning with,    5, WORKING_DAYS, true
            """)
    void readsTheWordingOfARule(String text, int amount, Unit unit, boolean beginningWith) {
        assertThat(Allowance.parse(text)).isEqualTo(new Allowance(amount, unit, beginningWith));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ' 20  Working Days ',            20 working days
            20 WORKING DAYS,                 20 working days
            20~working~days,                 20 working days
            1 working days,                  1 working day
            3 month,                         3 months
            010 days,                        10 days
            10 calendar days,                10 days
            one month,                       1 month
            Twelve months Beginning With,    12 months beginning with
            """)
    void readsTheSameFromOtherSpellings(String text, String canonical) {
        Allowance allowance = Allowance.parse(text.replace('~', NO_BREAK_SPACE));

        assertThat(allowance).hasToString(canonical);
    }

    @ParameterizedTest
    @EnumSource
    void readsItsOwnWordingBack(Unit unit) {
        for (int amount : new int[] {1, 2, 12, 9999}) {
            Allowance after = new Allowance(amount, unit, false);
            Allowance beginningWith = new Allowance(amount, unit, true);

            assertThat(Allowance.parse(after.toString())).isEqualTo(after);
            assertThat(Allowance.parse(beginningWith.toString())).isEqualTo(beginningWith);
        }
    }

    @Test
    void readsCapitalsOnATurkishMachine() {
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));

            // lower-casing WORKING with the Turkish alphabet gives a dotless i
            assertThat(Allowance.parse("20 WORKING DAYS")).hasToString("20 working days");
        } finally {
            Locale.setDefault(machine);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "20", "working days", "20 workdays", "20 business days", "20working days", "0 days", "-1 days",
                "0 working days", "1.5 months", "10000 days", "99999999999 days", "20 working weeks",
                "2 calendar months", "thirteen days", "a month", "20 working days after", "beginning with 3 months",
                "P1M", "\u0662 days"
            })
    void refusesAnythingElse(String text) {
        assertThatThrownBy(() -> Allowance.parse(text))
                .isInstanceOf(AllowanceNotUnderstood.class)
                .hasMessage("\"" + text.strip() + "\" is not an allowance: write a number from 1 to 9999 or one to"
                        + " twelve, then working days, days, weeks, months or years, and beginning with after it if the"
                        + " day itself is day 1.");
    }

    @Test
    void quotesWhatWasTypedOnOneLine() {
        assertThatThrownBy(() -> Allowance.parse("soon\r\n\u001b[31m" + "x".repeat(1000)))
                .isInstanceOf(AllowanceNotUnderstood.class)
                .hasMessageStartingWith("\"soon [31mxxx")
                .hasMessageContaining("xxx...\" is not an allowance")
                .extracting(Throwable::getMessage)
                .satisfies(message -> assertThat(message.lines()).hasSize(1))
                .satisfies(message -> assertThat(message).hasSizeLessThan(300));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 10_000})
    void refusesAmountsThatNoRuleAllows(int amount) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Allowance(amount, Unit.DAYS, false))
                .withMessage("An allowance is between 1 and 9999, not " + amount + ".");
    }
}
