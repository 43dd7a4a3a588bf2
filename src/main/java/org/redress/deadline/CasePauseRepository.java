package org.redress.deadline;

import java.util.Collection;
import java.util.List;
import org.redress.casefile.OnceInATransaction;
import org.springframework.data.repository.Repository;

interface CasePauseRepository extends Repository<CasePause, Long> {
    CasePause save(CasePause pause);

    @OnceInATransaction
    List<CasePause> findByReferenceOrderById(String reference);

    List<CasePause> findByReferenceInOrderById(Collection<String> references);
}
