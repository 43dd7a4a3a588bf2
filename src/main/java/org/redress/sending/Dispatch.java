package org.redress.sending;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One letter to one person, sent by the product: each step of it is written before the next begins, so that a crash in between shows (DAT-04, WD-13). */
@Entity
class Dispatch {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_id")
    @SequenceGenerator(name = "case_file_id", sequenceName = "case_file_id")
    private @Nullable Long id;

    @Version
    private int version;

    private String reference;
    private int number;
    private int sending;
    private String form;
    private String task;
    private String instance;
    private String title;
    private @Nullable String answers;
    private String letter;
    private String subject;
    private String text;
    private @Nullable String sha256;
    private @Nullable String document;
    private int party;
    private String name;
    private String channel;
    private String address;
    private String confirmedBy;
    private LocalDateTime confirmedAt;

    @Enumerated(EnumType.STRING)
    private DispatchState state = DispatchState.WAITING;

    private String ourReference;
    private @Nullable String providerId;
    private int attempts;
    private @Nullable LocalDateTime attemptedAt;
    private LocalDateTime nextAt;
    private boolean unsure;
    private @Nullable LocalDateTime acceptedAt;
    private @Nullable LocalDate acceptedOn;
    private boolean recorded;
    private @Nullable LocalDateTime endedAt;
    private @Nullable String because;

    @SuppressWarnings("NullAway.Init")
    protected Dispatch() {}

    Dispatch(NewDispatch made, int number, int sending, String ourReference, LocalDateTime now) {
        this.reference = made.reference();
        this.number = number;
        this.sending = sending;
        this.form = made.step().form();
        this.task = made.step().task();
        this.instance = made.step().instance();
        this.title = made.step().title();
        this.answers = made.answers();
        this.letter = made.letter();
        this.subject = made.subject();
        this.text = made.text();
        this.party = made.party();
        this.name = made.name();
        this.channel = made.by().code();
        this.address = made.address();
        this.confirmedBy = made.step().person();
        this.confirmedAt = now;
        this.nextAt = now;
        this.ourReference = ourReference;
    }

    /** It is about to be tried. */
    void attempt(LocalDateTime now, String digest, String madeFrom) {
        require(Set.of(DispatchState.WAITING));
        state = DispatchState.ATTEMPTING;
        attempts++;
        sha256 = digest;
        document = madeFrom;
        attemptedAt = now;
    }

    /** Its channel has it, since a day. */
    void accepted(@Nullable String provider, LocalDate on, LocalDateTime now, LocalDateTime next) {
        require(unsure ? Set.of(DispatchState.WAITING, DispatchState.MAY_HAVE_GONE_OUT) : Set.of(DispatchState.ATTEMPTING, DispatchState.MAY_HAVE_GONE_OUT));
        state = DispatchState.ACCEPTED;
        providerId = provider;
        acceptedAt = now;
        acceptedOn = on;
        nextAt = next;
        unsure = false;
        because = null;
    }

    /** A person knows that it went out, on a day. */
    void wentOut(LocalDate on, LocalDateTime now) {
        require(Set.of(DispatchState.MAY_HAVE_GONE_OUT));
        state = DispatchState.ACCEPTED;
        acceptedAt = now;
        acceptedOn = on;
        nextAt = now;
        // one whose step is done still has its process to tell
        endedAt = recorded ? null : now;
        unsure = false;
        because = null;
    }

    /** It will be tried again, or, where nobody is sure whether it went out, asked about. */
    void again(LocalDateTime next, boolean unsureOfIt, String why) {
        require(unsure ? Set.of(DispatchState.WAITING) : Set.of(DispatchState.ATTEMPTING));
        state = DispatchState.WAITING;
        nextAt = next;
        unsure = unsureOfIt;
        because = why;
    }

    /** The attempt was none: what is set is wrong. */
    void notTried(LocalDateTime next, String why) {
        again(next, false, why);
        attempts--;
    }

    /** It could not even be made ready. */
    void couldNot(LocalDateTime next) {
        require(Set.of(DispatchState.WAITING));
        attempts++;
        nextAt = next;
    }

    /** Nothing is done with it before a moment; whoever sets it has it until then. */
    void notBefore(LocalDateTime next) {
        nextAt = next;
    }

