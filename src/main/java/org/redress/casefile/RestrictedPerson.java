package org.redress.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody who may read a restricted case, or whom it is about and who never does, lifted or not. */
@Entity
class RestrictedPerson {
    static final String READS = "READS";
    static final String ABOUT = "ABOUT";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_id")
    @SequenceGenerator(name = "case_file_id", sequenceName = "case_file_id")
    private @Nullable Long id;

    @ManyToOne
    private CaseRestriction restriction;

    private String person;
    private String relation;
    private @Nullable LocalDate untilDay;

    @SuppressWarnings("NullAway.Init")
    protected RestrictedPerson() {}

    RestrictedPerson(CaseRestriction restriction, String person, String relation) {
        this.restriction = restriction;
        this.person = person;
        this.relation = relation;
    }

    boolean is(String account) {
        return person.equals(account) && untilDay == null;
    }

    boolean reads() {
        return relation.equals(READS) && untilDay == null;
    }

    String person() {
        return person;
    }

    void end(LocalDate on) {
        untilDay = untilDay == null ? on : untilDay;
    }
}
