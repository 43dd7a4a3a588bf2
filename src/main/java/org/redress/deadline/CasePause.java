package org.redress.deadline;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.WorkingCalendar;

/** A time in which a whole case stood still: it counts for its open deadlines and for those that are set later (CHD-12, CHD-14). */
@Entity
class CasePause {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_id")
    @SequenceGenerator(name = "case_file_id", sequenceName = "case_file_id")
    private @Nullable Long id;

    private String reference;
    private LocalDate pausedOn;
    private @Nullable LocalDate resumedOn;

    @SuppressWarnings("NullAway.Init")
    protected CasePause() {}

    CasePause(String reference, LocalDate pausedOn) {
        this.reference = reference;
        this.pausedOn = pausedOn;
    }

    void end(LocalDate on) {
        resumedOn = on;
    }

    /** Lets a new deadline of the council stand still for these days, as far as it had begun and was not over. */
    void applyTo(Deadline deadline, WorkingCalendar calendar) {
        if (resumedOn != null && resumedOn.isAfter(deadline.triggerOn()) && deadline.standsStillFrom(pausedOn)) {
            deadline.pause(pausedOn, calendar);
            deadline.resume(resumedOn, calendar);
        }
    }
}
