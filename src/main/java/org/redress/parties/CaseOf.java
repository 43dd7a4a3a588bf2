package org.redress.parties;

import java.util.Locale;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.gate.Submission;

/** The case that a start form names. */
final class CaseOf {
    private CaseOf() {}

    /** The case, which the submission is then about. */
    static CaseSummary form(CaseFiles cases, Submission event) {
        var reference = event.text("caseReference").strip().toUpperCase(Locale.ROOT);
        // the same answer for a case of another council and for none, so that nobody can find out which exist
        var found = cases.find(reference).filter(c -> c.council().equals(event.council()))
                .orElseThrow(() -> event.refuse("caseReference", "there is no case " + reference + " here."));
        event.about(reference);
        return found;
    }
}
