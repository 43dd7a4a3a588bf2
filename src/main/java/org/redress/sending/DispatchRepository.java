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

    /** Those to send, or to ask about, now: of channels that are on, and those of which nobody knows whether they went out; those that have waited longest first. */
    @Query("""
            select d.id from Dispatch d where d.state = org.redress.sending.DispatchState.WAITING and d.nextAt <= :now and (d.channel in :on or d.unsure = true) order by d.nextAt, d.id""")
    List<Long> due(Collection<String> on, LocalDateTime now, Limit most);

    /** Those that wait, whose step is over; not those that may have gone out. */
    @Query(nativeQuery = true, value = """
            select d.id from dispatch d where d.state = 'WAITING' and d.recorded = false and d.unsure = false and not exists (select 1 from ACT_RU_TASK t where t.ID_ = d.task)
            order by d.id limit :most""")
    List<Long> over(int most);

    /** Those to ask about whether they arrived: of channels that are on, and those that were accepted before a moment whatever is on. */
    @Query("""
            select d.id from Dispatch d where d.state = org.redress.sending.DispatchState.ACCEPTED and d.recorded = true and d.endedAt is null and d.providerId is not null and d.nextAt <= :now
            and (d.channel in :on or d.acceptedAt < :before) order by d.nextAt, d.id""")
    List<Long> toLookAfter(Collection<String> on, LocalDateTime now, LocalDateTime before, Limit most);

    /** Those of which a person has said that they went out after their step had been done, so that nothing tells their process. */
    @Query("""
            select d.id from Dispatch d where d.state = org.redress.sending.DispatchState.ACCEPTED and d.recorded = true and d.endedAt is null and d.providerId is null order by d.id""")
    List<Long> toTell(Limit most);

    /** Those that were being tried at a moment that is so long ago that whoever tried them has stopped. */
    @Query("select d.id from Dispatch d where d.state = org.redress.sending.DispatchState.ATTEMPTING and d.attemptedAt < :before order by d.id")
    List<Long> lost(LocalDateTime before, Limit most);

    /** Those whose channel has them, and all that were confirmed with them, or whose step is over, and whose step is not done with them. */
    @Query(nativeQuery = true, value = """
            select d.id from dispatch d where d.recorded = false and d.state in ('ACCEPTED', 'DELIVERED') and d.next_at <= :now and (
            not exists (select 1 from dispatch o where o.task = d.task and o.state not in ('ACCEPTED', 'DELIVERED', 'CALLED_OFF'))
            or not exists (select 1 from ACT_RU_TASK t where t.ID_ = d.task)) order by d.next_at, d.id limit :most""")
    List<Long> toRecord(LocalDateTime now, int most);

    /** Those of a council whose processes run: they wait, are tried, or are for a person to see to, or their receipt is waited for; the oldest first. */
    @Query(nativeQuery = true, value = """
            select d.* from dispatch d join complaint c on c.reference = d.reference where c.council = :council and d.state <> 'CALLED_OFF' and exists (
            select 1 from ACT_RU_EXECUTION e join ACT_RU_VARIABLE v on v.PROC_INST_ID_ = e.ID_ and v.NAME_ = 'dispatchNumber' and v.LONG_ = d.number where e.BUSINESS_KEY_ = d.reference)
            order by d.id limit :most""")
    List<Dispatch> underWay(String council, int most);
}
