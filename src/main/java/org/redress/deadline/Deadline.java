package org.redress.deadline;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.WorkingCalendar;
import org.redress.casefile.Dates;

/**
 * A stored deadline: what is owed and by whom, under which rule, how its day was reached, and what became of it. All dates are
 * civil dates; {@code unextendedDueOn} is the day without extensions, moved by pauses only, from which a cap counts (WD-12).
 */
@Entity
class Deadline {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_id")
    @SequenceGenerator(name = "case_file_id", sequenceName = "case_file_id")
    private @Nullable Long id;

    @Version
    private int version;

    private String reference;
    private String kind;
    private int stage;
    private @Nullable Integer item;
    private String owedBy;
    private String ruleId;
    private String clause;
    private String triggerName;
    private LocalDate triggerOn;
    private String allowance;
    private LocalDate dueOn;
    private LocalDate originalDueOn;
    private LocalDate unextendedDueOn;
    private LocalDate targetOn;
    private String steps;
    private String calendarVersion;
    private @Nullable String cap;
    private @Nullable String capFrom;
    private @Nullable String extensionNeeds;
    private @Nullable String metBy;

    @Enumerated(EnumType.STRING)
    private DeadlineState state = DeadlineState.OPEN;

    private @Nullable LocalDate warnedOn;
    private @Nullable LocalDate overdueSince;
    private @Nullable LocalDate closedOn;
    private @Nullable Integer daysLate;
    private @Nullable String cancelledBecause;
    private @Nullable String processInstanceId;
    private @Nullable String variable;

