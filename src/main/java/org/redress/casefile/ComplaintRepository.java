package org.redress.casefile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ComplaintRepository extends Repository<Complaint, Long> {
    Complaint save(Complaint complaint);

    @OnceInATransaction
    Optional<Complaint> findByReference(String reference);

    List<Complaint> findAllByOrderByReference();

    @Query("""
            select c from Complaint c where c.council = :council and c.status in :statuses and c.statusSince <= :until
            and (c.statusSince > :from or c.statusSince = :from and c.reference > :after)
            order by c.statusSince, c.reference""")
    List<Complaint> ended(String council, Collection<CaseStatus> statuses, LocalDate until, LocalDate from, String after, Limit most);

    Optional<Complaint> findByCouncilAndCounterpartAndCounterpartReference(String council, String counterpart, String counterpartReference);

    Optional<Complaint> findByCouncilAndCounterpartIsNullAndCounterpartReference(String council, String counterpartReference);

    @Query("select c from Complaint c where c.council = :council and replace(replace(c.reference, '-', ''), ' ', '') = :key")
    Optional<Complaint> findByCouncilAndKey(String council, String key);

    /** What the cases of a council that hold the letters of somebody outside know their case by. */
    @Query("select c.counterpartReference from Complaint c where c.council = :council and c.counterpart is null and c.counterpartReference is not null")
    List<String> findReferencesOutside(String council);

    Optional<Complaint> findFirstByCouncilAndCounterpartIsNotNullAndCounterpartReference(String council, String counterpartReference);

    List<Complaint> findByCouncilAndIdIn(String council, Collection<Long> ids);

    boolean existsByCouncil(String council);

    boolean existsByCounterpart(String counterpart);

    @Query("""
            select c.reference from Complaint c where c.council = :council and c.ombudsmans = false and c.receivedAt >= :from and c.receivedAt < :until
            and (c.procedure = :procedure or c.procedure is null and c.status in :open)
            order by c.receivedAt, c.reference""")
    List<String> findFollowing(String council, String procedure, LocalDateTime from, LocalDateTime until, Collection<CaseStatus> open, Limit most);

    List<Complaint> findByCouncilAndCounterpartReference(String council, String counterpartReference);

    Optional<Complaint> findByCouncilAndOldNumber(String council, String oldNumber);
}
