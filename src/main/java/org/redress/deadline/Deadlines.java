package org.redress.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.WorkingCalendar;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Dates;
import org.redress.casefile.PutRight;
import org.redress.decision.TableRefused;
import org.redress.identity.Reader;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way to set, meet, extend, pause, correct and end deadlines: a fact changes, the deadline is folded again, and the record,
 * the process variable, the timers of the models and what was told of a delay follow together. Changes need a transaction that is
 * under way.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Deadlines {
    /** What a notice beyond the most that a row permits is confirmed to have (CORP-21, CORP-24). */
    public static final String GOOD_REASON = "goodReason";

    private static final String WITHDRAWN = "the complaint was withdrawn";
    private static final Map<String, String> OTHERWISE = Map.of("discontinued", "the case was discontinued", "duplicate", "the case is a duplicate",
            "nobody-carries-on", "nobody carries the complaint on after a death", "settled",
            "the complaint was settled at once");

    private final DeadlineRepository deadlines;
    private final CasePauseRepository pauses;
    private final AllowanceTable table;
    private final ModelTimers timers;
    private final CalledProcesses called;
    private final Escalation escalation;
    private final Reader reader;
    private final CaseFiles cases;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Deadlines(DeadlineRepository deadlines, CasePauseRepository pauses, AllowanceTable table, ModelTimers timers, CalledProcesses called, Escalation escalation,
            Reader reader, CaseFiles cases, WorkingCalendar calendar, Clock clock) {
        this.deadlines = deadlines;
        this.pauses = pauses;
        this.table = table;
        this.timers = timers;
        this.called = called;
        this.escalation = escalation;
        this.reader = reader;
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
        waitingForAProcess(reference, kind).forEach(owed -> close(owed, DeadlineState.CANCELLED, today(), "what owes it has begun"));
        var deadline = begin(reference, kind, facts, new Deadline.Process(processDefinitionId, processInstanceId, Moments.variable(kind)));
        var basis = deadline.basis();
        cases.record(reference, "Deadline set: " + deadline.view(today()).title(), (basis.reminder() ? deadline.view(today()).outcome() + "; every " : Dates.text(deadline.dueOn()) + ", ")
                + (basis.aheadOfItsDay() ? "ahead of " + Dates.text(deadline.triggerOn()) : basis.letterDay() == null ? basis.row().allowance() + " from " + Dates.text(deadline.triggerOn()) : "as the letter sets it") + " (" + basis.row().rule() + ").");
        return Moments.endOf(deadline.dueOn());
    }

    /** Sets a deadline that belongs to no running process, such as the time for coming again after proceedings (CHD-14). */
    public LocalDate note(String reference, String kind, Map<String, @Nullable Object> facts) {
        return begin(reference, kind, facts, new Deadline.Process(null, null, null)).dueOn();
    }

    /**
     * Keeps what is owed in the file while nothing runs that owes it, until a process sets its own deadline of the kind: where a course is put right, nobody
     * can forget the answer while the complaint is assessed again (CORP-21, CHD-30).
     */
    public void oweMeanwhile(String reference, String kind, @Nullable String processDefinitionId, Map<String, @Nullable Object> facts) {
        begin(reference, kind, facts, new Deadline.Process(processDefinitionId, null, null));
    }

    private List<Deadline> waitingForAProcess(String reference, String kind) {
        return deadlines.findByReferenceOrderById(reference).stream().filter(deadline -> deadline.open() && deadline.kind().equals(kind) && deadline.processInstanceId() == null).toList();
    }

    private Deadline begin(String reference, String kind, Map<String, @Nullable Object> facts, Deadline.Process process) {
        return deadlines.save(fresh(reference, kind, facts, process, table.row(process.definitionId(), kind, facts)));
    }

    private Deadline fresh(String reference, String kind, Map<String, @Nullable Object> facts, Deadline.Process process, AllowanceRow row) {
        var owed = new Deadline.Owed(reference, kind, stage(facts), item(facts));
        var trigger = trigger(kind, row, facts);
        var basis = new Basis(row, trigger, notified(owed, row, trigger), null).setTo(Asked.of(kind, facts).letterDay());
        return new Deadline(owed, Asked.of(kind, facts), process, basis,
                Fold.of(basis, stops(reference, kind), calendar));
    }

    /** More time that was notified holds when a case that had ended goes on where it stood (CHD-11, CORP-21). */
    private List<Notice> notified(Deadline.Owed owed, AllowanceRow row, LocalDate trigger) {
        return deadlines.findByReferenceOrderById(owed.reference()).stream()
                .filter(before -> before.kind().equals(owed.kind()) && before.stage() == owed.stage() && Objects.equals(before.item(), owed.item()))
                .reduce((earlier, later) -> later)
                .filter(before -> before.state() == DeadlineState.CANCELLED && before.triggerOn().equals(trigger) && before.basis().row().rule().equals(row.rule()))
                .map(before -> before.basis().notices()).orElse(List.of());
    }

    /** The last day of a period without storing a deadline, for a check (CORP-14). */
    public LocalDate lastDay(String kind, @Nullable String processDefinitionId, Map<String, @Nullable Object> facts) {
        var row = table.row(processDefinitionId, kind, facts);
        return DueDate.lastDay(trigger(kind, row, facts), Allowance.parse(row.allowance()), calendar);
    }

    /** The same with what its row asks for beyond the last day (CHD-17). */
    public Limit limit(String kind, @Nullable String processDefinitionId, Map<String, @Nullable Object> facts) {
        var row = table.row(processDefinitionId, kind, facts);
        var allowance = Allowance.parse(row.allowance());
        return new Limit(DueDate.lastDay(trigger(kind, row, facts), allowance, calendar), row.countsFrom(), allowance.period(), row.extensionNeeds(), row.rule());
    }

    /** How long a period is, in the words of its row such as "20 working days", where its first day is not known yet; none where no row says it. */
    @Transactional(readOnly = true)
    public Optional<String> period(String kind, @Nullable String processDefinitionId, Map<String, @Nullable Object> facts) {
        return table.shown(processDefinitionId, kind, facts).map(row -> Allowance.parse(row.allowance()).period());
    }

    /** What a process explains or chases that was begun because it was not done in time. */
    @Transactional(readOnly = true)
    public Optional<DeadlineView> missed(String reference, String processInstanceId) {
        return deadlines.findByReferenceOrderById(reference).stream().filter(deadline -> processInstanceId.equals(deadline.escalationId())).map(deadline -> deadline.view(today())).findFirst();
    }

    /** The last day on which something can be done that has to be done so long before a day; in working days, these count backwards. */
    public LocalDate before(LocalDate day, String period) {
        var allowance = Allowance.parse(period);
        return allowance.unit() == Allowance.Unit.WORKING_DAYS ? calendar.subtract(day, allowance.amount()) : allowance.before(day);
    }

    /** The latest day from which a period of this kind can be over before a day, by whichever row; none where the rows do not tell. */
    public Optional<LocalDate> latestOver(String kind, LocalDate before) {
        return table.periods(kind).flatMap(periods -> periods.stream().map(period -> period.before(before)).max(LocalDate::compareTo));
    }

    /** What a deadline would be with these facts, without storing it; none while the day from which it counts is not known. */
    @Transactional(readOnly = true)
    public Optional<DeadlineView> foresee(String reference, String kind, @Nullable String processDefinitionId, Map<String, @Nullable Object> facts) {
        var known = table.known(processDefinitionId, kind, facts).filter(row -> facts.get(row.countsFrom()) != null);
        return known.map(row -> fresh(reference, kind, facts, new Deadline.Process(null, null, null), row).view(today()));
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

    /** Meets every deadline of a case that waits for this answer. */
    void meet(String reference, @Nullable String processInstanceId, String answer, LocalDate on) {
        waitingFor(reference, processInstanceId, answer).forEach(deadline -> meet(deadline, on));
    }

    private void meet(Deadline deadline, LocalDate on) {
        close(deadline, DeadlineState.MET, on, null);
        over(deadline);
    }

    private void over(Deadline deadline) {
        cases.record(deadline.reference(), "Deadline over: " + deadline.view(today()).title(), deadline.view(today()).outcome());
    }

    /**
     * What these processes of a case have set is owed in another case from now on, by the same days: those of letters that came into a file of
     * their own until they were placed, or into a wrong one (LGS-09).
     *
     * @param running processes of the letters that run, whose deadlines all go
     * @param done processes of such letters that are over
     * @param since nothing of those that are over that counts from before this day: it was of another matter
     */
    public void move(String from, String to, Collection<String> running, Collection<String> done, LocalDate since) {
        deadlines.findByReferenceOrderById(from).stream()
                .filter(deadline -> deadline.processInstanceId() != null && (running.contains(deadline.processInstanceId())
                        || done.contains(deadline.processInstanceId()) && !deadline.triggerOn().isBefore(since)))
                .forEach(deadline -> {
                    deadline.moveTo(to);
                    deadlines.save(deadline);
                    // the times of standing still of the other case count from now on
                    change(deadline, deadline.basis());
                });
    }

    /** The processes that have set the deadlines of a case; some may be over. */
    @Transactional(readOnly = true)
    public Set<String> processes(String reference) {
        return deadlines.findByReferenceOrderById(reference).stream().map(Deadline::processInstanceId).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** The processes in which somebody deals with what these processes of a case have missed. */
    @Transactional(readOnly = true)
    public List<String> explained(String reference, Collection<String> processInstanceIds) {
        return deadlines.findByReferenceOrderById(reference).stream().filter(deadline -> processInstanceIds.contains(deadline.processInstanceId()))
                .map(Deadline::escalationId).filter(Objects::nonNull).toList();
    }

    /** The day on which a deadline begins that waits for this answer, if it is after the day that was given (CHD-50). */
    public Optional<LocalDate> beginsAfter(String reference, String answer, LocalDate on) {
        return begunAfter(reference, null, answer, on).map(DeadlineView::triggerOn);
    }

    /** A deadline that waits for this answer and begins after the day that was given. */
    Optional<DeadlineView> begunAfter(String reference, @Nullable String processInstanceId, String answer, LocalDate on) {
        return waitingFor(reference, processInstanceId, answer).stream()
                .filter(deadline -> on.isBefore(deadline.triggerOn()) && !deadline.basis().mayComeBefore())
                .findFirst()
                .map(deadline -> deadline.view(today()));
    }

    /**
     * Those that are open, and what was thought not to be used and was used after all, in time and recorded later, or late (CHD-50,
     * CHD-58, LGS-12, LGS-22). Without a process instance the answer came from another process of the case, and every deadline may
     * wait for it. What a process has set is also met by an answer in one that it calls (ADT-04).
     */
    private List<Deadline> waitingFor(String reference, @Nullable String processInstanceId, String answer) {
        var all = deadlines.findByReferenceOrderById(reference);
        return all.stream()
                .filter(deadline -> answer.equals(deadline.metBy()) && (deadline.open() || deadline.state() == DeadlineState.LAPSED && newest(all, deadline)))
                .filter(deadline -> processInstanceId == null || processInstanceId.equals(deadline.processInstanceId())
                        || timers.calls(deadline.processInstanceId(), processInstanceId))
                .toList();
    }

    private static boolean newest(List<Deadline> all, Deadline deadline) {
        return all.stream().filter(other -> other.kind().equals(deadline.kind()) && Objects.equals(other.item(), deadline.item()))
                .reduce((earlier, later) -> later).filter(deadline::equals).isPresent();
    }

    /** An answer that a form of another process gave meets the deadlines that wait for it. */
    public void answered(String reference, String answer, LocalDate on) {
        meet(reference, null, answer, on);
    }

    /** The same for one of several deadlines of a kind. */
    public void answered(String reference, int item, String answer, LocalDate on) {
        waitingFor(reference, null, answer).stream().filter(d -> Integer.valueOf(item).equals(d.item())).forEach(d -> meet(d, on));
    }

    /** Opens the newest deadline of a number again that was thought met, because what was done did not do (CMP-02). */
    public void reopen(String reference, String kind, int item) {
        newest(reference, kind, item).filter(d -> d.state() == DeadlineState.MET || d.state() == DeadlineState.LAPSED)
                .ifPresent(d -> change(d, d.basis().closed(null)));
    }

    /** The same with a new day that is agreed with it (CMP-02). */
    public void reopen(String reference, String kind, int item, LocalDate newDue, LocalDate noticedOn, String reason, String by) {
        var deadline = newest(reference, kind, item).filter(d -> d.open() || d.state() == DeadlineState.MET);
        extend(deadline, deadline.map(d -> d.basis().closed(null)), kind, new Notice(noticedOn, newDue, reason, by, now()), List.of());
    }

    /** The open deadline of a kind, if there is one. */
    @Transactional(readOnly = true)
    public Optional<DeadlineView> open(String reference, String kind) {
        return find(reference, kind).map(d -> d.view(today()));
    }

    /**
     * Extends an open deadline by written notice. The day of the notice decides, whenever it is recorded; a notice that would undo
     * what has been done meanwhile finds no open deadline any more.
     *
     * @param confirmed what the notice was confirmed to say (the table's column "Extension needs")
     * @throws ExtensionRefused before the record or a timer has changed
     */
    public void extend(String reference, String kind, LocalDate newDue, LocalDate noticedOn, String reason, List<String> confirmed,
            String by) {
        var found = extendable(reference, kind);
        extend(found, found.map(d -> d.basis().closed(null)), kind, new Notice(noticedOn, newDue, reason, by, now()), confirmed);
    }

    /** More time for comments can be given while they can be recorded, also when the course has gone on without them (LGS-12). */
    private Optional<Deadline> extendable(String reference, String kind) {
        var found = find(reference, kind).or(() -> newest(reference, kind).filter(d -> d.state() == DeadlineState.LAPSED && timers.running(d)));
        if (found.isEmpty()) {
            newest(reference, kind).ifPresent(last -> {
                throw new ExtensionRefused("The " + kind.replace('-', ' ') + " is over: " + last.view(today()).outcome() + ".");
            });
        }
        return found;
    }

    private void extend(Optional<Deadline> found, Optional<Basis> basis, String kind, Notice notice, List<String> confirmed) {
        var deadline = found.orElseThrow(() -> new ExtensionRefused("No " + kind.replace('-', ' ') + " is owed now."));
        var with = basis.orElseThrow().with(notice);
        var result = Fold.of(with, stops(deadline), calendar);
        check(with.row(), result.extensions().stream().filter(extended -> extended.notice() == notice).findFirst().orElseThrow(), confirmed);
        keep(deadline, with, result);
    }

    /**
     * What an extension would move, without moving it.
     *
     * @throws ExtensionRefused as the extension would be
     */
    @Transactional(readOnly = true)
    public Moved wouldExtend(String reference, String kind, LocalDate newDue, LocalDate noticedOn, String by) {
        var deadline = extendable(reference, kind).orElseThrow(() -> new ExtensionRefused("No " + kind.replace('-', ' ') + " is owed now."));
        var notice = new Notice(noticedOn, newDue, "", by, now());
        var with = deadline.basis().closed(null).with(notice);
        var result = Fold.of(with, stops(deadline), calendar);
        check(with.row(), result.extensions().stream().filter(extended -> extended.notice() == notice).findFirst().orElseThrow(), List.of());
        return Moved.of(deadline, result.standing(), today());
    }

    private static void check(AllowanceRow row, Fold.Extended extended, List<String> confirmed) {
        var notice = extended.notice();
        if (extended.whilePaused()) {
            throw new ExtensionRefused("The deadline is paused; it gets back what is left of it.");
        }
        if (extended.latest() == null && !row.byAgreement()) {
            throw new ExtensionRefused("The rules permit no extension of this deadline.");
        }
        if (!row.byAgreement() && notice.on().isAfter(extended.from())) {
            throw new ExtensionRefused("It ended on " + Dates.text(extended.from()) + "; an extension has to be notified before (CORP-21, CHD-44).");
        }
        if (!notice.to().isAfter(extended.from())) {
            throw new ExtensionRefused("The new date is not after " + Dates.text(extended.from()) + ".");
        }
        if (extended.beyond() && !(row.moreWithGoodReason() && confirmed.contains(GOOD_REASON))) {
            throw new ExtensionRefused("At most to " + Dates.text(Objects.requireNonNull(extended.latest())) + " (" + row.rule() + ")"
                    + (row.moreWithGoodReason() ? " without good reason; choose that it is further for a good reason, if there is one." : "."));
        }
        if (row.extensionNeeds() != null && !confirmed.contains(row.extensionNeeds())) {
            throw new ExtensionRefused(row.extensionNeeds().equals("complex")
                    ? "It is extended only if the complaint is complex (CHD-32)."
                    : "The notice has to give the Ombudsman's details (CORP-22).");
        }
    }

    /** Stops the clock of every open deadline of the council in a case; what is overdue stays overdue. */
    public void pause(String reference, LocalDate on) {
        pauses.save(new CasePause(reference, on, now(), who()));
        foldOpen(reference);
    }

    /** Gives every paused deadline of a case what was left of it. */
    public void resume(String reference, LocalDate on) {
        openPauses(reference).filter(pause -> !pause.ended()).forEach(pause -> pause.end(on, now()));
        foldOpen(reference);
    }

    /** Whether proceedings pause the case, also while it is over. */
    @Transactional(readOnly = true)
    public boolean paused(String reference) {
        return openPauses(reference).anyMatch(pause -> !pause.ended());
    }

    /**
     * The council's days that would be later if an early end were taken back, of those only that had passed when the end was recorded:
     * it is said to have been before (CORP-22).
     */
    @Transactional(readOnly = true)
    public List<Moved> givenBackAfterwards(String reference, LocalDate endedOn, LocalDate takenBackOn) {
        var stops = Stream.concat(stops(reference).stream().filter(stop -> !stop.ended() || stop.until() != null),
                Stream.of(new Stop(endedOn, takenBackOn, null, null, true))).toList();
        return deadlines.findByReferenceOrderById(reference).stream().filter(deadline -> deadline.endedAfterwards(endedOn))
                .map(deadline -> Moved.of(deadline, Fold.of(deadline.basis().closed(null), Deadline.bearing(deadline.kind(), stops), calendar).standing(), today()))
                .filter(moved -> moved.dueAfter().isAfter(moved.dueBefore())).toList();
    }

    private Stream<CasePause> openPauses(String reference) {
        return pauses.findByReferenceOrderById(reference).stream().filter(pause -> !pause.over());
    }

    /**
     * The complaint ended before everything was done: what is open ends on that day, whenever it is recorded, and what was left of it is
     * remembered, in case the end is taken back (CHD-11, LGA-02).
     *
     * @param happening how it ended, as the events of both sides name it
     */
    public void endEarly(String reference, String happening, LocalDate on) {
        cancel(reference, OTHERWISE.getOrDefault(happening, WITHDRAWN), on);
        // the Ombudsman begins anew, and nothing of the council's stands still there
        if (!cases.get(reference).ombudsmans() && openPauses(reference).noneMatch(CasePause::ended)) {
            pauses.save(CasePause.ofEnd(reference, on, now(), who()));
        }
    }

    /**
     * A case that ended early goes on. What was left of its days is counted from the day on which the end was taken back; an end by
     * mistake gives nothing back, because nobody had said that the council need not answer (CHD-11, CORP-21). A pause ended with the case.
     *
     * @param takenBackOn the day on which the end was taken back, none if it was a mistake
     */
    public void goOn(String reference, LocalDate endedOn, @Nullable LocalDate takenBackOn) {
        openPauses(reference).filter(pause -> !pause.ended()).forEach(pause -> pause.end(endedOn, now()));
        if (takenBackOn != null && openPauses(reference).noneMatch(CasePause::ended)) {
            // it ended before such ends were remembered
            pauses.save(CasePause.ofEnd(reference, endedOn, now(), who()));
        }
        openPauses(reference).filter(CasePause::ended).forEach(pause -> pause.end(takenBackOn == null ? pause.from() : takenBackOn, now()));
    }

    private void foldOpen(String reference) {
        deadlines.findByReferenceOrderById(reference).stream().filter(Deadline::open).forEach(d -> change(d, d.basis()));
    }

    /** Ends every open deadline of a case, but for the review of what somebody is kept from, which outlives the complaint (ACC-05). */
    public void cancel(String reference, String because, LocalDate on) {
        cancel(deadlines.findByReferenceOrderById(reference).stream().filter(d -> !d.outlivesTheComplaint()).toList(), because, on);
    }

    /** Ends the open deadlines of one kind. */
    public void cancel(String reference, String kind, String because, LocalDate on) {
        cancel(find(reference, kind).stream().toList(), because, on);
    }

    /**
     * Ends what some processes of a case have set, before they are ended themselves.
     *
     * @return the kinds of deadlines that were theirs
     */
    public Set<String> cancelOf(Collection<String> processInstanceIds, String because, LocalDate on) {
        var theirs = processInstanceIds.stream().flatMap(instance -> deadlines.findByProcessInstanceId(instance).stream()).toList();
        cancel(theirs, because, on);
        return theirs.stream().map(Deadline::kind).collect(Collectors.toSet());
    }

    /** What is owed in a case, by whomever, a line each: title and day, without names. */
    @Transactional(readOnly = true)
    public List<String> owed(String reference) {
        return owed(deadlines.findByReferenceOrderById(reference));
    }

    /** The same of what a process instance has set. */
    @Transactional(readOnly = true)
    public List<String> owedBy(String processInstanceId) {
        return owed(deadlines.findByProcessInstanceId(processInstanceId));
    }

    /** The same of what the processes have set that an instance has called. */
    @Transactional(readOnly = true)
    public List<String> owedByCalled(String processInstanceId) {
        return called.of(processInstanceId).flatMap(instance -> owedBy(instance).stream()).toList();
    }

    private List<String> owed(List<Deadline> some) {
        return some.stream().filter(Deadline::open).map(deadline -> deadline.view(today()))
                .map(view -> view.title() + (view.noPeriod() ? "" : ", due on " + Dates.text(view.dueOn()))).toList();
    }

    /** Ends what the processes that an instance has called have set, before it goes another way: on the day of what ends them, whenever that is recorded. */
    public void cancelCalled(String processInstanceId, String because, LocalDate on) {
        cancelOf(called.of(processInstanceId).toList(), because, on);
    }

    /** Ends what a process instance leaves open when it ends; today, if it did not end on a day of its own. */
    void cancelOf(String reference, String processInstanceId, String because, @Nullable LocalDate on) {
        // a step that ends a process knows the deadlines of its case already
        cancel(deadlines.findByReferenceOrderById(reference).stream().filter(one -> processInstanceId.equals(one.processInstanceId())).toList(), because, on == null ? today() : on);
    }

    private void cancel(List<Deadline> some, String because, LocalDate on) {
        some.stream().filter(Deadline::open).forEach(d -> close(d, DeadlineState.CANCELLED, on, because));
    }

    /**
     * A person's own time is over; the course goes on, and what was done in time can still be recorded.
     *
     * @return whether the course had gone on before, when more time was given after that
     */
    boolean lapse(String reference, String kind, String processInstanceId) {
        return find(reference, kind, processInstanceId).map(deadline -> {
            boolean before = deadline.goOnWithout(today());
            close(deadline, DeadlineState.LAPSED, today(), null);
            over(deadline);
            return before;
        }).orElse(false);
    }

    /** Whether the course went on without what the newest deadline of a kind is for, because its time was over (LGS-12). */
    @Transactional(readOnly = true)
    public boolean wentOnWithout(String reference, String kind) {
        return newest(reference, kind).filter(Deadline::wentOnWithout).isPresent();
    }

    /** Records a reminder; nothing if there is nothing open any more, or it is too late for one. */
    void remind(String reference, String kind, String processInstanceId) {
        find(reference, kind, processInstanceId).filter(d -> d.state() == DeadlineState.OPEN && !d.reminder() && !d.standing().overdueOn(today())).ifPresent(deadline -> {
            deadline.warn(today());
            cases.record(reference, "Reminder: " + deadline.view(today()).title(), deadline.view(today()).outcome() + ".");
        });
    }

    /** Looks whether a deadline was missed, and has it told if nobody has told it yet. */
    void miss(String reference, String kind, String processInstanceId) {
        find(reference, kind, processInstanceId).ifPresent(deadline -> {
            if (deadline.reminder()) {
                ask(deadline);
                return;
            }
            boolean told = deadline.told();
            deadline.look(today());
            escalation.follow(deadline, told, today());
        });
    }

    /** No period was stated and nothing has been shown: the Ombudsman asks, and the next day for asking is set (REM-05). */
    private void ask(Deadline deadline) {
        if (deadline.state() != DeadlineState.OPEN || !today().isAfter(deadline.dueOn())) {
            return;
        }
        var basis = deadline.basis();
        var next = DueDate.lastDay(today(), Allowance.parse(basis.row().allowance()), calendar);
        change(deadline, basis.with(Notice.asking(today(), next, now())));
        cases.record(deadline.reference(), "Asked about: " + deadline.view(today()).title(),
                "No period is stated, and it has not been shown that it was done; asked about next after " + Dates.text(next) + ".");
        escalation.ask(deadline);
    }

    /** Whether no period is stated for what a process waits for, so that its tasks are due on no day (REM-05). */
    boolean noPeriod(String reference, String processInstanceId) {
        return deadlines.findByReferenceOrderById(reference).stream().anyMatch(d -> processInstanceId.equals(d.processInstanceId()) && d.reminder());
    }

    /**
     * Puts the day of a fact right: every deadline of the case that counts from it, or was met by it, is folded again.
     *
     * @param item the number of what the fact is about, such as an agreed action; what is about another keeps its day
     * @param fact the name of the date, as the table's columns "Counts from" and "Met by" name it; {@code extensionNoticedOn} and
     *     {@code extendedTo} for a notice of more time, {@code pausedOn} and {@code resumedOn} for a pause of the case
     * @param preview whether only to say what would move
     * @return the deadlines whose day or outcome changes
     * @throws CannotBePutRight if a notice would give more time than the rules permit, or a pause end before it begins
     */
    public List<Moved> correct(String reference, OptionalInt item, String fact, LocalDate before, LocalDate after, boolean preview) {
        var moved = new ArrayList<Moved>();
        var stops = stops(reference);
        var right = stops.stream().map(stop -> stop.corrected(fact, before, after, now())).toList();
        right.stream().filter(stop -> !stops.contains(stop) && stop.until() != null && stop.until().isBefore(stop.from())).findFirst().ifPresent(stop -> {
            throw new CannotBePutRight((stop.ended() ? "The case would go on from " : "The pause would end on ") + Dates.text(Objects.requireNonNull(stop.until()))
                    + ", before it " + (stop.ended() ? "ended" : "began") + " on " + Dates.text(stop.from()) + "." + PutRight.FIRST);
        });
        if (!preview) {
            pauses.findByReferenceOrderById(reference).forEach(pause -> pause.correct(fact, before, after, now()));
        }
        for (var deadline : deadlines.findByReferenceOrderById(reference)) {
            if (item.isPresent() && deadline.item() != null && deadline.item() != item.getAsInt()) {
                continue;
            }
            var asked = asked(deadline, fact, before, after);
            var basis = corrected(deadline, asked, fact, before, after);
            if (basis.equals(deadline.basis()) && right.equals(stops)) {
                continue;
            }
            if (!right.equals(stops)) {
                basis = basis.noticed(Notice::toBeChecked);
            }
            var result = Fold.of(basis, Deadline.bearing(deadline.kind(), right), calendar);
            checkCorrected(deadline, fact, basis, result);
            var change = moved(deadline, result);
            if (!preview) {
                deadline.remark("Corrected: " + words(fact) + " was " + Dates.text(after) + ", not " + Dates.text(before) + "; before it was " + Dates.text(deadline.dueOn()) + ".");
                deadline.ask(asked);
                keep(deadline, basis, result);
            }
            if (change.changes()) {
                moved.add(change);
            }
        }
        return moved;
    }

    /** A new date is put right within what could have been recorded; a notice that came too late extends nothing (CORP-21, CORP-24, CHD-44). */
    private void checkCorrected(Deadline deadline, String fact, Basis basis, Fold.Result result) {
        if (!fact.equals("extendedTo") || !deadline.open() && deadline.state() != DeadlineState.MET) {
            return;
        }
        boolean goodReason = Fold.of(deadline.basis(), stops(deadline), calendar).extensions().stream().anyMatch(Fold.Extended::beyond);
        var confirmed = Stream.of(goodReason ? GOOD_REASON : "", Objects.requireNonNullElse(basis.row().extensionNeeds(), "")).toList();
        try {
            result.extensions().stream().filter(extended -> !deadline.basis().notices().contains(extended.notice()))
                    .filter(extended -> basis.row().byAgreement() || !extended.notice().on().isAfter(extended.from()))
                    .forEach(extended -> check(basis.row(), extended, confirmed));
        } catch (ExtensionRefused e) {
            throw new CannotBePutRight(String.valueOf(e.getMessage()));
        }
    }

    /** What the table is asked with once a fact is put right: the day of receipt also says which row holds. */
    private @Nullable Asked asked(Deadline deadline, String fact, LocalDate before, LocalDate after) {
        var asked = deadline.asked();
        if (asked != null && fact.equals(Asked.LETTER_DAY)) {
            return asked.setRight(before, after);
        }
        var basis = deadline.basis();
        if (asked != null && basis.aheadOfItsDay() && basis.row().countsFrom().equals(fact) && basis.triggerOn().equals(before)) {
            // what is due so long before a day, or on it, moves with that day
            var by = Objects.requireNonNull(basis.letterDay());
            return asked.setRight(by, by.equals(before) ? after : before(after, Objects.requireNonNull(asked.agreedWithin())));
        }
        return asked == null || !fact.equals("receivedOn") ? asked : asked.received(before, after);
    }

    /** What a case owed before its procedure was known follows the row of that procedure, whatever has happened meanwhile (CHD-19, ADT-02). */
    public void under(String procedure, String reference, String kind) {
        newest(reference, kind).filter(deadline -> deadline.stage() == 0 && deadline.asked() != null).ifPresent(deadline -> {
            var asked = Objects.requireNonNull(deadline.asked()).under(procedure);
            var row = table.row(deadline.definitionId(), kind, asked.facts(kind, 0));
            if (row.equals(deadline.basis().row()) || !row.countsFrom().equals(deadline.basis().row().countsFrom())) {
                return;
            }
            var before = deadline.dueOn();
            deadline.ask(asked);
            change(deadline, deadline.basis().by(row));
            if (!before.equals(deadline.dueOn())) {
                deadline.remark("Before its procedure was known it was " + Dates.text(before) + ".");
            }
        });
    }

    private Basis corrected(Deadline deadline, @Nullable Asked asked, String fact, LocalDate before, LocalDate after) {
        var basis = deadline.basis();
        var corrected = basis;
        if (asked != null && !asked.equals(deadline.asked())) {
            var row = table.row(deadline.definitionId(), deadline.kind(), asked.facts(deadline.kind(), deadline.stage()));
            // a row that counts from another day does not know that day here; taking another course does
            corrected = row.countsFrom().equals(basis.row().countsFrom()) ? corrected.by(row) : corrected;
        }
        if (asked != null && !Objects.equals(asked.letterDay(), basis.letterDay())) {
            corrected = corrected.setTo(asked.letterDay());
        }
        if (basis.row().countsFrom().equals(fact) && basis.triggerOn().equals(before)) {
            corrected = corrected.from(after);
        }
        corrected = corrected.noticed(notice -> notice.corrected(fact, before, after, who(), now()));
        var end = basis.closing();
        if (end != null && end.as() == DeadlineState.MET && fact.equals(basis.row().metBy()) && end.on().equals(before)) {
            corrected = corrected.closed(new Closing(DeadlineState.MET, after, null, now(), who()));
        }
        return corrected;
    }

    private static String words(String fact) {
        return fact.replaceFirst("On$", "").replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    /** All deadlines of a case, in the order in which they were set. */
    @Transactional(readOnly = true)
    public List<DeadlineView> of(String reference) {
        return deadlines.findByReferenceOrderById(reference).stream().map(d -> d.view(today())).toList();
    }

    private void close(Deadline deadline, DeadlineState as, LocalDate on, @Nullable String because) {
        change(deadline, deadline.basis().closed(new Closing(as, on, because, now(), who())));
    }

    private void change(Deadline deadline, Basis basis) {
        keep(deadline, basis, Fold.of(basis, stops(deadline), calendar));
    }

    /** Everything that shows a deadline follows the result. */
    void keep(Deadline deadline, Basis basis, Fold.Result result) {
        var before = deadline.standing();
        boolean told = deadline.told();
        deadline.take(basis, result, today());
        timers.follow(deadline, before);
        escalation.follow(deadline, told, today());
        if (!deadline.open() || !deadline.reminder()) {
            escalation.askNoMore(deadline);
        }
    }

    private Moved moved(Deadline deadline, Fold.Result result) {
        return Moved.of(deadline, result.standing(), today());
    }

    private List<Stop> stops(Deadline deadline) {
        return stops(deadline.reference(), deadline.kind());
    }

    private List<Stop> stops(String reference, String kind) {
        return Deadline.bearing(kind, stops(reference));
    }

    private List<Stop> stops(String reference) {
        return pauses.findByReferenceOrderById(reference).stream().map(CasePause::stop).toList();
    }

    private Optional<Deadline> newest(String reference, String kind) {
        return deadlines.findByReferenceOrderById(reference).stream().filter(d -> d.kind().equals(kind)).reduce((earlier, later) -> later);
    }

    private Optional<Deadline> newest(String reference, String kind, int item) {
        return deadlines.findByReferenceOrderById(reference).stream()
                .filter(d -> d.kind().equals(kind) && Integer.valueOf(item).equals(d.item()))
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

    private String who() {
        return reader.user().orElse(CaseFiles.PRODUCT);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
