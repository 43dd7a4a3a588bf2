package org.redress.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

/** The chronology is append-only: there is nothing here to change or delete a line with. */
interface EntryRepository extends Repository<Entry, Long> {
    Entry save(Entry entry);

    List<Entry> findByComplaintReferenceOrderById(String reference);

    List<Entry> findByComplaintReferenceOrderByIdDesc(String reference);
}
