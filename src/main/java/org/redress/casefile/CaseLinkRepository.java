package org.redress.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

interface CaseLinkRepository extends Repository<CaseLink, Long> {
    CaseLink save(CaseLink link);

    @OnceInATransaction
    List<CaseLink> findByComplaintReferenceOrderById(String reference);
}
