package org.redress.ombudsman;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Appointments;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.DutyDone;
import org.redress.identity.CaseRole;
import org.springframework.stereotype.Component;

/** For the models: who investigates a case; nobody before it is allocated, and then the group sees the task (LGS-06). */
@Component
public class Allocated {
    static final String DUTY = "allocated";

    private final CaseFiles cases;
    private final Appointments appointments;

    Allocated(CaseFiles cases, Appointments appointments) {
        this.cases = cases;
        this.appointments = appointments;
    }

    /** The user id of the investigator who has the case; cases from before this was a role of the case have the duty alone. */
    public @Nullable String to(String reference) {
        return appointments.holder(reference, CaseRole.ALLOCATED.key(), 0, null).or(() -> allocatedLast(reference)).orElse(null);
    }

    private Optional<String> allocatedLast(String reference) {
        return cases.duties(reference).stream().filter(done -> done.duty().equals(DUTY)).map(DutyDone::person)
                .reduce((earlier, later) -> later);
    }
}
