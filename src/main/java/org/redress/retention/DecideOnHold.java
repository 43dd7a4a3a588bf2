package org.redress.retention;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.casefile.LegalHolds;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** A supervisor keeps a case for longer than its time, or lets it go again; the reason is in the chronology (DAT-09). */
@Component
class DecideOnHold implements SubmissionHandler {
    private final CaseFiles cases;
    private final LegalHolds holds;

    DecideOnHold(CaseFiles cases, LegalHolds holds) {
        this.cases = cases;
        this.holds = holds;
    }

    @Override
    public String form() {
        return "legal-hold";
    }

    @Override
    public void accept(Submission decided) {
        // the same answer for a case of another council and for none, so that nobody can find out which exist
        var reference = cases.find(decided.council(), decided.text("caseReference")).map(CaseSummary::reference)
                .orElseThrow(() -> decided.refuse("caseReference", "there is no case " + decided.text("caseReference") + " here."));
        decided.about(reference);
        decided.titled(decided.option("hold"));
        var since = holds.since(reference);
        if (decided.text("hold").equals("place")) {
            since.ifPresent(day -> {
                throw decided.refuse("hold", "the case is held since " + Dates.text(day) + ".");
            });
            holds.place(reference, decided.date("decidedOn"), decided.user(), decided.text("reason"));
        } else {
            if (since.isEmpty()) {
                throw decided.refuse("hold", "the case is not held.");
            }
            holds.lift(reference, decided.date("decidedOn"), decided.user(), decided.text("reason"));
        }
    }
}
