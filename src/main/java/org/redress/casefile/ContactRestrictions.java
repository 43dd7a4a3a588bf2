package org.redress.casefile;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The contact restrictions on the people of a case; nothing in them keeps anybody from the next stage or the Ombudsman (ACC-05). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ContactRestrictions {
    private final RestrictionRepository restrictions;
    private final ComplaintRepository complaints;

    ContactRestrictions(RestrictionRepository restrictions, ComplaintRepository complaints) {
        this.restrictions = restrictions;
        this.complaints = complaints;
    }

    /** All restrictions of a case, in the order in which they were placed. */
    @Transactional(readOnly = true)
    public List<RestrictionView> of(String reference) {
        return restrictions.findByComplaintReferenceOrderByNumber(reference).stream().map(Restriction::view).toList();
    }

    /** The restriction with a number; refuses one that does not exist. */
    @Transactional(readOnly = true)
    public RestrictionView get(String reference, int number) {
        return restriction(reference, number).view();
    }

    /** Places a restriction; gives its number. */
    public int place(String reference, RestrictionView placed) {
        int number = of(reference).stream().mapToInt(RestrictionView::number).max().orElse(0) + 1;
        restrictions.save(new Restriction(complaints.findByReference(reference).orElseThrow(), number, placed));
        return number;
    }

    /** It was looked at again and goes on. */
    public void review(String reference, int number, LocalDate on, String by) {
        restriction(reference, number).review(on, by);
    }

    /** The person appeals. */
    public void appeal(String reference, int number, LocalDate on, String grounds) {
        restriction(reference, number).appeal(on, grounds);
    }

    /** Somebody decided on the appeal. */
    public void decideAppeal(String reference, int number, String outcome, LocalDate on, String by, String why) {
        restriction(reference, number).decideAppeal(outcome, on, by, why);
    }

    /** It does not hold any more. */
    public void end(String reference, int number, LocalDate on, String because) {
        restriction(reference, number).end(on, because);
    }

    private Restriction restriction(String reference, int number) {
        return restrictions.findByComplaintReferenceOrderByNumber(reference).stream().filter(placed -> placed.number() == number).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Case " + reference + " has no contact restriction " + number + "."));
    }
}
