package org.redress.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.WorkingCalendar;
import org.redress.casefile.Dates;

/**
 * Works out a deadline from its facts, taken in the order of the days on which they happened, whenever they were recorded (WD-01,
 * WD-11, WD-12, CHD-12). It changes nothing, so a preview is the same as what is then stored.
 */
final class Fold {
    private final Basis basis;
    private final WorkingCalendar calendar;
    private final boolean workingDays;
    private final boolean standsStill;
    private final LocalDate first;
    private final List<String> steps;
    private final List<Extended> extended = new ArrayList<>();
    /** Notices that extend nothing as the facts stand now; they stay facts, because a day can be put right again. */
    private final List<Extended> withoutEffect = new ArrayList<>();
    private final List<Pause> pauses = new ArrayList<>();
    private LocalDate due;
    private LocalDate unextended;
    private LocalDate target;
    private int stoodStill;
    private @Nullable LocalDate pausedOn;
    private boolean ended;
    private @Nullable Closing closing;
    private int daysLate;

    /**
     * What came out.
     *
     * @param firstOn the day by the period alone
     * @param unextendedOn the day without extensions, moved by pauses only, from which a cap counts (WD-12)
     * @param latest the last day to which it may be extended, none where the rules permit no extension or any day
     */
    record Result(
            Standing standing,
            LocalDate firstOn,
            LocalDate unextendedOn,
            @Nullable LocalDate latest,
            List<Extended> extensions,
            List<Pause> pauses,
            List<String> steps,
            String calendarVersion) {}

    /** A notice of extension as it met the deadline: the day until then, the last day that was allowed then, and whether the clock stood still. */
    record Extended(Notice notice, LocalDate from, @Nullable LocalDate latest, boolean whilePaused) {
        /** Recorded only when the day was over that the notice extended, though it is said to have gone out before. */
        boolean afterwards() {
            return recordedAfter(notice.recordedAt(), from) && !notice.on().isAfter(from);
        }

        /** Further than the rules permit without good reason (CORP-21, CORP-24). */
        boolean beyond() {
            return latest != null && notice.to().isAfter(latest);
        }
    }

    /** One fact in its place. */
    private record Happened(LocalDate on, @Nullable LocalDateTime recordedAt, Runnable what) {}

    private Fold(Basis basis, WorkingCalendar calendar) {
        var allowance = Allowance.parse(basis.row().allowance());
        var period = DueDate.of(basis.triggerOn(), allowance, calendar);
        this.basis = basis;
        this.calendar = calendar;
        this.workingDays = allowance.unit() == Allowance.Unit.WORKING_DAYS;
        // the complainant's own time runs on, and what the council owes the Ombudsman, whom no pause of the procedure binds (CHD-12, LGA-17)
        this.standsStill = "council".equals(basis.row().owedBy());
        var set = basis.letterDay();
        this.first = set == null ? period.due() : set;
        this.due = first;
        this.unextended = first;
        var aim = calendar.aim(first);
        this.target = set == null ? period.target() : aim.isBefore(basis.triggerOn()) ? first : aim;
        this.steps = new ArrayList<>(set == null ? period.steps()
                : basis.aheadOfItsDay() ? List.of("To be done by " + Dates.text(set) + ", ahead of " + Dates.text(basis.triggerOn()) + ".")
                : List.of("The letter of " + Dates.text(basis.triggerOn()) + " sets " + Dates.text(set) + "; without it, " + allowance + " would end on " + Dates.text(period.due()) + "."));
    }

    static Result of(Basis basis, List<Stop> stops, WorkingCalendar calendar) {
        var fold = new Fold(basis, calendar);
        fold.facts(stops).forEach(fact -> fact.what().run());
        return fold.result();
    }

    /** Whether a moment lies after the end of a day; a moment that nobody knows does not. */
    static boolean recordedAfter(@Nullable LocalDateTime moment, LocalDate day) {
        return moment != null && moment.toLocalDate().isAfter(day);
    }

