package org.redress.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Evidence, a letter that was received, a photograph; its bytes are beside it in pieces. It goes with its case and in no other way (DAT-09). */
@Entity
class Attachment {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_id")
    @SequenceGenerator(name = "case_file_id", sequenceName = "case_file_id")
    private @Nullable Long id;

    @Version
    private int version;

    @ManyToOne
    private Complaint complaint;

    private @Nullable Integer number;
    private String name;

    @Enumerated(EnumType.STRING)
    private AttachmentKind kind;

    private @Nullable String description;
    private @Nullable String fromWhom;
    private String marking;
    private LocalDate receivedOn;
    private LocalDateTime addedAt;
    private String addedBy;
    private String type;
    private long bytes;
    private String sha256;

    @Enumerated(EnumType.STRING)
    private AttachmentState state;

    private @Nullable String found;
    private @Nullable String metadata;
    private boolean withoutMetadata;
    private @Nullable Integer evidence;
    private @Nullable Long letter;
    private @Nullable LocalDate setAsideOn;
    private @Nullable String setAsideBy;
    private @Nullable String setAsideReason;

    @SuppressWarnings("NullAway.Init")
    protected Attachment() {}

    Attachment(Complaint complaint, NewAttachment added, LocalDateTime addedAt) {
        this.complaint = complaint;
        this.name = added.name();
        this.kind = added.kind();
        this.description = added.description();
        this.fromWhom = added.from();
        this.marking = added.marking();
        this.receivedOn = added.receivedOn();
        this.addedAt = addedAt;
        this.addedBy = added.by();
        this.type = added.type();
        this.bytes = added.bytes();
        this.sha256 = added.sha256();
        this.state = added.waits() ? AttachmentState.WAITING : AttachmentState.KEPT;
        this.metadata = added.metadata().isEmpty() ? null : String.join("\n", added.metadata());
        this.withoutMetadata = added.withoutMetadata();
        this.evidence = added.evidence();
        this.letter = added.letter();
    }

    void count(int next) {
        number = next;
    }

    /** The scanner found nothing in it. */
    void pass() {
        if (state == AttachmentState.WAITING) {
            state = AttachmentState.KEPT;
        }
    }

    /** The scanner found something in it. */
    void refuse(String what) {
        if (state == AttachmentState.WAITING) {
            state = AttachmentState.REFUSED;
            found = what;
        }
    }

    /** It came again, and is looked at again. */
    void waitAgain() {
        if (state == AttachmentState.REFUSED) {
            state = AttachmentState.WAITING;
            found = null;
        }
    }

    void mark(String with, boolean copy) {
        marking = with;
        withoutMetadata = copy;
    }

    void setAside(LocalDate on, String by, String reason) {
        if (setAsideOn != null) {
            throw new CannotBeKept("It was set aside before, on " + Dates.text(setAsideOn) + ".");
        }
        setAsideOn = on;
        setAsideBy = by;
        setAsideReason = reason;
    }

    /** It belongs to another case, and counts there. */
    void moveTo(Complaint right, int next) {
        complaint = right;
        number = next;
        evidence = null;
    }

    String reference() {
        return complaint.summary().reference();
    }

    AttachmentView view() {
        return new AttachmentView(Objects.requireNonNull(id), number == null ? 0 : number, name, kind, description, fromWhom, marking, receivedOn, addedAt, addedBy, type, bytes,
                sha256, state, found, metadata == null ? List.of() : metadata.lines().toList(), withoutMetadata, evidence, letter,
                setAsideOn == null ? null : new AttachmentView.SetAside(setAsideOn, String.valueOf(setAsideBy), String.valueOf(setAsideReason)));
    }
}
