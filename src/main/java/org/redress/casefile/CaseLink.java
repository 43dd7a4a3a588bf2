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
import org.jspecify.annotations.Nullable;

/** How a case belongs to another of its council, as the one case says it. */
@Entity
class CaseLink {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_id")
    @SequenceGenerator(name = "case_file_id", sequenceName = "case_file_id")
    private @Nullable Long id;

    @ManyToOne
    private Complaint complaint;

    @Enumerated(EnumType.STRING)
    private LinkView.Kind kind;

    private String otherReference;
    private LocalDate linkedOn;
    private String linkedBy;
    private String reason;
    private @Nullable LocalDate undoneOn;
    private @Nullable String undoneBy;
    private @Nullable String undoneBecause;

    @SuppressWarnings("NullAway.Init")
    protected CaseLink() {}

    CaseLink(Complaint complaint, LinkView link) {
        this.complaint = complaint;
        this.kind = link.kind();
        this.otherReference = link.other();
        this.linkedOn = link.on();
        this.linkedBy = link.by();
        this.reason = link.reason();
    }

    void undo(LocalDate on, String by, String because) {
        if (undoneOn != null) {
            throw new CannotBeKept("This link was undone on " + Dates.text(undoneOn) + ".");
        }
        undoneOn = on;
        undoneBy = by;
        undoneBecause = because;
    }

    LinkView view() {
        return new LinkView(kind, otherReference, linkedOn, linkedBy, reason, undoneOn, undoneBecause);
    }
}
