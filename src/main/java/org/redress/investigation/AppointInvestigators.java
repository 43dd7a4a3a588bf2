package org.redress.investigation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.casefile.Appointed;
import org.redress.casefile.Appointments;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.identity.Authority;
import org.redress.identity.CaseRole;
import org.springframework.stereotype.Component;

/** Three different people for stage 2, none of whom answered stage 1 (CHD-06, CHD-41, CHD-47, CHD-48). */
@Component
class AppointInvestigators implements SubmissionHandler {
    private static final Map<String, CaseRole> ROLES = Map.of("investigatingOfficer", CaseRole.INVESTIGATES, "independentPerson", CaseRole.INDEPENDENT,
            "adjudicator", CaseRole.ADJUDICATES);

    private final Authority authority;
    private final Appointments appointments;

    AppointInvestigators(Authority authority, Appointments appointments) {
        this.authority = authority;
        this.appointments = appointments;
    }

    @Override
    public String form() {
        return "appoint-investigators";
    }

    @Override
    public void accept(Submission appointed) {
        var people = List.of(appointed.text("investigatingOfficer"), appointed.text("independentPerson"), appointed.text("adjudicator"));
        if (Set.copyOf(people).size() < people.size()) {
            throw appointed.refuse("Investigating Officer, Independent Person and adjudicating officer are three different people (CHD-41, CHD-48).");
        }
        ROLES.forEach((field, role) -> authority.objectionToNaming(appointed.text(field), role, appointed.council(), appointed.reference(), appointed.stage(),
                null).ifPresent(why -> {
                    throw appointed.refuse(field, why);
                }));
        ROLES.forEach((field, role) -> appointments.appoint(appointed.reference(),
                new Appointed(role.key(), appointed.stage(), null, appointed.text(field), appointed.date("appointedOn"), null), appointed.user()));
    }
}
