package org.redress.calendar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.calendar.Day.day;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankHolidayFileTests {

    private static final String COMPLETE = """
            # the ordinary year
            years,2026,2026
            date,name,source

            2026-01-01,New Year's Day,proclaimed
            2026-04-03,Good Friday,common law
            2026-04-06,Easter Monday,Sch 1
            2026-05-04,Early May bank holiday,proclaimed
            2026-05-25,Spring bank holiday,Sch 1
            2026-08-31,Summer bank holiday,Sch 1
            2026-12-25,Christmas Day,common law
            2026-12-28,Boxing Day (substitute day),proclaimed
            """;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void namesTheFile() {
        file = folder.resolve("our-council.csv");
    }

    @Test
    void readsAYearAndNothingElse() throws IOException {
        WorkingCalendar calendar = WorkingCalendar.read(Files.writeString(file, COMPLETE));

        assertThat(calendar.first()).isEqualTo(Year.of(2026));
        assertThat(calendar.last()).isEqualTo(Year.of(2026));
        assertThat(calendar.bankHolidays()).hasSize(8);
        assertThat(calendar.bankHoliday(day("Fri 2026-04-03")))
                .contains(new BankHoliday(day("Fri 2026-04-03"), "Good Friday", "common law"));
        assertThat(calendar.version()).matches("our-council 2026-2026 #[0-9a-f]{8}");
    }

    @Test
    void takesAnAnnouncedHolidayIntoAccount() throws IOException {
        WorkingCalendar before = WorkingCalendar.read(Files.writeString(file, COMPLETE));
        WorkingCalendar after =
                WorkingCalendar.read(Files.writeString(file, COMPLETE + "2026-06-15,Special day,proclaimed\n"));

        assertThat(before.add(day("Fri 2026-06-12"), 1)).isEqualTo(day("Mon 2026-06-15"));
        assertThat(after.add(day("Fri 2026-06-12"), 1)).isEqualTo(day("Tue 2026-06-16"));
        assertThat(after.version()).isNotEqualTo(before.version());
    }

    @Test
    void readsTheSameFromASpreadsheetOnWindows() throws IOException {
        WorkingCalendar plain = WorkingCalendar.read(Files.writeString(file, COMPLETE));
        Files.writeString(file, "\uFEFF" + COMPLETE.replace("\n", "\r\n"));

        WorkingCalendar saved = WorkingCalendar.read(file);


        assertThat(saved.bankHolidays()).isEqualTo(plain.bankHolidays());
        assertThat(saved.version()).isEqualTo(plain.version());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-06-15                        | has to be three fields, date,name,source, without a comma inside a field
            2026-06-15,Special day            | has to be three fields, date,name,source, without a comma inside a field
            2026-06-15,Special, day,x         | has to be three fields, date,name,source, without a comma inside a field
            15/06/2026,Special day,proclaimed | has to begin with a date such as 2026-12-25
            2026-6-15,Special day,proclaimed  | has to begin with a date such as 2026-12-25
            2026-02-30,Special day,proclaimed | has to begin with a date such as 2026-12-25
            2026-06-15,,proclaimed            | has to give the name and the source of 2026-06-15
            2026-06-15,Special day,           | has to give the name and the source of 2026-06-15
            2027-06-15,Special day,proclaimed | gives 2027-06-15, line 2 declares 2026 to 2026
            2026-12-26,Boxing Day,Sch 1       | gives 2026-12-26, which is at a weekend: enter the substitute day
            2026-12-25,Christmas,common law   | gives 2026-12-25 a second time
            years,2026,2027                   | declares the years again, line 2 has done so
            """)
    void refusesALineAndSaysWhich(String line, String reason) throws IOException {
        Files.writeString(file, COMPLETE + line + "\n");

        assertThatThrownBy(() -> WorkingCalendar.read(file))
                .isInstanceOf(BankHolidayFileRefused.class)
                .hasMessage("Line 13 of the bank-holiday file our-council.csv " + reason + ".");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            years,2026,26
            years,2026,
            years,2027,2026
            """)
    void refusesYearsThatMakeNoPeriod(String years) throws IOException {
        Files.writeString(file, COMPLETE.replace("years,2026,2026", years));

        assertThatThrownBy(() -> WorkingCalendar.read(file))
                .isInstanceOf(BankHolidayFileRefused.class)
                .hasMessage("Line 2 of the bank-holiday file our-council.csv has to declare the first and the last year"
                        + " covered, such as years,2015,2028.");
    }

    @Test
    void refusesDaysBeforeTheYearsAreDeclared() throws IOException {
        Files.writeString(file, COMPLETE.replace("years,2026,2026", "") + "years,2026,2026\n");

        assertThatThrownBy(() -> WorkingCalendar.read(file))
                .isInstanceOf(BankHolidayFileRefused.class)
                .hasMessageStartingWith("Line 5 of the bank-holiday file our-council.csv comes before the line");
    }

    @Test
    void refusesAFileThatDoesNotDeclareItsYears() throws IOException {
        Files.writeString(file, "date,name,source\n");

        assertThatThrownBy(() -> WorkingCalendar.read(file))
                .isInstanceOf(BankHolidayFileRefused.class)
                .hasMessageContaining("has no line that declares the years covered");
    }

    @Test
    void refusesAYearWithoutHolidays() throws IOException {
        Files.writeString(file, COMPLETE.replace("years,2026,2026", "years,2026,2027"));

        assertThatThrownBy(() -> WorkingCalendar.read(file))
                .isInstanceOf(BankHolidayFileRefused.class)
                .hasMessage("Line 2 of the bank-holiday file our-council.csv declares 2026 to 2027, but 2027 has only 0"
                        + " bank holidays where there are at least 8.");
    }

    @Test
    void refusesAYearThatIsNotComplete() throws IOException {
        Files.writeString(file, COMPLETE.replace("2026-08-31,Summer bank holiday,Sch 1\n", ""));

        assertThatThrownBy(() -> WorkingCalendar.read(file))
                .isInstanceOf(BankHolidayFileRefused.class)
                .hasMessageContaining("2026 has only 7 bank holidays");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> WorkingCalendar.read(file))
                .isInstanceOf(BankHolidayFileRefused.class)
                .hasMessageContaining("our-council.csv cannot be read");
    }

    @Test
    void refusesAFileInAnotherEncoding() throws IOException {
        Files.writeString(file, COMPLETE.replace("New Year's", "New Year\u00b4s"), ISO_8859_1);

        assertThatThrownBy(() -> WorkingCalendar.read(file))
                .isInstanceOf(BankHolidayFileRefused.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void acceptsTheShippedFileAsAReplacement() throws IOException {
        try (InputStream shipped = WorkingCalendar.class.getResourceAsStream("england-and-wales.csv")) {
            Files.write(folder.resolve("england-and-wales.csv"), shipped.readAllBytes());
        }

        WorkingCalendar replacement = WorkingCalendar.read(folder.resolve("england-and-wales.csv"));

        assertThat(replacement.version()).isEqualTo(WorkingCalendar.englandAndWales().version());
        assertThat(replacement.bankHolidays()).isEqualTo(WorkingCalendar.englandAndWales().bankHolidays());
    }
}
