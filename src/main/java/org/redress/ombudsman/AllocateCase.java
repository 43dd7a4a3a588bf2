package org.redress.ombudsman;

import org.redress.casefile.CaseFiles;
import org.redress.casefile.DutyDone;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The case has its investigator (LGS-06). */
@Component
class AllocateCase implements SubmissionHandler {
    private final CaseFiles cases;

    AllocateCase(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public String form() {
        return "allocate-case";
    }

    @Override
    public void accept(Submission allocated) {
        cases.did(allocated.reference(), new DutyDone(0, Allocated.DUTY, allocated.text("investigator"), allocated.date("allocatedOn")));
    }
}
