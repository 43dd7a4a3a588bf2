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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One point of a complaint that needs an answer of its own at every stage (CORP-31, CORP-34). */
@Entity
class Issue {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_id")
    @SequenceGenerator(name = "case_file_id", sequenceName = "case_file_id")
    private @Nullable Long id;

    @ManyToOne
    private Complaint complaint;

    private int number;
    private String text;
    private LocalDate addedOn;
    private @Nullable String notConsidered;
    private @Nullable String clause;
    private @Nullable String discretion;
    private @Nullable String service;

    @OneToMany(mappedBy = "issue", cascade = CascadeType.PERSIST)
    @OrderBy("stage")
    private List<IssueAnswer> answers = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Issue() {}

    Issue(Complaint complaint, int number, String text, LocalDate addedOn) {
        this.complaint = complaint;
        this.number = number;
        this.text = text;
        this.addedOn = addedOn;
    }

    boolean has(LocalDate day) {
        return addedOn.equals(day);
    }

    void putReceiptRight(LocalDate on) {
        addedOn = on;
    }

    void leaveOut(String ground, @Nullable String clause) {
        notConsidered = ground;
        this.clause = clause;
        discretion = null;
    }

    /** What was left out by mistake is considered again. */
    void consider() {
        notConsidered = null;
        clause = null;
    }

    /** Its jurisdiction is assessed anew; what was left out for another reason than jurisdiction stays out. */
    void assessAgain() {
        discretion = null;
        if (clause != null) {
            consider();
        }
    }

    /** A test that it does not meet is set aside, with the reason (LGS-04). */
    void takeInAtDiscretion(String reason) {
        discretion = reason;
    }

    void answer(IssueAnswer answer) {
        if (notConsidered != null) {
            throw new IllegalStateException("Issue " + number + " is not considered: " + notConsidered + ".");
        }
        if (answeredAt(answer.stage())) {
            throw new IllegalStateException("Issue " + number + " has been answered at stage " + answer.stage() + ".");
        }
        answers.add(answer);
    }

    /** What was answered at a stage does not stand any more, because the course was wrong. */
    void setAside(int stage, LocalDate on) {
        int before = Math.toIntExact(answers.stream().filter(a -> a.stage() == stage && !a.stands()).count());
        answers.stream().filter(a -> a.stage() == stage && a.stands()).forEach(a -> a.setAside(before + 1, on));
    }

    /** A service of its own answers it; none is that of the case. */
    void giveToService(@Nullable String code) {
        service = code;
    }

    @Nullable String service() {
        return service;
    }

    boolean answeredAt(int stage) {
        return answers.stream().anyMatch(a -> a.stage() == stage && a.stands());
    }

    boolean considered() {
        return notConsidered == null;
    }

    String reference() {
        return complaint.summary().reference();
    }

    int number() {
        return number;
    }

    IssueView view() {
        return new IssueView(number, text, addedOn, notConsidered, clause, discretion, answers.stream().map(IssueAnswer::view).toList());
    }
}
