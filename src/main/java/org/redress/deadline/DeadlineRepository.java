package org.redress.deadline;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.OnceInATransaction;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DeadlineRepository extends Repository<Deadline, Long> {
    Deadline save(Deadline deadline);

    @OnceInATransaction
    List<Deadline> findByReferenceOrderById(String reference);

    List<Deadline> findByProcessInstanceId(String processInstanceId);

    List<Deadline> findByIdInOrderById(Collection<Long> ids);

    /** The numbers of the open deadlines of a council, or of all. */
    @Query("""
            select d.id from Deadline d where d.state in (org.redress.deadline.DeadlineState.OPEN, org.redress.deadline.DeadlineState.PAUSED)
            and (cast(:council as string) is null or d.reference in (select c.reference from Complaint c where c.council = :council)) and d.reference not in :leftOut order by d.id""")
    List<Long> open(@Nullable String council, Collection<String> leftOut);
}