    private List<Happened> facts(List<Stop> stops) {
        var facts = new ArrayList<Happened>();
        if (standsStill) {
            Stop.together(stops).forEach(stop -> {
                facts.add(new Happened(stop.from(), stop.recordedAt(), () -> pause(stop)));
                if (stop.until() != null) {
                    facts.add(new Happened(stop.until(), stop.endRecordedAt(), () -> resume(stop.until())));
                }
            });
        }
        basis.notices().forEach(notice -> facts.add(new Happened(notice.on(), notice.recordedAt(), () -> extend(notice))));
        var end = basis.closing();
        if (end != null) {
            facts.add(new Happened(end.on(), end.recordedAt(), () -> close(end)));
        }
        facts.sort(Comparator.comparing(Happened::on).thenComparing(Happened::recordedAt, Comparator.nullsFirst(Comparator.naturalOrder())));
        return facts;
    }

    private void extend(Notice notice) {
        if (closing != null) {
            withoutEffect.add(new Extended(notice, due, latest(), false));
            return;
        }
        boolean firstDay = reminder();
        if (!firstDay && !basis.row().byAgreement() && !notice.inTime() && notice.on().isAfter(due)) {
            withoutEffect.add(new Extended(notice, due, latest(), pausedOn != null));
            steps.add("The notice of " + Dates.text(notice.on()) + " extends nothing; it ended on " + Dates.text(due) + ".");
            return;
        }
        // the day for asking is none that a notice could extend, and bank holidays that were taken back make no notice late
        var from = notice.inTime() && notice.on().isAfter(due) ? notice.on() : due;
        extended.add(new Extended(notice, firstDay ? basis.triggerOn() : from, latest(), pausedOn != null));
        if (firstDay && !notice.asks()) {
            steps.add("Agreed on " + Dates.text(notice.on()) + ": " + Dates.text(notice.to()) + ".");
            due = notice.to();
            target = targetNotBefore(notice.on());
            return;
        }
        if (basis.row().reminder() && notice.asks()) {
            steps.add("Asked about on " + Dates.text(notice.on()) + ", and next on " + Dates.text(notice.to()) + ".");
            due = notice.to();
            target = due;
            return;
        }
        var late = extended.get(extended.size() - 1).afterwards();
        steps.add("Extended by notice of " + Dates.text(notice.on()) + " to " + Dates.text(notice.to()) + "; before it was " + Dates.text(due) + "."
                + (late ? recorded(notice.recordedAt(), "that") : ""));
        // bank holidays that came later may have carried the day further than the notice promised
        if (notice.to().isAfter(due)) {
            due = notice.to();
            target = targetNotBefore(notice.on());
        }
    }

    private void pause(Stop stop) {
        // what is overdue stays so
        if (closing != null || stop.from().isAfter(due) || stop.until() != null && !stop.until().isAfter(basis.triggerOn())) {
            return;
        }
        pausedOn = stop.from();
        ended = stop.ended();
        int left = count(notBeforeTrigger(pausedOn), due);
        pauses.add(new Pause(pausedOn, null, left, unit(), due));
        steps.add((ended ? "The case ended on " : "Paused on ") + Dates.text(pausedOn) + " with " + left + " " + unit() + " left."
                + (recordedAfter(stop.recordedAt(), due) ? recorded(stop.recordedAt(), "the") : ""));
    }

