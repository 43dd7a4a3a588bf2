package org.redress.ombudsman;

import org.redress.casefile.Appointed;
import org.redress.casefile.Appointments;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.DutyDone;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.identity.Authority;
import org.redress.identity.CaseRole;
import org.springframework.stereotype.Component;

/** The case has its investigator (LGS-06). */
@Component
class AllocateCase implements SubmissionHandler {
    private final CaseFiles cases;
    private final Appointments appointments;
    private final Authority authority;

    AllocateCase(CaseFiles cases, Appointments appointments, Authority authority) {
        this.cases = cases;
        this.appointments = appointments;
        this.authority = authority;
    }

    @Override
    public String form() {
        return "allocate-case";
    }

    @Override
    public void accept(Submission allocated) {
        var investigator = allocated.text("investigator");
        authority.objectionToNaming(investigator, CaseRole.ALLOCATED, allocated.council(), allocated.reference(), 0, null).ifPresent(why -> {
            throw allocated.refuse("investigator", why);
        });
        appointments.appoint(allocated.reference(), new Appointed(CaseRole.ALLOCATED.key(), 0, null, investigator, allocated.date("allocatedOn"), null),
                allocated.user());
        cases.did(allocated.reference(), new DutyDone(0, Allocated.DUTY, investigator, allocated.date("allocatedOn")));
    }
}
