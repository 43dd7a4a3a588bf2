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
    private boolean ombudsmans;
    private @Nullable String counterpart;
    private @Nullable String counterpartReference;

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

    CaseSummary summary() {
        return new CaseSummary(reference, council, status, statusSince, statusBecause, receivedAt, channel, complainantRole,
                complainedOf, outcomeWanted, procedure, stage,
                new StartFacts(receivedAt.toLocalDate(), sufficientInterest, advocateAsked, advocateAppointed, laterStart),
                ombudsmans, counterpart, counterpartReference);
    }

    Long id() {
        return java.util.Objects.requireNonNull(id);
    }

    String reference() {
        return reference;
    }

    int stage() {
        return stage;
    }
}
