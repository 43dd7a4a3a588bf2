package org.redress.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One action that the council agreed with the Ombudsman, that is recommended without its agreement, or that an answer of the council itself
 * promises, from the proposal to its outcome (REM-05, CMP-01…CMP-03, CORP-35).
 */
@Entity
class AgreedAction {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_id")
    @SequenceGenerator(name = "case_file_id", sequenceName = "case_file_id")
    private @Nullable Long id;

    @Version
    private int version;

    @ManyToOne
    private Complaint complaint;

    private int draft;
    private int number;

    @Enumerated(EnumType.STRING)
    private ActionState state = ActionState.PROPOSED;

    private @Nullable String kind;
    private @Nullable String beneficiary;
    private @Nullable BigDecimal amount;
    private @Nullable String within;
    private @Nullable LocalDate countsFrom;
    private boolean fromAssumed;
    private boolean notAgreed;
    private @Nullable String wording;
    private @Nullable LocalDate doneOn;
    private @Nullable String doneBy;
    private @Nullable String whatWasDone;
    private @Nullable BigDecimal amountPaid;
    private @Nullable String difference;
    private @Nullable String evidence;
    private @Nullable String verdict;
    private @Nullable String verdictReason;
    private @Nullable LocalDate verdictOn;
    /** The stage whose answer promises it; none for an action of the Ombudsman's decision. */
    private @Nullable Integer promisedAtStage;
    private @Nullable Integer issueNumber;
    private @Nullable LocalDate promisedBy;
    private @Nullable LocalDate toldOn;

    @SuppressWarnings("NullAway.Init")
    protected AgreedAction() {}

    AgreedAction(Complaint complaint, int draft, int number) {
        this.complaint = complaint;
        this.draft = draft;
        this.number = number;
    }

    /** A promise that is still to be worded. */
    AgreedAction(Complaint complaint, int number, int stage, @Nullable Integer issue) {
        this(complaint, 0, number);
        promisedAtStage = stage;
        issueNumber = issue;
    }

    /** The other side's copy of an action that has been agreed. */
    AgreedAction(Complaint complaint, int draft, ActionView agreed) {
        this(complaint, draft, agreed.number());
        word(agreed);
        state = agreed.notAgreed() ? ActionState.RECOMMENDED : ActionState.AGREED;
    }

    final void word(ActionView proposed) {
        kind = proposed.kind();
        beneficiary = proposed.beneficiary();
        amount = proposed.amount();
        within = proposed.within();
        countsFrom = proposed.countsFrom();
        fromAssumed = proposed.fromAssumed();
        wording = proposed.wording();
        notAgreed = proposed.notAgreed();
        promisedBy = proposed.promise() == null ? null : proposed.promise().by();
    }

    /** It belongs to another case, with a decision there. */
    void moveTo(Complaint right, int inDraft) {
        complaint = right;
        draft = inDraft;
    }

    /** What was promised is worded anew. */
    void unword() {
        wording = null;
    }

    void supersede() {
        state = ActionState.SUPERSEDED;
    }

    void agree(LocalDate decidedOn) {
        state = notAgreed ? ActionState.RECOMMENDED : ActionState.AGREED;
        if (!notAgreed && countsFrom == null) {
            countsFrom = decidedOn;
        }
    }

    void start() {
        state = ActionState.UNDER_WAY;
    }

    boolean waitsToStart() {
        return state == ActionState.AGREED;
    }

    void carriedOut(LocalDate on, String by, String what, @Nullable BigDecimal paid, @Nullable String why) {
        doneOn = on;
        doneBy = by;
        whatWasDone = what;
        amountPaid = paid;
        difference = why;
    }

    /** What was agreed to be paid was recorded wrongly. */
    void putAmountRight(BigDecimal pounds) {
        amount = pounds;
    }

    /** What was paid was recorded wrongly. */
    void putPaymentRight(BigDecimal pounds) {
        amountPaid = pounds;
    }

    /** The day on which it was carried out was recorded wrongly. */
    void putDoneRight(LocalDate on) {
        doneOn = on;
    }

    /** The day of the verdict was recorded wrongly. */
    void putVerdictRight(LocalDate on) {
        verdictOn = on;
    }

    /** The day from which its period counts was recorded wrongly. */
    void putStartRight(LocalDate on) {
        countsFrom = on;
    }

    /** The day by which it is promised was recorded wrongly. */
    void putPromiseRight(LocalDate by) {
        promisedBy = by;
    }

    /** The day on which the complainant was told was recorded wrongly. */
    void putTellingRight(LocalDate on) {
        toldOn = on;
    }

    void show(@Nullable String shown) {
        evidence = shown;
        state = ActionState.SHOWN;
    }

    void judge(String verdict, @Nullable String reason, LocalDate on, ActionState next) {
        this.verdict = verdict;
        this.verdictReason = reason;
        this.verdictOn = on;
        this.state = next;
    }

    /** The complainant was told what became of a promise. */
    void told(LocalDate on, ActionState outcome) {
        toldOn = on;
        state = outcome;
    }

    boolean promised() {
        return promisedAtStage != null;
    }

    boolean promisedAt(int stage) {
        return promisedAtStage != null && promisedAtStage == stage;
    }

    boolean inForce() {
        return state != ActionState.SUPERSEDED;
    }

    boolean worded() {
        return wording != null;
    }

    int number() {
        return number;
    }

    int draft() {
        return draft;
    }

    ActionView view() {
        return new ActionView(number, state, kind, beneficiary, amount, within, countsFrom, fromAssumed, wording, doneOn, doneBy,
                whatWasDone, amountPaid, difference, evidence, verdict, verdictReason, verdictOn, notAgreed,
                promisedAtStage == null ? null : new ActionView.Promise(promisedAtStage, issueNumber, promisedBy, toldOn));
    }
}
