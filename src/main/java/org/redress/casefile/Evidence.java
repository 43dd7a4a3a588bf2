package org.redress.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One piece of evidence in an Ombudsman's register (LGS-11, DAT-04). */
@Entity
class Evidence {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_id")
    @SequenceGenerator(name = "case_file_id", sequenceName = "case_file_id")
    private @Nullable Long id;

    @ManyToOne
    private Complaint complaint;

    private int number;
    private String what;
    private String fromWhom;
    private String marking;
    private LocalDate receivedOn;

    @SuppressWarnings("NullAway.Init")
    protected Evidence() {}

    boolean has(LocalDate day) {
        return receivedOn.equals(day);
    }

    void putDayRight(LocalDate before, LocalDate after) {
        receivedOn = after;
    }

    Evidence(Complaint complaint, EvidenceView evidence) {
        this.complaint = complaint;
        this.number = evidence.number();
        this.what = evidence.what();
        this.fromWhom = evidence.from();
        this.marking = evidence.marking();
        this.receivedOn = evidence.receivedOn();
    }

    EvidenceView view() {
        return new EvidenceView(number, what, fromWhom, marking, receivedOn);
    }
}
