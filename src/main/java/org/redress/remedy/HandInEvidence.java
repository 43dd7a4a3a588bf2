package org.redress.remedy;

import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** What shows that an action was carried out (CMP-02). */
@Component
class HandInEvidence implements SubmissionHandler {
    private final CaseFiles cases;
    private final AgreedActions actions;

    HandInEvidence(CaseFiles cases, AgreedActions actions) {
        this.cases = cases;
        this.actions = actions;
    }

    @Override
    public String form() {
        return "hand-in-evidence";
    }

    @Override
    public void accept(Submission evidence) {
        cases.send(evidence.reference(), new LetterView(0, "evidence", "Ombudsman", evidence.text("letterText"), null, evidence.date("evidenceSentOn"), null));
        actions.show(evidence.reference(), Numbers.of(evidence, "actionNumber"), evidence.text("letterText"));
    }
}
