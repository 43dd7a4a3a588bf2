package org.redress.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventBasedGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Notes which flow nodes, sequence flows and decision-table rows the tests run, over all test classes, and leaves the list in
 * target/model-coverage, a file for each JVM of the tests, for {@code ModelCoverageIT}. Models that tests deploy under other names do not count.
 */
public class ModelCoverage extends AbstractProcessEnginePlugin {
    static final Path REPORTS = Path.of("target", "model-coverage");

    private static final Set<String> COVERED = new ConcurrentSkipListSet<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(ModelCoverage::write));
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var listeners = new ArrayList<BpmnParseListener>();
        Optional.ofNullable(configuration.getCustomPostBPMNParseListeners()).ifPresent(listeners::addAll);
        listeners.add(new Notes());
        configuration.setCustomPostBPMNParseListeners(listeners);
        var dmn = Optional.ofNullable(configuration.getDmnEngineConfiguration())
                .orElseGet(() -> (DefaultDmnEngineConfiguration) DefaultDmnEngineConfiguration.createDefaultDmnEngineConfiguration());
        var tables = new ArrayList<DmnDecisionTableEvaluationListener>();
        Optional.ofNullable(dmn.getCustomPostDecisionTableEvaluationListeners()).ifPresent(tables::addAll);
        tables.add(event -> event.getMatchingRules().forEach(rule -> COVERED.add(event.getDecisionTable().getKey() + " " + rule.getId())));
        dmn.setCustomPostDecisionTableEvaluationListeners(List.copyOf(tables));
        configuration.setDmnEngineConfiguration(dmn);
    }

    private static void write() {
        try {
            if (!COVERED.isEmpty()) {
                Files.createDirectories(REPORTS);
                Files.write(REPORTS.resolve("tests-" + ProcessHandle.current().pid() + ".txt"), COVERED);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Listens to everything that has an id in a model. */
    private static final class Notes extends AbstractBpmnParseListener {
        @Override
        public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
            var flows = new HashMap<String, String>();
            flows(root, flows);
            definitions.forEach(definition -> note(definition, definition, flows));
        }

        /** A flow to each target, read from the file. */
        private static void flows(Element parent, Map<String, String> flows) {
            parent.elements("sequenceFlow").forEach(flow -> flows.put(flow.attribute("targetRef"), flow.attribute("id")));
            parent.elements().forEach(child -> flows(child, flows));
        }

        private static void note(ProcessDefinitionEntity definition, ScopeImpl scope, Map<String, String> flows) {
            for (ActivityImpl activity : scope.getActivities()) {
                activity.addListener(ExecutionListener.EVENTNAME_START, ran(definition, activity.getId()));
                activity.getOutgoingTransitions().forEach(flow ->
                        ((TransitionImpl) flow).addListener(ExecutionListener.EVENTNAME_TAKE, ran(definition, flow.getId())));
                if (behindEventBasedGateway(activity)) {
                    // the engine makes no flow of the one between them: the event that is caught begins
                    activity.addListener(ExecutionListener.EVENTNAME_START, ran(definition, flows.get(activity.getId())));
                }
                note(definition, activity, flows);
            }
        }

        private static boolean behindEventBasedGateway(ActivityImpl activity) {
            return activity.getEventScope() instanceof ActivityImpl gateway && gateway.getActivityBehavior() instanceof EventBasedGatewayActivityBehavior;
        }

        private static ExecutionListener ran(ProcessDefinitionEntity definition, String id) {
            return execution -> COVERED.add(definition.getKey() + " " + id);
        }
    }
}
