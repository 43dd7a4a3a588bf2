package org.redress.stage;

import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.redress.casefile.CaseFiles;
import org.springframework.stereotype.Component;

/**
 * For the models: with what a stage begins. One that was interrupted and goes on is neither acknowledged nor answered again; the record
 * says what has been done (CORP-23, CHD-40, CHD-50).
 */
@Component
public class StageBegins {
    private final CaseFiles cases;

    StageBegins(CaseFiles cases) {
        this.cases = cases;
    }

    /** {@code acknowledgement} of the request, {@code written-record}, {@code answer}, or what the complainant wants after it: {@code wish}. */
    public String with(DelegateExecution execution) {
        var reference = (String) execution.getVariable("caseReference");
        var next = (Map<?, ?>) Objects.requireNonNull(execution.getVariable("nextStage"));
        int stage = ((Number) next.get("stageNumber")).intValue();
        if (sent(reference, stage, "response")) {
            return "wish";
        }
        if (next.get("stageProcess").equals("investigation")) {
            boolean recorded = execution.getVariable("recordFinalOn") != null;
            return Boolean.TRUE.equals(execution.getVariable("oral")) && !recorded ? "written-record" : "answer";
        }
        return stage > 1 && !sent(reference, stage, "acknowledgement") ? "acknowledgement" : "answer";
    }

    private boolean sent(String reference, int stage, String kind) {
        return cases.letters(reference).stream().anyMatch(letter -> letter.stage() == stage && letter.kind().equals(kind));
    }
}
