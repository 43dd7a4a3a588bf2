package org.redress.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

interface PartyChangeRepository extends Repository<PartyChange, Long> {
    PartyChange save(PartyChange change);

    @OnceInATransaction
    List<PartyChange> findByComplaintReferenceOrderByNumber(String reference);
}