    /** Gives back the days in which it stood still; where none was lost it stays, but it never ends before something can be done. */
    private void resume(LocalDate on) {
        if (closing != null || pausedOn == null) {
            return;
        }
        var pause = pauses.remove(pauses.size() - 1);
        boolean nothingHappened = !on.isAfter(pausedOn);
        if (!nothingHappened || !ended) {
            pauses.add(new Pause(pause.pausedOn(), on, pause.remaining(), pause.unit(), pause.dueThen()));
        }
        int lost = count(notBeforeTrigger(pausedOn), notBeforeTrigger(on));
        pausedOn = null;
        if (nothingHappened) {
            steps.add((ended ? "That end was taken back, and no day is given back: it stays " : "Resumed on the same day: it stays ") + Dates.text(due) + ".");
            return;
        }
        stoodStill += lost;
        unextended = add(unextended, lost);
        due = add(due, lost);
        var possible = workingDays ? calendar.nextOrSame(on) : on;
        if (lost == 0 && !due.isBefore(possible)) {
            steps.add(resumed() + Dates.text(on) + ": no " + (workingDays ? "working day" : "day") + " was lost, it stays " + Dates.text(due) + ".");
        } else if (due.isBefore(possible)) {
            due = possible;
            steps.add(resumed() + Dates.text(on) + " with nothing left: the first working day from then is " + Dates.text(due) + ".");
        } else {
            steps.add(resumed() + Dates.text(on) + ": " + pause.remaining() + " " + pause.unit() + " from then end on " + Dates.text(due) + ".");
        }
        target = targetNotBefore(on);
    }

    private String resumed() {
        return ended ? "Taken up again on " : "Resumed on ";
    }

    private void close(Closing end) {
        // more time was notified before, and recorded only afterwards
        if (end.as() == DeadlineState.LAPSED && !end.on().isAfter(due)) {
            return;
        }
        closing = end;
        if (end.as() == DeadlineState.MET) {
            boolean late = !notBefore() && !reminder() && pausedOn == null && end.on().isAfter(due);
            daysLate = late ? Math.max(1, calendar.count(due, end.on())) : 0;
            if (!late && recordedAfter(end.recordedAt(), due)) {
                steps.add("Done on " + Dates.text(end.on()) + "." + recorded(end.recordedAt(), "its"));
            }
        }
    }

    private Result result() {
        boolean met = closing != null && closing.as() == DeadlineState.MET;
        var state = closing != null ? closing.as() : pausedOn != null ? DeadlineState.PAUSED : DeadlineState.OPEN;
        var standing = new Standing(due, target, state, notBefore(), reminder(), pausedOn, closing == null ? null : closing.on(), met ? daysLate : null,
                closing == null ? null : closing.because());
        var notices = Stream.concat(extended.stream(), withoutEffect.stream()).toList();
        return new Result(standing, first, unextended, latest(), notices, List.copyOf(pauses), List.copyOf(steps), calendar.version());
    }

    /** The last day to which it may be extended; the days of a pause do not count (WD-12). */
    private @Nullable LocalDate latest() {
        var cap = basis.row().cap();
        if (cap == null || AllowanceRow.BY_AGREEMENT.equals(cap)) {
            return null;
        }
        if ("trigger".equals(basis.row().capFrom())) {
            return add(DueDate.lastDay(basis.triggerOn(), basis.row().most(), calendar), stoodStill);
        }
        return DueDate.lastDay(unextended, basis.row().most(), calendar);
    }

    private LocalDate targetNotBefore(LocalDate day) {
        var before = calendar.aim(due);
        return before.isBefore(day) ? due : before;
    }

    /** The clock has not run before its trigger. */
    private LocalDate notBeforeTrigger(LocalDate day) {
        return day.isBefore(basis.triggerOn()) ? basis.triggerOn() : day;
    }

    private int count(LocalDate from, LocalDate to) {
        return workingDays ? calendar.count(from, to) : Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }

    private LocalDate add(LocalDate day, int days) {
        return workingDays ? calendar.add(day, days) : day.plusDays(days);
    }

    private String unit() {
        return workingDays ? "working days" : "days";
    }

    /** Whether no period was stated, and no day has been agreed until now (REM-05). */
    private boolean reminder() {
        return basis.row().reminder() && extended.stream().allMatch(before -> before.notice().asks());
    }

    private boolean notBefore() {
        return AllowanceRow.NOBODY.equals(basis.row().owedBy());
    }

    private static String recorded(@Nullable LocalDateTime moment, String which) {
        return moment == null ? "" : " Recorded on " + Dates.text(moment.toLocalDate()) + ", after " + which + " day had passed.";
    }
}
