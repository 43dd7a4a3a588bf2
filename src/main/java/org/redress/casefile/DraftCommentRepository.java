package org.redress.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

interface DraftCommentRepository extends Repository<DraftComment, Long> {
    DraftComment save(DraftComment comment);

    @OnceInATransaction
    List<DraftComment> findByComplaintReferenceOrderByNumber(String reference);
}
