package org.redress.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

interface RestrictionRepository extends Repository<Restriction, Long> {
    Restriction save(Restriction restriction);

    @OnceInATransaction
    List<Restriction> findByComplaintReferenceOrderByNumber(String reference);
}
