package org.redress.ombudsman;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.redress.casefile.CaseFiles;
import org.redress.decision.Tables;
import org.redress.engine.BeganWith;
import org.springframework.stereotype.Component;

/** "Apply jurisdiction tests": which tests an issue does not meet, each with its ground and clause, by the table jurisdiction (LGS-02). */
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
        List<Map<String, Object>> unmet = tables.rows("jurisdiction", BeganWith.of(execution, execution.getProcessDefinitionId()), execution.getVariables());
        var words = unmet.stream().map(row -> row.get("test") + ": " + row.get("effect") + ", " + row.get("clause")).collect(Collectors.joining("\n"));
        var bars = unmet.stream().filter(row -> "bar".equals(row.get("effect"))).toList();
        // a bar decides before what could be set aside
        var ground = (bars.isEmpty() ? unmet : bars).stream().findFirst();
        execution.setVariable("testsNotMet", words.isEmpty() ? "none" : words);
        execution.setVariable("barred", !bars.isEmpty());
        execution.setVariable("allTestsMet", unmet.isEmpty());
        execution.setVariable("issueGround", ground.map(row -> row.get("ground")).orElse(null));
        execution.setVariable("issueClause", ground.map(row -> row.get("clause")).orElse(null));
        cases.record((String) execution.getVariable("caseReference"), "Tests of jurisdiction, issue " + execution.getVariable("issueNumber"),
                words.isEmpty() ? "All are met." : "Not met: " + words);
    }
}
