package org.redress.casefile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;

/** The chronology is append-only: there is nothing here to change or delete a line with. */
interface EntryRepository extends Repository<Entry, Long> {
    Entry save(Entry entry);

    @OnceInATransaction
    @EntityGraph(attributePaths = "answers")
    List<Entry> findByComplaintReferenceOrderById(String reference);

    default List<Entry> findByComplaintReferenceOrderByIdDesc(String reference) {
        var entries = new ArrayList<>(findByComplaintReferenceOrderById(reference));
        Collections.reverse(entries);
        return entries;
    }
}
