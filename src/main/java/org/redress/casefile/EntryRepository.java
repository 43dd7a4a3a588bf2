package org.redress.casefile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The chronology is append-only: there is nothing here to change or delete a line with. */
interface EntryRepository extends Repository<Entry, Long> {
    Entry save(Entry entry);

    @OnceInATransaction
    @Query("select e from Entry e join fetch e.complaint c left join fetch e.answers where c.reference = :reference order by e.id")
    List<Entry> findByComplaintReferenceOrderById(String reference);

    default List<Entry> findByComplaintReferenceOrderByIdDesc(String reference) {
        var entries = new ArrayList<>(findByComplaintReferenceOrderById(reference));
        Collections.reverse(entries);
        return entries;
    }
}
