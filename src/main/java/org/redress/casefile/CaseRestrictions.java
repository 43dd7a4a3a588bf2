package org.redress.casefile;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
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
        ReadOnce.forget(CaseRestrictions.class);
        return placed.caseId();
    }

    /** Lifts the restriction of a case; gives its id. */
    public long lift(String reference, LocalDate on, String by, String because) {
        var placed = restrictions.findByComplaintReferenceOrderByNumber(reference).stream().filter(CaseRestriction::holds).findFirst().orElseThrow();
        placed.lift(on, by, because);
        entities.flush();
        ReadOnce.forget(CaseRestrictions.class);
        return placed.caseId();
    }

    /** A restriction that a person reads or has read, and who does now. */
    public record Left(String reference, String council, List<String> readers) {}

    /** Ends what restrictions say of a person whose account is deleted; gives those that hold and that they read. */
    public List<Left> forget(String person, LocalDate on) {
        var naming = restrictions.findNaming(person);
        var read = read(naming, person);
        naming.forEach(one -> one.forget(person, on));
        entities.flush();
        ReadOnce.forget(CaseRestrictions.class);
        return left(read);
    }

    /** The restrictions that hold and that a person reads. */
    public List<Left> read(String person) {
        return left(read(restrictions.findNaming(person), person));
    }

    private static List<CaseRestriction> read(List<CaseRestriction> naming, String person) {
        return naming.stream().filter(CaseRestriction::holds).filter(one -> one.readers().contains(person)).toList();
    }

    private static List<Left> left(List<CaseRestriction> read) {
        return read.stream().map(one -> new Left(one.reference(), one.council(), one.readers())).toList();
    }

    /** Lets more people read a restricted case. */
    public void name(String reference, Collection<String> people) {
        restrictions.findByComplaintReferenceOrderByNumber(reference).stream().filter(CaseRestriction::holds).forEach(one -> people.forEach(one::name));
        entities.flush();
        ReadOnce.forget(CaseRestrictions.class);
    }

    /** Since when a case is restricted, if it is. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> since(String reference) {
        return restrictions.findByComplaintReferenceOrderByNumber(reference).stream().filter(CaseRestriction::holds).map(CaseRestriction::placedOn).findFirst();
    }
}
