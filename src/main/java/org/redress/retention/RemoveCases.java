package org.redress.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.retention.Retention.OldCase;
import org.springframework.stereotype.Component;

/**
 * "Remove cases": what both supervisors saw on the lists, where nothing has come to hold it and nobody has written in it since, from the case
 * file and the engine at once (DAT-09).
 */
@Component
class RemoveCases implements JavaDelegate {
    /** The variables that name cases in processes that belong to no single one: reviews, stuck work, leave, moves to another version. */
    private static final List<String> LISTS = List.of(OldCases.LIST, OldCases.LATE, "stuckWork", "whatHappened", "openWork", "movePreview", "moveOutcome", "movesStayed");

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
        var going = retention.still(council, OldCases.lines(execution::getVariable), OldCases.lookedAt(execution::getVariable));
        var certificate = certificates.begin(council, LocalDate.now(clock), (String) execution.getVariable("reviewedBy"),
                (String) execution.getVariable("confirmedBy"), (int) going.stream().filter(OldCase::late).count());
        going.forEach(old -> certificates.remove(certificate, old));
        LISTS.forEach(list -> history.forgetLists(council, list));
        List.of(OldCases.LIST, OldCases.LATE).forEach(list -> execution.setVariable(list, ""));
        execution.setVariable("certificate", certificates.text(certificate));
    }
}
