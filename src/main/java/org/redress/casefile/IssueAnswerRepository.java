package org.redress.casefile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface IssueAnswerRepository extends Repository<IssueAnswer, Long> {
    @Query("select a from IssueAnswer a where a.issue.complaint.council = :council and a.lesson is not null and a.setAsideOn is null and a.givenOn >= :since and a.givenOn < :until "
            + "and a.issue.complaint.reference not in :leftOut "
            + "order by a.givenOn desc, a.id desc")
    List<IssueAnswer> findLearnt(String council, LocalDate since, LocalDate until, Collection<String> leftOut, Limit most);
}
