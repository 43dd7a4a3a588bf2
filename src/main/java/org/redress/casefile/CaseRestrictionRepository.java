package org.redress.casefile;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CaseRestrictionRepository extends Repository<CaseRestriction, Long> {
    CaseRestriction save(CaseRestriction restriction);

    List<CaseRestriction> findByComplaintReferenceOrderByNumber(String reference);

    @Query("select distinct r from CaseRestriction r join r.people p where p.person = :person and p.untilDay is null order by r.id")
    List<CaseRestriction> findNaming(String person);
}
