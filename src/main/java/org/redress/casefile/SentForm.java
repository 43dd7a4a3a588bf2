package org.redress.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A start form that somebody sent, known by a key that no two of one person at one council have. */
@Entity
@Table(name = "submission")
class SentForm {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_id")
    @SequenceGenerator(name = "case_file_id", sequenceName = "case_file_id")
    private @Nullable Long id;

    @ManyToOne
    private @Nullable Complaint complaint;

    private String council;
    private String person;
    private String submissionKey;
    private String form;
    private String answers;
    private LocalDateTime sentAt;
    private @Nullable String processInstance;
    private @Nullable String processDefinition;

    @SuppressWarnings("NullAway.Init")
    protected SentForm() {}

    SentForm(Submissions.Sent sent, String key, LocalDateTime at) {
        this.council = sent.council();
        this.person = sent.person();
        this.submissionKey = key;
        this.form = sent.form();
        this.answers = sent.answers();
        this.sentAt = at;
    }

    /** What came of it; said once. */
    void made(@Nullable Complaint about, String instance, String definition) {
        if (processInstance != null) {
            throw new IllegalStateException("This submission has started " + processInstance + " already.");
        }
        complaint = about;
        processInstance = instance;
        processDefinition = definition;
    }

    Submissions.Made view() {
        return new Submissions.Made(complaint == null ? null : complaint.reference(), form, answers, sentAt, processInstance, processDefinition);
    }

    String council() {
        return council;
    }

    String person() {
        return person;
    }

    String key() {
        return submissionKey;
    }

    String form() {
        return form;
    }

    String answers() {
        return answers;
    }

    LocalDateTime sentAt() {
        return sentAt;
    }
}
