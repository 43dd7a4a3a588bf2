#!/usr/bin/env bash
# org.camunda.bpm.dmn:camunda-engine-dmn 7.24.0 (FEEL of DMN 1.3, default configuration), input column of type "string".
#
# Behaviour: a text without quotes, such as  refused , is the name of a variable. A name that nobody knows is null, and null
#   equals null.
# Most would guess: an error that names the unknown variable, or a row that never matches.
# Seen: the row does not match the text, and matches when the value is absent (null); no error and no warning. The row that
#   catches what is missing is the one that was written for something else.
source "$(dirname "$0")/in-java"
seen=$(run_java org.camunda.bpm.dmn:camunda-engine-dmn:7.24.0 <<'JAVA'
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

public class Finding {
    private static final String TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="finding">
              <decision id="t" name="t">
                <decisionTable id="table" hitPolicy="COLLECT">
                  <input id="answer"><inputExpression id="asked" typeRef="string"><text>answer</text></inputExpression></input>
                  <output id="row" name="row" typeRef="string"/>
                  <rule id="r1"><inputEntry id="i1"><text>refused</text></inputEntry><outputEntry id="o1"><text>"without quotes"</text></outputEntry></rule>
                  <rule id="r2"><inputEntry id="i2"><text>"refused"</text></inputEntry><outputEntry id="o2"><text>"with quotes"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>""";

    public static void main(String[] args) {
        DmnEngine engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        var decision = engine.parseDecision("t", new ByteArrayInputStream(TABLE.getBytes(StandardCharsets.UTF_8)));
        for (var answer : Arrays.asList("refused", "accepted", null)) {
            var asked = new HashMap<String, Object>();
            asked.put("answer", answer);
            System.out.println(answer + " " + engine.evaluateDecisionTable(decision, asked).collectEntries("row"));
        }
    }
}
JAVA
)
expect "$seen" 'refused [with quotes]' 'accepted []' 'null [without quotes]'
