#!/usr/bin/env bash
# org.camunda.bpm:camunda-engine 7.24.0, in memory.
#
# Behaviour: a called process sets a variable and ends with a BPMN error, which a boundary event of the call catches. The call's out mapping is carried out before the error is caught: the caller has the variable on
# the way of the error too.
# Most would guess: that what is handed over at the end of a call is handed over only when the called process comes to its regular end, so that on the way of the error the caller stands as before the call.
# Seen: "regular end: said", and "error: said".
source "$(dirname "$0")/in-java"

seen=$(run_java org.camunda.bpm:camunda-engine:7.24.0 com.h2database:h2:2.3.232 <<'JAVA'
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

public class Finding {
    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="t">
              <error id="refused" errorCode="refused" />
              <process id="called" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="begin" />
                <sequenceFlow id="c1" sourceRef="begin" targetRef="say" />
                <serviceTask id="say" camunda:expression="${execution.setVariable('result', 'said')}" />
                <sequenceFlow id="c2" sourceRef="say" targetRef="which" />
                <exclusiveGateway id="which" default="c4" />
                <sequenceFlow id="c3" sourceRef="which" targetRef="bad"><conditionExpression xsi:type="tFormalExpression">${fails}</conditionExpression></sequenceFlow>
                <sequenceFlow id="c4" sourceRef="which" targetRef="good" />
                <endEvent id="bad"><errorEventDefinition errorRef="refused" /></endEvent>
                <endEvent id="good" />
              </process>
              <process id="caller" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="start" />
                <sequenceFlow id="f1" sourceRef="start" targetRef="call" />
                <callActivity id="call" calledElement="called">
                  <extensionElements><camunda:in source="fails" target="fails" /><camunda:out source="result" target="result" /></extensionElements>
                </callActivity>
                <boundaryEvent id="caught" attachedToRef="call"><errorEventDefinition errorRef="refused" /></boundaryEvent>
                <sequenceFlow id="f2" sourceRef="call" targetRef="after" />
                <sequenceFlow id="f3" sourceRef="caught" targetRef="after" />
                <userTask id="after" />
              </process>
            </definitions>
            """;

    public static void main(String[] arguments) {
        var engine = new StandaloneInMemProcessEngineConfiguration().setJdbcUrl("jdbc:h2:mem:finding;DB_CLOSE_DELAY=-1").buildProcessEngine();
        engine.getRepositoryService().createDeployment().addInputStream("p.bpmn", new ByteArrayInputStream(MODEL.getBytes(StandardCharsets.UTF_8))).deploy();
        for (boolean fails : new boolean[] {false, true}) {
            var instance = engine.getRuntimeService().startProcessInstanceByKey("caller", Map.of("fails", fails)).getId();
            System.out.println((fails ? "error: " : "regular end: ") + engine.getRuntimeService().getVariable(instance, "result"));
        }
        engine.close();
    }
}
JAVA
)

expect "$seen" "regular end: said" "error: said"
