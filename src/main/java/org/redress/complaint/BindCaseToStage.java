package org.redress.complaint;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.jspecify.annotations.NullUnmarked;
import org.redress.casefile.CaseFiles;
import org.redress.engine.DeployedProcess;
import org.redress.engine.EveryModel;
import org.springframework.stereotype.Component;

/** When a model begins to handle a stage of a procedure, the case file says so (rule book 1.6). */
@Component
@NullUnmarked
class BindCaseToStage implements EveryModel {
    private final CaseFiles cases;

    BindCaseToStage(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public void process(DeployedProcess process, Listening<ExecutionListener> listening) {
        listening.on(ExecutionListener.EVENTNAME_START, execution -> {
            if (execution.getVariable("finalStage") instanceof Boolean && execution.getVariable("procedure") instanceof String procedure) {
                cases.follow((String) execution.getVariable("caseReference"), procedure,
                        ((Number) execution.getVariable("stageNumber")).intValue());
            }
        });
    }
}
