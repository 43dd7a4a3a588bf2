package org.redress.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.redress.attachments.MadeFiles;
import org.redress.casefile.AttachmentView;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Dates;
import org.redress.casefile.Parties;
import org.redress.documents.Documents;
import org.redress.documents.Format;
import org.redress.engine.Engine;
import org.redress.sending.Channel.Receipt;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The letters that the product sends: each change of one is a transaction of its own with what its process hears of it (WD-13). */
@Component
@Transactional
public class Dispatches {
    static final String CALLED_OFF = "SendingCalledOff";
    /** Whether the product itself does a step on this thread, with the day of a letter. */
    private static final ThreadLocal<Boolean> BY_THE_PRODUCT = ThreadLocal.withInitial(() -> false);
    private static final String CONFIRMED = "LetterConfirmed";
    private static final String TRIED = "LetterTried";
    private static final String RECEIPT = "ReceiptCame";
    private static final String NUMBER = "dispatchNumber";
    private static final int MOST = 100;
    /** How long after each attempt the next one is. */
    private static final List<Duration> WAITS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(20), Duration.ofHours(1), Duration.ofHours(3), Duration.ofHours(6),
            Duration.ofHours(12), Duration.ofHours(12));
    /** No attempt takes so long; whoever began it has stopped. */
    private static final Duration LONGEST = Duration.ofMinutes(10);
    /** An attempt whose answer never came may be on the wire so long: TCP gives up after a quarter of an hour. Before that "I do not know it" says nothing. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(20);
    /** How long it is asked whether one went out, as long as one is tried. */
    private static final Duration LONGEST_ASKED = WAITS.stream().reduce(Duration.ZERO, Duration::plus);
    /** Between attempts while what is set is wrong, and between those to do a step with a letter. */
    private static final Duration SHORT = Duration.ofMinutes(5);
    /** A step that a fault keeps from being done with an accepted letter is for a person from then on. */
    private static final Duration LONGEST_FAULT = Duration.ofHours(1);
    /** What waits longer than a few rounds is worth a supervisor's look. */
    private static final Duration A_WHILE = Duration.ofMinutes(15);
    private static final Duration FIRST_LOOK = Duration.ofMinutes(1);
    private static final Duration LONGEST_BETWEEN_LOOKS = Duration.ofHours(6);
    /** What a channel has not said by then it does not say any more. */
    private static final Duration LAST_LOOK = Duration.ofDays(7);

    private final DispatchRepository dispatches;
    private final CaseFiles cases;
    private final Parties parties;
    private final MadeFiles files;
    private final Engine engine;
    private final RuntimeService runtime;
    private final Clock clock;

    Dispatches(DispatchRepository dispatches, CaseFiles cases, Parties parties, MadeFiles files, Engine engine, @Lazy RuntimeService runtime, Clock clock) {
        this.dispatches = dispatches;
        this.cases = cases;
        this.parties = parties;
        this.files = files;
        this.engine = engine;
        this.runtime = runtime;
        this.clock = clock;
    }

    /** The letters of a case that the product sends or has sent, in the order in which they were confirmed. */
    @Transactional(readOnly = true)
    public List<DispatchView> of(String reference) {
        return dispatches.findByReferenceOrderByNumber(reference).stream().map(Dispatch::view).toList();
    }

    /** Those of a council that should be with their people by now and are not, or of which somebody has to say whether they are; those confirmed first, of so many at most. */
    @Transactional(readOnly = true)
    public List<DispatchView> notThrough(String council, int most) {
        return dispatches.underWay(council, most).stream().map(Dispatch::view)
                .filter(one -> one.needsSomebody() || !one.state().sent() && (one.because() != null || one.confirmedAt().plus(A_WHILE).isBefore(now()))).toList();
    }

    /**
     * Keeps letters that one person confirmed together, each with the case in whose file it is, and begins their processes.
     *
     * @return whether it did; not if the step has letters already, which is looked at with the same rows as the number that comes next: of two at the same moment one finds that number taken
     */
    boolean make(String reference, List<NewDispatch> together) {
        var there = dispatches.findByReferenceOrderByNumber(reference);
        var step = together.get(0).step();
        if (there.stream().map(Dispatch::view).anyMatch(one -> underWay(one, step.instance(), step.form()))) {
            return false;
        }
        together.stream().collect(Collectors.groupingBy(NewDispatch::reference, LinkedHashMap::new, Collectors.toList())).forEach(this::makeIn);
        return true;
    }

    private void makeIn(String reference, List<NewDispatch> together) {
        int before = dispatches.findByReferenceOrderByNumber(reference).stream().mapToInt(Dispatch::number).max().orElse(0);
        var council = cases.get(reference).council();
        for (int i = 0; i < together.size(); i++) {
            int number = before + 1 + i;
            dispatches.save(new Dispatch(together.get(i), number, before + 1, newReference(), now()));
            engine.unrestricted(() -> runtime.createMessageCorrelation(CONFIRMED).processInstanceBusinessKey(reference)
                    .setVariables(Map.of("caseReference", reference, "council", council, NUMBER, number)).correlateStartMessage());
        }
    }

    /** Says nothing of case and person, and is found nowhere else. */
    private static String newReference() {
        return "redress-" + UUID.randomUUID();
    }

    /** Those to send now, or to ask about; {@code on} are the channels that are on. */
    @Transactional(readOnly = true)
    public List<Long> due(Set<String> on) {
        return dispatches.due(orNone(on), now(), Limit.of(MOST));
    }

    @Transactional(readOnly = true)
    public List<Long> over() {
        return dispatches.over(MOST);
    }

    @Transactional(readOnly = true)
    public List<Long> toLookAfter(Set<String> on) {
        return dispatches.toLookAfter(orNone(on), now(), now().minus(LAST_LOOK), Limit.of(MOST));
    }

    @Transactional(readOnly = true)
    public List<Long> toTell() {
        return dispatches.toTell(Limit.of(MOST));
    }

    @Transactional(readOnly = true)
    public List<Long> lost() {
        return dispatches.lost(certainly(LONGEST), Limit.of(MOST));
    }

    @Transactional(readOnly = true)
    public List<Long> toRecord() {
        return dispatches.toRecord(now(), MOST);
    }

    /** A list in a query has something in it. */
    private static Set<String> orNone(Set<String> channels) {
        return channels.isEmpty() ? Set.of("none") : channels;
    }

    /** "Dispatch 3 of KEN-2026-00012 (waiting)", for a log. */
    @Transactional(readOnly = true)
    public String name(long id) {
        return dispatches.findById(id).map(one -> one.view().toString()).orElse("A dispatch that was removed");
    }

    /** What is about to be sent. */
    record Taken(long id, DispatchView view, SendingBy by, String text, String letter, boolean unsure) {
        /** Nothing of it may stand in a log. */
        @Override
        public String toString() {
            return view.toString();
        }
    }

    /** One that waits and is due, as it is. */
    @Transactional(readOnly = true)
    public Optional<Taken> waiting(long id) {
        return due(id).map(this::taken);
    }

    /** The list that a round goes through may be old: what another node has seen to meanwhile is not due any more. */
    private Optional<Dispatch> due(long id) {
        return dispatches.findById(id).filter(one -> one.state() == DispatchState.WAITING && !one.nextAt().isAfter(now()));
    }

    /** One that its channel has, and whose step is not done with it. */
    @Transactional(readOnly = true)
    public Optional<Taken> toRecord(long id) {
        return dispatches.findById(id).filter(one -> one.state().sent() && !one.recorded()).map(this::taken);
    }

    /** One that was being tried when whoever tried it stopped. */
    @Transactional(readOnly = true)
    public Optional<Taken> found(long id) {
        return dispatches.findById(id).filter(one -> one.lost(certainly(LONGEST))).map(this::taken);
    }

    /** One that its channel has accepted, and about which it has not said all. */
    @Transactional(readOnly = true)
    public Optional<Taken> accepted(long id) {
        return dispatches.findById(id).filter(one -> one.state() == DispatchState.ACCEPTED && one.recorded()).map(this::taken);
    }

    /** One as it goes out. */
    @Transactional(readOnly = true)
    public Outgoing outgoing(long id, String text, byte @Nullable [] pdf) {
        return get(id).outgoing(text, pdf);
    }

    private Taken taken(Dispatch one) {
        return new Taken(one.id(), one.view(), one.by(), one.text(), one.letter(), one.unsure());
    }

    /** Takes one for an attempt, on one node only; from here on a crash shows. */
    boolean take(long id, String sha256, String madeFrom) {
        var one = due(id).filter(found -> !found.unsure());
        one.ifPresent(found -> found.attempt(now(), sha256, madeFrom));
        return one.isPresent();
    }

    /** Takes one to ask its channel about, on one node only. */
    boolean takeToAsk(long id) {
        var one = due(id).filter(Dispatch::unsure);
        one.ifPresent(found -> found.notBefore(now().plus(FIRST_LOOK)));
        return one.isPresent();
    }

    /** The channel has it; {@code at} since when, where it says so. */
    void accepted(long id, @Nullable String provider, @Nullable Instant at) {
        var one = get(id);
        boolean receipts = one.by().asks();
        one.accepted(provider, day(one, at), now(), one.recorded() ? now().plus(FIRST_LOOK) : now());
        if (!receipts) {
            one.lookAgain(null, now());
        }
        if (one.recorded()) {
            // the step was done with an earlier attempt
            record(one, "sent again", null);
            tell(one, TRIED, Map.of("letterIs", "accepted", "receiptComes", receipts));
        }
    }

    /** The clock of the channel may be wrong: not before it was tried, and not after today. */
    private LocalDate day(Dispatch one, @Nullable Instant at) {
        var today = LocalDate.now(clock);
        if (at == null) {
            return today;
        }
        var day = LocalDate.ofInstant(at, clock.getZone());
        var first = Objects.requireNonNull(one.attemptedAt()).toLocalDate();
        return day.isBefore(first) ? first : day.isAfter(today) ? today : day;
    }

    /** It certainly did not go out, and is tried again later, or given up when it was tried long enough; whether it was given up. */
    boolean later(long id, String because) {
        var one = get(id);
        if (one.attempts() > WAITS.size()) {
            fail(id, because + tried(one));
            return true;
        }
        one.again(now().plus(WAITS.get(one.attempts() - 1)), false, because);
        return false;
    }

    private static String tried(Dispatch one) {
        return " It was tried " + one.attempts() + " times.";
    }

    /** What is set is wrong: that was no attempt, and it waits until it is put right. */
    void wronglySet(long id, String because) {
        var one = get(id);
        if (one.unsure()) {
            one.again(now().plus(SHORT), true, because);
        } else {
            one.notTried(now().plus(SHORT), because);
        }
    }

    /** Nobody knows whether it went out: its channel is asked before anything else. */
    void unsure(long id, String because) {
        get(id).again(now().plus(FIRST_LOOK), true, because);
    }

    /** Its channel could not say whether it went out: it is asked again, for as long as letters are tried; whether that is over. */
    boolean askLater(long id, String because) {
        var one = get(id);
        var since = Duration.between(Objects.requireNonNull(one.attemptedAt()), now());
        if (since.compareTo(LONGEST_ASKED) > 0) {
            mayHaveGoneOut(id, because);
            return true;
        }
        one.again(now().plus(shorter(since, LONGEST_BETWEEN_LOOKS)), true, because);
        return false;
    }

    /** Its channel does not know it: it did not go out, once an attempt cannot be under way any more, and is tried again; whether it was given up. */
    boolean notGone(long id) {
        var one = get(id);
        var attempted = Objects.requireNonNull(one.attemptedAt());
        if (attempted.isAfter(certainly(UNDER_WAY))) {
            one.again(now().plus(FIRST_LOOK), true, "GOV.UK Notify does not know it yet.");
            return false;
        }
        if (one.attempts() > WAITS.size()) {
            fail(id, "It had not gone out." + tried(one));
            return true;
        }
        var next = attempted.plus(WAITS.get(one.attempts() - 1));
        one.again(next.isBefore(now()) ? now() : next, false, "It had not gone out.");
        return false;
    }

    /** It does not go like this, if it still waits. */
    void refuse(long id, String because) {
        due(id).ifPresent(one -> fail(id, because));
    }

    /** A fault of ours kept it from being seen to. It does not stand in the way of the others, and is a person's at last. */
    void fault(long id) {
        var one = get(id);
        if (one.state() == DispatchState.WAITING && !one.unsure()) {
            one.couldNot(now().plus(WAITS.get(Math.min(one.attempts(), WAITS.size() - 1))));
            if (one.attempts() > WAITS.size()) {
                fail(id, "Redress could not get it ready; its log has the fault." + tried(one));
            }
        } else if (one.state() == DispatchState.WAITING || one.state() == DispatchState.ACCEPTED) {
            one.notBefore(now().plus(SHORT));
        }
    }

    /** It did not go out, or came back. */
    void fail(long id, String because) {
        var one = get(id);
        boolean wasAccepted = one.state() == DispatchState.ACCEPTED;
        one.fail(because, now());
        record(one, wasAccepted ? "did not arrive" : "not sent", because);
        if (wasAccepted) {
            tell(one, RECEIPT, Map.of("arrived", false));
        } else {
            tell(one, TRIED, Map.of("letterIs", "failed", "receiptComes", false));
        }
    }

    /** Nobody knows, and no channel can be asked. */
    void mayHaveGoneOut(long id, String because) {
        var one = get(id);
        one.mayHaveGoneOut(because);
        record(one, "may have gone out", because);
        tell(one, TRIED, Map.of("letterIs", "may-have-gone-out", "receiptComes", false));
    }

    /** The step is done in another way, or over. */
    void callOff(long id, String because) {
        var one = get(id);
        one.callOff(because, now());
        record(one, "called off", because);
        tell(one, CALLED_OFF, Map.of());
    }

    /** A person said that it went out, after its step had been done: its process hears of that when it waits again. */
    void tellThatItWentOut(long id) {
        var one = get(id);
        one.lookAgain(null, now());
        tell(one, TRIED, Map.of("letterIs", "accepted", "receiptComes", false));
    }

    /** What its channel says of it. */
    void receipt(long id, Receipt receipt) {
        var one = get(id);
        switch (receipt) {
            case ARRIVED -> {
                one.arrived(now());
                record(one, "arrived", null);
                tell(one, RECEIPT, Map.of("arrived", true));
            }
            case DID_NOT_ARRIVE -> fail(id, "It did not arrive, says GOV.UK Notify.");
            default -> {
                var since = Duration.between(Objects.requireNonNull(one.view().acceptedAt()), now());
                boolean last = since.compareTo(LAST_LOOK) > 0;
                one.lookAgain(last ? null : now().plus(shorter(since, LONGEST_BETWEEN_LOOKS)), now());
                if (last) {
                    // it has said that it took it, and no more
                    tell(one, RECEIPT, Map.of("arrived", true));
                }
            }
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(FIRST_LOOK) < 0 ? FIRST_LOOK : one.compareTo(other) < 0 ? one : other;
    }

    /**
     * Letters whose step can be done.
     *
     * @param day the last on which one of them was accepted
     */
    record Sent(DispatchView first, String answers, LocalDate day, List<Long> ids) {
        /** Nothing of it may stand in a log. */
        @Override
        public String toString() {
            return "Sent[" + first + "]";
        }
    }

    /** Those that were confirmed together with one, if every one of them is accepted and the step is not done. */
    @Transactional(readOnly = true)
    public Optional<Sent> allAccepted(long id) {
        var one = dispatches.findById(id).orElseThrow();
        var together = together(one);
        boolean all = together.stream().allMatch(each -> each.state().sent()) && together.stream().noneMatch(Dispatch::recorded);
        return all ? Optional.of(new Sent(step(one.view()).orElseThrow(), String.valueOf(step(one.view()).orElseThrow().answers()), together.stream().map(each -> Objects.requireNonNull(each.acceptedOn())).max(LocalDate::compareTo).orElseThrow(),
                together.stream().map(Dispatch::id).toList())) : Optional.empty();
    }

    /** The dispatch that has the answers of the step to which one belongs: the first of the case whose step it is. */
    @Transactional(readOnly = true)
    public Optional<DispatchView> step(DispatchView one) {
        return dispatches.findByTaskOrderByNumber(one.task()).stream().filter(each -> each.state() != DispatchState.CALLED_OFF).map(Dispatch::view).filter(each -> each.answers() != null).findFirst();
    }

    private List<Dispatch> together(Dispatch one) {
        // a task has the letters of one confirmation at a time, in the files of all cases that they answer
        return dispatches.findByTaskOrderByNumber(one.view().task()).stream().filter(each -> each.state() != DispatchState.CALLED_OFF).toList();
    }

    /** The step was done with them. */
    void recorded(List<Long> ids) {
        ids.forEach(id -> {
            var one = get(id);
            one.record(null, now().plus(FIRST_LOOK));
            record(one, "sent", null);
            tell(one, TRIED, Map.of("letterIs", "accepted", "receiptComes", one.by().asks() && one.view().provider() != null));
        });
    }

    /** They went out, and the step does not take it; a person has to see to it. */
    void notRecorded(List<Long> ids, String because) {
        ids.stream().filter(id -> !get(id).recorded()).forEach(id -> {
            var one = get(id);
            one.record(because, now().plus(FIRST_LOOK));
            record(one, "sent", "The step could not be done with it.");
            tell(one, TRIED, Map.of("letterIs", "not-recorded", "receiptComes", false));
        });
    }

    /** A fault of ours kept their step from being done with them: once more, and after an hour a person has to see to it. */
    void notYetRecorded(List<Long> ids) {
        var first = get(ids.get(0)).view();
        if (first.because() != null && Objects.requireNonNull(first.acceptedAt()).plus(LONGEST_FAULT).isBefore(now())) {
            notRecorded(ids, "A fault kept the step from being done; the log has it.");
        } else {
            ids.forEach(id -> get(id).notYetRecorded(now().plus(SHORT), "The step could not be done with it yet."));
        }
    }

    /** Whether the product itself does a step on this thread. */
    static boolean byTheProduct() {
        return BY_THE_PRODUCT.get();
    }

    /** Does a step as the product does it. */
    static <T> T asTheProduct(Supplier<T> work) {
        BY_THE_PRODUCT.set(true);
        try {
            return work.get();
        } finally {
            BY_THE_PRODUCT.remove();
        }
    }

    /** The step was done by hand after it was accepted; it goes on to what becomes of it. */
    void doneByHand(long id) {
        var one = get(id);
        boolean waited = !one.recorded();
        one.record(null, now().plus(FIRST_LOOK));
        if (waited) {
            tell(one, TRIED, Map.of("letterIs", "accepted", "receiptComes", false));
        } else {
            tell(one, CALLED_OFF, Map.of());
        }
    }

    /** The letter was given back after it had gone out to this person: the file says that they have it, and that they get another, and has the one that they got. */
    void givenBack(long id) {
        var one = get(id);
        var kept = one.document().map(document -> keep(one, document));
        record(one, "sent before it was given back", "Another letter follows. " + kept.map(file -> "This one is attachment " + file + ", SHA-256 ").orElse("SHA-256 of this one: ") + one.view().sha256() + ".");
        doneByHand(id);
    }

    /** The file that went out, to the byte; its number in the case. */
    private int keep(Dispatch one, String document) {
        var view = one.view();
        var sent = Objects.requireNonNull(view.acceptedOn());
        var name = one.letter().substring(0, 1).toUpperCase(Locale.ROOT) + one.letter().substring(1).replace('-', ' ') + " of " + Dates.inFull(sent) + ", sent to number " + one.party() + " before it was given back.pdf";
        return files.keepGivenBack(one.reference(), name, AttachmentView.onlyFor(List.of(one.party())), sent, Documents.write(Documents.of(document), Format.PDF), document).number();
    }

    /** A person says whether one went out about which nobody knows. */
    void wentOut(String reference, int number, LocalDate on) {
        find(reference, number).wentOut(on, now());
    }

    /** It goes another way, or not at all; what may have gone out did not, as far as anybody knows. */
    void otherwise(String reference, int number) {
        var one = find(reference, number);
        if (one.state() == DispatchState.MAY_HAVE_GONE_OUT) {
            one.fail("It goes another way.", now());
        }
    }

    /** A person has it sent once more. */
    void sendAgain(String reference, int number, String address) {
        find(reference, number).sendAgain(address, newReference(), now());
    }

    /** Those of a step of a case that are on their way. */
    @Transactional(readOnly = true)
    public List<DispatchView> ofStep(String reference, String instance, String form) {
        return dispatches.findByReferenceOrderByNumber(reference).stream().map(Dispatch::view)
                .filter(one -> underWay(one, instance, form)).toList();
    }

    private static boolean underWay(DispatchView one, String instance, String form) {
        return one.instance().equals(instance) && one.form().equals(form) && one.state() != DispatchState.CALLED_OFF && (!one.recorded() || one.state().sent() && one.because() != null);
    }

    /** The same of a task, where nobody knows the case. */
    @Transactional(readOnly = true)
    public List<DispatchView> ofTask(String task) {
        return dispatches.findByTaskOrderByNumber(task).stream().map(Dispatch::view).toList();
    }

    /** Whether the product sends the letter of a task, or has sent it: nobody prints it for the post meanwhile. Not where one could not be sent, which goes by hand then. */
    @Transactional(readOnly = true)
    public boolean sends(String task) {
        var all = ofTask(task).stream().filter(one -> one.state() != DispatchState.CALLED_OFF).toList();
        return !all.isEmpty() && all.stream().noneMatch(one -> one.state() == DispatchState.FAILED);
    }

    /** One of a case. */
    @Transactional(readOnly = true)
    public DispatchView get(String reference, int number) {
        return find(reference, number).view();
    }

    /** A line in the file: who wrote to whom is there, and where to is not. */
    private void record(Dispatch one, String what, @Nullable String detail) {
        var person = parties.find(one.reference(), one.party()).map(found -> found.numbered()).orElse("number " + one.party());
        var view = one.view();
        cases.record(one.reference(), what.startsWith("sent") ? Objects.requireNonNull(view.acceptedOn()) : LocalDate.now(clock), "Redress",
                view.title() + ": " + what, view.by() + ", to " + person + (detail == null ? "" : ". " + detail), List.of());
    }

    private void tell(Dispatch one, String message, Map<String, Object> variables) {
        engine.unrestricted(() -> {
            var waits = runtime.createExecutionQuery().messageEventSubscriptionName(message).processInstanceBusinessKey(one.reference()).processVariableValueEquals(NUMBER, one.number()).list();
            waits.forEach(execution -> runtime.messageEventReceived(message, execution.getId(), variables));
            return waits.size();
        });
    }

    private Dispatch find(String reference, int number) {
        return dispatches.findByReferenceOrderByNumber(reference).stream().filter(one -> one.number() == number).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Case " + reference + " has no dispatch " + number + "."));
    }

    private Dispatch get(long id) {
        return dispatches.findById(id).orElseThrow();
    }

    /** "Mon 1 Jun 2026, 09:30". */
    static String moment(LocalDateTime at) {
        return Dates.text(at.toLocalDate()) + ", " + "%02d:%02d".formatted(at.getHour(), at.getMinute());
    }

    /** What was before this was so long ago, also when the clocks have changed since: an hour more where that cannot be told, and never one less. */
    private LocalDateTime certainly(Duration ago) {
        var byTheClocks = now().minus(ago);
        var byTheTime = LocalDateTime.ofInstant(clock.instant().minus(ago), clock.getZone());
        return byTheClocks.isBefore(byTheTime) ? byTheClocks : byTheTime;
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }
}
