package org.redress.deadline;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/**
 * A stored deadline: the facts that it rests on, and what {@link Fold} made of them. Nothing here computes a day; whoever changes a
 * fact folds again and has the result kept.
 */
@Entity
@EntityListeners(CountedDeadlines.class)
class Deadline {
    /** What the complaint being over or paused does not touch: the review of what somebody is kept from (ACC-05), and what a service owes to the family (CORP-35). */
    private static final Set<String> OUTLIVES = Set.of("contact-restriction-review", "service-duty");
    /** In the column "Owed by": work of a council for which nobody outside waits. */
    private static final String WITHIN = "within";
    private static final String ACTION = "agreed-action";
    private static final Set<String> PEOPLE = Set.of("complainant", "parties", AllowanceRow.NOBODY);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_id")
    @SequenceGenerator(name = "case_file_id", sequenceName = "case_file_id")
    private @Nullable Long id;

    @Version
    private int version;

    private String reference;

    @Embedded
    private @Nullable Asked asked;

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
    private @Nullable String remarks;
    private String calendarVersion;
    private @Nullable String cap;
    private @Nullable String capFrom;
    private @Nullable String extensionNeeds;
    private @Nullable String metBy;

    @Enumerated(EnumType.STRING)
    private DeadlineState state = DeadlineState.OPEN;

    private @Nullable LocalDate warnedOn;
    private @Nullable LocalDate lapsedOn;
    private @Nullable LocalDate overdueSince;
    private @Nullable LocalDate closedOn;
    private @Nullable LocalDateTime closedAt;
    private @Nullable String closedBy;
    private @Nullable Integer daysLate;
    private @Nullable String cancelledBecause;
    private @Nullable String processInstanceId;
    private @Nullable String definitionId;
    private @Nullable String variable;
    private @Nullable String escalationId;

