package org.redress.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

interface ProofRepository extends Repository<Proof, Long> {
    Proof save(Proof proof);

    List<Proof> findByComplaintReferenceAndStandsTrueOrderByIdAsc(String reference);
}
