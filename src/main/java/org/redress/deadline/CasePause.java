package org.redress.deadline;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a whole case stood still, because of proceedings or because it had ended: it counts for its open deadlines and for those
 * that are set later (CHD-11, CHD-12, CHD-14).
 */
@Entity
class CasePause {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_id")
    @SequenceGenerator(name = "case_file_id", sequenceName = "case_file_id")
    private @Nullable Long id;

    private String reference;
    private LocalDate pausedOn;
    private @Nullable LocalDateTime recordedAt;
    private @Nullable String recordedBy;
    private @Nullable LocalDate resumedOn;
    private @Nullable LocalDateTime endRecordedAt;
    private @Nullable Boolean ended;

    @SuppressWarnings("NullAway.Init")
    protected CasePause() {}

    CasePause(String reference, LocalDate pausedOn, LocalDateTime recordedAt, String recordedBy) {
        this.reference = reference;
        this.pausedOn = pausedOn;
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
    }

    /** From the end of a case, until that end is taken back. */
    static CasePause ofEnd(String reference, LocalDate endedOn, LocalDateTime recordedAt, String recordedBy) {
        var pause = new CasePause(reference, endedOn, recordedAt, recordedBy);
        pause.ended = true;
        return pause;
    }

    void end(LocalDate on, LocalDateTime recorded) {
        resumedOn = on;
        endRecordedAt = recorded;
    }

    /** A day of it was recorded wrongly. */
    void correct(String fact, LocalDate before, LocalDate after, LocalDateTime now) {
        var right = stop().corrected(fact, before, after, now);
        pausedOn = right.from();
        resumedOn = right.until();
        recordedAt = right.recordedAt();
        endRecordedAt = right.endRecordedAt();
    }

    boolean over() {
        return resumedOn != null;
    }

    /** Whether the case was over in between. */
    boolean ended() {
        return Boolean.TRUE.equals(ended);
    }

    LocalDate from() {
        return pausedOn;
    }

    String reference() {
        return reference;
    }

    Stop stop() {
        return new Stop(pausedOn, resumedOn, recordedAt, endRecordedAt, ended());
    }
}
