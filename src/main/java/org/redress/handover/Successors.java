package org.redress.handover;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.json.SpinJsonNode;
import org.redress.casefile.Appointments;
import org.redress.identity.Authority;
import org.redress.identity.Candidates;
import org.redress.identity.CaseRole;
import org.springframework.stereotype.Component;

/** For the model: the people to whom the role that is handed over can pass: those of the case's service, or of any if it is to have another, and nobody else. */
@Component
public class Successors {
    private final Authority authority;
    private final Appointments appointments;

    Successors(Authority authority, Appointments appointments) {
        this.authority = authority;
        this.appointments = appointments;
    }

    /** As options of a form's select field. */
    public SpinJsonNode of(DelegateExecution execution) {
        var role = CaseRole.of((String) execution.getVariable("caseRole"));
        var reference = (String) execution.getVariable("caseReference");
        var service = Boolean.TRUE.equals(execution.getVariable("otherService")) ? null : appointments.service(reference, null).orElse(null);
        return Candidates.options(authority.whoCanBeNamed(role, (String) execution.getVariable("council"), reference,
                ((Number) execution.getVariable("stageNumber")).intValue(), service));
    }
}
