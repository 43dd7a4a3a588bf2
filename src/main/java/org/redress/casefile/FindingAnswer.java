package org.redress.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What somebody says to something that does not fit in the record (DQ-1…DQ-18). */
@Entity
@Immutable
class FindingAnswer {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_id")
    @SequenceGenerator(name = "case_file_id", sequenceName = "case_file_id")
    private @Nullable Long id;

    @ManyToOne
    private Complaint complaint;

    private String code;
    private String ruleId;
    private String sentence;
    private String answer;
    private String reason;
    private String answeredBy;
    private LocalDate answeredOn;

    @SuppressWarnings("NullAway.Init")
    protected FindingAnswer() {}

    FindingAnswer(Complaint complaint, AnsweredFinding given) {
        this.complaint = complaint;
        this.code = given.code();
        this.ruleId = given.rule();
        this.sentence = given.sentence();
        this.answer = given.kept() ? "kept" : "corrected";
        this.reason = given.reason();
        this.answeredBy = given.by();
        this.answeredOn = given.on();
    }

    AnsweredFinding view() {
        return new AnsweredFinding(code, ruleId, sentence, answer.equals("kept"), reason, answeredBy, answeredOn);
    }
}
