package org.redress.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import org.jspecify.annotations.Nullable;

/** Somebody in the matter, named as the case file names them (LGS-21). */
@Entity
class Party {
    private static final int LONGEST = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_id")
    @SequenceGenerator(name = "case_file_id", sequenceName = "case_file_id")
    private @Nullable Long id;

    @ManyToOne
    private Complaint complaint;

    private String label;
    private String role;

    @SuppressWarnings("NullAway.Init")
    protected Party() {}

    Party(Complaint complaint, Registration.Person person) {
        if (person.label().length() > LONGEST || person.role().length() > LONGEST) {
            throw new CannotBeKept("A person is named with at most " + LONGEST + " characters, and so is who they are; tell more in the complaint itself.");
        }
        this.complaint = complaint;
        this.label = person.label();
        this.role = person.role();
    }

    Registration.Person person() {
        return new Registration.Person(label, role);
    }
}
