package org.redress.complaint;

import java.util.ArrayList;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.NullUnmarked;
import org.redress.casefile.CaseFiles;
import org.springframework.stereotype.Component;

/** When a model begins to handle a stage of a procedure, the case file says so (rule book 1.6). */
@Component
@NullUnmarked
class BindCaseToStage extends AbstractProcessEnginePlugin {
    private final CaseFiles cases;

    BindCaseToStage(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        ExecutionListener bind = execution -> {
            if (execution.getVariable("finalStage") instanceof Boolean && execution.getVariable("procedure") instanceof String procedure) {
                cases.follow((String) execution.getVariable("caseReference"), procedure,
                        ((Number) execution.getVariable("stageNumber")).intValue());
            }
        };
        var listeners = Optional.ofNullable(configuration.getCustomPreBPMNParseListeners()).orElseGet(ArrayList::new);
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element element, ProcessDefinitionEntity definition) {
                definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, bind);
            }
        });
        configuration.setCustomPreBPMNParseListeners(listeners);
    }
}
