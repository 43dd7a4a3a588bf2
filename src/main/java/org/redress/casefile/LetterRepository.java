package org.redress.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

interface LetterRepository extends Repository<Letter, Long> {
    Letter save(Letter letter);

    List<Letter> findByComplaintReferenceOrderById(String reference);

    List<Letter> findByComplaintReferenceOrderBySentOnAscIdAsc(String reference);
}
