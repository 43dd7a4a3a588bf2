package org.redress.sending;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DispatchRepository extends Repository<Dispatch, Long> {
    Dispatch save(Dispatch dispatch);

    Optional<Dispatch> findById(long id);

    List<Dispatch> findByReferenceOrderByNumber(String reference);

    List<Dispatch> findByTaskOrderByNumber(String task);

    /** Those to look at now, those that have waited longest first. */
    @Query("""
            select d.id from Dispatch d where d.endedAt is null and d.nextAt <= :now and d.state in :states order by d.nextAt, d.id""")
    List<Long> due(Collection<DispatchState> states, LocalDateTime now, Limit most);

    /** Those that were being tried at a moment that is so long ago that whoever tried them has stopped. */
    @Query("select d.id from Dispatch d where d.state = org.redress.sending.DispatchState.ATTEMPTING and d.attemptedAt < :before order by d.id")
    List<Long> lost(LocalDateTime before, Limit most);

    /** Those whose channel has them, and whose step is not done yet: the number of each of their sendings, once. */
    @Query("select d.id from Dispatch d where d.recorded = false and d.state in (org.redress.sending.DispatchState.ACCEPTED, org.redress.sending.DispatchState.DELIVERED) order by d.id")
    List<Long> toRecord(Limit most);
}
