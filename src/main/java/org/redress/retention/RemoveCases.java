package org.redress.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Remove cases": what both supervisors saw on the list and what nothing has come to hold since, from the case file and the engine at
 * once (DAT-09).
 */
@Component
class RemoveCases implements JavaDelegate {
    /** The variables that name cases in processes that belong to no single one: reviews, stuck work, leave. */
    private static final List<String> LISTS = List.of(OldCases.LIST, "stuckWork", "whatHappened", "openWork");

    private final Retention retention;
    private final Certificates certificates;
    private final EngineHistory history;
    private final Clock clock;

    RemoveCases(Retention retention, Certificates certificates, EngineHistory history, Clock clock) {
        this.retention = retention;
        this.certificates = certificates;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var council = execution.getTenantId();
        var going = retention.still(council, OldCases.references((String) execution.getVariable(OldCases.LIST)));
        var certificate = certificates.begin(council, LocalDate.now(clock), (String) execution.getVariable("reviewedBy"),
                (String) execution.getVariable("confirmedBy"));
        going.forEach(old -> certificates.remove(certificate, old));
        LISTS.forEach(list -> history.forgetLists(council, list));
        execution.setVariable(OldCases.LIST, "");
        execution.setVariable("certificate", certificates.text(certificate));
    }
}
