package org.redress.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A change of who complains that waits for a second person, or what they decided (CORP-11, DAT-01). */
@Entity
class PartyChange {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_id")
    @SequenceGenerator(name = "case_file_id", sequenceName = "case_file_id")
    private @Nullable Long id;

    @ManyToOne
    private Complaint complaint;

    private int number;
    private String change;
    private @Nullable Integer person;
    private @Nullable String label;

    @Enumerated(EnumType.STRING)
    private @Nullable Part part;

    private @Nullable Integer speaksFor;
    private LocalDate happenedOn;
    private String reason;
    private String proposedBy;
    private LocalDate proposedOn;
    private @Nullable Boolean confirmed;
    private @Nullable String decidedBy;
    private @Nullable LocalDate decidedOn;
    private @Nullable String decisionReason;

    @SuppressWarnings("NullAway.Init")
    protected PartyChange() {}

    PartyChange(Complaint complaint, int number, ProposedChange proposed) {
        this.complaint = complaint;
        this.number = number;
        this.change = proposed.change();
        this.person = proposed.person();
        this.label = proposed.label();
        this.part = proposed.part();
        this.speaksFor = proposed.speaksFor();
        this.happenedOn = proposed.on();
        this.reason = proposed.reason();
        this.proposedBy = proposed.by();
        this.proposedOn = proposed.proposedOn();
    }

    void decide(boolean yes, String by, LocalDate on, @Nullable String why) {
        if (confirmed != null) {
            throw new CannotBeKept("This change was decided on by " + decidedBy + ".");
        }
        confirmed = yes;
        decidedBy = by;
        decidedOn = on;
        decisionReason = why;
    }

    boolean waits() {
        return confirmed == null;
    }

    int number() {
        return number;
    }

    ProposedChange view() {
        return new ProposedChange(number, change, person, label, part, speaksFor, happenedOn, reason, proposedBy, proposedOn);
    }
}
