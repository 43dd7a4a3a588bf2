package org.redress.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AttachmentRepository extends Repository<Attachment, Long> {
    Attachment save(Attachment attachment);

    Optional<Attachment> findById(long id);

    List<Attachment> findByComplaintReferenceAndNumberIsNotNullOrderByNumber(String reference);

    Optional<Attachment> findByComplaintReferenceAndNumber(String reference, int number);

    @Query("select a from Attachment a where a.state = org.redress.casefile.AttachmentState.WAITING and a.id > :after order by a.id")
    List<Attachment> waiting(long after, Limit most);

    @Query("select a.complaint.reference, a.number, a.addedAt from Attachment a where a.state = org.redress.casefile.AttachmentState.WAITING"
            + " and a.complaint.council = :council order by a.id")
    List<Object[]> waitingAt(String council, Limit most);
}
