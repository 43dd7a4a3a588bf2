package org.redress.remedy;

import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.casefile.Parties;
import org.redress.deadline.ExtensionRefused;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The Ombudsman’s verdict on an action, given or recorded by hand by the council (CMP-02, CMP-03). */
@Component
class JudgeEvidence implements SubmissionHandler {
    private final CaseFiles cases;
    private final Parties parties;
    private final AgreedActions actions;
    private final Verdicts verdicts;

    JudgeEvidence(CaseFiles cases, Parties parties, AgreedActions actions, Verdicts verdicts) {
        this.cases = cases;
        this.parties = parties;
        this.actions = actions;
        this.verdicts = verdicts;
    }

    @Override
    public String form() {
        return "judge-evidence";
    }

    @Override
    public void accept(Submission judged) {
        int number = Numbers.of(judged, "actionNumber");
        var verdict = judged.text("verdict");
        var on = judged.date("verdictOn");
        boolean ombudsmans = judged.variable("procedure").filter("liaison"::equals).isEmpty();
        if (!ombudsmans && cases.get(judged.reference()).counterpart() != null) {
            throw judged.refuse("verdict", "the Ombudsman of this case works here too; the verdict comes by itself.");
        }
        if (verdict.equals("accepted") && actions.view(judged.reference(), number).doneOn() == null) {
            throw judged.refuse("verdict", "nothing has been shown yet, so there is nothing to accept.");
        }
        if (ombudsmans) {
            var council = parties.council(judged.reference());
            cases.send(judged.reference(), new LetterView(0, "verdict", council, "Action " + number + ": " + judged.option("verdict")
                    + judged.optionalText("reason").map(why -> ". " + why).orElse("."), null, on, null));
        }
        judged.set("moreAskedFor", verdict.equals("sent-back") || verdict.equals("more-time"));
        judged.set("escalated", !ombudsmans);
        try {
            verdicts.give(judged.reference(), number, new Verdicts.Verdict(verdict, judged.optionalText("reason").orElse(null), on,
                    judged.optionalDate("newDueDate").orElse(null), judged.user(), !ombudsmans));
        } catch (ExtensionRefused e) {
            throw judged.refuse("newDueDate", String.valueOf(e.getMessage()));
        }
    }
}
