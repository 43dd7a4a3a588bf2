package org.redress.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody is kept from in their dealings with the council, until it is ended (ACC-05). */
@Entity
@Table(name = "contact_restriction")
class Restriction {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_id")
    @SequenceGenerator(name = "case_file_id", sequenceName = "case_file_id")
    private @Nullable Long id;

    @ManyToOne
    private Complaint complaint;

    private int number;
    private int person;
    private String restriction;
    private String what;
    private String reason;
    private LocalDate decidedOn;
    private String decidedBy;
    private @Nullable LocalDate reviewedOn;
    private @Nullable String reviewedBy;
    private @Nullable LocalDate appealedOn;
    private @Nullable String appeal;
    private @Nullable String appealOutcome;
    private @Nullable LocalDate appealOn;
    private @Nullable String appealBy;
    private @Nullable String appealReason;
    private @Nullable LocalDate endedOn;
    private @Nullable String endedBecause;

    @SuppressWarnings("NullAway.Init")
    protected Restriction() {}

    Restriction(Complaint complaint, int number, RestrictionView placed) {
        this.complaint = complaint;
        this.number = number;
        this.person = placed.person();
        this.restriction = placed.restriction();
        this.what = placed.what();
        this.reason = placed.reason();
        this.decidedOn = placed.decidedOn();
        this.decidedBy = placed.decidedBy();
    }

    void review(LocalDate on, String by) {
        refuseIfEnded();
        reviewedOn = on;
        reviewedBy = by;
    }

    void appeal(LocalDate on, String grounds) {
        refuseIfEnded();
        appealedOn = on;
        appeal = grounds;
        appealOutcome = null;
        appealOn = null;
        appealBy = null;
        appealReason = null;
    }

    void decideAppeal(String outcome, LocalDate on, String by, String why) {
        refuseIfEnded();
        appealOutcome = outcome;
        appealOn = on;
        appealBy = by;
        appealReason = why;
    }

    void end(LocalDate on, String because) {
        refuseIfEnded();
        endedOn = on;
        endedBecause = because;
    }

    boolean has(LocalDate day) {
        return Stream.of(decidedOn, reviewedOn, appealedOn, appealOn, endedOn).anyMatch(day::equals);
    }

    /** What happened on a wrong day happened on another. */
    void putDayRight(LocalDate before, LocalDate after) {
        decidedOn = decidedOn.equals(before) ? after : decidedOn;
        reviewedOn = before.equals(reviewedOn) ? after : reviewedOn;
        appealedOn = before.equals(appealedOn) ? after : appealedOn;
        appealOn = before.equals(appealOn) ? after : appealOn;
        endedOn = before.equals(endedOn) ? after : endedOn;
    }

    private void refuseIfEnded() {
        if (endedOn != null) {
            throw new CannotBeKept("The restriction ended on " + Dates.text(endedOn) + ".");
        }
    }

    int number() {
        return number;
    }

    RestrictionView view() {
        return new RestrictionView(number, person, restriction, what, reason, decidedOn, decidedBy, reviewedOn, reviewedBy, appealedOn, appeal, appealOutcome,
                appealOn, appealBy, appealReason, endedOn, endedBecause);
    }
}
