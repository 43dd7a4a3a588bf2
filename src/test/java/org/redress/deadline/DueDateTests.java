package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.calendar.Day.day;

import java.time.LocalDate;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.calendar.Day;
import org.redress.calendar.Jollyday;
import org.redress.calendar.WorkingCalendar;
import org.redress.calendar.YearNotCovered;

class DueDateTests {

    private final WorkingCalendar calendar = WorkingCalendar.englandAndWales();

    // most of these dates are in published decisions of the Ombudsman or follow from them
    @ParameterizedTest
    @CsvSource(textBlock = """
            Fri 2019-08-09, 20 working days,          Mon 2019-09-09
            Fri 2019-08-09, 10 working days,          Fri 2019-08-23
            Mon 2020-10-12, 10 working days,          Mon 2020-10-26
            Mon 2020-10-12, 20 working days,          Mon 2020-11-09
            Tue 2020-12-15, 20 working days,          Fri 2021-01-15
            Tue 2023-08-29, 20 working days,          Tue 2023-09-26
            Fri 2020-05-01, 10 working days,          Mon 2020-05-18
            Fri 2020-05-01, 65 working days,          Tue 2020-08-04
            Mon 2022-05-30, 10 working days,          Wed 2022-06-15
            Thu 2022-09-08, 10 working days,          Fri 2022-09-23
            Mon 2023-04-24, 10 working days,          Wed 2023-05-10
            Mon 2022-12-19, 10 working days,          Thu 2023-01-05
            Thu 2023-03-30, 10 working days,          Mon 2023-04-17
            Mon 2022-12-19, 65 working days,          Thu 2023-03-23
            # received, acknowledged; acknowledged, answered
            Mon 2025-03-03, 5 working days,           Mon 2025-03-10
            Mon 2025-03-10, 10 working days,          Mon 2025-03-24
            # the corresponding date
            Fri 2020-07-10, 1 month,                  Mon 2020-08-10
            Wed 2022-03-30, 1 month,                  Sat 2022-04-30
            Wed 2019-09-04, 1 month,                  Fri 2019-10-04
            Wed 2019-09-04, 3 months,                 Wed 2019-12-04
            Thu 2022-05-12, 1 month,                  Sun 2022-06-12
            Tue 2023-08-29, 3 months,                 Wed 2023-11-29
            Fri 2020-01-31, 1 month,                  Sat 2020-02-29
            Tue 2023-01-31, 1 month,                  Tue 2023-02-28
            Thu 2023-11-30, 3 months,                 Thu 2024-02-29
            Thu 2023-08-31, 6 months,                 Thu 2024-02-29
            Wed 2018-08-01, 12 months beginning with, Wed 2019-07-31
            # published not before
            Fri 2020-07-10, 6 weeks,                  Fri 2020-08-21
            Wed 2022-03-30, 6 weeks,                  Wed 2022-05-11
            Wed 2019-09-04, 6 weeks,                  Wed 2019-10-16
            Thu 2022-05-12, 6 weeks,                  Thu 2022-06-23
            Tue 2023-08-29, 6 weeks,                  Tue 2023-10-10
            """)
    void fallsOnTheDateWorkedOutByHand(Day trigger, String allowance, Day due) {
        assertThat(due(trigger, allowance).due()).isEqualTo(due.date());
    }

