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
import java.util.Objects;
import java.util.stream.Collectors;
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

    /** A line that puts an answer right. */
    Entry(Complaint complaint, LocalDate on, LocalDateTime recordedAt, String who, Answer wrong, String value, String content) {
        this.complaint = complaint;
        this.happenedOn = on;
        this.recordedAt = recordedAt;
        this.who = who;
        this.what = "Put right: " + wrong.view().label();
        this.detail = content + " instead of " + wrong.view().content() + ".";
        answers.add(new Answer(this, wrong, value, content));
    }

    /** The line as it counts now: what was put right later says so, and the line stands on the right day. */
    Happening view(Versions versions) {
        var given = answers.stream().map(answer -> answer.view(versions.right(answer))).toList();
        return new Happening(day(versions), recordedAt, who, what, detail, given);
    }

    private LocalDate day(Versions versions) {
        return answers.stream().filter(answer -> answer.corrects() == null && happenedOn.toString().equals(answer.value()))
                .map(answer -> LocalDate.parse(Objects.requireNonNull(versions.right(answer).value()))).findFirst().orElse(happenedOn);
    }

    Fact fact(long id, String form, String field, String label, String value, String content) {
        var beside = answers.stream().filter(answer -> answer.value() != null)
                .collect(Collectors.toMap(answer -> answer.view().field(), answer -> Objects.requireNonNull(answer.value()), (one, other) -> one));
        return new Fact(id, form, field, label, value, content, beside, what, happenedOn, recordedAt, who);
    }

    boolean putsRight() {
        return answers.stream().anyMatch(answer -> answer.corrects() != null);
    }

    List<Happening.Given> given() {
        return answers.stream().map(Answer::view).toList();
    }

    List<Answer> answers() {
        return answers;
    }
}
