package org.redress.casefile;

import jakarta.persistence.Column;
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
import org.jspecify.annotations.Nullable;

/** One complaint to a council, from receipt to its end (CORP-11). */
@Entity
class Complaint {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_id")
    @SequenceGenerator(name = "case_file_id", sequenceName = "case_file_id")
    private @Nullable Long id;

    @Version
    private int version;

    private String reference;
    private String council;

    @Enumerated(EnumType.STRING)
    private CaseStatus status = CaseStatus.OPEN;

    private LocalDate statusSince;
    private @Nullable String statusBecause;
    private @Nullable LocalDateTime endedAt;
    private LocalDateTime receivedAt;
    private String channel;
    private String complainantRole;
    private String complainedOf;
    private @Nullable String outcomeWanted;

    @Column(name = "procedure_key")
    private @Nullable String procedure;

    private int stage;
    private @Nullable LocalDate advocateAsked;
    private @Nullable LocalDate advocateAppointed;
    private @Nullable LocalDate laterStart;
    private @Nullable LocalDate sufficientInterest;
    private @Nullable LocalDate comesAgainOn;
    private boolean ombudsmans;
    private @Nullable String counterpart;
    private @Nullable String counterpartReference;
    private @Nullable String service;
    /** In another system, from which the case was taken over. */
    private @Nullable String oldNumber;

    @SuppressWarnings("NullAway.Init")
    protected Complaint() {}

    Complaint(String reference, Registration received) {
        this.reference = reference;
        this.council = received.council();
        this.receivedAt = received.receivedAt();
        this.statusSince = received.receivedAt().toLocalDate();
        this.channel = received.channel();
        this.complainantRole = received.complainantRole();
        this.complainedOf = received.complainedOf();
        this.outcomeWanted = received.outcomeWanted();
    }

    void become(CaseStatus next, @Nullable String because, LocalDate on, LocalDateTime recordedAt) {
        if (status.over()) {
            throw new CaseIsOver(reference, status, statusSince);
        }
        status = next;
        statusBecause = because;
        statusSince = on;
        endedAt = next.over() ? recordedAt : null;
    }

    /** The moment at which it was recorded that nothing more is done on it. */
    @Nullable LocalDateTime endedAt() {
        return endedAt;
    }

    /** It goes on although it was over; the status that it had stays readable in the chronology (CHD-11, CHD-14, CHD-35). */
    void takeUp(CaseStatus next, String because, LocalDate on) {
        if (!status.canBeTakenUp()) {
            throw new IllegalStateException("Case " + reference + " is " + status.text().toLowerCase(java.util.Locale.ROOT) + ", which has no way back.");
        }
        status = next;
        statusBecause = because;
        statusSince = on.isBefore(statusSince) ? statusSince : on;
        endedAt = null;
    }

    /** It came again after concurrent proceedings; its clocks count from that day (CHD-14). */
    void comeAgain(LocalDate on) {
        comesAgainOn = on;
    }

    boolean cameAgainOn(LocalDate day) {
        return day.equals(comesAgainOn);
    }

    /** It is to be assessed again, so that it is bound to no procedure and no stage (CHD-03). */
    void free() {
        procedure = null;
        stage = 0;
    }

    /** The day on which the status began was recorded wrongly. */
    void putStatusRight(LocalDate before, LocalDate after) {
        if (statusSince.equals(before)) {
            statusSince = after;
        }
    }

    /** The day of receipt was recorded wrongly; the hour stays, and what counts from the receipt moves with it. */
    void putReceiptRight(LocalDate on) {
        if (statusSince.equals(receivedAt.toLocalDate())) {
            statusSince = on;
        }
        receivedAt = on.atTime(receivedAt.toLocalTime());
    }

    void follow(String procedure, int stage) {
        this.procedure = procedure;
        this.stage = stage;
    }

    void askForAdvocate(LocalDate on) {
        advocateAsked = on;
    }

    void appointAdvocate(LocalDate on) {
        advocateAppointed = on;
    }

    void startLater(LocalDate on) {
        laterStart = on;
    }

    void acceptInterest(LocalDate on) {
        sufficientInterest = on;
    }

    /** It is an Ombudsman's file of a complaint about somebody else, not the council's own. */
    void belongToOmbudsman() {
        ombudsmans = true;
    }

    void link(@Nullable String tenant, @Nullable String theirReference) {
        counterpart = tenant;
        counterpartReference = theirReference;
    }

    /** It was taken over from another system; said once. */
    void tookOver(String number) {
        if (oldNumber != null) {
            throw new IllegalStateException("Case " + reference + " was taken over already.");
        }
        oldNumber = number;
    }

    /** A service of the council has it; none is the whole council. */
    void giveToService(@Nullable String code) {
        service = code;
    }

    @Nullable String service() {
        return service;
    }

    CaseSummary summary() {
        return new CaseSummary(reference, council, status, statusSince, statusBecause, receivedAt, channel, complainantRole,
                complainedOf, outcomeWanted, procedure, stage,
                new StartFacts(comesAgainOn == null ? receivedAt.toLocalDate() : comesAgainOn, sufficientInterest, advocateAsked, advocateAppointed, laterStart),
                ombudsmans, counterpart, counterpartReference);
    }

    Long id() {
        return java.util.Objects.requireNonNull(id);
    }

    String reference() {
        return reference;
    }

    String council() {
        return council;
    }

    int stage() {
        return stage;
    }
}
