package org.redress.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.redress.calendar.Day.day;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTests {

    private static final LocalDate THU_2015_01_01 = day("Thu 2015-01-01");
    private static final LocalDate SUN_2028_12_31 = day("Sun 2028-12-31");

    private final WorkingCalendar calendar = WorkingCalendar.englandAndWales();

    // typed in once more: the file must not be its own witness
    @ParameterizedTest
    @CsvSource(textBlock = """
            2017, 01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26
            2018, 01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26
            2019, 01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26
            2020, 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28
            2021, 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28
            2022, 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27
            2023, 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26
            2024, 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26
            2025, 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26
            2026, 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28
            2027, 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28
            """)
    void knowsTheBankHolidaysOfAYear(int year, String days) {
        String known = calendar.bankHolidays().stream()
                .map(holiday -> holiday.date().toString())
                .filter(date -> date.startsWith(year + "-"))
                .map(date -> date.substring(5))
                .collect(Collectors.joining(" "));

        assertThat(known).isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mon 2020-05-04", "Mon 2022-05-30", "Mon 2019-12-30", "Tue 2028-01-04"})
    void worksOnDaysThatOnlyLookLikeHolidays(Day day) {
        // the early May holiday of 2020 and the spring holiday of 2022 had moved; offices that close between Christmas
        // and New Year are the council's affair (WD-08)
        assertThat(calendar.isWorkingDay(day.date())).isTrue();
        assertThat(calendar.bankHoliday(day.date())).isEmpty();
    }

    @Test
    void agreesWithJollydayOnEveryDay() {
        List<LocalDate> disputed = everyDay()
                .filter(date -> calendar.isWorkingDay(date) != Jollyday.isWorkingDay(date))
                .toList();

        assertThat(disputed).isEmpty();
        assertThat(everyDay()).hasSize(5_114);
    }

    @Test
    void saysWhichLawMakesADayABankHoliday() {
        LocalDate coronation = day("Mon 2023-05-08");

        assertThat(calendar.bankHoliday(coronation))
                .contains(new BankHoliday(
                        coronation,
                        "Coronation of King Charles III",
                        "Royal Proclamation under s.1(3) of the 1971 Act"));
        assertThat(calendar.bankHolidays())
                .hasSize(14 * 8 + 2 + 1) // two more in 2022, one more in 2023
                .isSortedAccordingTo((one, other) -> one.date().compareTo(other.date()))
                .allSatisfy(holiday -> {
                    assertThat(calendar.bankHoliday(holiday.date())).contains(holiday);
                    assertThat(calendar.isWorkingDay(holiday.date())).isFalse();
                });
    }

    @Test
    void coversTheYearsThatTheFileDeclares() {
        assertThat(calendar.first()).isEqualTo(Year.of(2015));
        assertThat(calendar.last()).isEqualTo(Year.of(2028));
        assertThat(calendar.version()).matches("england-and-wales 2015-2028 #[0-9a-f]{8}");
    }

    @Test
    void countsTheDayOfTheEventAsDayZero() {
        LocalDate friday = day("Fri 2019-08-09");
        LocalDate saturday = day("Sat 2019-08-10");
        LocalDate monday = day("Mon 2019-08-12");

        assertThat(calendar.add(friday, 0)).isEqualTo(friday);
        assertThat(calendar.add(saturday, 0)).isEqualTo(saturday);
        assertThat(calendar.add(friday, 1)).isEqualTo(monday);
        assertThat(calendar.add(saturday, 1)).isEqualTo(monday);
        assertThat(calendar.count(friday, friday)).isZero();
        assertThat(calendar.count(friday, saturday)).isZero();
        assertThat(calendar.count(friday, monday)).isEqualTo(1);
        assertThat(calendar.subtract(monday, 0)).isEqualTo(monday);
        assertThat(calendar.subtract(monday, 1)).isEqualTo(friday);
        assertThat(calendar.subtract(saturday, 1)).isEqualTo(friday);
    }

    @Test
    void agreesWithCountingDayByDayBetweenAnyTwoDays() {
        LocalDate[] days = everyDay().toArray(LocalDate[]::new);
        boolean[] open = new boolean[days.length];
        for (int i = 0; i < days.length; i++) {
            open[i] = isOpen(days[i]);
        }
        int compared = 0;
        for (int start = 0; start < days.length; start++) {
            LocalDate from = days[start];
            int counted = 0;
            for (int end = start + 1; end < days.length; end++) {
                LocalDate to = days[end];
                boolean working = open[end];
                counted += working ? 1 : 0;
                compared++;

                // plain comparisons: thirteen million assertions would take minutes
                if (calendar.count(from, to) != counted
                        || working && !calendar.add(from, counted).equals(to)
                        || working && open[start] && !calendar.subtract(to, counted).equals(from)) {
                    fail("%d working days from %s to %s, but the calendar counts %d, adds to %s and subtracts to %s",
                            counted, from, to, calendar.count(from, to),
                            calendar.add(from, counted), calendar.subtract(to, counted));
                }
            }
        }
        assertThat(compared).isEqualTo(5_114 * 5_113 / 2);
    }

    @Test
    void findsTheNearestWorkingDayFromEveryDay() {
        List<LocalDate> days = everyDay().toList();
        LocalDate previous = null;
        for (LocalDate day : days) {
            previous = isOpen(day) ? day : previous;
            if (previous != null) {
                assertThat(calendar.previousOrSame(day)).isEqualTo(previous);
            }
        }
        LocalDate next = null;
        for (int i = days.size() - 1; i >= 0; i--) {
            next = isOpen(days.get(i)) ? days.get(i) : next;
            if (next != null) {
                assertThat(calendar.nextOrSame(days.get(i))).isEqualTo(next);
            }
        }
    }

    @ParameterizedTest
    @MethodSource
    void refusesYearsThatItDoesNotCover(String question, Consumer<WorkingCalendar> ask, int year) {
        assertThatThrownBy(() -> ask.accept(calendar))
                .as(question)
                .isInstanceOf(YearNotCovered.class)
                .hasMessage("The bank holidays of " + year + " are not known, only those of 2015 to 2028:"
                        + " add the year to the bank-holiday file.");
    }

    static Stream<Arguments> refusesYearsThatItDoesNotCover() {
        LocalDate wed20141231 = day("Wed 2014-12-31");
        LocalDate mon20290101 = day("Mon 2029-01-01");
        LocalDate fri20281229 = day("Fri 2028-12-29");
        return Stream.of(
                asking("is the day before the first a working day", c -> c.isWorkingDay(wed20141231), 2014),
                asking("is the day after the last a working day", c -> c.isWorkingDay(mon20290101), 2029),
                asking("is the earliest date a working day", c -> c.isWorkingDay(LocalDate.MIN), Year.MIN_VALUE),
                asking("is the latest date a working day", c -> c.isWorkingDay(LocalDate.MAX), Year.MAX_VALUE),
                asking("a bank holiday before the first year", c -> c.bankHoliday(wed20141231), 2014),
                asking("a bank holiday after the last year", c -> c.bankHoliday(mon20290101), 2029),
                asking("add from before", c -> c.add(wed20141231, 1), 2014),
                asking("add nothing from before", c -> c.add(wed20141231, 0), 2014),
                asking("add from after", c -> c.add(mon20290101, 1), 2029),
                asking("add past the end", c -> c.add(fri20281229, 1), 2029),
                asking("add far past the end", c -> c.add(THU_2015_01_01, 10_000), 2029),
                asking("add past the end of the numbers", c -> c.add(fri20281229, Integer.MAX_VALUE), 2029),
                asking("subtract from before", c -> c.subtract(wed20141231, 1), 2014),
                asking("subtract nothing from before", c -> c.subtract(wed20141231, 0), 2014),
                asking("subtract from after", c -> c.subtract(mon20290101, 1), 2029),
                asking("subtract past the beginning", c -> c.subtract(day("Fri 2015-01-02"), 1), 2014),
                asking("subtract far past the beginning", c -> c.subtract(SUN_2028_12_31, Integer.MAX_VALUE), 2014),
                asking("count from before", c -> c.count(wed20141231, THU_2015_01_01), 2014),
                asking("count to after", c -> c.count(fri20281229, mon20290101), 2029),
                asking("count nothing before", c -> c.count(wed20141231, wed20141231), 2014),
                asking("previous from before", c -> c.previousOrSame(wed20141231), 2014),
                asking("previous to New Year's Day of the first year", c -> c.previousOrSame(THU_2015_01_01), 2014),
                asking("previous from after", c -> c.previousOrSame(mon20290101), 2029),
                asking("next from before", c -> c.nextOrSame(wed20141231), 2014),
                asking("next to the last Sunday", c -> c.nextOrSame(SUN_2028_12_31), 2029),
                asking("next from after", c -> c.nextOrSame(mon20290101), 2029));
    }

    private static Arguments asking(String question, Consumer<WorkingCalendar> ask, int year) {
        return arguments(question, ask, year);
    }

    @Test
    void refusesToCountBackwards() {
        LocalDate friday = day("Fri 2019-08-09");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.add(friday, -1))
                .withMessage("A number of working days cannot be negative, -1 is.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.subtract(friday, -1))
                .withMessage("A number of working days cannot be negative, -1 is.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.count(friday, day("Thu 2019-08-08")))
                .withMessage("Working days are counted forwards: 2019-08-08 is before 2019-08-09.");
    }

    private boolean isOpen(LocalDate date) {
        return !Jollyday.isWeekend(date) && calendar.bankHoliday(date).isEmpty();
    }

    private static Stream<LocalDate> everyDay() {
        return THU_2015_01_01.datesUntil(SUN_2028_12_31.plusDays(1));
    }
}
