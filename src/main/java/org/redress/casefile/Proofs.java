package org.redress.casefile;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Letters as they were approved or printed before they go out; one that goes out ends them, and so does another that takes their place. */
@Component
@Transactional
public class Proofs {
    private final ProofRepository proofs;
    private final ComplaintRepository complaints;

    Proofs(ProofRepository proofs, ComplaintRepository complaints) {
        this.proofs = proofs;
        this.complaints = complaints;
    }

    /**
     * Keeps those of one letter, all of one kind, stage and reason, in the place of any before. What is approved anew has to be printed anew; what is printed on another day stands beside what was
     * printed before, because nobody knows yet which of them is posted.
     */
    public void keep(String reference, List<ProofView> made) {
        var first = made.get(0);
        standing(reference, first.kind(), first.stage()).stream().filter(proof -> first.because() == ProofView.Because.APPROVED || proof.is(first.because()) && proof.view().dated().equals(first.dated())).forEach(this::end);
        var complaint = complaints.findByReference(reference).orElseThrow();
        made.forEach(proof -> proofs.save(new Proof(complaint, proof)));
    }

    /** Those of a letter that stand, in their order; none if it was not approved, or printed, or has gone out. */
    @Transactional(readOnly = true)
    public List<ProofView> of(String reference, String kind, int stage, ProofView.Because because) {
        return standing(reference, kind, stage).stream().filter(proof -> proof.is(because)).map(Proof::view).toList();
    }

    /** Letters went out with them. */
    public void use(String reference, List<ProofView> gone) {
        proofs.findByComplaintReferenceAndStandsTrueOrderByIdAsc(reference).stream().filter(proof -> gone.contains(proof.view())).forEach(this::end);
    }

    /** The letter has gone out, or goes in another way than on paper that was printed. */
    public void unprint(String reference, String kind, int stage) {
        standing(reference, kind, stage).stream().filter(proof -> proof.is(ProofView.Because.PRINTED)).forEach(this::end);
    }

    /** The letter is written again. */
    public void end(String reference, String kind, int stage) {
        standing(reference, kind, stage).forEach(this::end);
    }

    private void end(Proof proof) {
        proof.end();
        proofs.save(proof);
    }

    private List<Proof> standing(String reference, String kind, int stage) {
        return proofs.findByComplaintReferenceAndStandsTrueOrderByIdAsc(reference).stream().filter(proof -> proof.of(kind, stage)).toList();
    }
}
