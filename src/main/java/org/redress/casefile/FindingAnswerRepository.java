package org.redress.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

interface FindingAnswerRepository extends Repository<FindingAnswer, Long> {
    FindingAnswer save(FindingAnswer answer);

    @OnceInATransaction
    List<FindingAnswer> findByComplaintReferenceOrderById(String reference);
}
