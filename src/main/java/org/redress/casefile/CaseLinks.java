package org.redress.casefile;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which cases of a council belong together; what is said of one is said of the other. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CaseLinks {
    private final CaseLinkRepository links;
    private final ComplaintRepository complaints;

    CaseLinks(CaseLinkRepository links, ComplaintRepository complaints) {
        this.links = links;
        this.complaints = complaints;
    }

    /** Links two cases; the record of both has it. */
    public void link(String reference, LinkView link) {
        links.save(new CaseLink(complaints.findByReference(reference).orElseThrow(), link));
        links.save(new CaseLink(complaints.findByReference(link.other()).orElseThrow(),
                new LinkView(link.kind().seenFromTheOther(), reference, link.on(), link.by(), link.reason())));
    }

    /** Undoes every link between two cases that holds; tells how many there were. */
    public int undo(String reference, String other, LocalDate on, String by, String because) {
        var holding = Stream.concat(between(reference, other), between(other, reference)).toList();
        holding.forEach(link -> link.undo(on, by, because));
        return holding.size() / 2;
    }

    /** A case that was closed as a duplicate goes on: the two are none any more. Gives the other case. */
    Optional<String> noDuplicate(String reference, LocalDate on, String by, String because) {
        var other = holding(reference).map(CaseLink::view).filter(link -> link.kind() == LinkView.Kind.DUPLICATE).map(LinkView::other).findFirst();
        other.ifPresent(it -> Stream.concat(
                        between(reference, it).filter(link -> link.view().kind() == LinkView.Kind.DUPLICATE),
                        between(it, reference).filter(link -> link.view().kind() == LinkView.Kind.HAS_DUPLICATE))
                .forEach(link -> link.undo(on, by, because)));
        return other;
    }

    /** The case in whose letter this one is to be answered, if that goes on (CORP-31). */
    @Transactional(readOnly = true)
    public Optional<String> answeredWith(String reference) {
        return linked(reference, LinkView.Kind.ONE_ANSWER).stream().findFirst();
    }

    /** The cases in whose letters this one is to be answered, or was (CORP-31). */
    @Transactional(readOnly = true)
    public List<String> leading(String reference) {
        return of(reference).stream().filter(link -> link.kind() == LinkView.Kind.ONE_ANSWER).map(LinkView::other).distinct().toList();
    }

    /** The cases that the next letter of this one answers too, those that go on (CORP-31). */
    @Transactional(readOnly = true)
    public List<String> alsoAnswered(String reference) {
        return linked(reference, LinkView.Kind.ANSWERS_TOO);
    }

    /** The cases of the Ombudsman that are decided jointly with this one, and with those in turn; not the case itself (LGA-18). */
    @Transactional(readOnly = true)
    public List<String> decidedJointly(String reference) {
        var all = new LinkedHashSet<>(List.of(reference));
        var next = new ArrayDeque<>(all);
        while (!next.isEmpty()) {
            holding(next.remove()).map(CaseLink::view).filter(link -> link.kind() == LinkView.Kind.JOINTLY).map(LinkView::other).filter(all::add).forEach(next::add);
        }
        return all.stream().filter(other -> !other.equals(reference)).toList();
    }

    /** One letter has answered both: for the next stage they are linked anew, or not. */
    public void answered(String leading, String other, LocalDate on, String by) {
        Stream.concat(between(leading, other).filter(link -> link.view().kind() == LinkView.Kind.ANSWERS_TOO),
                        between(other, leading).filter(link -> link.view().kind() == LinkView.Kind.ONE_ANSWER))
                .forEach(link -> link.undo(on, by, "One letter answered both."));
    }

    private List<String> linked(String reference, LinkView.Kind kind) {
        return holding(reference).map(CaseLink::view).filter(link -> link.kind() == kind).map(LinkView::other)
                .filter(other -> complaints.findByReference(other).filter(found -> !found.summary().status().over()).isPresent()).toList();
    }

    /** All links of a case, those that were undone too, in the order in which they were made. */
    @Transactional(readOnly = true)
    public List<LinkView> of(String reference) {
        return links.findByComplaintReferenceOrderById(reference).stream().map(CaseLink::view).toList();
    }

    private Stream<CaseLink> between(String reference, String other) {
        return holding(reference).filter(link -> link.view().other().equals(other));
    }

    private Stream<CaseLink> holding(String reference) {
        return links.findByComplaintReferenceOrderById(reference).stream().filter(link -> link.view().undoneOn() == null);
    }
}
