package org.redress.casefile;

import java.util.Comparator;
import java.util.List;
import org.springframework.data.repository.Repository;

interface LetterRepository extends Repository<Letter, Long> {
    Letter save(Letter letter);

    @OnceInATransaction
    List<Letter> findByComplaintReferenceOrderById(String reference);

    /** The day on which one was sent may be put right meanwhile, so they are sorted each time. */
    default List<Letter> findByComplaintReferenceOrderBySentOnAscIdAsc(String reference) {
        return findByComplaintReferenceOrderById(reference).stream().sorted(Comparator.comparing(letter -> letter.view().sentOn())).toList();
    }
}
