package org.redress.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.WorkingCalendar;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Dates;
import org.redress.decision.TableRefused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way to set, meet, extend, pause and end deadlines: the record, the process variable and the timers of the models
 * always move together. Changes need a transaction that is under way.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Deadlines {
    private final DeadlineRepository deadlines;
    private final CasePauseRepository pauses;
    private final AllowanceTable table;
    private final ModelTimers timers;
    private final CaseFiles cases;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Deadlines(DeadlineRepository deadlines, CasePauseRepository pauses, AllowanceTable table, ModelTimers timers, CaseFiles cases,
            WorkingCalendar calendar, Clock clock) {
        this.deadlines = deadlines;
        this.pauses = pauses;
        this.table = table;
        this.timers = timers;
        this.cases = cases;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Sets a deadline for a process: looks up its period, computes the day and keeps how it was reached.
     *
     * @param facts the process's variables; the table's column "Counts from" names the one that holds the trigger's day
     * @return the last moment of the due day, for the variable that tasks and timers read
     */
    public Date set(String reference, String kind, String processDefinitionId, String processInstanceId,
            Map<String, @Nullable Object> facts) {
        var row = table.row(processDefinitionId, kind, facts);
        var due = DueDate.of(trigger(kind, row, facts), Allowance.parse(row.allowance()), calendar);
        var variable = Moments.variable(kind);
        var deadline = deadlines.save(new Deadline(reference, kind, stage(facts), item(facts), row, due, processInstanceId, variable));
        pauses.findByReferenceOrderById(reference).forEach(pause -> pause.applyTo(deadline, calendar));
        cases.record(reference, "Deadline set: " + deadline.view(today()).title(),
                Dates.text(deadline.dueOn()) + ", " + row.allowance() + " from " + Dates.text(due.trigger()) + " (" + row.rule() + ").");
        return Moments.endOf(deadline.dueOn());
    }

    /** Sets a deadline that belongs to no running process, such as the time for coming again after proceedings (CHD-14). */
    public LocalDate note(String reference, String kind, Map<String, @Nullable Object> facts) {
        var row = table.row(null, kind, facts);
        var due = DueDate.of(trigger(kind, row, facts), Allowance.parse(row.allowance()), calendar);
        deadlines.save(new Deadline(reference, kind, stage(facts), item(facts), row, due, null, null));
        return due.due();
    }

    /** The last day of a period without storing a deadline, for a check (CORP-14). */
    public LocalDate lastDay(String kind, @Nullable String processDefinitionId, Map<String, @Nullable Object> facts) {
        var row = table.row(processDefinitionId, kind, facts);
        return DueDate.lastDay(trigger(kind, row, facts), Allowance.parse(row.allowance()), calendar);
    }

    /** The latest day from which a period of this kind can be over before a day, by whichever row; none where the rows do not tell. */
    public Optional<LocalDate> latestOver(String kind, LocalDate before) {
        return table.periods(kind).flatMap(periods -> periods.stream().map(period -> period.before(before)).max(LocalDate::compareTo));
    }

    private static LocalDate trigger(String kind, AllowanceRow row, Map<String, @Nullable Object> facts) {
        if (facts.get(row.countsFrom()) instanceof String day) {
            return LocalDate.parse(day);
        }
        throw TableRefused.cell("Allowance", "Counts from", "the deadline " + kind + " counts from " + row.countsFrom()
                + ", and the case does not say when that was.");
    }

    /** Several deadlines of one kind in a case are told apart by the model's number of what is owed. */
    private static @Nullable Integer item(Map<String, @Nullable Object> facts) {
        return facts.get("deadlineOf") instanceof Number n ? Integer.valueOf(n.intValue()) : null;
    }

    private static int stage(Map<String, @Nullable Object> facts) {
        return facts.get("stageNumber") instanceof Number n ? n.intValue() : 0;
    }

    /** Meets every open deadline of a case that waits for this answer. */
    void meet(String reference, @Nullable String processInstanceId, String answer, LocalDate on) {
        for (var deadline : waitingFor(reference, processInstanceId, answer)) {
            close(deadline, on);
        }
    }

    private void close(Deadline deadline, LocalDate on) {
        deadline.meet(on, calendar);
        cases.record(deadline.reference(), "Deadline over: " + deadline.view(today()).title(), deadline.view(today()).outcome());
    }

    /** The day on which a deadline begins that waits for this answer, if it is after the day that was given (CHD-50). */
    public Optional<LocalDate> beginsAfter(String reference, String answer, LocalDate on) {
        return begunAfter(reference, null, answer, on).map(DeadlineView::triggerOn);
    }

    /** A deadline that waits for this answer and begins after the day that was given. */
    Optional<DeadlineView> begunAfter(String reference, @Nullable String processInstanceId, String answer, LocalDate on) {
        return waitingFor(reference, processInstanceId, answer).stream()
                .filter(deadline -> on.isBefore(deadline.triggerOn()))
                .findFirst()
                .map(deadline -> deadline.view(today()));
    }

    /** Without a process instance the answer came from another process of the case, and every deadline may wait for it. */
    private List<Deadline> waitingFor(String reference, @Nullable String processInstanceId, String answer) {
        return deadlines.findByReferenceOrderById(reference).stream()
                .filter(deadline -> deadline.open() && answer.equals(deadline.metBy()))
                .filter(deadline -> processInstanceId == null || processInstanceId.equals(deadline.processInstanceId()))
                .toList();
    }

    /** An answer that a form of another process gave meets the deadlines that wait for it. */
    public void answered(String reference, String answer, LocalDate on) {
        meet(reference, null, answer, on);
    }

    /** The same for one of several deadlines of a kind. */
    public void answered(String reference, int item, String answer, LocalDate on) {
        waitingFor(reference, null, answer).stream().filter(d -> Integer.valueOf(item).equals(d.item())).forEach(d -> close(d, on));
    }

    /** Opens the newest deadline of a kind again if it lapsed, because what it was for came after all: in time and recorded later, or late (CHD-50, CHD-58). */
    public void reopen(String reference, String kind) {
        deadlines.findByReferenceOrderById(reference).stream().filter(d -> d.kind().equals(kind)).reduce((earlier, later) -> later)
                .ifPresent(Deadline::reopen);
    }

    /** Opens the newest deadline of a number again that was thought met, because what was done did not do (CMP-02). */
    public void reopen(String reference, String kind, int item) {
        deadlines.findByReferenceOrderById(reference).stream()
                .filter(d -> d.kind().equals(kind) && Integer.valueOf(item).equals(d.item()))
                .reduce((earlier, later) -> later).ifPresent(Deadline::reopen);
    }

    /** The open deadline of a kind, if there is one. */
    @Transactional(readOnly = true)
    public Optional<DeadlineView> open(String reference, String kind) {
        return find(reference, kind).map(d -> d.view(today()));
    }

    /**
     * Extends an open deadline by written notice.
     *
     * @param confirmed what the notice was confirmed to say (the table's column "Extension needs")
     * @throws ExtensionRefused before the record or a timer has changed
     */
    public void extend(String reference, String kind, LocalDate newDue, LocalDate noticedOn, String reason, List<String> confirmed,
            String by) {
        extend(find(reference, kind), kind, newDue, noticedOn, reason, confirmed, by);
    }

    /** The same for one of several deadlines of a kind. */
    public void extend(String reference, String kind, int item, LocalDate newDue, LocalDate noticedOn, String reason, String by) {
        extend(find(reference, kind, item), kind, newDue, noticedOn, reason, List.of(), by);
    }

    private void extend(Optional<Deadline> found, String kind, LocalDate newDue, LocalDate noticedOn, String reason, List<String> confirmed,
            String by) {
        var deadline = found.orElseThrow(() -> new ExtensionRefused("No " + kind.replace('-', ' ') + " is owed now."));
        var latest = deadline.latest(calendar);
        if (!deadline.running()) {
            throw new ExtensionRefused("The deadline is paused; it gets back what is left of it.");
        }
        if (latest == null && !deadline.byAgreement()) {
            throw new ExtensionRefused("The rules permit no extension of this deadline.");
        }
        if (!deadline.byAgreement() && (noticedOn.isAfter(deadline.dueOn()) || today().isAfter(deadline.dueOn()))) {
            throw new ExtensionRefused("It ended on " + Dates.text(deadline.dueOn()) + "; an extension has to be notified before (CORP-21, CHD-44).");
        }
        if (!newDue.isAfter(deadline.dueOn())) {
            throw new ExtensionRefused("The new date is not after " + Dates.text(deadline.dueOn()) + ".");
        }
        if (latest != null && newDue.isAfter(latest)) {
            throw new ExtensionRefused("At most to " + Dates.text(latest) + " (" + deadline.view(today()).rule() + ").");
        }
        if (deadline.extensionNeeds() != null && !confirmed.contains(deadline.extensionNeeds())) {
            throw new ExtensionRefused(deadline.extensionNeeds().equals("complex")
                    ? "It is extended only if the complaint is complex (CHD-32)."
                    : "The notice has to give the Ombudsman's details (CORP-22).");
        }
        deadline.extend(newDue, noticedOn, reason, by, calendar);
        timers.move(deadline);
    }

    /** Stops the clock of every open deadline of the council in a case; what is overdue stays overdue. */
    public void pause(String reference, LocalDate on) {
        pauses.save(new CasePause(reference, on));
        for (var deadline : deadlines.findByReferenceOrderById(reference)) {
            if (deadline.standsStillFrom(on)) {
                deadline.pause(on, calendar);
                timers.stop(deadline);
            }
        }
    }

    /** Gives every paused deadline of a case what was left of it. */
    public void resume(String reference, LocalDate on) {
        pauses.findByReferenceAndResumedOnIsNull(reference).forEach(pause -> pause.end(on));
        for (var deadline : deadlines.findByReferenceOrderById(reference)) {
            if (deadline.state() == DeadlineState.PAUSED) {
                deadline.resume(on, calendar);
                timers.start(deadline);
            }
        }
    }

    /** Ends every open deadline of a case. */
    public void cancel(String reference, String because, LocalDate on) {
        deadlines.findByReferenceOrderById(reference).stream().filter(Deadline::open).forEach(d -> d.cancel(because, on));
    }

    /** Ends the open deadlines of one kind. */
    public void cancel(String reference, String kind, String because, LocalDate on) {
        find(reference, kind).ifPresent(d -> d.cancel(because, on));
    }

    /**
     * Ends what some processes of a case have set, before they are ended themselves.
     *
     * @return the kinds of deadlines that were theirs
     */
    public Set<String> cancelOf(Collection<String> processInstanceIds, String because, LocalDate on) {
        var theirs = processInstanceIds.stream().flatMap(instance -> deadlines.findByProcessInstanceId(instance).stream()).toList();
        theirs.stream().filter(Deadline::open).forEach(d -> d.cancel(because, on));
        return theirs.stream().map(Deadline::kind).collect(Collectors.toSet());
    }

    /** Ends what a process instance leaves open when it ends. */
    void cancelOf(String processInstanceId, String because) {
        deadlines.findByProcessInstanceId(processInstanceId).stream().filter(Deadline::open).forEach(d -> d.cancel(because, today()));
    }

    void lapse(String reference, String kind, String processInstanceId) {
        find(reference, kind, processInstanceId).ifPresent(deadline -> {
            deadline.lapse(today());
            cases.record(reference, "Deadline over: " + deadline.view(today()).title(), deadline.view(today()).outcome());
        });
    }

    /** Records a reminder; nothing if there is nothing open any more, or it is too late for one. */
    void remind(String reference, String kind, String processInstanceId) {
        find(reference, kind, processInstanceId).filter(d -> d.running() && !d.overdueOn(today())).ifPresent(deadline -> {
            deadline.warn(today());
            cases.record(reference, "Reminder: " + deadline.view(today()).title(), deadline.view(today()).outcome() + ".");
        });
    }

    /** Records once that a deadline was missed; gives it the first time only. */
    Optional<DeadlineView> miss(String reference, String kind, String processInstanceId) {
        var missed = find(reference, kind, processInstanceId).filter(d -> d.overdueOn(today())).filter(Deadline::miss);
        missed.ifPresent(deadline -> {
            timers.raisePriority(deadline);
            cases.record(reference, "Overdue: " + deadline.view(today()).title(), deadline.view(today()).outcome() + ".");
        });
        return missed.map(d -> d.view(today()));
    }

    /** Recomputes the running deadlines with today's calendar and moves the timers of those that change; gives their number. */
    @Transactional
    public int recompute() {
        int moved = 0;
        for (var deadline : deadlines.findByState(DeadlineState.OPEN)) {
            var before = deadline.dueOn();
            if (deadline.recompute(calendar, today())) {
                timers.move(deadline);
                cases.record(deadline.reference(), "Deadline moved: " + deadline.view(today()).title(),
                        "The bank holidays changed: " + Dates.text(deadline.dueOn()) + " instead of " + Dates.text(before) + ".");
                moved++;
            }
        }
        return moved;
    }

    /** All deadlines of a case, in the order in which they were set. */
    @Transactional(readOnly = true)
    public List<DeadlineView> of(String reference) {
        return deadlines.findByReferenceOrderById(reference).stream().map(d -> d.view(today())).toList();
    }

    private Optional<Deadline> find(String reference, String kind, int item) {
        return deadlines.findByReferenceOrderById(reference).stream()
                .filter(d -> d.kind().equals(kind) && d.open() && Integer.valueOf(item).equals(d.item()))
                .reduce((earlier, later) -> later);
    }

    /** The deadline that a model's timer waited for: the one of its own process instance. */
    private Optional<Deadline> find(String reference, String kind, String processInstanceId) {
        return deadlines.findByReferenceOrderById(reference).stream()
                .filter(d -> d.kind().equals(kind) && d.open() && processInstanceId.equals(d.processInstanceId()))
                .reduce((earlier, later) -> later);
    }

    private Optional<Deadline> find(String reference, String kind) {
        return deadlines.findByReferenceOrderById(reference).stream()
                .filter(d -> d.kind().equals(kind) && d.open())
                .reduce((earlier, later) -> later);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
