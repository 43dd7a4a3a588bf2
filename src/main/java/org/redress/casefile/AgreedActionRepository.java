package org.redress.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

interface AgreedActionRepository extends Repository<AgreedAction, Long> {
    AgreedAction save(AgreedAction action);

    @OnceInATransaction
    List<AgreedAction> findByComplaintReferenceOrderByDraftAscNumberAsc(String reference);
}
