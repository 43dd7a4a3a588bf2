package org.redress.casefile;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface LegalHoldRepository extends Repository<LegalHold, Long> {
    LegalHold save(LegalHold hold);

    Optional<LegalHold> findByComplaintReferenceAndLiftedOnIsNull(String reference);
}
