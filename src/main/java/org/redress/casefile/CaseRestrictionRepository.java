package org.redress.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

interface CaseRestrictionRepository extends Repository<CaseRestriction, Long> {
    CaseRestriction save(CaseRestriction restriction);

    List<CaseRestriction> findByComplaintReferenceOrderByNumber(String reference);
}
