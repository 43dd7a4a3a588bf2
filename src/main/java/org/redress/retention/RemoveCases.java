package org.redress.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Remove cases": what both supervisors saw on the list and what nothing has come to hold since, from the case file and the engine at
 * once (DAT-09).
 */
@Component
class RemoveCases implements JavaDelegate {
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
        var listed = references((String) execution.getVariable(OldCases.LIST));
        var going = retention.due(council).stream().filter(old -> listed.contains(old.reference())).toList();
        var certificate = certificates.begin(council, LocalDate.now(clock), (String) execution.getVariable("reviewedBy"),
                (String) execution.getVariable("confirmedBy"));
        going.forEach(old -> certificates.remove(certificate, old));
        history.forgetLists(council, OldCases.LIST);
        execution.setVariable(OldCases.LIST, "");
        execution.setVariable("certificate", certificates.text(certificate));
    }

    private static Set<String> references(String list) {
        return Arrays.stream(list.split("\n")).map(line -> line.replaceFirst(",.*", "")).collect(Collectors.toSet());
    }
}
