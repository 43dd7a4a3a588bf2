package org.redress.remedy;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.casefile.Parties;
import org.redress.deadline.ExtensionRefused;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** What the Ombudsman does about an action that is not done (CMP-02, CMP-04). */
@Component
class EscalateAction implements SubmissionHandler {
    private final CaseFiles cases;
    private final Parties parties;
    private final Verdicts verdicts;

    EscalateAction(CaseFiles cases, Parties parties, Verdicts verdicts) {
        this.cases = cases;
        this.parties = parties;
        this.verdicts = verdicts;
    }

    @Override
    public String form() {
        return "escalate-action";
    }

    @Override
    public void accept(Submission escalated) {
        int number = Numbers.of(escalated, "actionNumber");
        var step = escalated.text("step");
        boolean pursued = !step.equals("given-up");
        var verdict = step.equals("more-time") ? "more-time" : pursued ? "sent-back" : "not-complete";
        var on = escalated.date("escalatedOn");
        var council = parties.council(escalated.reference());
        cases.send(escalated.reference(), new LetterView(0, "verdict", council, "Action " + number + ": " + escalated.option("step") + ". " + escalated.text("reason"),
                null, on, null));
        escalated.set("pursued", pursued);
        escalated.set("moreAskedFor", pursued);
        escalated.set("escalated", true);
        escalated.set("verdict", verdict);
        escalated.set("verdictOn", on.toString());
        try {
            verdicts.give(escalated.reference(), number, new Verdicts.Verdict(verdict, escalated.text("reason"), on,
                    escalated.optionalDate("newDueDate").orElse(null), escalated.user(), true));
        } catch (ExtensionRefused e) {
            throw escalated.refuse("newDueDate", String.valueOf(e.getMessage()));
        }
    }
}
