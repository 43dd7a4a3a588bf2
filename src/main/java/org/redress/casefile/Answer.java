package org.redress.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.util.Objects;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What somebody answered in one field of a form, kept with the label that they saw. */
@Entity
@Immutable
class Answer {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_id")
    @SequenceGenerator(name = "case_file_id", sequenceName = "case_file_id")
    private @Nullable Long id;

    @ManyToOne
    @JoinColumn(name = "chronology_id")
    private Entry entry;

    private int position;
    private String form;
    private String field;
    private String label;
    private @Nullable String content;

    @Column(name = "fact")
    private @Nullable String value;

    /** The answer that this one puts right. */
    private @Nullable Long corrects;

    @SuppressWarnings("NullAway.Init")
    protected Answer() {}

    Answer(Entry entry, int position, Happening.Given given) {
        this.entry = entry;
        this.position = position;
        this.form = given.form();
        this.field = given.field();
        this.label = given.label();
        this.content = given.content();
        this.value = given.value();
    }

    /** The same question answered anew, because the answer before was wrong. */
    Answer(Entry entry, Answer wrong, String value, String content) {
        this.entry = entry;
        this.position = 0;
        this.form = wrong.form;
        this.field = wrong.field;
        this.label = wrong.label;
        this.content = content;
        this.value = value;
        this.corrects = wrong.id;
    }

    Happening.Given view() {
        return new Happening.Given(form, field, label, content, value);
    }

    Happening.Given view(Answer right) {
        return new Happening.Given(form, field, label, content, value, right == this ? null : right.content);
    }

    /** The fact as an entry first told it, in this version. */
    Fact fact(Entry origin) {
        return origin.fact(Objects.requireNonNull(id), form, field, label, Objects.requireNonNull(value), Objects.requireNonNull(content));
    }

    @Nullable Long id() {
        return id;
    }

    @Nullable Long corrects() {
        return corrects;
    }

    @Nullable String value() {
        return value;
    }

    Entry entry() {
        return entry;
    }
}
