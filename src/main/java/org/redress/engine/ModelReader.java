package org.redress.engine;

import java.io.ByteArrayInputStream;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformer;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.DefaultBpmnParseFactory;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;

/** Reads models and tables with the engine's own parsers, without an engine: what they cannot read could not be deployed. */
public final class ModelReader {
    private final ProcessEngineConfigurationImpl settings = settings();
    private final BpmnParser processes = new BpmnParser(settings.getExpressionManager(), new DefaultBpmnParseFactory());
    private final DmnTransformer tables = new DefaultDmnEngineConfiguration().getTransformer();

    /** What the parser asks of an engine; that a process says how long its history is kept is a rule of its own. */
    private static ProcessEngineConfigurationImpl settings() {
        var settings = new StandaloneInMemProcessEngineConfiguration();
        settings.setEnforceHistoryTimeToLive(false);
        settings.setExpressionManager(new JuelExpressionManager());
        return settings;
    }

    /**
     * Reads a model.
     *
     * @throws ParseException with what is wrong, by element
     */
    public void process(String name, byte[] content) {
        Context.setProcessEngineConfiguration(settings);
        try {
            processes.createParse().deployment(new DeploymentEntity()).sourceInputStream(new ByteArrayInputStream(content)).name(name).execute();
        } finally {
            Context.removeProcessEngineConfiguration();
        }
    }

    /**
     * Reads a table.
     *
     * @throws ModelException if it is no table
     * @throws DmnEngineException if it is none that could be evaluated
     */
    public DmnModelInstance table(byte[] content) {
        var model = Dmn.readModelFromStream(new ByteArrayInputStream(content));
        Dmn.validateModel(model);
        tables.createTransform().modelInstance(model).transformDecisionRequirementsGraph();
        return model;
    }
}
