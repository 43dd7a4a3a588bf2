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
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A letter as it was when somebody approved or printed it, before it went out (CORP-26, WD-13). */
@Entity
class Proof {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_id")
    @SequenceGenerator(name = "case_file_id", sequenceName = "case_file_id")
    private @Nullable Long id;

    @ManyToOne
    private Complaint complaint;

    @Enumerated(EnumType.STRING)
    private ProofView.Because because;

    private String kind;
    private int stage;
    private int place;
    private LocalDate dated;
    private String sha256;
    private String content;
    private String madeBy;
    private LocalDateTime madeAt;
    private boolean stands = true;

    @SuppressWarnings("NullAway.Init")
    protected Proof() {}

    Proof(Complaint complaint, ProofView view) {
        this.complaint = complaint;
        because = view.because();
        kind = view.kind();
        stage = view.stage();
        place = view.place();
        dated = view.dated();
        sha256 = view.sha256();
        content = view.content();
        madeBy = view.by();
        madeAt = view.at();
    }

    boolean of(String letter, int at) {
        return kind.equals(letter) && stage == at;
    }

    boolean is(ProofView.Because why) {
        return because == why;
    }

    void end() {
        stands = false;
    }

    ProofView view() {
        return new ProofView(because, kind, stage, place, dated, sha256, content, madeBy, madeAt);
    }
}
