package org.redress.casefile;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface IssueRepository extends Repository<Issue, Long> {
    Issue save(Issue issue);

    @OnceInATransaction
    @Query("select e from Issue e join fetch e.complaint c left join fetch e.answers where c.reference = :reference order by e.number")
    List<Issue> findByComplaintReferenceOrderByNumber(String reference);
}
