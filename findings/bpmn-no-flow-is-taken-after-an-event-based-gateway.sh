#!/usr/bin/env bash
# org.camunda.bpm:camunda-engine 7.24.0 (with com.h2database:h2 2.3.232, in memory).
#
# Behaviour: the engine waits for all events after an event-based gateway as if they hung on the gateway; no transition is
#   made from the gateway to the event that came.
# Most would guess: that an execution listener for "take" on a sequence flow is called whenever the process goes that way,
#   as it is on every other flow; so that counting taken flows says which parts of a model were run.
# Seen: the listener on the flow from the gateway to the event is never called, although the history has both the gateway
#   and the event; those on the flows before the gateway and after the event are called.
source "$(dirname "$0")/in-java"
seen=$(run_java org.camunda.bpm:camunda-engine:7.24.0 com.h2database:h2:2.3.232 <<'JAVA'
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

public class Finding {
    private static final Set<String> TAKEN = new TreeSet<>();
    private static final String LISTENER = "<extensionElements><camunda:executionListener class=\"Finding$Taken\" event=\"take\"/></extensionElements>";
    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="finding" id="d">
              <message id="m" name="answer"/>
              <process id="p" isExecutable="true">
                <startEvent id="start"/>
                <sequenceFlow id="toGateway" sourceRef="start" targetRef="gateway">%1$s</sequenceFlow>
                <eventBasedGateway id="gateway"/>
                <sequenceFlow id="toAnswer" sourceRef="gateway" targetRef="answered">%1$s</sequenceFlow>
                <sequenceFlow id="toTimer" sourceRef="gateway" targetRef="late">%1$s</sequenceFlow>
                <intermediateCatchEvent id="answered"><messageEventDefinition messageRef="m"/></intermediateCatchEvent>
                <intermediateCatchEvent id="late"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></intermediateCatchEvent>
                <sequenceFlow id="afterAnswer" sourceRef="answered" targetRef="end">%1$s</sequenceFlow>
                <sequenceFlow id="afterTimer" sourceRef="late" targetRef="end">%1$s</sequenceFlow>
                <endEvent id="end"/>
              </process>
            </definitions>""".formatted(LISTENER);

    public static class Taken implements ExecutionListener {
        @Override
        public void notify(DelegateExecution execution) {
            TAKEN.add(execution.getCurrentTransitionId());
        }
    }

    public static void main(String[] args) {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:finding;DB_CLOSE_DELAY=-1");
        configuration.setEnforceHistoryTimeToLive(false);
        ProcessEngine engine = configuration.buildProcessEngine();
        engine.getRepositoryService().createDeployment().addString("p.bpmn", MODEL).deploy();
        engine.getRuntimeService().startProcessInstanceByKey("p");
        engine.getRuntimeService().correlateMessage("answer");
        System.out.println("taken " + TAKEN);
        System.out.println("history " + engine.getHistoryService().createHistoricActivityInstanceQuery().list().stream()
                .map(HistoricActivityInstance::getActivityId).collect(Collectors.toCollection(TreeSet::new)));
        engine.close();
    }
}
JAVA
)
expect "$seen" 'taken [afterAnswer, toGateway]' 'history [answered, end, gateway, start]'
