#!/usr/bin/env bash
# org.camunda.bpm.dmn:camunda-engine-dmn 7.24.0 (FEEL of DMN 1.3, default configuration), input column of type "date".
#
# Behaviour: a cell with a day but without date(...), such as  > 2026-01-01 , is a subtraction (2026 - 1 - 1 = 2024). A day
#   compared with a number is null, and null is no match. The same holds for  > date("2026-01-01") , because the engine
#   turns what it is given for a column of type "date" into a date and time, and the two cannot be compared.
# Most would guess: that such a table is refused when it is parsed or evaluated; at the least that of a test and its
#   negation,  > D  and  not(> D) , one matches.
# Seen: both are parsed and evaluated without an error or a warning, and neither matches, on any day. Only
#   date and time("2026-01-01T00:00:00")  works, and there the negation is the negation.
source "$(dirname "$0")/in-java"
seen=$(run_java org.camunda.bpm.dmn:camunda-engine-dmn:7.24.0 <<'JAVA'
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

public class Finding {
    private static final String TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="finding">
              <decision id="t" name="t">
                <decisionTable id="table" hitPolicy="COLLECT">
                  <input id="day"><inputExpression id="asked" typeRef="date"><text>day</text></inputExpression></input>
                  <output id="row" name="row" typeRef="string"/>
                  %s
                </decisionTable>
              </decision>
            </definitions>""";
    private static final String ROW = """
            <rule id="r%1$d"><inputEntry id="i%1$d"><text><![CDATA[%2$s]]></text></inputEntry><outputEntry id="o%1$d"><text>"%3$s"</text></outputEntry></rule>
            """;

    public static void main(String[] args) {
        var cells = List.of("> 2026-01-01", "not(> 2026-01-01)", "> date(\"2026-01-01\")", "not(> date(\"2026-01-01\"))",
                "> date and time(\"2026-01-01T00:00:00\")", "not(> date and time(\"2026-01-01T00:00:00\"))");
        var names = List.of("bare", "not bare", "date", "not date", "moment", "not moment");
        var rows = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            rows.append(ROW.formatted(i, cells.get(i), names.get(i)));
        }
        DmnEngine engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        var decision = engine.parseDecision("t", new ByteArrayInputStream(TABLE.formatted(rows).getBytes(StandardCharsets.UTF_8)));
        for (var day : List.of("2025-06-01", "2026-06-01")) {
            Map<String, Object> asked = Map.of("day", Date.from(Instant.parse(day + "T12:00:00Z")));
            System.out.println(day + " " + engine.evaluateDecisionTable(decision, asked).collectEntries("row"));
        }
    }
}
JAVA
)
expect "$seen" '2025-06-01 [not moment]' '2026-06-01 [moment]'
