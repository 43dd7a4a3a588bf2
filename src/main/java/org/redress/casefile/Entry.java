package org.redress.casefile;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One line of the chronology; it is written once and never changed (CHD-21, DQ-10). */
@Entity
@Immutable
@Table(name = "chronology")
class Entry {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_id")
    @SequenceGenerator(name = "case_file_id", sequenceName = "case_file_id")
    private @Nullable Long id;

    @ManyToOne
    private Complaint complaint;

    private LocalDate happenedOn;
    private LocalDateTime recordedAt;
    private String who;
    private String what;
    private @Nullable String detail;

    @OneToMany(mappedBy = "entry", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<Answer> answers = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Entry() {}

    Entry(Complaint complaint, Happening happening) {
        this.complaint = complaint;
        this.happenedOn = happening.on();
        this.recordedAt = happening.recordedAt();
        this.who = happening.who();
        this.what = happening.what();
        this.detail = happening.detail();
        for (var given : happening.answers()) {
            answers.add(new Answer(this, answers.size(), given));
        }
    }

    Happening view() {
        return new Happening(happenedOn, recordedAt, who, what, detail, answers.stream().map(Answer::view).toList());
    }
}