    /** The step could not be done with it yet. */
    void notYetRecorded(LocalDateTime next, String why) {
        require(Set.of(DispatchState.ACCEPTED));
        nextAt = next;
        because = why;
    }

    void fail(String why, LocalDateTime now) {
        require(Set.of(DispatchState.WAITING, DispatchState.ATTEMPTING, DispatchState.MAY_HAVE_GONE_OUT, DispatchState.ACCEPTED));
        state = DispatchState.FAILED;
        because = why;
        endedAt = now;
    }

    void mayHaveGoneOut(String why) {
        require(Set.of(DispatchState.ATTEMPTING, DispatchState.WAITING));
        state = DispatchState.MAY_HAVE_GONE_OUT;
        because = why;
    }

    /** A person has it sent once more, to the address that is recorded now. */
    void sendAgain(String to, String newReference, LocalDateTime now) {
        require(Set.of(DispatchState.FAILED, DispatchState.MAY_HAVE_GONE_OUT));
        state = DispatchState.WAITING;
        address = to;
        ourReference = newReference;
        providerId = null;
        attempts = 0;
        attemptedAt = null;
        nextAt = now;
        unsure = false;
        acceptedAt = null;
        acceptedOn = null;
        endedAt = null;
        because = null;
    }

    void arrived(LocalDateTime now) {
        require(Set.of(DispatchState.ACCEPTED));
        state = DispatchState.DELIVERED;
        endedAt = now;
    }

    /** Its channel is asked again at a moment; or never, because it has said nothing for long enough. */
    void lookAgain(@Nullable LocalDateTime next, LocalDateTime now) {
        require(Set.of(DispatchState.ACCEPTED));
        if (next == null) {
            endedAt = now;
        } else {
            nextAt = next;
        }
    }

    void callOff(String why, LocalDateTime now) {
        require(Set.of(DispatchState.WAITING, DispatchState.FAILED));
        state = DispatchState.CALLED_OFF;
        because = why;
        endedAt = now;
        answers = null;
        document = null;
    }

    /** The step was done with it, or cannot be; then {@code why}. */
    void record(@Nullable String why, LocalDateTime firstLook) {
        recorded = true;
        nextAt = firstLook;
        answers = null;
        // where its step does not take it, it may be given back
        document = why == null ? null : document;
        because = why;
    }

    private void require(Set<DispatchState> states) {
        if (!states.contains(state)) {
            throw new IllegalStateException("Dispatch " + number + " of " + reference + " is " + state.code() + ".");
        }
    }

    boolean lost(LocalDateTime before) {
        return state == DispatchState.ATTEMPTING && Objects.requireNonNull(attemptedAt).isBefore(before);
    }

    /** What the file that went out was made from, as data, until its step is done; none of letters from before that was kept. */
    Optional<String> document() {
        return Optional.ofNullable(document);
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    SendingBy by() {
        return SendingBy.of(channel).orElseThrow();
    }

    Outgoing outgoing(String asText, byte @Nullable [] pdf) {
        return new Outgoing(ourReference, reference, address, subject, asText, pdf);
    }

    DispatchView view() {
        return new DispatchView(id(), reference, number, sending, form, task, instance, title, letter, party, name, by().words(), channel, answers, address, confirmedBy, confirmedAt, state, ourReference, providerId, unsure, sha256,
                attempts, acceptedAt, acceptedOn, recorded, because);
    }

    String reference() {
        return reference;
    }

    int number() {
        return number;
    }

    int sending() {
        return sending;
    }

    int party() {
        return party;
    }

    @Nullable LocalDateTime attemptedAt() {
        return attemptedAt;
    }

    LocalDateTime nextAt() {
        return nextAt;
    }

    boolean ended() {
        return endedAt != null;
    }

    String address() {
        return address;
    }

    String text() {
        return text;
    }

    String letter() {
        return letter;
    }

    @Nullable String answers() {
        return answers;
    }

    DispatchState state() {
        return state;
    }

    boolean unsure() {
        return unsure;
    }

    int attempts() {
        return attempts;
    }

    boolean recorded() {
        return recorded;
    }

    String ourReference() {
        return ourReference;
    }

    @Nullable String providerId() {
        return providerId;
    }

    @Nullable LocalDate acceptedOn() {
        return acceptedOn;
    }

    LocalDateTime confirmedAt() {
        return confirmedAt;
    }
}
