package org.redress.casefile;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What keeps a case for longer than its time; one hold at a time, and a case that is over can have one too (DAT-09). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class LegalHolds {
    private final LegalHoldRepository holds;
    private final ComplaintRepository complaints;

    LegalHolds(LegalHoldRepository holds, ComplaintRepository complaints) {
        this.holds = holds;
        this.complaints = complaints;
    }

    /** Keeps a case until further notice. */
    public void place(String reference, LocalDate on, String by, String reason) {
        holds.save(new LegalHold(complaints.findByReference(reference).orElseThrow(), on, by, reason));
    }

    /** Lets the case go when its time is over. */
    public void lift(String reference, LocalDate on, String by, String because) {
        holds.findByComplaintReferenceAndLiftedOnIsNull(reference).orElseThrow().lift(on, by, because);
    }

    /** Since when a case is held, if it is. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> since(String reference) {
        return holds.findByComplaintReferenceAndLiftedOnIsNull(reference).map(LegalHold::placedOn);
    }
}
