package org.redress.ombudsman;

import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.deadline.Deadlines;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** A draft that stands gives the table outcome what it decides on (LGS-12, rule book 3.3). */
@Component
class DecideOnDraft implements SubmissionHandler {
    private final CaseFiles cases;
    private final AgreedActions actions;
    private final Deadlines deadlines;

    DecideOnDraft(CaseFiles cases, AgreedActions actions, Deadlines deadlines) {
        this.cases = cases;
        this.actions = actions;
        this.deadlines = deadlines;
    }

    @Override
    public String form() {
        return "decide-on-draft";
    }

    @Override
    public void accept(Submission decided) {
        if (!decided.text("draftStands").equals("final")) {
            IssueDecision.COMMENTS.forEach(kind -> deadlines.cancel(decided.reference(), kind, "the draft is changed", decided.today()));
            return;
        }
        var findings = Finding.of(cases, decided.reference());
        boolean fault = findings.stream().anyMatch(Finding::isFault);
        decided.set("faultFound", fault ? "yes" : findings.contains(Finding.NO_FAULT) ? "no" : "no-finding");
        decided.set("injusticeFound", findings.contains(Finding.FAULT_WITH_INJUSTICE) ? "yes"
                : findings.contains(Finding.FAULT_WITH_UNCERTAINTY) ? "uncertainty"
                : findings.contains(Finding.FAULT_INJUSTICE_UNCERTAIN) ? "uncertain" : "no");
        // what intake found put right already is not found anew by the draft
        if (yes(decided, "acceptsRemedy") && "no".equals(decided.variable("remedyAccepted").orElse("no"))) {
            decided.set("remedyAccepted", "investigation");
        }
        boolean agreed = !actions.agreed(decided.reference()).isEmpty();
        decided.set("remedyStands", agreed ? "agreed" : yes(decided, "alreadyRemedied") ? "already" : "none");
    }

    private static boolean yes(Submission decided, String variable) {
        return Boolean.TRUE.equals(decided.variable(variable).orElse(false));
    }
}
