package org.redress.deadline;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.testing.Office.endOf;
import static org.redress.testing.Office.london;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redress.calendar.WorkingCalendar;
import org.redress.casefile.CaseFiles;
import org.redress.identity.Reader;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A bank holiday that is announced or taken back moves the deadlines that are open, not only those that are still to be set. */
@ProductTest
class RecomputeTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate WED_2026_06_10 = LocalDate.of(2026, 6, 10);
    private static final LocalDate THU_2026_06_11 = LocalDate.of(2026, 6, 11);
    private static final LocalDate FRI_2026_06_12 = LocalDate.of(2026, 6, 12);
    private static final LocalDate MON_2026_06_15 = LocalDate.of(2026, 6, 15);
    private static final LocalDate TUE_2026_06_16 = LocalDate.of(2026, 6, 16);
    private static final LocalDate WED_2026_06_17 = LocalDate.of(2026, 6, 17);
    private static final LocalDate MON_2026_06_22 = LocalDate.of(2026, 6, 22);
    private static final LocalDate WED_2026_09_02 = LocalDate.of(2026, 9, 2);
    private static final LocalDate THU_2026_09_03 = LocalDate.of(2026, 9, 3);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DeadlineRepository repository;

    @Autowired
    private CasePauseRepository pauses;

    @Autowired
    private AllowanceTable table;

    @Autowired
    private ModelTimers timers;

    @Autowired
    private CalledProcesses called;

    @Autowired
    private Escalation escalation;

    @Autowired
    private Reader reader;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Clock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private RecomputeDeadlines atEveryStart;

    @Test
    void movesTheRecordTheVariableTheTasksAndTheTimersTogether() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");

        int moved = recompute(shippedAnd(WED_2026_06_10));

        assertThat(moved).isEqualTo(1);
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(TUE_2026_06_16);
        assertThat(office.deadline(reference, "response").originalDueOn()).isEqualTo(MON_2026_06_15);
        assertThat(office.variable(reference, "responseDue")).isEqualTo(Moments.endOf(TUE_2026_06_16));
        assertThat(london(office.task(reference, "Decide who answers").getDueDate())).isEqualTo(endOf(TUE_2026_06_16));
        assertThat(office.timers(reference)).containsExactlyInAnyOrderEntriesOf(Map.of(
                "BoundaryEvent_ResponseDueSoon", FRI_2026_06_12.atTime(9, 0),
                "BoundaryEvent_ResponseOverdue", WED_2026_06_17.atStartOfDay()));
    }

    @Test
    void saysInTheRecordAndTheChronologyWhyTheDayMoved() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");

        recompute(shippedAnd(WED_2026_06_10));
        recompute(shippedAnd(WED_2026_06_10, THU_2026_06_11));

        assertThat(office.chronology(reference, "Deadline moved")).containsExactly(
                "Deadline moved: Response, stage 1: The bank holidays changed: Tue 16 Jun 2026 instead of Mon 15 Jun 2026.",
                "Deadline moved: Response, stage 1: The bank holidays changed: Wed 17 Jun 2026 instead of Tue 16 Jun 2026.");
        assertThat(office.deadline(reference, "response").steps()).contains(
                "Skipped 2 bank holidays: Wed 10 Jun 2026, Proclaimed day; Thu 11 Jun 2026, Proclaimed day.",
                "Recomputed because the bank holidays changed; before it was Tue 16 Jun 2026.");
    }

    @Test
    void movesItBackWhenAHolidayIsTakenBack() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        recompute(shippedAnd(WED_2026_06_10));

        recompute(WorkingCalendar.englandAndWales());

        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(MON_2026_06_15);
    }

    @Test
    void changesNothingAtAStartWithTheSameBankHolidays() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        var before = office.deadline(reference, "response");

        atEveryStart.run(null);

        assertThat(office.deadline(reference, "response")).isEqualTo(before);
        assertThat(office.chronology(reference, "Deadline moved")).isEmpty();
    }

    @Test
    void leavesADeadlineThatIsOver() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        casework.respond(reference, "kent-manager");

        recompute(shippedAnd(WED_2026_06_10));

        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(MON_2026_06_15);
    }

    @Test
    void saysBeforeWhatWouldMoveAndChangesNothing() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");

        var preview = preview(shippedAnd(WED_2026_06_10)).stream().filter(moved -> moved.reference().equals(reference)).toList();

        assertThat(preview).containsExactly(new Moved(reference, "response", 1, null, MON_2026_06_15, TUE_2026_06_16, "due on Mon 15 Jun 2026",
                "due on Tue 16 Jun 2026", false, false));
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(MON_2026_06_15);
        assertThat(office.chronology(reference, "Deadline moved")).isEmpty();
    }

    @Test
    void movesADeadlineThatHadBeenPaused() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(LocalDate.of(2026, 6, 3));
        office.event(reference, "proceedings-started", Answers.prejudice());
        office.on(LocalDate.of(2026, 6, 5));
        office.event(reference, "proceedings-ended", Map.of());

        recompute(shippedAnd(WED_2026_06_10));
        var announced = office.deadline(reference, "response").dueOn();
        recompute(WorkingCalendar.englandAndWales());

        // two working days of the pause after Monday 15 June, and one for the holiday
        assertThat(announced).isEqualTo(LocalDate.of(2026, 6, 18));
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(WED_2026_06_17);
        assertThat(office.timers(reference)).containsEntry("BoundaryEvent_ResponseOverdue", LocalDate.of(2026, 6, 18).atStartOfDay());
    }

    @Test
    void movesWhatIsLeftWhileItIsPaused() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(LocalDate.of(2026, 6, 3));
        office.event(reference, "proceedings-started", Answers.prejudice());

        recompute(shippedAnd(WED_2026_06_10));

        assertThat(office.deadline(reference, "response").outcome()).isEqualTo("paused since Wed 3 Jun 2026");
        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(TUE_2026_06_16);
        assertThat(office.timers(reference)).as("they go on standing still").isNotEmpty();
    }

    @Test
    void leavesADayThatWasPromisedInANotice() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.event(reference, "extension", Answers.extension(MON_2026_06_22));

        recompute(shippedAnd(WED_2026_06_10));

        assertThat(office.deadline(reference, "response").dueOn()).isEqualTo(MON_2026_06_22);
    }

    @Test
    void movesTheCapByTheHolidayOnce() {
        office.on(MON_2026_06_01);
        var reference = casework.straightToStage2("kent");
        var announced = shippedAnd(WED_2026_06_10);
        recompute(announced);

        // without it 65 working days from 1 June end on Tuesday 1 September
        assertThatThrownBy(() -> extend(reference, THU_2026_09_03, announced)).isInstanceOf(ExtensionRefused.class)
                .hasMessageContaining("At most to Wed 2 Sep 2026");
        extend(reference, WED_2026_09_02, announced);
    }

    @Test
    void takesAnOverdueDeadlineBackThatTheHolidayBringsIntoTime() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(TUE_2026_06_16);

        recompute(shippedAnd(FRI_2026_06_12));
        var inTime = office.deadline(reference, "response");
        office.at(WED_2026_06_17.atStartOfDay());

        assertThat(inTime.outcome()).isEqualTo("due on Tue 16 Jun 2026");
        assertThat(inTime.overdueSince()).isNull();
        assertThat(office.deadline(reference, "response").overdueSince()).isEqualTo(WED_2026_06_17);
        assertThat(office.chronology(reference, "Overdue")).hasSize(2);
    }

    @Test
    void leavesAnOverdueDeadlineOverdueThatTheHolidayDoesNotBringIntoTime() {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        office.on(WED_2026_06_17);

        recompute(shippedAnd(FRI_2026_06_12));

        assertThat(office.deadline(reference, "response").outcome()).isEqualTo("overdue since Wed 17 Jun 2026");
        assertThat(office.timers(reference)).isEmpty();
        assertThat(office.chronology(reference, "Overdue")).hasSize(1);
    }

    private int recompute(WorkingCalendar calendar) {
        return (int) recount(calendar).run(moved -> { }, (looked, of, moved) -> { }).moved();
    }

    private List<Moved> preview(WorkingCalendar calendar) {
        var found = new ArrayList<Moved>();
        recount(calendar).preview(null, found::add, (looked, of, moved) -> { });
        return found;
    }

    private Recount recount(WorkingCalendar calendar) {
        return new Recount(repository, pauses, table, deadlines(calendar), cases, calendar, clock, transactions);
    }

    private void extend(String reference, LocalDate newDue, WorkingCalendar calendar) {
        transaction.executeWithoutResult(status -> deadlines(calendar).extend(reference, "response", newDue, office.today(), "A witness is away.",
                List.of(), "kent-officer"));
    }

    private Deadlines deadlines(WorkingCalendar calendar) {
        return new Deadlines(repository, pauses, table, timers, called, escalation, reader, cases, calendar, clock);
    }

    private static WorkingCalendar shippedAnd(LocalDate... announced) {
        var shipped = WorkingCalendar.englandAndWales();
        var days = Stream.concat(shipped.bankHolidays().stream().map(holiday -> holiday.date() + "," + holiday.name() + ",Act"),
                Stream.of(announced).map(date -> date + ",Proclaimed day,Royal Proclamation"));
        var lines = Stream.concat(Stream.of("years," + shipped.first() + "," + shipped.last(), "date,name,source"), days.sorted());
        try {
            return WorkingCalendar.read(new StringReader(lines.collect(joining("\n", "", "\n"))), "changed.csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
