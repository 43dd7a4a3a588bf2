package org.redress.casefile;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which cases are there for named people only: a complaint about a colleague, or by one. One restriction at a time holds; whom a case is about stays kept from it when it is lifted (DAT-01). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CaseRestrictions {
    private final CaseRestrictionRepository restrictions;
    private final ComplaintRepository complaints;
    private final EntityManager entities;

    CaseRestrictions(CaseRestrictionRepository restrictions, ComplaintRepository complaints, EntityManager entities) {
        this.restrictions = restrictions;
        this.complaints = complaints;
        this.entities = entities;
    }

    /**
     * Restricts a case to some people, in place of a restriction that holds; gives the case's id, by which the engine tells its work from the rest.
     *
     * @param readers the accounts for which it is there
     * @param about the accounts of those of whom it complains, or who are in it in another way
     */
    public long place(String reference, Collection<String> readers, Collection<String> about, LocalDate on, String by, String reason) {
        var before = restrictions.findByComplaintReferenceOrderByNumber(reference);
        before.stream().filter(CaseRestriction::holds).forEach(one -> one.lift(on, by, "Replaced by another restriction."));
        before.forEach(one -> one.replaced(on));
        int number = before.stream().mapToInt(CaseRestriction::number).max().orElse(0) + 1;
        var placed = restrictions.save(new CaseRestriction(complaints.findByReference(reference).orElseThrow(), number, on, by, reason, readers, about));
        // whoever asks from here on is told so
        entities.flush();
        return placed.caseId();
    }

    /** Lifts the restriction of a case; gives its id. */
    public long lift(String reference, LocalDate on, String by, String because) {
        var placed = restrictions.findByComplaintReferenceOrderByNumber(reference).stream().filter(CaseRestriction::holds).findFirst().orElseThrow();
        placed.lift(on, by, because);
        entities.flush();
        return placed.caseId();
    }

    /** Since when a case is restricted, if it is. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> since(String reference) {
        return restrictions.findByComplaintReferenceOrderByNumber(reference).stream().filter(CaseRestriction::holds).map(CaseRestriction::placedOn).findFirst();
    }
}
