package org.redress.casefile;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The register of evidence of a case: each piece with whom it may be shared (LGS-11, DAT-04). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class EvidenceRegister {
    private final EvidenceRepository evidence;
    private final ComplaintRepository complaints;

    EvidenceRegister(EvidenceRepository evidence, ComplaintRepository complaints) {
        this.evidence = evidence;
        this.complaints = complaints;
    }

    /** Enters a piece of evidence; gives its number. */
    public int enter(String reference, String what, String from, String marking, LocalDate receivedOn) {
        var complaint = complaints.findByReference(reference).orElseThrow();
        int number = of(reference).size() + 1;
        evidence.save(new Evidence(complaint, new EvidenceView(number, what, from, marking, receivedOn)));
        return number;
    }

    @Transactional(readOnly = true)
    public List<EvidenceView> of(String reference) {
        return evidence.findByComplaintReferenceOrderByNumber(reference).stream().map(Evidence::view).toList();
    }
}
