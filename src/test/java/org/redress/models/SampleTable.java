package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;

/** A small decision table that keeps every convention, and what becomes of it after some replacements. */
final class SampleTable {

    private static final String TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="Definitions_Tone" name="definitions"
                xmlns:camunda="http://camunda.org/schema/1.0/dmn" namespace="sample">
              <decision id="tone" name="Tone" camunda:historyTimeToLive="P6Y">
                <decisionTable id="DecisionTable_Tone" hitPolicy="UNIQUE">
                  <input id="Input_Writer" label="Who writes">
                    <inputExpression id="InputExpression_Writer" typeRef="string"><text>writer</text></inputExpression>
                  </input>
                  <output id="Output_Tone" name="tone" label="Tone of the answer" typeRef="string"/>
                  <output id="Output_Process" name="process" label="How it is sent" typeRef="string"/>
                  <output id="Output_Clause" name="clause" label="Clause" typeRef="string"/>
                  <rule id="Rule_Child">
                    <inputEntry id="InputEntry_Child"><text>"child"</text></inputEntry>
                    <outputEntry id="OutputEntry_Child"><text>"plain"</text></outputEntry>
                    <outputEntry id="OutputEntry_ChildProcess"><text>"post"</text></outputEntry>
                    <outputEntry id="OutputEntry_ChildClause"><text>"CHD-16"</text></outputEntry>
                  </rule>
                  <rule id="Rule_Adult">
                    <inputEntry id="InputEntry_Adult"><text>"adult"</text></inputEntry>
                    <outputEntry id="OutputEntry_Adult"><text>"formal"</text></outputEntry>
                    <outputEntry id="OutputEntry_AdultProcess"><text></text></outputEntry>
                    <outputEntry id="OutputEntry_AdultClause"><text>"rule book 2"</text></outputEntry>
                  </rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    private SampleTable() {
    }

    static DmnFile file(String... replacements) {
        String table = TABLE;
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(table).contains(replacements[i]);
            table = table.replace(replacements[i], replacements[i + 1]);
        }
        return DmnFile.parse("tone.dmn", table);
    }
}
