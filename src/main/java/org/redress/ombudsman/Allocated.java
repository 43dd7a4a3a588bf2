package org.redress.ombudsman;

import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.DutyDone;
import org.springframework.stereotype.Component;

/** For the models: who investigates a case; nobody before it is allocated, and then the group sees the task (LGS-06). */
@Component
public class Allocated {
    static final String DUTY = "allocated";

    private final CaseFiles cases;

    Allocated(CaseFiles cases) {
        this.cases = cases;
    }

    /** The user id of the investigator to whom the case was allocated last. */
    public @Nullable String to(String reference) {
        return cases.duties(reference).stream().filter(done -> done.duty().equals(DUTY)).map(DutyDone::person)
                .reduce((earlier, later) -> later).orElse(null);
    }
}
