package org.redress.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who did what part of a stage; separation of duties reads it (CORP-26, CHD-47, CHD-52). */
@Entity
class Duty {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_id")
    @SequenceGenerator(name = "case_file_id", sequenceName = "case_file_id")
    private @Nullable Long id;

    /** Nobody asks a duty for it. */
    @ManyToOne(fetch = FetchType.LAZY)
    private Complaint complaint;

    private int stage;
    private String duty;
    private String person;
    private LocalDate doneOn;

    @SuppressWarnings("NullAway.Init")
    protected Duty() {}

    Duty(Complaint complaint, DutyDone done) {
        this.complaint = complaint;
        this.stage = done.stage();
        this.duty = done.duty();
        this.person = done.person();
        this.doneOn = done.on();
    }

    DutyDone view() {
        return new DutyDone(stage, duty, person, doneOn);
    }
}
