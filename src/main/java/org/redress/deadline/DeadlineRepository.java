package org.redress.deadline;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface DeadlineRepository extends Repository<Deadline, Long> {
    Deadline save(Deadline deadline);

    List<Deadline> findByReferenceOrderById(String reference);

    List<Deadline> findByProcessInstanceId(String processInstanceId);

    List<Deadline> findByStateIn(Collection<DeadlineState> states);
}
