package org.redress.calendar;

import static java.util.stream.Collectors.toSet;

import com.opengamma.strata.basics.date.HolidayCalendar;
import com.opengamma.strata.basics.date.HolidayCalendarId;
import com.opengamma.strata.basics.date.ImmutableHolidayCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What adding working days costs, against three other ways to do it with the same holidays; docs/performance.md has the
 * figures and the command.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class WorkingCalendarBenchmark {

    /** 10,000 working days are forty years: far more than the shipped file covers, so the years are jollyday's. */
    private static final int FIRST = 1990;
    private static final int LAST = 2040;

    /** A year of starts, so that no single answer can be predicted. */
    private static final LocalDate MON_1990_01_01 = LocalDate.of(1990, 1, 1);
    private static final int STARTS = 365;

    @Param({"10", "10000"})
    int workingDays;

    private final LocalDate[] starts = new LocalDate[STARTS];
    private int next;
    private WorkingCalendar calendar;
    private Set<LocalDate> holidays;
    private HolidayCalendar strata;

    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(WorkingCalendarBenchmark.class.getName())
                        .build())
                .run();
    }

    @Setup
    public void giveAllTheSameHolidays() {
        calendar = Jollyday.calendar(FIRST, LAST);
        holidays = calendar.bankHolidays().stream().map(BankHoliday::date).collect(toSet());
        strata = ImmutableHolidayCalendar.of(
                HolidayCalendarId.of("Jollyday"), holidays, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        for (int i = 0; i < STARTS; i++) {
            starts[i] = MON_1990_01_01.plusDays(i);
            refuseDifferentAnswers(starts[i]);
        }
    }

    @Benchmark
    public LocalDate redress() {
        return calendar.add(start(), workingDays);
    }

    @Benchmark
    public LocalDate strata() {
        return strata.shift(start(), workingDays);
    }

    @Benchmark
    public LocalDate dayByDay() {
        return dayByDay(start(), date -> !Jollyday.isWeekend(date) && !holidays.contains(date));
    }

    @Benchmark
    public LocalDate jollydayDayByDay() {
        return dayByDay(start(), Jollyday::isWorkingDay);
    }

    private LocalDate start() {
        next = next + 1 < STARTS ? next + 1 : 0;
        return starts[next];
    }

    private LocalDate dayByDay(LocalDate day, Predicate<LocalDate> isWorkingDay) {
        LocalDate date = day;
        for (int counted = 0; counted < workingDays; ) {
            date = date.plusDays(1);
            if (isWorkingDay.test(date)) {
                counted++;
            }
        }
        return date;
    }

    private void refuseDifferentAnswers(LocalDate start) {
        LocalDate ours = calendar.add(start, workingDays);
        if (!ours.equals(strata.shift(start, workingDays))
                || !ours.equals(dayByDay(start, date -> !Jollyday.isWeekend(date) && !holidays.contains(date)))) {
            throw new IllegalStateException("not the same answer from " + start);
        }
    }
}
