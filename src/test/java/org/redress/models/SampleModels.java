package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.redress.gate.Forms;

/** A small model, table and form that keep every rule, and what is said of them after a change. */
final class SampleModels {
    static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                xmlns:a="http://activiti.org/bpmn" xmlns:x="http://example.org" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="t">
              <process id="visit" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="Start" camunda:formRef="visit" camunda:formRefBinding="deployment"/>
                <sequenceFlow id="Flow_1" sourceRef="Start" targetRef="Set"/>
                <serviceTask id="Set" name="Set deadline" camunda:delegateExpression="${setDeadline}"/>
                <sequenceFlow id="Flow_2" sourceRef="Set" targetRef="Work"><conditionExpression xsi:type="tFormalExpression">${urgent}</conditionExpression></sequenceFlow>
                <userTask id="Work" camunda:formRef="visit" camunda:formRefBinding="deployment" camunda:candidateGroups="responders" camunda:dueDate="${visitDue}"><extensionElements/></userTask>
              </process>
            </definitions>
            """;
    static final String TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="Tone" namespace="t">
              <decision id="tone" name="Tone" camunda:historyTimeToLive="P1D"><description>How to write.</description><decisionTable id="Table">
                <input id="In" label="Subject"><inputExpression id="InE" typeRef="string"><text>subject</text></inputExpression></input>
                <input id="In2" label="Visits"><inputExpression id="InE2" typeRef="integer"><text>visits</text></inputExpression></input>
                <input id="In3" label="Seen"><inputExpression id="InE3"><text>date and time(visitDue)</text></inputExpression></input>
                <output id="Out" label="Tone" name="tone" typeRef="string"/>
                <rule id="Row"><inputEntry id="Cell"><text>"a"</text></inputEntry><inputEntry id="Cell2"><text>&gt;= 3</text></inputEntry>
                  <inputEntry id="Cell3"><text>&gt;= date and time("2026-04-01T00:00:00")</text></inputEntry><outputEntry id="Answer"><text>"b"</text></outputEntry></rule>
                <rule id="Row2"><inputEntry id="CellB"><text>"c"</text></inputEntry><inputEntry id="CellB2"><text></text></inputEntry>
                  <inputEntry id="CellB3"><text></text></inputEntry><outputEntry id="AnswerB"><text>"d"</text></outputEntry></rule>
              </decisionTable></decision>
            </definitions>
            """;
    static final String FORM = """
            {"id": "visit", "type": "default", "components": [
              {"type": "textfield", "key": "seen", "label": "Seen", "validate": {"maxLength": 100}},
              {"type": "checkbox", "key": "urgent", "label": "Urgent"},
              {"type": "datetime", "subtype": "date", "key": "visitDue", "dateLabel": "Visit due"},
              {"type": "number", "key": "visits", "label": "Visits"},
              {"type": "select", "key": "subject", "label": "Subject", "values": [{"label": "A", "value": "a"}, {"label": "C", "value": "c"}]},
              {"type": "select", "key": "visitor", "label": "Visitor", "valuesKey": "visitors", "conditional": {"hide": "=subject = \\"a\\""}}]}
            """;
    private static final Map<String, String> FILES = Map.of("visit.bpmn", MODEL, "tone.dmn", TABLE, "visit.form", FORM);

    private SampleModels() {}

    /** What a start says of the sample when something in a file is replaced, or the whole file where nothing is named. */
    static List<Finding> findings(String file, String now, String then) {
        return ModelRules.refused(models(changed(file, now, then)));
    }

    /** The sample after that change. */
    static Models models(String file, String now, String then) {
        return models(changed(file, now, then));
    }

    static List<Finding> findings(Map<String, String> files) {
        return ModelRules.refused(models(files));
    }

    private static Map<String, String> changed(String file, String now, String then) {
        var files = new TreeMap<>(FILES);
        if (now.isEmpty()) {
            files.put(file, then);
        } else {
            assertThat(files.get(file)).contains(now);
            files.put(file, files.get(file).replace(now, then));
        }
        return files;
    }

    private static Models models(Map<String, String> files) {
        var bytes = new TreeMap<String, byte[]>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return Models.of(new Surroundings(Set.of("setDeadline", "removeCases", "moveCases")::contains, Set.of("responders", "supervisors", "service-housing"),
                Set.of("service-housing"), Set.of(), new Forms()::faults), bytes);
    }
}
