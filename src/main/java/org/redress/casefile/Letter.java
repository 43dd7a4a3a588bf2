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
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A letter of the council as a record; the day it was sent and the day it was received are two facts (WD-13, CHD-50). */
@Entity
class Letter {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_id")
    @SequenceGenerator(name = "case_file_id", sequenceName = "case_file_id")
    private @Nullable Long id;

    @ManyToOne
    private Complaint complaint;

    private int stage;
    private String kind;
    private String addressee;
    private String text;
    private @Nullable String channel;
    private LocalDate sentOn;
    private @Nullable LocalDate receivedOn;
    private @Nullable String marking;
    /** The other side's number of the matter to which a letter between a council and an Ombudsman belongs. */
    private @Nullable String theirReference;
    /** How the Ombudsman ends the complaint, in a letter that ends one. */
    @Enumerated(EnumType.STRING)
    private @Nullable OmbudsmanOutcome outcome;

    private @Nullable String people;

    @SuppressWarnings("NullAway.Init")
    protected Letter() {}

    Letter(Complaint complaint, LetterView letter, @Nullable String theirReference) {
        this.complaint = complaint;
        this.stage = letter.stage();
        this.kind = letter.kind();
        this.addressee = letter.to();
        this.text = letter.text();
        this.channel = letter.channel();
        this.sentOn = letter.sentOn();
        this.marking = letter.marking();
        this.theirReference = theirReference;
        this.outcome = letter.outcome();
        this.people = letter.people().isEmpty() ? null : letter.people().stream().map(String::valueOf).collect(Collectors.joining(","));
        if (letter.receivedOn() != null) {
            arrive(letter.receivedOn());
        }
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    void arrive(LocalDate on) {
        if (on.isBefore(sentOn)) {
            throw new IllegalArgumentException(
                    "It was sent on " + Dates.text(sentOn) + ", so it cannot have been received on " + Dates.text(on) + ".");
        }
        receivedOn = on;
    }

    /** It belongs to another case. */
    void moveTo(Complaint right) {
        complaint = right;
    }

    boolean of(String reference) {
        return reference.equals(theirReference);
    }

    /** What has become of it; its text stays as it was sent. */
    void mark(String fate) {
        marking = fate;
    }

    /** Whether it is the Ombudsman's decision that stands; one that was recorded by hand has no marking. */
    boolean decides() {
        return (kind.equals("decision") || kind.equals("report")) && (marking == null || marking.equals(LetterView.FINAL));
    }

    /** Its day was recorded wrongly. */
    void putSendingRight(LocalDate on) {
        sentOn = on;
    }

    /** The day of its arrival was recorded wrongly. */
    void putArrivalRight(LocalDate on) {
        receivedOn = on;
    }

    LetterView view() {
        return new LetterView(stage, kind, addressee, text, channel, sentOn, receivedOn, marking, outcome, null, people == null ? List.of() : Stream.of(people.split(",")).map(Integer::valueOf).toList());
    }
}
