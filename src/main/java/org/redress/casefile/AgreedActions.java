package org.redress.casefile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The agreed actions of a case, from the draft that proposes them to their outcome, each side with its own, and what the council promises in
 * its own answers (REM-05, CMP-01…CMP-03, CORP-35). Promises are numbered by their stage: the first of stage 2 is 201.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AgreedActions {
    /** How many promises a stage has numbers for. */
    public static final int MOST_A_STAGE = 99;
    private static final int NUMBERS_A_STAGE = 100;

    private final AgreedActionRepository actions;
    private final ComplaintRepository complaints;

    AgreedActions(AgreedActionRepository actions, ComplaintRepository complaints) {
        this.actions = actions;
        this.complaints = complaints;
    }

    /** Makes room for the actions of a draft; those of an earlier draft stay in the file and count no longer. */
    public void begin(String reference, int count) {
        var complaint = complaints.findByReference(reference).orElseThrow();
        int draft = lastDraft(reference) + 1;
        decided(reference).forEach(AgreedAction::supersede);
        for (int number = 1; number <= count; number++) {
            actions.save(new AgreedAction(complaint, draft, number));
        }
    }

    /** Words one of the actions that {@link #begin} made room for. */
    public void word(String reference, int number, ActionView proposed) {
        action(reference, number).word(proposed);
    }

    /** The decision is final: what is proposed is agreed, and counts from the decision where it names no other day. */
    public void agree(String reference, LocalDate decidedOn) {
        decided(reference).forEach(action -> action.agree(decidedOn));
    }

    /** Makes room for what an answer of the council promises, for one issue or for none in particular. */
    public void promise(String reference, int stage, @Nullable Integer issue, int count) {
        var complaint = complaints.findByReference(reference).orElseThrow();
        int before = (int) all(reference).filter(action -> action.promisedAt(stage)).count();
        for (int number = 1; number <= count; number++) {
            actions.save(new AgreedAction(complaint, NUMBERS_A_STAGE * stage + before + number, stage, issue));
        }
    }

    /** How many more a stage can promise: the numbers after them are those of the next. */
    @Transactional(readOnly = true)
    public int room(String reference, int stage) {
        return MOST_A_STAGE - (int) all(reference).filter(action -> action.promisedAt(stage)).count();
    }

    /** What is promised at a stage and not sent yet is worded anew. */
    public void wordAgain(String reference, int stage) {
        promises(reference).filter(action -> action.promisedAt(stage) && action.view().state() == ActionState.PROPOSED).forEach(AgreedAction::unword);
    }

    /** Of what is promised at a stage and not sent yet only the first so many are promised still; the others stay in the file and count no longer. */
    public void promiseOnly(String reference, int stage, int count) {
        promises(reference).filter(action -> action.promisedAt(stage) && action.view().state() == ActionState.PROPOSED).skip(count).forEach(AgreedAction::supersede);
    }

    /** The answer of a stage was sent, and what it promises counts from then on. */
    public void promised(String reference, int stage, LocalDate sentOn) {
        promises(reference).filter(action -> action.promisedAt(stage) && action.view().state() == ActionState.PROPOSED).forEach(action -> action.agree(sentOn));
    }

    /** The complainant was told what became of a promise. */
    public void told(String reference, int number, LocalDate on, ActionState outcome) {
        action(reference, number).told(on, outcome);
    }

    /** The numbers of the promises that have no process yet. */
    @Transactional(readOnly = true)
    public List<Integer> promisesToBegin(String reference) {
        return promises(reference).filter(AgreedAction::waitsToStart).map(AgreedAction::number).toList();
    }

    /** What is promised and still has to be worded. */
    @Transactional(readOnly = true)
    public List<ActionView> promisesToWord(String reference) {
        return promises(reference).filter(action -> !action.worded()).map(AgreedAction::view).toList();
    }

    /** What the council promised in its own answers. */
    @Transactional(readOnly = true)
    public List<ActionView> promised(String reference) {
        return promises(reference).map(AgreedAction::view).toList();
    }

    /** The same for one action. */
    public void agree(String reference, int number, LocalDate decidedOn) {
        action(reference, number).agree(decidedOn);
    }

    /** Takes the actions that the other side tells of, instead of those that it told of before. */
    public void take(String reference, List<ActionView> agreed) {
        begin(reference, 0);
        var complaint = complaints.findByReference(reference).orElseThrow();
        int draft = lastDraft(reference) + 1;
        agreed.forEach(action -> actions.save(new AgreedAction(complaint, draft, action)));
    }

    /** What was agreed in a matter goes with its letters into another case, with all that has become of it, instead of what was agreed there before. */
    public void move(String from, String to) {
        var moving = decided(from).toList();
        if (moving.isEmpty()) {
            return;
        }
        begin(to, 0);
        int draft = lastDraft(to) + 1;
        var right = complaints.findByReference(to).orElseThrow();
        moving.forEach(action -> {
            action.moveTo(right, draft);
            actions.save(action);
        });
    }

    /** The action was carried out: when, by whom, what, and how much was paid. */
    public void carriedOut(String reference, int number, LocalDate on, String by, String what, @Nullable BigDecimal paid, @Nullable String why) {
        action(reference, number).carriedOut(on, by, what, paid, why);
    }

    /** The evidence for an action was handed in. */
    public void show(String reference, int number, @Nullable String evidence) {
        action(reference, number).show(evidence);
    }

    /** The Ombudsman's verdict on an action, and where the action stands after it. */
    public void judge(String reference, int number, String verdict, @Nullable String reason, LocalDate on, ActionState next) {
        action(reference, number).judge(verdict, reason, on, next);
    }

    /** The process of an action has begun. */
    public void start(String reference, int number) {
        action(reference, number).start();
    }

    /** The numbers of the agreed actions that have no process yet, for the models' "one instance per action". */
    @Transactional(readOnly = true)
    public List<Integer> of(String reference) {
        return decided(reference).filter(AgreedAction::waitsToStart).map(AgreedAction::number).toList();
    }

    /** The numbers of the actions that still have to be worded. */
    @Transactional(readOnly = true)
    public List<Integer> proposed(String reference) {
        return decided(reference).filter(action -> !action.worded()).map(AgreedAction::number).toList();
    }

    /** Whether every action of the decision that counts has an outcome. */
    @Transactional(readOnly = true)
    public boolean settled(String reference) {
        return decided(reference).allMatch(action -> action.view().state().settled());
    }

    /** The actions that count. */
    @Transactional(readOnly = true)
    public List<ActionView> views(String reference) {
        return inForce(reference).map(AgreedAction::view).toList();
    }

    /** The actions that the council agreed to; what is recommended without its agreement is kept apart (REM-05). */
    @Transactional(readOnly = true)
    public List<ActionView> agreed(String reference) {
        return views(reference).stream().filter(action -> !action.notAgreed() && action.promise() == null).toList();
    }

    /** What is recommended without the council's agreement. */
    @Transactional(readOnly = true)
    public List<ActionView> recommended(String reference) {
        return views(reference).stream().filter(ActionView::notAgreed).toList();
    }

    /** What the Ombudsman's decision or a draft of it says of actions, agreed or not. */
    @Transactional(readOnly = true)
    public List<ActionView> ofDecision(String reference) {
        return decided(reference).map(AgreedAction::view).toList();
    }

    /** One action that counts. */
    @Transactional(readOnly = true)
    public ActionView view(String reference, int number) {
        return action(reference, number).view();
    }

    private int lastDraft(String reference) {
        return all(reference).map(AgreedAction::draft).max(Integer::compare).orElse(0);
    }

    private AgreedAction action(String reference, int number) {
        return inForce(reference).filter(action -> action.number() == number).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Case " + reference + " has no agreed action " + number + "."));
    }

    /** Those of the Ombudsman's decision, or of a draft of it. */
    private Stream<AgreedAction> decided(String reference) {
        return inForce(reference).filter(action -> !action.promised());
    }

    private Stream<AgreedAction> promises(String reference) {
        return inForce(reference).filter(AgreedAction::promised);
    }

    private Stream<AgreedAction> inForce(String reference) {
        return all(reference).filter(AgreedAction::inForce);
    }

    private Stream<AgreedAction> all(String reference) {
        return actions.findByComplaintReferenceOrderByDraftAscNumberAsc(reference).stream();
    }
}
