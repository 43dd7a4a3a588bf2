package org.redress.ombudsman;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.casefile.CaseFiles;
import org.redress.decision.Tables;
import org.springframework.stereotype.Component;

/** "Apply jurisdiction tests": which tests the complaint does not meet, each with its clause, by the table jurisdiction (LGS-02). */
@Component
class ApplyJurisdictionTests implements JavaDelegate {
    private final Tables tables;
    private final CaseFiles cases;

    ApplyJurisdictionTests(Tables tables, CaseFiles cases) {
        this.tables = tables;
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List<Map<String, Object>> unmet = tables.rows("jurisdiction", execution.getProcessDefinitionId(), execution.getVariables());
        var words = unmet.stream().map(row -> row.get("test") + ": " + row.get("effect") + ", " + row.get("clause")).collect(Collectors.joining("\n"));
        execution.setVariable("testsNotMet", words.isEmpty() ? "none" : words);
        execution.setVariable("barred", has(unmet, "bar"));
        execution.setVariable("discretionNeeded", has(unmet, "discretion"));
        execution.setVariable("exclusionNeeded", has(unmet, "exclude"));
        cases.record((String) execution.getVariable("caseReference"), "Tests of jurisdiction", words.isEmpty() ? "All are met." : "Not met: " + words);
    }

    private static boolean has(List<Map<String, Object>> rows, String effect) {
        return rows.stream().anyMatch(row -> effect.equals(row.get("effect")));
    }
}
