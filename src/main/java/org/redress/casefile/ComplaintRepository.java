package org.redress.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ComplaintRepository extends Repository<Complaint, Long> {
    Complaint save(Complaint complaint);

    Optional<Complaint> findByReference(String reference);

    List<Complaint> findAllByOrderByReference();

    List<Complaint> findByCouncilAndStatusIn(String council, Collection<CaseStatus> statuses);

    Optional<Complaint> findByCouncilAndCounterpartAndCounterpartReference(String council, String counterpart, String counterpartReference);

    Optional<Complaint> findByCouncilAndCounterpartIsNullAndCounterpartReference(String council, String counterpartReference);
}
