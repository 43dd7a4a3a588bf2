package org.redress.deadline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.calendar.WorkingCalendar;

class DueCommandTests {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsTheDateAloneAndTheExplanationBelow() {
        int exit = run("2019-08-09", "20 working days");

        assertThat(exit).isZero();
        assertThat(out.toString(UTF_8).lines())
                .containsExactly(
                        "2019-09-09",
                        "Fri 9 Aug 2019 is day 0: the day of the event does not count.",
                        "Day 1 is Mon 12 Aug 2019 and day 20 is Mon 9 Sep 2019.",
                        "Skipped 10 weekend days: Saturdays and Sundays are not working days.",
                        "Skipped 1 bank holiday: Mon 26 Aug 2019, Summer bank holiday.",
                        "Bank holidays: " + WorkingCalendar.englandAndWales().version());
        assertThat(err.size()).isZero();
    }

    @Test
    void takesTheAllowanceWithoutQuotationMarks() {
        int exit = run("2018-08-01", "12", "months", "beginning", "with");

        assertThat(exit).isZero();
        assertThat(out.toString(UTF_8).lines()).first().isEqualTo("2019-07-31");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            a month,                 2019-09-09
            thirteen weeks,          2019-11-08
            fortnight,               2019-08-23
            20 working-days,         2019-09-09
            within 20 working days,  2019-09-09
            six months,              2020-02-09
            """)
    void readsAPeriodAsPeopleWriteIt(String allowance, String due) {
        var words = new ArrayList<>(List.of("2019-08-09"));
        words.addAll(List.of(allowance.split(" ")));

        assertThat(run(words.toArray(String[]::new))).isZero();
        assertThat(out.toString(UTF_8).lines()).first().isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                         | Give a date and an allowance, for example: due 2019-08-09 "20 working days"
            2019-08-09                 | Give a date and an allowance, for example: due 2019-08-09 "20 working days"
            2019-02-29;1 month         | "2019-02-29" is not a date: write year, month and day
            9/8/2019;1 month           | "9/8/2019" is not a date: write year, month and day
            +999999999-12-31;1 day     | "+999999999-12-31" is not a date: write year, month and day
            2019-08-09;soon            | "soon" is not an allowance: write a number from 1 to 9999
            2029-08-09;20 working days | The bank holidays of 2029 are not known, only those of 2015 to 2028: add
            9999-12-31;9999 working days | The bank holidays of 9999 are not known, only those of 2015 to 2028: add
            """)
    void refusesWithOneSentence(String args, String beginning) {
        int exit = run(args.isEmpty() ? new String[0] : args.split(";"));

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString(UTF_8).lines()).singleElement(as(STRING)).startsWith(beginning).endsWith(".");
        assertThat(err.toString(UTF_8)).doesNotContain(". ");
        assertThat(out.size()).isZero();
    }

    @Test
    void runsWithNothingButItsOwnClasses() throws Exception {
        URL classes = DueCommand.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader alone = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            Object exit = alone.loadClass(DueCommand.class.getName())
                    .getMethod("run", List.class, PrintStream.class, PrintStream.class)
                    .invoke(null, List.of("2019-08-09", "20 working days"), stream(out), stream(err));

            assertThat(exit).isEqualTo(0);
            assertThat(out.toString(UTF_8)).startsWith("2019-09-09");
        }
    }

    private int run(String... args) {
        return DueCommand.run(List.of(args), stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, UTF_8);
    }
}
