package org.redress.council;

import java.time.LocalDateTime;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.casefile.Dates;
import org.redress.decision.TableRefused;
import org.redress.identity.Organisations;
import org.springframework.stereotype.Component;

/** The procedure that the council of a case has for its kind of complaint, as it was in force at its receipt (rule book 1.6). */
@Component
public class OwnProcedure {
    private final Councils councils;
    private final Organisations organisations;

    OwnProcedure(Councils councils, Organisations organisations) {
        this.councils = councils;
        this.organisations = organisations;
    }

    /** For models: {@code ${ownProcedure.of(execution)}}, once the kind of complaint is determined. */
    public String of(DelegateExecution execution) {
        return of((String) execution.getVariable("council"), (String) execution.getVariable("complaintKind"), (String) execution.getVariable("receivedAt"));
    }

    /**
     * The procedure for a kind of complaint.
     *
     * @param receivedAt as the processes know it, an ISO date and time
     * @throws TableRefused if the council has none
     */
    public String of(String council, String kind, String receivedAt) {
        var received = LocalDateTime.parse(receivedAt);
        return councils.procedure(council, kind, received).orElseThrow(() -> TableRefused.nothingToDecideBy(organisations.name(council)
                + " has no procedure for complaints of the kind " + Choices.words(kind) + " that were received on " + Dates.text(received.toLocalDate())
                + "; an administrator adds it on the page Councils."));
    }
}
