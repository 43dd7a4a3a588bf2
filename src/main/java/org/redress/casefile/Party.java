package org.redress.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody in the matter, named as the case file names them (LGS-21). Rows of earlier versions have neither number nor part. */
@Entity
class Party {
    private static final int LONGEST = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_id")
    @SequenceGenerator(name = "case_file_id", sequenceName = "case_file_id")
    private @Nullable Long id;

    @ManyToOne
    private Complaint complaint;

    private @Nullable Integer number;
    private String label;
    private String role;

    @Enumerated(EnumType.STRING)
    private @Nullable Part part;

    private @Nullable String alsoCalled;
    private @Nullable Integer speaksFor;

    @Enumerated(EnumType.STRING)
    private Consent.@Nullable State consent;

    private @Nullable String consentGround;
    private @Nullable LocalDate consentAskedOn;
    private @Nullable LocalDate consentSettledOn;
    private @Nullable String contact;
    private @Nullable String unreachable;
    private @Nullable LocalDate unreachableSince;
    private @Nullable String adjustment;
    private @Nullable LocalDate joinedOn;
    private @Nullable LocalDate leftOn;
    private @Nullable String leftBecause;
    private @Nullable String leftReason;

    @SuppressWarnings("NullAway.Init")
    protected Party() {}

    boolean has(LocalDate day) {
        return Stream.of(joinedOn, leftOn, unreachableSince, consentAskedOn, consentSettledOn).anyMatch(day::equals);
    }

    /** What happened on a wrong day happened on another. */
    void putDayRight(LocalDate before, LocalDate after) {
        joinedOn = before.equals(joinedOn) ? after : joinedOn;
        leftOn = before.equals(leftOn) ? after : leftOn;
        unreachableSince = before.equals(unreachableSince) ? after : unreachableSince;
        consentAskedOn = before.equals(consentAskedOn) ? after : consentAskedOn;
        consentSettledOn = before.equals(consentSettledOn) ? after : consentSettledOn;
    }

    Party(Complaint complaint, int number, Registration.Person person, Part part, LocalDate joinedOn) {
        this.complaint = complaint;
        this.number = number;
        this.label = fitting(person.label());
        this.role = fitting(person.role());
        this.part = part;
        this.joinedOn = joinedOn;
    }

    private static String fitting(String words) {
        if (words.length() > LONGEST) {
            throw new CannotBeKept("A person is named with at most " + LONGEST + " characters, and so is who they are; tell more in the complaint itself.");
        }
        return words;
    }

    /** Another name; papers from before go on using the old one. */
    void rename(String name) {
        callAlso(label);
        label = fitting(name);
    }

    void callAlso(String name) {
        alsoCalled = alsoCalled == null ? name : alsoCalled + "\n" + name;
    }

    void take(Part next, @Nullable Integer person) {
        part = next;
        role = next.words();
        speakFor(person);
    }

    void speakFor(@Nullable Integer person) {
        speaksFor = person;
        agree(person == null || part == null || !part.speaks() ? null : Consent.MISSING);
    }

    void agree(@Nullable Consent how) {
        consent = how == null ? null : how.state();
        consentGround = how == null ? null : how.ground();
        consentAskedOn = how == null ? null : how.askedOn();
        consentSettledOn = how == null ? null : how.settledOn();
    }

    void reach(String how) {
        contact = how;
        unreachable = null;
        unreachableSince = null;
    }

    void lose(String why, LocalDate since) {
        unreachable = why;
        unreachableSince = since;
    }

    void adjust(String need) {
        adjustment = need;
    }

    void leave(LocalDate on, String because, String reason) {
        if (leftOn != null) {
            throw new CannotBeKept("Their part in the case ended on " + Dates.text(leftOn) + ".");
        }
        leftOn = on;
        leftBecause = because;
        leftReason = reason;
    }

    @Nullable Integer number() {
        return number;
    }

    /**
     * The person as the case shows them.
     *
     * @param place the number of a row of an earlier version, by its order in the case
     */
    PartyView view(int place) {
        return new PartyView(number == null ? place : number, label, part == null ? partByRole(place) : part, role,
                alsoCalled == null ? List.of() : alsoCalled.lines().toList(), speaksFor,
                consent == null ? null : new Consent(consent, consentGround, consentAskedOn, consentSettledOn),
                contact, unreachable, unreachableSince, adjustment, joinedOn, leftOn, leftBecause, leftReason);
    }

    /** The first person of a case complains, whoever they are in it. */
    private Part partByRole(int place) {
        return place == 1 ? Part.COMPLAINANT : Part.read(role);
    }

    /** The person as they were registered. */
    Registration.Person person() {
        return new Registration.Person(label, role, alsoCalled == null ? List.of() : alsoCalled.lines().toList());
    }

    Long complaintId() {
        return complaint.id();
    }
}
