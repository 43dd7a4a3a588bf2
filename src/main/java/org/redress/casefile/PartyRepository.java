package org.redress.casefile;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface PartyRepository extends Repository<Party, Long> {
    Party save(Party party);

    @OnceInATransaction
    List<Party> findByComplaintReferenceOrderById(String reference);

    List<Party> findByComplaintIdInOrderById(Collection<Long> complaints);
}
