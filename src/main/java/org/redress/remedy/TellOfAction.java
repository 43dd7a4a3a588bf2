package org.redress.remedy;

import java.util.List;
import org.redress.casefile.ActionState;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Dates;
import org.redress.casefile.LetterView;
import org.redress.deadline.Deadlines;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.parties.Correspondence;
import org.springframework.stereotype.Component;

/** The complainant is told that a promise was kept, with what shows it, or why it will not be (CORP-32, CORP-35). */
@Component
class TellOfAction implements SubmissionHandler {
    private final CaseFiles cases;
    private final AgreedActions actions;
    private final Deadlines deadlines;
    private final Correspondence correspondence;
    private final Verdicts verdicts;

    TellOfAction(CaseFiles cases, AgreedActions actions, Deadlines deadlines, Correspondence correspondence, Verdicts verdicts) {
        this.cases = cases;
        this.actions = actions;
        this.deadlines = deadlines;
        this.correspondence = correspondence;
        this.verdicts = verdicts;
    }

    @Override
    public String form() {
        return "tell-of-action";
    }

    @Override
    public void accept(Submission told) {
        int number = Numbers.of(told, "actionNumber");
        var on = told.date("toldOn");
        var doneOn = actions.view(told.reference(), number).doneOn();
        if (doneOn != null && on.isBefore(doneOn)) {
            throw told.refuse("toldOn", "the action was carried out on " + Dates.text(doneOn) + ".");
        }
        cases.send(told.reference(), correspondence.personal(told, new LetterView(told.stage(), "promise", "", told.text("letterText"), told.text("letterChannel"), on, null)));
        if (doneOn == null) {
            told.processInstanceId().ifPresent(instance -> deadlines.cancelOf(List.of(instance), "the council said why it will not be done", on));
        } else {
            actions.show(told.reference(), number, told.text("letterText"));
        }
        actions.told(told.reference(), number, on, doneOn == null ? ActionState.NOT_COMPLETE : verdicts.late(told.reference(), number) ? ActionState.COMPLETE_LATE : ActionState.COMPLETE);
        told.set("verdict", doneOn == null ? "not-complete" : "accepted");
    }
}
