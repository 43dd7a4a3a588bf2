package org.redress.correction;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** Somebody found that something of a case was recorded wrongly, and says why they think so (CHD-21). */
@Component
class FindMistake implements SubmissionHandler {
    private final CaseFiles cases;
    private final Corrections corrections;

    FindMistake(CaseFiles cases, Corrections corrections) {
        this.cases = cases;
        this.corrections = corrections;
    }

    @Override
    public String form() {
        return "correction";
    }

    @Override
    public void accept(Submission found) {
        // the same answer for a case of another council and for none, so that nobody can find out which exist
        var reference = cases.find(found.council(), found.text("caseReference")).map(CaseSummary::reference)
                .orElseThrow(() -> found.refuse("caseReference", "your council has no case " + found.text("caseReference") + "."));
        found.about(reference);
        found.set("correctedBy", found.user());
        found.set("factsToChoose", Choices.of(corrections.correctable(reference)));
    }
}
