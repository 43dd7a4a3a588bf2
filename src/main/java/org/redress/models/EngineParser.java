package org.redress.models;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformer;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
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
import org.redress.models.EngineSays.Said;

/** Reads models and tables with the engine's own parsers, without an engine: what they cannot read could not be deployed. */
final class EngineParser {
    static final String RULE = "engine-reads";

    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> unread = new HashSet<>();
    private final Map<String, DmnModelInstance> tables = new HashMap<>();

    private EngineParser() {}

    static EngineParser read(Map<String, byte[]> files, List<XmlFile> processes, List<XmlFile> tables) {
        var parser = new EngineParser();
        var settings = settings();
        var parse = new BpmnParser(settings.getExpressionManager(), new DefaultBpmnParseFactory());
        for (var file : processes) {
            parser.process(parse, settings, file, files.get(file.name()));
        }
        var decisions = new DefaultDmnEngineConfiguration().getTransformer();
        for (var file : tables) {
            parser.table(decisions, file, files.get(file.name()));
        }
        return parser;
    }

    /** What the parser asks of an engine; that a process says how long its history is kept is a rule of its own. */
    private static ProcessEngineConfigurationImpl settings() {
        var settings = new StandaloneInMemProcessEngineConfiguration();
        settings.setEnforceHistoryTimeToLive(false);
        settings.setExpressionManager(new JuelExpressionManager());
        return settings;
    }

    private void process(BpmnParser parser, ProcessEngineConfigurationImpl settings, XmlFile file, byte[] bytes) {
        Context.setProcessEngineConfiguration(settings);
        try {
            parser.createParse().deployment(new DeploymentEntity()).sourceInputStream(new ByteArrayInputStream(bytes)).name(file.name()).execute();
        } catch (ParseException e) {
            e.getResorceReports().stream().flatMap(report -> report.getErrors().stream()).forEach(problem -> found(file, problem));
            unread.add(file.name());
        } catch (RuntimeException e) {
            found(file, "", 0, EngineSays.of(String.valueOf(e.getMessage())));
            unread.add(file.name());
        } finally {
            Context.removeProcessEngineConfiguration();
        }
    }

    private void found(XmlFile file, Problem problem) {
        var said = EngineSays.of(problem.getMessage());
        var element = Stream.concat(said.element().stream(), Stream.ofNullable(problem.getMainElementId())).findFirst();
        found(file, element.orElse(""), problem.getLine(), said);
    }

    private void found(XmlFile file, String element, int line, Said said) {
        findings.add(file.byId(element).map(one -> file.finding(RULE, one, said.why()))
                .orElseGet(() -> new Finding(RULE, file.name(), -1, Math.max(0, line), element.isEmpty() ? "the file" : element, said.why())));
    }

    private void table(DmnTransformer decisions, XmlFile file, byte[] bytes) {
        try {
            var model = Dmn.readModelFromStream(new ByteArrayInputStream(bytes));
            Dmn.validateModel(model);
            decisions.createTransform().modelInstance(model).transformDecisionRequirementsGraph();
            tables.put(file.name(), model);
        } catch (ModelException | DmnEngineException e) {
            unread.add(file.name());
            found(file, "", 0, EngineSays.of(EngineSays.innermost(e)));
        }
    }

    /** Whether the engine could read a file. */
    boolean reads(String file) {
        return !unread.contains(file);
    }

    Optional<DmnModelInstance> table(String file) {
        return Optional.ofNullable(tables.get(file));
    }

    Stream<Finding> findings() {
        return findings.stream();
    }
}
