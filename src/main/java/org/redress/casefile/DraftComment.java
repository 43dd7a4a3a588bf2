package org.redress.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One comment on a draft decision; it is considered once (LGS-12). */
@Entity
class DraftComment {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_id")
    @SequenceGenerator(name = "case_file_id", sequenceName = "case_file_id")
    private @Nullable Long id;

    @ManyToOne
    private Complaint complaint;

    private int number;
    private String madeBy;
    private String text;
    private LocalDate receivedOn;
    private @Nullable String consideration;
    private @Nullable Boolean changesDraft;
    private @Nullable String consideredBy;
    private @Nullable LocalDate consideredOn;

    @SuppressWarnings("NullAway.Init")
    protected DraftComment() {}

    boolean has(LocalDate day) {
        return receivedOn.equals(day);
    }

    void putDayRight(LocalDate before, LocalDate after) {
        receivedOn = after;
    }

    DraftComment(Complaint complaint, int number, String madeBy, String text, LocalDate receivedOn) {
        this.complaint = complaint;
        this.number = number;
        this.madeBy = madeBy;
        this.text = text;
        this.receivedOn = receivedOn;
    }

    void consider(String consideration, boolean changesDraft, String by, LocalDate on) {
        if (this.consideration != null) {
            throw new IllegalStateException("Comment " + number + " has been considered.");
        }
        this.consideration = consideration;
        this.changesDraft = changesDraft;
        this.consideredBy = by;
        this.consideredOn = on;
    }

    boolean considered() {
        return consideration != null;
    }

    int number() {
        return number;
    }

    CommentView view() {
        return new CommentView(number, madeBy, text, receivedOn, consideration, changesDraft);
    }
}
