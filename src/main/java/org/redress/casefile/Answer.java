package org.redress.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
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

    @SuppressWarnings("NullAway.Init")
    protected Answer() {}

    Answer(Entry entry, int position, Happening.Given given) {
        this.entry = entry;
        this.position = position;
        this.form = given.form();
        this.field = given.field();
        this.label = given.label();
        this.content = given.content();
    }

    Happening.Given view() {
        return new Happening.Given(form, field, label, content);
    }
}
