package org.redress.casefile;

import java.util.List;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;

interface IssueRepository extends Repository<Issue, Long> {
    Issue save(Issue issue);

    @OnceInATransaction
    @EntityGraph(attributePaths = "answers")
    List<Issue> findByComplaintReferenceOrderByNumber(String reference);
}
