package org.redress.ombudsman;

import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.IssueView;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** A draft that stands gives the table outcome what it decides on (LGS-12, rule book 3.3). */
@Component
class DecideOnDraft implements SubmissionHandler {
    private final CaseFiles cases;
    private final AgreedActions actions;

    DecideOnDraft(CaseFiles cases, AgreedActions actions) {
        this.cases = cases;
        this.actions = actions;
    }

    @Override
    public String form() {
        return "decide-on-draft";
    }

    @Override
    public void accept(Submission decided) {
        if (!decided.text("draftStands").equals("final")) {
            return;
        }
        int version = cases.get(decided.reference()).stage();
        var findings = cases.issues(decided.reference()).stream().flatMap(issue -> issue.answers().stream())
                .filter(answer -> answer.stage() == version).map(IssueView.Answer::finding).toList();
        boolean fault = findings.stream().anyMatch(Finding::isFault);
        decided.set("faultFound", fault ? "yes" : findings.contains(Finding.NO_FAULT) ? "no" : "no-finding");
        decided.set("injusticeFound", findings.contains(Finding.FAULT_WITH_INJUSTICE));
        boolean agreed = !actions.views(decided.reference()).isEmpty();
        boolean already = Boolean.TRUE.equals(decided.variable("alreadyRemedied").orElse(false));
        decided.set("remedyStands", agreed ? "agreed" : already ? "already" : "none");
    }
}
