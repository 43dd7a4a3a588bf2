package org.redress.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

interface EvidenceRepository extends Repository<Evidence, Long> {
    Evidence save(Evidence evidence);

    @OnceInATransaction
    List<Evidence> findByComplaintReferenceOrderByNumber(String reference);
}
