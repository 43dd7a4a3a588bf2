package org.redress.deadline;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface CasePauseRepository extends Repository<CasePause, Long> {
    CasePause save(CasePause pause);

    List<CasePause> findByReferenceOrderById(String reference);

    List<CasePause> findByReferenceInOrderById(Collection<String> references);
}
