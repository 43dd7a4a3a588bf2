package org.redress.parties;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.gate.Submission;

/** The case that a start form names. */
final class CaseOf {
    private CaseOf() {}

    /** The case, which the submission is then about. */
    static CaseSummary form(CaseFiles cases, Submission event) {
        // the same answer for a case of another council and for none, so that nobody can find out which exist
        var found = cases.find(event.council(), event.text("caseReference"))
                .orElseThrow(() -> event.refuse("caseReference", "there is no case " + event.text("caseReference") + " here."));
        event.about(found.reference());
        return found;
    }
}
