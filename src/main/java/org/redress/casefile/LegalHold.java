package org.redress.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A reason to keep a case for longer than its time, until it is lifted (DAT-09). */
@Entity
class LegalHold {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_id")
    @SequenceGenerator(name = "case_file_id", sequenceName = "case_file_id")
    private @Nullable Long id;

    @ManyToOne
    private Complaint complaint;

    private LocalDate placedOn;
    private String placedBy;
    private String reason;
    private @Nullable LocalDate liftedOn;
    private @Nullable String liftedBy;
    private @Nullable String liftedBecause;

    @SuppressWarnings("NullAway.Init")
    protected LegalHold() {}

    LegalHold(Complaint complaint, LocalDate placedOn, String placedBy, String reason) {
        this.complaint = complaint;
        this.placedOn = placedOn;
        this.placedBy = placedBy;
        this.reason = reason;
    }

    void lift(LocalDate on, String by, String because) {
        liftedOn = on;
        liftedBy = by;
        liftedBecause = because;
    }

    LocalDate placedOn() {
        return placedOn;
    }
}
