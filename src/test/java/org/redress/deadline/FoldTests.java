package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.calendar.Day.day;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.calendar.WorkingCalendar;

/** A deadline is worked out from its facts in the order in which they happened, in whatever order they were recorded (WD-01, WD-11, WD-12, CHD-12). */
class FoldTests {
    private static final WorkingCalendar CALENDAR = WorkingCalendar.englandAndWales();
    private static final AllowanceRow TEN_DAYS = row("10 working days", "10 working days", "due", "council");

    /** Ten working days from Thursday 3 December 2026 end on Thursday 17 December. */
    private static final LocalDate THU_2026_12_03 = day("Thu 2026-12-03");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # paused on     | resumed on     | extended to    | due             | target
            Tue 2026-12-15 | Tue 2026-12-15 | Sat 2026-12-19 | Sat 2026-12-19 | Fri 2026-12-18
            Tue 2026-12-15 | Wed 2026-12-16 | Sat 2026-12-19 | Mon 2026-12-21 | Mon 2026-12-21
            Sat 2026-12-12 | Sun 2026-12-13 | Sat 2026-12-19 | Sat 2026-12-19 | Fri 2026-12-18
            Fri 2026-12-18 | Sat 2026-12-19 | Sat 2026-12-19 | Mon 2026-12-21 | Mon 2026-12-21
            Sat 2026-12-19 | Sat 2026-12-19 | Sat 2026-12-19 | Sat 2026-12-19 | Fri 2026-12-18
            Fri 2026-12-18 | Sat 2026-12-19 | Fri 2026-12-18 | Mon 2026-12-21 | Mon 2026-12-21
            Fri 2026-12-18 | Sun 2026-12-20 | Fri 2026-12-18 | Mon 2026-12-21 | Mon 2026-12-21
            Fri 2026-12-18 | Mon 2026-12-21 | Fri 2026-12-18 | Mon 2026-12-21 | Mon 2026-12-21
            Fri 2026-12-18 | Thu 2026-12-24 | Fri 2026-12-18 | Thu 2026-12-24 | Thu 2026-12-24
            Fri 2026-12-18 | Fri 2026-12-25 | Fri 2026-12-18 | Tue 2026-12-29 | Tue 2026-12-29
            Wed 2026-12-16 | Mon 2026-12-28 | Fri 2026-12-18 | Wed 2026-12-30 | Wed 2026-12-30
            """)
    void givesBackTheWorkingDaysOfAPauseAndEndsOnNoDayOnWhichNothingCanBeDone(String paused, String resumed, String extended, String due, String target) {
        var notice = new Notice(day("Mon 2026-12-14"), day(extended), "A witness is away.", "kent-officer", null);
        var stop = new Stop(day(paused), day(resumed), null, null, false);

        var result = Fold.of(basis(TEN_DAYS, THU_2026_12_03, notice), List.of(stop), CALENDAR);

        assertThat(result.standing().dueOn()).isEqualTo(day(due));
        assertThat(result.standing().targetOn()).isEqualTo(day(target));
    }

    @Test
    void takesTheFactsInTheOrderOfTheirDaysHoweverTheyWereRecorded() {
        var notice = new Notice(day("Wed 2026-12-09"), day("Wed 2026-12-30"), "A witness is away.", "kent-officer", day("Wed 2027-01-06").atTime(9, 0));
        var first = new Stop(day("Mon 2026-12-07"), day("Tue 2026-12-08"), day("Mon 2026-12-21").atTime(9, 0), day("Mon 2026-12-21").atTime(10, 0), false);
        var second = new Stop(day("Mon 2026-12-14"), day("Wed 2026-12-16"), day("Fri 2026-12-18").atTime(9, 0), day("Fri 2026-12-18").atTime(10, 0), false);
        var stops = new ArrayList<>(List.of(second, first));

        var one = Fold.of(basis(TEN_DAYS, THU_2026_12_03, notice), stops, CALENDAR);
        Collections.reverse(stops);
        var other = Fold.of(basis(TEN_DAYS, THU_2026_12_03, notice), stops, CALENDAR);

        // two working days of the second pause after Wednesday 30 December; the first counts for the cap as well
        assertThat(one.standing().dueOn()).isEqualTo(day("Mon 2027-01-04"));
        assertThat(one.unextendedOn()).isEqualTo(day("Tue 2026-12-22"));
        assertThat(other).isEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # done on        | recorded on      | outcome                                          | overdue since
            Thu 2026-12-17 | 2026-12-17T09:00 | met on Thu 17 Dec 2026, its last day               |
            Thu 2026-12-17 | 2026-12-21T09:00 | met on Thu 17 Dec 2026, its last day               |
            Fri 2026-12-18 | 2026-12-21T09:00 | late by 1 working day, done on Fri 18 Dec 2026     | Fri 2026-12-18
            Sat 2026-12-19 | 2026-12-21T09:00 | late by 1 working day, done on Sat 19 Dec 2026     | Fri 2026-12-18
            Tue 2026-12-22 | 2026-12-22T09:00 | late by 3 working days, done on Tue 22 Dec 2026    | Fri 2026-12-18
            """)
    void isMetOrLateByTheDayOnWhichItHappened(String done, LocalDateTime recorded, String outcome, String overdueSince) {
        var basis = basis(TEN_DAYS, THU_2026_12_03).closed(new Closing(DeadlineState.MET, day(done), null, recorded, "kent-officer"));

        var standing = Fold.of(basis, List.of(), CALENDAR).standing();

        assertThat(standing.outcome(day("Tue 2026-12-22"))).isEqualTo(outcome);
        assertThat(standing.overdueSince(day("Tue 2026-12-22"))).isEqualTo(overdueSince == null ? null : day(overdueSince));
    }

    @Test
    void saysWhatWasRecordedAfterTheDayHadPassed() {
        var notice = new Notice(day("Thu 2026-12-17"), day("Tue 2026-12-22"), "A witness is away.", "kent-officer", day("Fri 2026-12-18").atTime(9, 0));
        var basis = basis(TEN_DAYS, THU_2026_12_03, notice)
                .closed(new Closing(DeadlineState.MET, day("Mon 2026-12-21"), null, day("Wed 2026-12-23").atTime(9, 0), "kent-officer"));

        var result = Fold.of(basis, List.of(), CALENDAR);

        assertThat(result.steps()).contains(
                "Extended by notice of Thu 17 Dec 2026 to Tue 22 Dec 2026; before it was Thu 17 Dec 2026. Recorded on Fri 18 Dec 2026, after that day had passed.",
                "Done on Mon 21 Dec 2026. Recorded on Wed 23 Dec 2026, after its day had passed.");
    }

    @Test
    void isExtendedByNoNoticeThatCameWhenItHadEndedUnlessTheOtherSideMayAgreeToIt() {
        var late = new Notice(day("Fri 2026-12-18"), day("Tue 2026-12-29"), "A witness is away.", "kent-officer", null);
        var agreed = row("10 working days", AllowanceRow.BY_AGREEMENT, null, "authority");

        var result = Fold.of(basis(TEN_DAYS, THU_2026_12_03, late), List.of(), CALENDAR);

        assertThat(result.standing().dueOn()).isEqualTo(day("Thu 2026-12-17"));
        assertThat(result.steps()).last().isEqualTo("The notice of Fri 18 Dec 2026 extends nothing; it ended on Thu 17 Dec 2026.");
        assertThat(result.extensions()).as("it stays a fact, because its day can be put right").extracting(Fold.Extended::notice).containsExactly(late);
        assertThat(Fold.of(basis(agreed, THU_2026_12_03, late), List.of(), CALENDAR).standing().dueOn()).isEqualTo(day("Tue 2026-12-29"));
    }

    @Test
    void isExtendedByANoticeThatWasInTimeBeforeABankHolidayWasTakenBack() {
        var announced = shippedAnd("2026-12-09");
        var notice = new Notice(day("Fri 2026-12-18"), day("Tue 2026-12-29"), "A witness is away.", "kent-officer", null);

        var before = Fold.of(basis(TEN_DAYS, THU_2026_12_03, notice), List.of(), announced).extensions().get(0);
        var kept = Extension.of(before).notice();
        var after = Fold.of(basis(TEN_DAYS, THU_2026_12_03, kept), List.of(), CALENDAR);

        assertThat(before.from()).as("its last day with the bank holiday").isEqualTo(day("Fri 2026-12-18"));
        assertThat(after.standing().dueOn()).isEqualTo(day("Tue 2026-12-29"));
        assertThat(Extension.of(after.extensions().get(0)).notice()).as("and it stays so").isEqualTo(kept);
    }

    @Test
    void keepsTheNoticesThatCameAfterItsEndForWhenThatIsPutRight() {
        var notice = new Notice(day("Tue 2026-12-15"), day("Tue 2026-12-29"), "A witness is away.", "kent-officer", null);
        var tooEarly = basis(TEN_DAYS, THU_2026_12_03, notice).closed(new Closing(DeadlineState.MET, day("Mon 2026-12-14"), null, null, null));

        var result = Fold.of(tooEarly, List.of(), CALENDAR);

        assertThat(result.standing().dueOn()).isEqualTo(day("Thu 2026-12-17"));
        assertThat(result.extensions()).extracting(Fold.Extended::notice).containsExactly(notice);
    }

    @Test
    void leavesAMissedDeadlineMissedWhateverIsPausedAfterwards() {
        var stop = new Stop(day("Fri 2026-12-18"), day("Mon 2027-01-04"), null, null, false);

        var result = Fold.of(basis(TEN_DAYS, THU_2026_12_03), List.of(stop), CALENDAR);

        assertThat(result.standing().outcome(day("Tue 2027-01-05"))).isEqualTo("overdue since Fri 18 Dec 2026");
        assertThat(result.pauses()).isEmpty();
    }

    @Test
    void keepsAPromisedDayUnlessTheBankHolidaysCarryTheDayFurther() {
        var promised = new Notice(THU_2026_12_03, day("Fri 2026-12-18"), "A witness is away.", "kent-officer", null);

        var one = Fold.of(basis(TEN_DAYS, THU_2026_12_03, promised), List.of(), shippedAnd("2026-12-09"));
        var two = Fold.of(basis(TEN_DAYS, THU_2026_12_03, promised), List.of(), shippedAnd("2026-12-09", "2026-12-10"));

        assertThat(one.standing().dueOn()).isEqualTo(day("Fri 2026-12-18"));
        assertThat(two.standing().dueOn()).isEqualTo(day("Mon 2026-12-21"));
    }

    @Test
    void movesDayPauseAndCapWithTheBankHolidays() {
        var stop = new Stop(day("Mon 2026-12-07"), day("Fri 2026-12-11"), null, null, false);
        var statutory = row("25 working days", "65 working days", "trigger", "council");

        var before = Fold.of(basis(statutory, THU_2026_12_03), List.of(stop), CALENDAR);
        var after = Fold.of(basis(statutory, THU_2026_12_03), List.of(stop), shippedAnd("2026-12-09"));

        // one working day of the period is gone, and one of the pause was none
        assertThat(before.standing().dueOn()).isEqualTo(day("Mon 2027-01-18"));
        assertThat(after.standing().dueOn()).isEqualTo(day("Mon 2027-01-18"));
        assertThat(after.pauses()).containsExactly(new Pause(day("Mon 2026-12-07"), day("Fri 2026-12-11"), 23, "working days", day("Wed 2027-01-13")));
        assertThat(after.latest()).isEqualTo(before.latest());
    }

    @Test
    void countsAPauseInTheUnitOfThePeriod() {
        var stop = new Stop(day("Fri 2026-12-04"), day("Mon 2026-12-07"), null, null, false);

        var result = Fold.of(basis(row("2 weeks", null, null, "council"), THU_2026_12_03), List.of(stop), CALENDAR);

        assertThat(result.standing().dueOn()).isEqualTo(day("Sun 2026-12-20"));
        assertThat(result.pauses()).containsExactly(new Pause(day("Fri 2026-12-04"), day("Mon 2026-12-07"), 13, "days", day("Thu 2026-12-17")));
    }

    @Test
    void isNotLateForWhatWasDoneWhileTheClockStoodStill() {
        var stop = new Stop(day("Wed 2026-12-16"), null, null, null, false);
        var done = new Closing(DeadlineState.MET, day("Mon 2027-01-04"), null, null, null);

        var result = Fold.of(basis(TEN_DAYS, THU_2026_12_03).closed(done), List.of(stop), CALENDAR);

        assertThat(result.standing().outcome(day("Tue 2027-01-05"))).isEqualTo("met on Mon 4 Jan 2027");
    }

    @Test
    void isUsedAfterAllWhenThatWasInTimeAndIsLateWhenItWasNot() {
        var row = row("10 working days", AllowanceRow.BY_AGREEMENT, null, "complainant");
        var lapsed = basis(row, THU_2026_12_03).closed(new Closing(DeadlineState.LAPSED, day("Fri 2026-12-18"), null, null, null));
        var inTime = lapsed.closed(new Closing(DeadlineState.MET, day("Thu 2026-12-17"), null, null, null));
        var late = lapsed.closed(new Closing(DeadlineState.MET, day("Fri 2026-12-18"), null, null, null));

        assertThat(Stream.of(lapsed, inTime, late).map(basis -> Fold.of(basis, List.of(), CALENDAR).standing().outcome(day("Mon 2026-12-21")))).containsExactly(
                "not used by Thu 17 Dec 2026", "met on Thu 17 Dec 2026, its last day", "late by 1 working day, done on Fri 18 Dec 2026");
    }

    @Test
    void saysOfACancelledDeadlineWhetherItHadBeenMissedByThen() {
        var inTime = basis(TEN_DAYS, THU_2026_12_03).closed(new Closing(DeadlineState.CANCELLED, day("Thu 2026-12-17"), "the complaint was withdrawn", null, null));
        var after = inTime.closed(new Closing(DeadlineState.CANCELLED, day("Mon 2026-12-21"), "the complaint was withdrawn", null, null));

        assertThat(Stream.of(inTime, after).map(basis -> Fold.of(basis, List.of(), CALENDAR).standing().outcome(day("Mon 2026-12-21")))).containsExactly(
                "cancelled because the complaint was withdrawn",
                "missed, overdue since Fri 18 Dec 2026, then cancelled because the complaint was withdrawn");
    }

    private static Basis basis(AllowanceRow row, LocalDate trigger, Notice... notices) {
        return new Basis(row, trigger, List.of(notices), null);
    }

    private static AllowanceRow row(String allowance, String cap, String capFrom, String owedBy) {
        return new AllowanceRow(allowance, "acknowledgedOn", "responseSentOn", cap, capFrom, null, owedBy, "CORP-21", "A clause", false);
    }

    static WorkingCalendar shippedAnd(String... announced) {
        var days = Stream.concat(CALENDAR.bankHolidays().stream().map(holiday -> holiday.date() + "," + holiday.name() + ",Act"),
                Stream.of(announced).map(date -> date + ",Proclaimed day,Royal Proclamation")).sorted().toList();
        var text = "years," + CALENDAR.first() + "," + CALENDAR.last() + "\ndate,name,source\n" + String.join("\n", days) + "\n";
        try {
            return WorkingCalendar.read(new StringReader(text), "changed.csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
