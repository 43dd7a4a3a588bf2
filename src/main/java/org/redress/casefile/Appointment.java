package org.redress.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who has a role of a case, from when until when, and who said so when (CORP-26, CHD-41, CHD-47, CHD-48, LGS-06). */
@Entity
class Appointment {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_id")
    @SequenceGenerator(name = "case_file_id", sequenceName = "case_file_id")
    private @Nullable Long id;

    @ManyToOne
    private Complaint complaint;

    private String caseRole;
    private int stage;
    private @Nullable Integer issue;
    private String person;
    private LocalDate fromDay;
    private @Nullable LocalDate untilDay;
    private LocalDateTime recordedAt;
    private String recordedBy;
    private boolean toBeMoved;

    @SuppressWarnings("NullAway.Init")
    protected Appointment() {}

    Appointment(Complaint complaint, Appointed appointed, LocalDateTime recordedAt, String recordedBy, boolean toBeMoved) {
        this.complaint = complaint;
        this.caseRole = appointed.role();
        this.stage = appointed.stage();
        this.issue = appointed.issue();
        this.person = appointed.person();
        this.fromDay = appointed.from();
        this.untilDay = appointed.until();
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
        this.toBeMoved = toBeMoved;
    }

    boolean isFor(String role, int atStage, @Nullable Integer ofIssue) {
        return caseRole.equals(role) && stage == atStage && Objects.equals(issue, ofIssue);
    }

    /** Somebody else has the role from this day on; one that had not begun never was. */
    void endBefore(LocalDate day) {
        if (untilDay == null || !untilDay.isBefore(day)) {
            untilDay = day.minusDays(1);
        }
    }

    boolean toBeMoved() {
        return toBeMoved;
    }

    /** The open tasks went with it. */
    void moved() {
        toBeMoved = false;
    }

    String reference() {
        return complaint.reference();
    }

    Appointed view() {
        return new Appointed(caseRole, stage, issue, person, fromDay, untilDay);
    }
}
