package org.redress.casefile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ComplaintRepository extends Repository<Complaint, Long> {
    Complaint save(Complaint complaint);

    Optional<Complaint> findByReference(String reference);

    List<Complaint> findAllByOrderByReference();

    @Query("""
            select c from Complaint c where c.council = :council and c.status in :statuses and c.statusSince <= :until
            and (c.statusSince > :from or c.statusSince = :from and c.reference > :after)
            order by c.statusSince, c.reference""")
    List<Complaint> ended(String council, Collection<CaseStatus> statuses, LocalDate until, LocalDate from, String after, Limit most);

    Optional<Complaint> findByCouncilAndCounterpartAndCounterpartReference(String council, String counterpart, String counterpartReference);

    Optional<Complaint> findByCouncilAndCounterpartIsNullAndCounterpartReference(String council, String counterpartReference);
}
