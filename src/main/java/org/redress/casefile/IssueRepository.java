package org.redress.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

interface IssueRepository extends Repository<Issue, Long> {
    Issue save(Issue issue);

    @OnceInATransaction
    List<Issue> findByComplaintReferenceOrderByNumber(String reference);
}
