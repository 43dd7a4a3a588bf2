package org.redress.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The council's answer to one issue at one stage (CORP-31, CHD-48). */
@Entity
class IssueAnswer {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_id")
    @SequenceGenerator(name = "case_file_id", sequenceName = "case_file_id")
    private @Nullable Long id;

    @ManyToOne
    private Issue issue;

    private int stage;
    private String finding;
    private String reasons;
    private @Nullable String remedy;
    private @Nullable LocalDate remedyBy;
    private String givenBy;
    private LocalDate givenOn;
    /** 0 while it stands, else the how manyth of this stage it was that was set aside; two answers of a stage cannot both stand. */
    private int setAside;
    private @Nullable LocalDate setAsideOn;
    private @Nullable String cause;
    private @Nullable String service;
    private @Nullable String lesson;

    @SuppressWarnings("NullAway.Init")
    protected IssueAnswer() {}

    IssueAnswer(Issue issue, IssueView.Answer given) {
        this.issue = issue;
        this.stage = given.stage();
        this.finding = given.finding();
        this.reasons = given.reasons();
        this.remedy = given.remedy();
        this.remedyBy = given.remedyBy();
        this.givenBy = given.by();
        this.givenOn = given.on();
        var learnt = given.lesson();
        if (learnt != null) {
            this.cause = learnt.cause();
            this.service = learnt.service();
            this.lesson = learnt.learnt();
        }
    }

    String reference() {
        return issue.reference();
    }

    int issue() {
        return issue.number();
    }

    int stage() {
        return stage;
    }

    boolean stands() {
        return setAsideOn == null;
    }

    /** It was given on a course that turned out to be wrong, and nothing of it was sent; it stays readable. */
    void setAside(int which, LocalDate on) {
        setAside = which;
        setAsideOn = on;
    }

    IssueView.Answer view() {
        return new IssueView.Answer(stage, finding, reasons, remedy, remedyBy, givenBy, givenOn, setAsideOn,
                cause == null || lesson == null ? null : new IssueView.Lesson(cause, service, lesson));
    }
}
