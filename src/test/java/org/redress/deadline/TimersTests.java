package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.calendar.Day.day;
import static org.redress.testing.Office.endOf;
import static org.redress.testing.Office.london;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Each deadline that a model draws: its date once, in the record, in the tasks and in the timers, and each timer at its moment. */
@ProductTest
class TimersTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate MON_2026_06_29 = LocalDate.of(2026, 6, 29);
    private static final LocalDate TUE_2026_06_30 = LocalDate.of(2026, 6, 30);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private HistoryService history;

    /** All periods run from Monday 1 June 2026; there is no bank holiday until 31 August. */
    private enum Owed {
        ACKNOWLEDGEMENT("acknowledgement", "Acknowledgement", "Acknowledge complaint", "Thu 2026-06-04", "Mon 2026-06-08") {
            @Override
            String reach(Office office, Casework casework) {
                return office.receive("kent", Map.of());
            }
        },
        RESPONSE("response", "Response", "Decide who answers", "Thu 2026-06-11", "Mon 2026-06-15") {
            @Override
            String reach(Office office, Casework casework) {
                return casework.accepted("kent");
            }
        },
        STATUTORY_RESPONSE("response", "Response", "Appoint investigators", "Thu 2026-07-02", "Mon 2026-07-06") {
            @Override
            String reach(Office office, Casework casework) {
                return casework.straightToStage2("kent");
            }
        },
        PANEL_MEETING("panel-meeting", "PanelMeeting", "Appoint panel", "Thu 2026-07-09", "Mon 2026-07-13") {
            @Override
            String reach(Office office, Casework casework) {
                return casework.panelRequested("kent");
            }
        },
        PANEL_REPORT("panel-report", "PanelReport", "Send panel report", "Thu 2026-06-04", "Mon 2026-06-08") {
            @Override
            String reach(Office office, Casework casework) {
                var reference = casework.panelRequested("kent");
                office.complete(reference, "Appoint panel", Answers.panel("kent", office.today(), Map.of()));
                office.complete(reference, "Hold panel meeting", Answers.panelMeeting(office.today()));
                return reference;
            }
        },
        PANEL_RESPONSE("panel-response", "PanelResponse", "Decide answer to panel", "Thu 2026-06-18", "Mon 2026-06-22") {
            @Override
            String reach(Office office, Casework casework) {
                var reference = casework.panelRequested("kent");
                casework.holdPanel(reference, "kent");
                return reference;
            }
        };

        private final String kind;
        private final String event;
        private final String task;
        private final LocalDate warnedOn;
        private final LocalDate due;

        Owed(String kind, String event, String task, String warnedOn, String due) {
            this.kind = kind;
            this.event = event;
            this.task = task;
            this.warnedOn = day(warnedOn);
            this.due = day(due);
        }

        abstract String reach(Office office, Casework casework);

        String dueSoon() {
            return "BoundaryEvent_" + event + "DueSoon";
        }

        String overdue() {
            return "BoundaryEvent_" + event + "Overdue";
        }
    }

    @ParameterizedTest
    @EnumSource
    void readTheDateOfTheRecordAndOfTheTask(Owed owed) {
        office.on(MON_2026_06_01);

        var reference = owed.reach(office, casework);

        assertThat(office.deadline(reference, owed.kind).dueOn()).isEqualTo(owed.due);
        assertThat(office.variable(reference, Moments.variable(owed.kind))).isEqualTo(Moments.endOf(owed.due));
        assertThat(london(office.task(reference, owed.task).getDueDate())).isEqualTo(endOf(owed.due));
        assertThat(office.timers(reference)).containsExactlyInAnyOrderEntriesOf(Map.of(
                owed.dueSoon(), owed.warnedOn.atTime(9, 0), owed.overdue(), owed.due.plusDays(1).atStartOfDay()));
    }

    @ParameterizedTest
    @EnumSource
    void remindAtNineTwoWorkingDaysBeforeAndInterruptNothing(Owed owed) {
        office.on(MON_2026_06_01);
        var reference = owed.reach(office, casework);
        var open = office.openTasks(reference);

        office.at(owed.warnedOn.atTime(8, 59, 59));
        var before = office.chronology(reference, "Reminder");
        office.at(owed.warnedOn.atTime(9, 0));

        assertThat(before).isEmpty();
        assertThat(office.chronology(reference, "Reminder")).singleElement().asString()
                .contains(office.deadline(reference, owed.kind).title(), "due on");
        assertThat(office.openTasks(reference)).isEqualTo(open);
        assertThat(office.timers(reference)).containsOnlyKeys(owed.overdue());
    }

    @ParameterizedTest
    @EnumSource
    void makeItOverdueAtTheMidnightAfterTheDueDayAndNotBefore(Owed owed) {
        office.on(MON_2026_06_01);
        var reference = owed.reach(office, casework);

        office.at(owed.due.atTime(LocalTime.of(23, 59, 59)));
        var lastSecond = office.chronology(reference, "Overdue");
        var lastSecondTasks = office.openTasks(reference);
        var stillInTime = office.deadline(reference, owed.kind);
        office.at(owed.due.plusDays(1).atStartOfDay());

        assertThat(lastSecond).isEmpty();
        assertThat(lastSecondTasks).doesNotContain("Explain the delay to the complainant");
        assertThat(stillInTime.overdue()).isFalse();
        assertThat(office.chronology(reference, "Overdue")).hasSize(1);
        assertThat(office.deadline(reference, owed.kind).overdueSince()).isEqualTo(owed.due.plusDays(1));
        assertThat(office.tasks(reference, "Explain the delay to the complainant")).hasSize(1);
        assertThat(office.task(reference, owed.task).getPriority()).isEqualTo(ModelTimers.OVERDUE_PRIORITY);
        assertThat(office.timers(reference)).isEmpty();
    }

    @Test
    void endTheRightToAPanelAtTheMidnightAfterItsLastDay() {
        office.on(MON_2026_06_01);
        var reference = casework.straightToStage2("kent");
        casework.adjudicate(reference, "kent");

        var due = london(office.task(reference, "Record complainant’s wish").getDueDate());
        var timers = office.timers(reference);
        office.at(MON_2026_06_29.atTime(23, 59, 59));
        var lastSecond = office.openTasks(reference);
        office.at(TUE_2026_06_30.atStartOfDay());

        assertThat(due).isEqualTo(endOf(MON_2026_06_29));
        assertThat(timers).containsExactlyEntriesOf(Map.of("BoundaryEvent_RequestTimeOver", TUE_2026_06_30.atStartOfDay()));
        assertThat(lastSecond).containsExactly("Record complainant’s wish");
        assertThat(office.openTasks(reference)).containsExactly("Record complainant’s wish");
        assertThat(office.deadline(reference, "stage-3-request").outcome()).isEqualTo("not used by Mon 29 Jun 2026");
        assertThat(office.chronology(reference, "Overdue")).isEmpty();
    }

    @Test
    void giveEveryTaskOfAStageTheSameDay() {
        office.on(MON_2026_06_01);
        var reference = casework.statutory("kent");
        casework.respond(reference, "kent-manager");
        casework.wish(reference, "next-stage");
        casework.adjudicate(reference, "kent");
        casework.wish(reference, "next-stage");
        office.complete(reference, "Decide on stage 3 request", Answers.wayOn("panel"));
        casework.holdPanel(reference, "kent");

        var due = history.createHistoricTaskInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .filter(task -> task.getDueDate() != null)
                .collect(Collectors.toMap(task -> task.getName(), task -> london(task.getDueDate()), (one, other) -> {
                    assertThat(one).isEqualTo(other);
                    return one;
                }));

        assertThat(due).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                Map.entry("Acknowledge complaint", endOf(day("Mon 2026-06-08"))),
                Map.entry("Decide who answers", endOf(day("Mon 2026-06-15"))),
                Map.entry("Investigate complaint", endOf(day("Mon 2026-06-15"))),
                Map.entry("Answer issue", endOf(day("Mon 2026-06-15"))),
                Map.entry("Draft response", endOf(day("Mon 2026-06-15"))),
                Map.entry("Approve response", endOf(day("Mon 2026-06-15"))),
                Map.entry("Send response", endOf(day("Mon 2026-06-15"))),
                Map.entry("Appoint investigators", endOf(day("Mon 2026-07-06"))),
                Map.entry("Write investigation report", endOf(day("Mon 2026-07-06"))),
                Map.entry("Write independent report", endOf(day("Mon 2026-07-06"))),
                Map.entry("Adjudicate issue", endOf(day("Mon 2026-07-06"))),
                Map.entry("Write adjudication", endOf(day("Mon 2026-07-06"))),
                Map.entry("Approve adjudication", endOf(day("Mon 2026-07-06"))),
                Map.entry("Send adjudication", endOf(day("Mon 2026-07-06"))),
                Map.entry("Record complainant’s wish", endOf(day("Mon 2026-06-29"))),
                Map.entry("Appoint panel", endOf(day("Mon 2026-07-13"))),
                Map.entry("Hold panel meeting", endOf(day("Mon 2026-07-13"))),
                Map.entry("Send panel report", endOf(day("Mon 2026-06-08"))),
                Map.entry("Decide answer to panel", endOf(day("Mon 2026-06-22")))));
    }
}