    @ElementCollection
    @CollectionTable(name = "deadline_extension", joinColumns = @JoinColumn(name = "deadline_id"))
    @OrderColumn(name = "position")
    private List<Extension> extensions = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "deadline_pause", joinColumns = @JoinColumn(name = "deadline_id"))
    @OrderColumn(name = "position")
    private List<Pause> pauses = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Deadline() {}

    Deadline(String reference, String kind, int stage, @Nullable Integer item, AllowanceRow row, DueDate due, @Nullable String processInstanceId,
            @Nullable String variable) {
        this.reference = reference;
        this.kind = kind;
        this.stage = stage;
        this.item = item;
        this.owedBy = row.owedBy();
        this.ruleId = row.rule();
        this.clause = row.clause();
        this.triggerName = row.countsFrom();
        this.triggerOn = due.trigger();
        this.allowance = due.allowance().toString();
        this.cap = row.cap();
        this.capFrom = row.capFrom();
        this.extensionNeeds = row.extensionNeeds();
        this.metBy = row.metBy();
        this.dueOn = due.due();
        this.originalDueOn = due.due();
        this.unextendedDueOn = due.due();
        this.targetOn = due.target();
        this.steps = String.join("\n", due.steps());
        this.calendarVersion = due.calendarVersion();
        this.processInstanceId = processInstanceId;
        this.variable = variable;
    }

    boolean open() {
        return state == DeadlineState.OPEN || state == DeadlineState.PAUSED;
    }

    boolean running() {
        return state == DeadlineState.OPEN;
    }

    /** A day before which something may not be done is not owed, so it never becomes overdue (LGS-18). */
    boolean overdueOn(LocalDate day) {
        return running() && !notBefore() && day.isAfter(dueOn);
    }

    /**
     * Whether a pause of the case that begins on a day stops it: the complainant's own time runs on, and so does what the council owes
     * the Ombudsman, whom no pause of the council's procedure binds (CHD-12, LGA-17); what is overdue stays so.
     */
    boolean standsStillFrom(LocalDate day) {
        return running() && !overdueOn(day) && "council".equals(owedBy);
    }

    /** Closes it on the day on which what was owed was done; late by the working days after the due day. */
    void meet(LocalDate on, WorkingCalendar calendar) {
        requireOpen();
        state = DeadlineState.MET;
        closedOn = on;
        if (notBefore()) {
            daysLate = 0;
            return;
        }
        daysLate = on.isAfter(dueOn) ? Math.max(1, calendar.count(dueOn, on)) : 0;
        overdueSince = on.isAfter(dueOn) ? dueOn.plusDays(1) : null;
    }

    void cancel(String because, LocalDate on) {
        requireOpen();
        state = DeadlineState.CANCELLED;
        cancelledBecause = because;
        closedOn = on;
    }

    /** What was thought to be over is not: not used in time after all, or done in a way that did not do (CHD-50, CMP-02). */
    void reopen() {
        if (state == DeadlineState.LAPSED || state == DeadlineState.MET) {
            state = DeadlineState.OPEN;
            closedOn = null;
            daysLate = null;
        }
    }

    void lapse(LocalDate on) {
        requireOpen();
        state = DeadlineState.LAPSED;
        closedOn = on;
    }

    void warn(LocalDate on) {
        warnedOn = on;
    }

    /** Records once that the day has passed; says whether this was the first time. */
    boolean miss() {
        boolean first = overdueSince == null;
        overdueSince = dueOn.plusDays(1);
        return first;
    }

    /** The last day to which it may be extended, or null where the rules permit no extension; days of a pause do not count (WD-12). */
    @Nullable LocalDate latest(WorkingCalendar calendar) {
        if (cap == null || byAgreement()) {
            return null;
        }
        if ("trigger".equals(capFrom)) {
            var last = DueDate.of(triggerOn, Allowance.parse(cap), calendar).due();
            return add(last, pauses.stream().mapToInt(pause -> stoodStill(pause, calendar)).sum(), calendar);
        }
        return DueDate.of(unextendedDueOn, Allowance.parse(cap), calendar).due();
    }

    void extend(LocalDate newDue, LocalDate noticedOn, String reason, String by, WorkingCalendar calendar) {
        requireOpen();
        extensions.add(new Extension(noticedOn, dueOn, newDue, reason, by));
        dueOn = newDue;
        overdueSince = null;
        targetOn = calendar.aim(newDue);
        explain("Extended by notice of " + Dates.text(noticedOn) + " to " + Dates.text(newDue) + "; before it was "
                + Dates.text(extensions.get(extensions.size() - 1).fromDue()) + ".");
    }

    /** Stops the clock and keeps what is left, in the unit of the allowance. */
    void pause(LocalDate on, WorkingCalendar calendar) {
        requireOpen();
        int remaining = on.isAfter(dueOn) ? 0 : count(notBeforeTrigger(on), dueOn, calendar);
        pauses.add(new Pause(on, null, remaining, countsWorkingDays() ? "working days" : "days"));
        state = DeadlineState.PAUSED;
        // it was not overdue on that day, whatever has been recorded since
        overdueSince = null;
        explain("Paused on " + Dates.text(on) + " with " + remaining + " " + lastPause().unit() + " left.");
    }

    /** Starts the clock again: what was left is counted from the day on which it resumes, which is day 0. */
    void resume(LocalDate on, WorkingCalendar calendar) {
        var pause = new Pause(lastPause().pausedOn(), on, lastPause().remaining(), lastPause().unit());
        pauses.set(pauses.size() - 1, pause);
        dueOn = add(notBeforeTrigger(on), pause.remaining(), calendar);
        targetOn = calendar.aim(dueOn);
        unextendedDueOn = add(unextendedDueOn, stoodStill(pause, calendar), calendar);
        state = DeadlineState.OPEN;
        explain("Resumed on " + Dates.text(on) + ": " + pause.remaining() + " " + pause.unit() + " from then end on "
                + Dates.text(dueOn) + ".");
    }

    private int stoodStill(Pause pause, WorkingCalendar calendar) {
        var resumedOn = pause.resumedOn();
        return resumedOn == null ? 0 : count(notBeforeTrigger(pause.pausedOn()), notBeforeTrigger(resumedOn), calendar);
    }

    /** The day from which the clock can run or stop: it has not run before its trigger. */
    private LocalDate notBeforeTrigger(LocalDate day) {
        return day.isBefore(triggerOn) ? triggerOn : day;
    }

    private int count(LocalDate from, LocalDate to, WorkingCalendar calendar) {
        return countsWorkingDays() ? calendar.count(from, to) : Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }

    private LocalDate add(LocalDate day, int days, WorkingCalendar calendar) {
        return countsWorkingDays() ? calendar.add(day, days) : day.plusDays(days);
    }

    private boolean countsWorkingDays() {
        return Allowance.parse(allowance).unit() == Allowance.Unit.WORKING_DAYS;
    }

    private Pause lastPause() {
        return pauses.get(pauses.size() - 1);
    }

    /** Takes the day that today's calendar gives; says whether it differs. Pauses and extensions keep their own days. */
    boolean recompute(WorkingCalendar calendar, LocalDate today) {
        if (!pauses.isEmpty() || !extensions.isEmpty() || !running()) {
            return false;
        }
        var due = DueDate.of(triggerOn, Allowance.parse(allowance), calendar);
        calendarVersion = due.calendarVersion();
        if (due.due().equals(dueOn)) {
            return false;
        }
        var before = dueOn;
        dueOn = due.due();
        unextendedDueOn = due.due();
        targetOn = due.target();
        steps = String.join("\n", due.steps());
        overdueSince = overdueOn(today) ? overdueSince : null;
        explain("Recomputed because the bank holidays changed; before it was " + Dates.text(before) + ".");
        return true;
    }

    private void explain(String step) {
        steps = steps + "\n" + step;
    }

    private void requireOpen() {
        if (!open()) {
            throw new IllegalStateException(
                    "The deadline " + kind + " of case " + reference + " is over: " + state.name().toLowerCase(java.util.Locale.ROOT) + ".");
        }
    }

    DeadlineView view(LocalDate today) {
        return new DeadlineView(kind, stage, item, owedBy, ruleId, clause, triggerName, triggerOn, allowance, dueOn, originalDueOn,
                targetOn, state, overdueOn(today), outcome(today), closedOn, daysLate, overdueSince, steps.lines().toList(),
                extensions.stream().map(e -> new DeadlineView.Extended(e.noticedOn(), e.fromDue(), e.toDue(), e.reason())).toList(),
                pauses.stream().map(p -> new DeadlineView.Paused(p.pausedOn(), p.resumedOn())).toList());
    }

    private String outcome(LocalDate today) {
        if (notBefore() && state != DeadlineState.CANCELLED) {
            return state == DeadlineState.MET ? "done on " + Dates.text(closed()) + ", not before " + Dates.text(dueOn) : "not before " + Dates.text(dueOn);
        }
        return switch (state) {
            case OPEN -> today.isAfter(dueOn)
                    ? "overdue since " + Dates.text(dueOn.plusDays(1))
                    : "due on " + Dates.text(dueOn) + (targetOn.equals(dueOn) ? "" : ", target " + Dates.text(targetOn));
            case PAUSED -> "paused since " + Dates.text(lastPause().pausedOn());
            case MET -> daysLate != null && daysLate > 0
                    ? "late by " + daysLate + (daysLate == 1 ? " working day" : " working days") + ", done on " + Dates.text(closed())
                    : "met on " + Dates.text(closed()) + (closed().equals(dueOn) ? ", its last day" : "");
            case CANCELLED -> (overdueSince == null ? "" : "missed, overdue since " + Dates.text(overdueSince) + ", then ")
                    + "cancelled because " + cancelledBecause;
            case LAPSED -> "not used by " + Dates.text(dueOn);
        };
    }

    private LocalDate closed() {
        return java.util.Objects.requireNonNull(closedOn);
    }

    /** The other side may agree to any new day, also after the old one (CMP-02, LGS-09). */
    boolean byAgreement() {
        return AllowanceRow.BY_AGREEMENT.equals(cap);
    }

    private boolean notBefore() {
        return AllowanceRow.NOBODY.equals(owedBy);
    }

    @Nullable Integer item() {
        return item;
    }

    String reference() {
        return reference;
    }

    DeadlineState state() {
        return state;
    }

    String kind() {
        return kind;
    }

    int stage() {
        return stage;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    LocalDate triggerOn() {
        return triggerOn;
    }

    @Nullable String metBy() {
        return metBy;
    }

    @Nullable String extensionNeeds() {
        return extensionNeeds;
    }

    @Nullable String processInstanceId() {
        return processInstanceId;
    }

    @Nullable String variable() {
        return variable;
    }
}
