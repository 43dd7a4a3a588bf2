package org.redress.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

interface DutyRepository extends Repository<Duty, Long> {
    Duty save(Duty duty);

    @OnceInATransaction
    List<Duty> findByComplaintReferenceOrderById(String reference);
}