    @Test
    void followsDoddsAndWalkerFromTheEndOfAMonth() {
        // the case is older than the calendar that we ship
        WorkingCalendar seventies = Jollyday.calendar(1978, 1979);

        DueDate dueDate = DueDate.of(day("Sat 1978-09-30"), Allowance.parse("4 months"), seventies);

        assertThat(dueDate.due()).isEqualTo(day("Tue 1979-01-30"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Mon 2020-10-12, Thu 2020-11-26, 33
            Mon 2020-11-09, Thu 2020-11-26, 13
            Fri 2021-01-15, Wed 2021-02-03, 13
            """)
    void isLateByTheWorkingDaysCountedByHand(Day due, Day done, int workingDays) {
        assertThat(dueOn(due.date()).daysLate(done.date(), calendar)).isEqualTo(workingDays);
        assertThat(calendar.count(due.date(), done.date())).isEqualTo(workingDays);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # a working day is day 1 itself, a closed day gives way to the next working day
            Fri 2019-08-09, 1 working day beginning with,   Fri 2019-08-09
            Fri 2019-08-09, 2 working days beginning with,  Mon 2019-08-12
            Sat 2019-08-10, 1 working day beginning with,   Mon 2019-08-12
            Mon 2019-08-26, 1 working day beginning with,   Tue 2019-08-27
            Fri 2019-08-09, 1 day beginning with,           Fri 2019-08-09
            Fri 2019-08-09, 10 days beginning with,         Sun 2019-08-18
            Fri 2019-08-09, 2 weeks beginning with,         Thu 2019-08-22
            Wed 2019-09-04, 3 months beginning with,        Tue 2019-12-03
            Wed 2019-09-04, 1 year beginning with,          Thu 2020-09-03
            Wed 2023-03-01, 1 month beginning with,         Fri 2023-03-31
            # where the last month is too short the period ends with it and no earlier
            Sat 2023-01-28, 1 month beginning with,         Mon 2023-02-27
            Sun 2023-01-29, 1 month beginning with,         Tue 2023-02-28
            Tue 2023-01-31, 1 month beginning with,         Tue 2023-02-28
            Thu 2024-02-29, 1 year beginning with,          Fri 2025-02-28
            """)
    void countsTheDayThatAPeriodBeginsWith(Day trigger, String allowance, Day due) {
        assertThat(due(trigger, allowance).due()).isEqualTo(due.date());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Thu 2018-08-09, 1 year,   Fri 2019-08-09
            Thu 2024-02-29, 1 year,   Fri 2025-02-28
            Thu 2024-02-29, 4 years,  Tue 2028-02-29
            Tue 2023-02-28, 1 year,   Wed 2024-02-28
            Fri 2019-08-09, 10 days,  Mon 2019-08-19
            Fri 2019-08-09, 1 day,    Sat 2019-08-10
            """)
    void countsYearsByTheSameDateAndDaysOneByOne(Day trigger, String allowance, Day due) {
        assertThat(due(trigger, allowance).due()).isEqualTo(due.date());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Wed 2022-03-30, 1 month,  Sat 2022-04-30, Fri 2022-04-29
            Thu 2022-05-12, 1 month,  Sun 2022-06-12, Fri 2022-06-10
            Fri 2023-11-24, 1 month,  Sun 2023-12-24, Fri 2023-12-22
            Sat 2023-11-25, 1 month,  Mon 2023-12-25, Fri 2023-12-22
            Mon 2023-05-29, 3 months, Tue 2023-08-29, Tue 2023-08-29
            Fri 2020-07-10, 6 weeks,  Fri 2020-08-21, Fri 2020-08-21
            # nobody can be asked to act before the event
            Sat 2021-12-25, 1 day,    Sun 2021-12-26, Sun 2021-12-26
            """)
    void keepsTheLegalDateAndAimsAtTheWorkingDayBefore(Day trigger, String allowance, Day due, Day target) {
        DueDate dueDate = due(trigger, allowance);

        assertThat(dueDate.due()).isEqualTo(due.date());
        assertThat(dueDate.target()).isEqualTo(target.date());
    }

    @Test
    void isNotLateOnTheDayNorBeforeTheNextWorkingDay() {
        DueDate saturday = dueOn(day("Sat 2022-04-30"));

        assertThat(saturday.daysLate(day("Fri 2022-04-29"), calendar)).isZero();
        assertThat(saturday.daysLate(day("Sat 2022-04-30"), calendar)).isZero();
        assertThat(saturday.daysLate(day("Sun 2022-05-01"), calendar)).isZero();
        assertThat(saturday.daysLate(day("Mon 2022-05-02"), calendar)).as("early May bank holiday").isZero();
        assertThat(saturday.daysLate(day("Tue 2022-05-03"), calendar)).isEqualTo(1);
    }

    @Test
    void explainsWorkingDays() {
        DueDate dueDate = due(Day.of("Fri 2019-08-09"), "20 working days");

        assertThat(dueDate.target()).isEqualTo(dueDate.due());
        assertThat(dueDate.calendarVersion()).isEqualTo(calendar.version());
        assertThat(dueDate.steps())
                .containsExactly(
                        "Fri 9 Aug 2019 is day 0: the day of the event does not count.",
                        "Day 1 is Mon 12 Aug 2019 and day 20 is Mon 9 Sep 2019.",
                        "Skipped 10 weekend days: Saturdays and Sundays are not working days.",
                        "Skipped 1 bank holiday: Mon 26 Aug 2019, Summer bank holiday.");
    }

    @Test
    void explainsALongPeriodBrieflyWithEveryBankHoliday() {
        assertThat(due(Day.of("Mon 2022-12-19"), "65 working days").steps())
                .containsExactly(
                        "Mon 19 Dec 2022 is day 0: the day of the event does not count.",
                        "Day 1 is Tue 20 Dec 2022 and day 65 is Thu 23 Mar 2023.",
                        "Skipped 26 weekend days: Saturdays and Sundays are not working days.",
                        "Skipped 3 bank holidays: Mon 26 Dec 2022, Boxing Day; Tue 27 Dec 2022, Christmas Day "
                                + "(substitute day); Mon 2 Jan 2023, New Year's Day (substitute day).");
    }

    @Test
    void explainsThatNothingWasSkipped() {
        assertThat(due(Day.of("Mon 2019-08-12"), "1 working day").steps())
                .containsExactly(
                        "Mon 12 Aug 2019 is day 0: the day of the event does not count.", "Day 1 is Tue 13 Aug 2019.");
    }

    @Test
    void explainsAClosedDayThatAPeriodBeginsWith() {
        assertThat(due(Day.of("Sat 2019-08-10"), "2 working days beginning with").steps())
                .containsExactly(
                        "Sat 10 Aug 2019 is not a working day: the period begins with the next working day.",
                        "Day 1 is Mon 12 Aug 2019 and day 2 is Tue 13 Aug 2019.",
                        "Skipped 1 weekend day: Saturdays and Sundays are not working days.");
        assertThat(due(Day.of("Fri 2019-08-09"), "2 working days beginning with").steps())
                .startsWith(
                        "Fri 9 Aug 2019 is day 1: the period begins with it.",
                        "Day 1 is Fri 9 Aug 2019 and day 2 is Mon 12 Aug 2019.");
    }

    @Test
    void explainsTheCorrespondingDateAndTheTarget() {
        assertThat(due(Day.of("Wed 2022-03-30"), "1 month").steps())
                .containsExactly(
                        "Wed 30 Mar 2022 is day 0: the day of the event does not count.",
                        "The corresponding date 1 month later is Sat 30 Apr 2022.",
                        "Sat 30 Apr 2022 is at a weekend: the due date stays there, the target is the working day"
                                + " before it, Fri 29 Apr 2022.");
        assertThat(due(Day.of("Sat 2023-11-25"), "1 month").steps())
                .last()
                .isEqualTo("Mon 25 Dec 2023 is a bank holiday, Christmas Day: the due date stays there, the target is"
                        + " the working day before it, Fri 22 Dec 2023.");
        assertThat(due(Day.of("Sat 2021-12-25"), "1 day").steps())
                .last()
                .isEqualTo("Sun 26 Dec 2021 is at a weekend and no working day lies between the event and it: the"
                        + " target is the same date.");
    }

    @Test
    void explainsAMonthThatIsTooShort() {
        assertThat(due(Day.of("Tue 2023-01-31"), "1 month").steps())
                .containsExactly(
                        "Tue 31 Jan 2023 is day 0: the day of the event does not count.",
                        "1 month later the month has no day 31: the period ends with its last day, Tue 28 Feb 2023.",
                        "Tue 28 Feb 2023 is a working day: the target is the same date.");
    }

    @Test
    void explainsAPeriodThatBeginsWithADay() {
        assertThat(due(Day.of("Wed 2018-08-01"), "12 months beginning with").steps())
                .containsExactly(
                        "Wed 1 Aug 2018 is day 1: the period begins with it.",
                        "The corresponding date 12 months later is Thu 1 Aug 2019: the period ends the day before, Wed"
                                + " 31 Jul 2019.",
                        "Wed 31 Jul 2019 is a working day: the target is the same date.");
    }

    @Test
    void explainsWeeksAndDays() {
        assertThat(due(Day.of("Fri 2020-07-10"), "6 weeks").steps())
                .containsExactly(
                        "Fri 10 Jul 2020 is day 0: the day of the event does not count.",
                        "6 weeks are 42 days. Every day counts, weekends and bank holidays too: day 42 is Fri 21 Aug"
                                + " 2020.",
                        "Fri 21 Aug 2020 is a working day: the target is the same date.");
        assertThat(due(Day.of("Fri 2019-08-09"), "10 days beginning with").steps())
                .startsWith(
                        "Fri 9 Aug 2019 is day 1: the period begins with it.",
                        "Every day counts, weekends and bank holidays too: day 10 is Sun 18 Aug 2019.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tue 2028-02-01 | 1 year                   | Thu 2029-02-01 | Thu 2029-02-01 | Thu 1 Feb 2029 is the due date whether it is a working day or not: the bank holidays of 2029 are not known yet, and the target is the same date until they are.
            Fri 2028-12-15 | 1 month                  | Mon 2029-01-15 | Mon 2029-01-15 | Mon 15 Jan 2029 is the due date whether it is a working day or not: the bank holidays of 2029 are not known yet, and the target is the same date until they are.
            Thu 2028-02-03 | 1 year                   | Sat 2029-02-03 | Fri 2029-02-02 | Sat 3 Feb 2029 is at a weekend: the due date stays there, the bank holidays of 2029 are not known yet, and the target is Fri 2 Feb 2029 until they are.
            Fri 2014-01-10 | 6 weeks                  | Fri 2014-02-21 | Fri 2014-02-21 | Fri 21 Feb 2014 is the due date whether it is a working day or not: the bank holidays of 2014 are not known yet, and the target is the same date until they are.
            Thu 2028-12-28 | 12 months beginning with | Thu 2029-12-27 | Thu 2029-12-27 | Thu 27 Dec 2029 is the due date whether it is a working day or not: the bank holidays of 2029 are not known yet, and the target is the same date until they are.
            Wed 2020-07-01 | 8 years                  | Sat 2028-07-01 | Fri 2028-06-30 | Sat 1 Jul 2028 is at a weekend: the due date stays there, the target is the working day before it, Fri 30 Jun 2028.
            """)
    void needsNoBankHolidaysWhereNoWorkingDaysAreCounted(Day trigger, String allowance, Day due, Day target, String explanation) {
        var found = due(trigger, allowance);

        assertThat(found.due()).isEqualTo(due.date());
        assertThat(found.target()).isEqualTo(target.date());
        assertThat(found.steps()).last().isEqualTo(explanation);
    }

    @Test
    void aimsAtTheLastDayThatIsKnownBeforeAWeekendThatIsNot() {
        // 2021 ends on a Friday
        var found = DueDate.of(LocalDate.of(2021, 12, 1), Allowance.parse("1 month"), Jollyday.calendar(2020, 2021));

        assertThat(found.target()).isEqualTo(day("Fri 2021-12-31"));
        assertThat(found.steps()).last().isEqualTo("Sat 1 Jan 2022 is at a weekend: the due date stays there, the target is the working day before it, Fri 31 Dec 2021.");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Fri 2028-12-15, 20 working days, 2029
            Mon 2014-12-15, 5 working days,  2014
            Mon 2014-12-15, 1 working day beginning with, 2014
            """)
    void refusesADateThatNeedsUnknownBankHolidays(Day trigger, String allowance, int year) {
        assertThatThrownBy(() -> due(trigger, allowance))
                .isInstanceOf(YearNotCovered.class)
                .hasMessageStartingWith("The bank holidays of " + year + " are not known");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/London"})
    void isTheSameDateEverywhere(String zone) {
        TimeZone machine = TimeZone.getDefault();
        Locale language = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            explainsWorkingDays();
            explainsTheCorrespondingDateAndTheTarget();
        } finally {
            TimeZone.setDefault(machine);
            Locale.setDefault(language);
        }
    }

    private DueDate due(Day trigger, String allowance) {
        return DueDate.of(trigger.date(), Allowance.parse(allowance), calendar);
    }

    private DueDate dueOn(LocalDate due) {
        return DueDate.of(due.minusDays(7), Allowance.parse("1 week"), calendar);
    }
}
