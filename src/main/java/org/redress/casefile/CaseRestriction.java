package org.redress.casefile;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case is there for named people only, for a reason, until it is lifted (DAT-01). */
@Entity
class CaseRestriction {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_id")
    @SequenceGenerator(name = "case_file_id", sequenceName = "case_file_id")
    private @Nullable Long id;

    @Version
    private int version;

    @ManyToOne
    private Complaint complaint;

    private int number;
    private String reason;
    private LocalDate placedOn;
    private String placedBy;
    private @Nullable LocalDate liftedOn;
    private @Nullable String liftedBy;
    private @Nullable String liftedBecause;

    @OneToMany(mappedBy = "restriction", cascade = CascadeType.PERSIST)
    private List<RestrictedPerson> people = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected CaseRestriction() {}

    CaseRestriction(Complaint complaint, int number, LocalDate placedOn, String placedBy, String reason, Collection<String> readers, Collection<String> about) {
        this.complaint = complaint;
        this.number = number;
        this.placedOn = placedOn;
        this.placedBy = placedBy;
        this.reason = reason;
        readers.forEach(person -> people.add(new RestrictedPerson(this, person, RestrictedPerson.READS)));
        about.forEach(person -> people.add(new RestrictedPerson(this, person, RestrictedPerson.ABOUT)));
    }

    void lift(LocalDate on, String by, String because) {
        liftedOn = on;
        liftedBy = by;
        liftedBecause = because;
    }

    /** Others say now whom it is about. */
    void replaced(LocalDate on) {
        people.forEach(person -> person.end(on));
    }

    /** The account of a person is deleted: whoever gets the same id is somebody else. */
    void forget(String person, LocalDate on) {
        people.stream().filter(one -> one.is(person)).forEach(one -> one.end(on));
    }

    /** One more reads it. */
    void name(String person) {
        people.add(new RestrictedPerson(this, person, RestrictedPerson.READS));
    }

    /** Who reads it now. */
    List<String> readers() {
        return people.stream().filter(RestrictedPerson::reads).map(RestrictedPerson::person).toList();
    }

    boolean holds() {
        return liftedOn == null;
    }

    int number() {
        return number;
    }

    String reference() {
        return complaint.reference();
    }

    String council() {
        return complaint.council();
    }

    Long caseId() {
        return complaint.id();
    }

    LocalDate placedOn() {
        return placedOn;
    }
}
