package org.redress.liaison;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CannotBeKept;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.LetterView;
import org.redress.confirmation.Confirmation;
import org.redress.deadline.Deadlines;
import org.redress.deadline.ExtensionRefused;
import org.redress.post.Post;
import org.springframework.stereotype.Component;

/**
 * What a letter of an Ombudsman outside the product changes in what was asked before: who has to confirm it, and the change itself. One
 * person alone, who says that such a letter came, ends nothing that the council owes (LGS-09, CMP-01).
 */
@Component
class EffectsOfLetter {
    private static final Set<String> ENDING = Set.of("decision", "report", "set-aside", "closing-statement");
    private static final String MORE_TIME = "more-time";

    private final CaseFiles cases;
    private final AgreedActions actions;
    private final Deadlines deadlines;
    private final Post post;

    EffectsOfLetter(CaseFiles cases, AgreedActions actions, Deadlines deadlines, Post post) {
        this.cases = cases;
        this.actions = actions;
        this.deadlines = deadlines;
        this.post = post;
    }

    /** Who has to confirm a letter of this kind: a second person, if something is owed that it would end. */
    Confirmation confirmation(String reference, String kind) {
        return ENDING.contains(kind) ? Confirmation.ofEnd(post.asked(reference)) : Confirmation.none();
    }

    /** The same for more time: a day that the council owes would be later. */
    Confirmation moreTime(String reference, String kind, LocalDate to, LocalDate on, String by) {
        var moved = deadlines.wouldExtend(reference, kind, to, on, by);
        return new Confirmation(Confirmation.By.SECOND, List.of(Confirmation.moves(moved.title(), moved.dueBefore(), moved.missedBefore(), moved.dueAfter())));
    }

    /** Makes the change, if it is still the one that was confirmed. */
    void follow(DelegateExecution execution) {
        var reference = (String) execution.getVariable("caseReference");
        var kind = (String) execution.getVariable("letterKind");
        var on = LocalDate.parse((String) execution.getVariable("letterDatedOn"));
        confirmation(reference, kind).needNoMoreThanShown(execution);
        switch (kind) {
            case "decision", "report" -> {
                post.endWhatWasAsked(reference, "the Ombudsman has decided", on);
                actions.begin(reference, ((Number) execution.getVariable("actionCount")).intValue());
            }
            case MORE_TIME -> extend(execution, reference, on);
            case "set-aside" -> {
                cases.overtakeDecision(reference, on, LetterView.SET_ASIDE);
                post.endWhatWasAsked(reference, "the decision was set aside after a review", on);
                actions.begin(reference, 0);
            }
            case "closing-statement" -> post.close(reference, CaseStatus.CLOSED, "the Ombudsman closed the case", on);
            default -> { } // the letter asks for something new, or for nothing
        }
    }

    private void extend(DelegateExecution execution, String reference, LocalDate on) {
        var kind = (String) execution.getVariable("extends");
        var to = LocalDate.parse((String) execution.getVariable("newDueDate"));
        var by = (String) execution.getVariable("askedFor");
        try {
            moreTime(reference, kind, to, on, by).needNoMoreThanShown(execution);
            deadlines.extend(reference, kind, to, on, cases.lastLetter(reference, MORE_TIME).map(LetterView::text).orElse(""), List.of(), by);
        } catch (ExtensionRefused e) {
            throw new CannotBeKept(e.getMessage() + " Leave it as it is.");
        }
    }
}