    @ElementCollection
    @BatchSize(size = Recount.PAGE)
    @CollectionTable(name = "deadline_extension", joinColumns = @JoinColumn(name = "deadline_id"))
    @OrderColumn(name = "position")
    private List<Extension> extensions = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = Recount.PAGE)
    @CollectionTable(name = "deadline_pause", joinColumns = @JoinColumn(name = "deadline_id"))
    @OrderColumn(name = "position")
    private List<Pause> pauses = new ArrayList<>();

    @Transient
    private @Nullable Counted counted;

    @SuppressWarnings("NullAway.Init")
    protected Deadline() {}

    /** What is owed: of which case, of what kind, at which stage, and which of several of a kind. */
    record Owed(String reference, String kind, int stage, @Nullable Integer item) {}

    /** The process that it belongs to, if any: its definition, whose deployment holds the tables, and its variable. */
    record Process(@Nullable String definitionId, @Nullable String instanceId, @Nullable String variable) {}

    @SuppressWarnings("NullAway.Init") // take() sets the days
    Deadline(Owed owed, Asked asked, Process process, Basis basis, Fold.Result result) {
        this.reference = owed.reference();
        this.kind = owed.kind();
        this.stage = owed.stage();
        this.item = owed.item();
        this.asked = asked;
        this.definitionId = process.definitionId();
        this.processInstanceId = process.instanceId();
        this.variable = process.variable();
        // whether it has been missed already is told by its timer, when the model has drawn one
        take(basis, result, basis.triggerOn());
        this.originalDueOn = result.firstOn();
    }

    /** The times of standing still of a case that count for a deadline of this kind. */
    static List<Stop> bearing(String kind, List<Stop> stops) {
        // an action is owed however the complaint ends, so nothing is given back for it when the case goes on
        return OUTLIVES.contains(kind) ? List.of() : kind.equals(ACTION) ? stops.stream().filter(stop -> !stop.ended()).toList() : stops;
    }

    /** Whether it goes on when the complaint is over; so does what the council has promised (CORP-35). */
    boolean outlivesTheComplaint() {
        return OUTLIVES.contains(kind) || kind.equals(ACTION) && asked != null && "promise".equals(asked.procedure());
    }

    /** The facts that it rests on. */
    Basis basis() {
        var row = new AllowanceRow(allowance, triggerName, metBy, cap, capFrom, extensionNeeds, owedBy, ruleId, clause, noPeriod());
        var closing = closedOn == null ? null : new Closing(state, closedOn, cancelledBecause, closedAt, closedBy);
        return new Basis(row, triggerOn, extensions.stream().map(Extension::notice).toList(), closing, asked == null ? null : asked.letterDay());
    }

    /** How it stands by what is stored. */
    Standing standing() {
        return new Standing(dueOn, targetOn, state, AllowanceRow.NOBODY.equals(owedBy), reminder(), pausedSince(), closedOn, daysLate, cancelledBecause);
    }

    /** Whether no period was stated for what is owed, so that its day is only the next on which it is asked about (REM-05). */
    boolean reminder() {
        return noPeriod() && effective().allMatch(extension -> extension.notice().asks());
    }

    /** The notices that extend it as its facts stand now: not one of later than what ended it, nor one that came when it had ended (CORP-21, CHD-44). */
    private Stream<Extension> effective() {
        return extensions.stream().filter(extension -> closedOn == null || !extension.noticedOn().isAfter(closedOn))
                .filter(extension -> noPeriod() || AllowanceRow.BY_AGREEMENT.equals(cap) || !extension.noticedOn().isAfter(extension.fromDue()));
    }

    /** Whether no period was stated at first, whatever day has been agreed since. */
    boolean noPeriod() {
        return asked != null && asked.noPeriod(kind);
    }

    private @Nullable LocalDate pausedSince() {
        var last = pauses.isEmpty() ? null : pauses.get(pauses.size() - 1);
        return last == null || last.resumedOn() != null ? null : last.pausedOn();
    }

    /** Keeps changed facts and what came out of them. */
    final void take(Basis basis, Fold.Result result, LocalDate today) {
        var row = basis.row();
        allowance = Allowance.parse(row.allowance()).toString();
        triggerName = row.countsFrom();
        metBy = row.metBy();
        cap = row.cap();
        capFrom = row.capFrom();
        extensionNeeds = row.extensionNeeds();
        owedBy = row.owedBy();
        ruleId = row.rule();
        clause = row.clause();
        triggerOn = basis.triggerOn();
        var closing = basis.closing();
        closedAt = closing == null ? null : closing.recordedAt();
        closedBy = closing == null ? null : closing.by();
        var standing = result.standing();
        dueOn = standing.dueOn();
        targetOn = standing.targetOn();
        state = standing.state();
        closedOn = standing.closedOn();
        daysLate = standing.daysLate();
        cancelledBecause = standing.because();
        overdueSince = standing.overdueSince(today);
        unextendedDueOn = result.unextendedOn();
        steps = String.join("\n", result.steps());
        calendarVersion = result.calendarVersion();
        replace(extensions, result.extensions().stream().map(Extension::of).toList());
        replace(pauses, result.pauses());
    }

    /** Notices that the day has passed, without any new fact. */
    void look(LocalDate today) {
        overdueSince = standing().overdueSince(today);
    }

    /** Leaves a collection alone that says the same, so that it is not written again. */
    private static <T> void replace(List<T> kept, List<T> now) {
        if (!kept.equals(now)) {
            kept.clear();
            kept.addAll(now);
        }
    }

    /** Whether another result would be kept than the one that is. */
    boolean differs(Basis basis, Fold.Result result) {
        return !basis.row().equals(basis().row()) || !result.standing().equals(standing()) || !result.unextendedOn().equals(unextendedDueOn)
                || !result.pauses().equals(pauses);
    }

    /** The table is asked with other facts from now on. */
    void ask(@Nullable Asked corrected) {
        asked = corrected;
    }

    @Nullable Asked asked() {
        return asked;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    /** It is owed in another case. */
    void moveTo(String right) {
        reference = right;
    }

    /** Whether only people of the council wait for it, so that nobody outside is told when it is late. */
    boolean owedWithin() {
        return WITHIN.equals(owedBy);
    }

    /** Keeps a sentence that explains a change of the day beside the steps that lead to it. */
    void remark(String sentence) {
        remarks = remarks == null ? sentence : remarks + "\n" + sentence;
    }

    void warn(LocalDate on) {
        warnedOn = on;
    }

    /** The process in which somebody deals with the missed deadline; none when nobody does. */
    void escalated(@Nullable String processInstance) {
        escalationId = processInstance;
    }

    boolean open() {
        return state == DeadlineState.OPEN || state == DeadlineState.PAUSED;
    }

    DeadlineView view(LocalDate today) {
        var standing = standing();
        return new DeadlineView(kind, stage, item, owedBy, ruleId, clause, triggerName, triggerOn, allowance, dueOn, originalDueOn,
                targetOn, reminder(), state, standing.overdueOn(today), standing.outcome(today), closedOn, daysLate, overdueSince,
                Stream.concat(steps.lines(), remarks == null ? Stream.empty() : remarks.lines()).toList(),
                effective().filter(e -> !e.notice().asks()).map(e -> new DeadlineView.Extended(e.noticedOn(), e.fromDue(), e.toDue(), e.reason())).toList(),
                pauses.stream().map(p -> new DeadlineView.Paused(p.pausedOn(), p.resumedOn())).toList());
    }

    /** The course went on because the time was over; says whether it had done so before. */
    boolean goOnWithout(LocalDate on) {
        boolean before = lapsedOn != null;
        lapsedOn = before ? lapsedOn : on;
        return before;
    }

    /** Whether the course went on without what it is for, whatever came later. */
    boolean wentOnWithout() {
        return lapsedOn != null;
    }

    /** Whether it was cancelled on a day in time, as was recorded only when its own day had passed. */
    boolean endedAfterwards(LocalDate on) {
        return state == DeadlineState.CANCELLED && on.equals(closedOn) && !on.isAfter(dueOn) && Fold.recordedAfter(closedAt, dueOn);
    }

    /** Whether it was told that the day had passed. */
    boolean told() {
        return overdueSince != null;
    }

    /** A council, a panel or an Ombudsman owes it; when a person’s own time is over, nobody is late (CHD-50, LGS-13). */
    boolean owedByAnOffice() {
        return !PEOPLE.contains(owedBy);
    }

    /** The day that counts now was agreed only when the one before had passed (CMP-02). */
    boolean agreedAfterwards() {
        var last = effective().reduce((earlier, later) -> later).orElse(null);
        return last != null && last.noticedOn().isAfter(last.fromDue());
    }

    /** How it counts in the figures: as met or missed, on a day. */
    record Counted(boolean missed, LocalDate on) {}

    /** How it counts as it is: only closed, with a period, and owed by an office. */
    @Nullable Counted counts() {
        if (open() || closedOn == null || !owedByAnOffice() || noPeriod()) {
            return null;
        }
        boolean missed = state == DeadlineState.MET ? daysLate != null && daysLate > 0 : state == DeadlineState.CANCELLED && closedOn.isAfter(dueOn);
        return missed || state == DeadlineState.MET ? new Counted(missed, closedOn) : null;
    }

    /** How it has been counted. */
    @Nullable Counted counted() {
        return counted;
    }

    void countedAs(@Nullable Counted now) {
        counted = now;
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

    String owedBy() {
        return owedBy;
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

    @Nullable String processInstanceId() {
        return processInstanceId;
    }

    @Nullable String variable() {
        return variable;
    }

    @Nullable String definitionId() {
        return definitionId;
    }

    @Nullable String escalationId() {
        return escalationId;
    }
}
