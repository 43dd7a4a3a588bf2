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
            a month,                         1 month
            an year,                         1 year
            thirteen weeks,                  13 weeks
            fortnight,                       2 weeks
            a fortnight,                     2 weeks
            Two fortnights,                  4 weeks
            20 working-days,                 20 working days
            20-working-days,                 20 working days
            a 20-day period,                 refused
            within 20 working days,          20 working days
            Within twenty-five working days, 25 working days
            twenty five working days,        25 working days
            twenty‑five working‑days,        25 working days
            within a period of six months,   6 months
            six months.,                     6 months
            “six months”,                    6 months
            six months’,                     6 months
            no later than 10 working days after, 10 working days
            not later than a fortnight later, 2 weeks
            20 working days of,              20 working days
            up to 65 working days,           65 working days
            twenty (20) working days,        20 working days
            20 (twenty) working days,        20 working days
            20 (thirty) working days,        refused
            in two weeks,                    2 weeks
            20working days,                  20 working days
            10days,                          10 days
            two calendar months,             2 months
            a hundred and fifty-five working days, 155 working days
            one hundred working days,        100 working days
            two hundred ten days,            210 days
            ninety-nine years,               99 years
            3 months beginning on the date,  3 months beginning with
            3 months starting with that day, 3 months beginning with
            """)
    void readsTheSameFromOtherSpellings(String text, String canonical) {
        var written = text.replace('~', NO_BREAK_SPACE);

        assertThat(read(written)).isEqualTo(canonical);
    }

    private static String read(String written) {
        try {
            return Allowance.parse(written).toString();
        } catch (AllowanceNotUnderstood e) {
            return "refused";
        }
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
                "", " ", "20", "working days", "20 workdays", "20 business days", "20 school days", "20 clear days", "0 days", "-1 days",
                "0 working days", "1.5 months", "half a month", "10000 days", "99999999999 days", "99999 days", "5000 fortnights", "20 working weeks",
                "2 calendar weeks", "a calendar year", "months", "month", "fortnights", "week", "3-4 weeks", "a couple of weeks", "a few days",
                "one two weeks", "twenty twenty days", "twenty eleven days", "thirty and five days", "hundred days", "eleven hundred days",
                "one hundred and days", "one hundred hundred days", "within the month", "20 working days before", "beginning with 3 months",
                "20 working days of receipt", "P1M", "\u0662 days"
            })
    void refusesAnythingElse(String text) {
        assertThatThrownBy(() -> Allowance.parse(text))
                .isInstanceOf(AllowanceNotUnderstood.class)
                .hasMessage("\"" + text.strip() + "\" is not an allowance: write a number from 1 to 9999 or in words,"
                        + " then working days, days, weeks, fortnights, months or years, such as 20 working days, a month or six weeks,"
                        + " and beginning with after it if the day itself is day 1.");
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
