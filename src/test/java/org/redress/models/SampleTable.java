package org.redress.models;

/** A small decision table that keeps every convention, and what becomes of it after some replacements. */
final class SampleTable {

    private static final String TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="Definitions_Tone" name="definitions"
                xmlns:camunda="http://camunda.org/schema/1.0/dmn" namespace="sample">
              <decision id="tone" name="Tone" camunda:historyTimeToLive="P2192D">
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

    static final String ALLOWANCE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="Definitions_Allowance" name="definitions"
                xmlns:camunda="http://camunda.org/schema/1.0/dmn" namespace="sample">
              <decision id="allowance" name="Allowance" camunda:historyTimeToLive="P2192D">
                <decisionTable id="DecisionTable_Allowance" hitPolicy="UNIQUE">
                  <input id="Input_Deadline" label="Deadline"><inputExpression id="IE1" typeRef="string"><text>deadline</text></inputExpression></input>
                  <input id="Input_Stage" label="Stage"><inputExpression id="IE2" typeRef="integer"><text>stageNumber</text></inputExpression></input>
                  <output id="Output_Allowance" name="allowance" label="Allowance" typeRef="string"/>
                  <output id="Output_Cap" name="cap" label="Extended at most by" typeRef="string"/>
                  <output id="Output_OwedBy" name="owedBy" label="Owed by" typeRef="string"/>
                  <output id="Output_AllowanceClause" name="clause" label="Clause" typeRef="string"/>
                  <rule id="Rule_Answer"><inputEntry id="D1"><text>"answer"</text></inputEntry><inputEntry id="I1"><text>1</text></inputEntry><outputEntry id="A1"><text>"10 working days"</text></outputEntry>
                    <outputEntry id="C1"><text>"5 working days"</text></outputEntry><outputEntry id="O1"><text>"council"</text></outputEntry><outputEntry id="L1"><text>"CORP-21"</text></outputEntry></rule>
                  <rule id="Rule_AnswerAgain"><inputEntry id="D2"><text>"answer"</text></inputEntry><inputEntry id="I2"><text>2</text></inputEntry><outputEntry id="A2"><text>"a month"</text></outputEntry>
                    <outputEntry id="C2"><text>"by agreement"</text></outputEntry><outputEntry id="O2"><text>"council"</text></outputEntry><outputEntry id="L2"><text>"CORP-21"</text></outputEntry></rule>
                  <rule id="Rule_Objection"><inputEntry id="D3"><text>"objection"</text></inputEntry><inputEntry id="I3"><text></text></inputEntry><outputEntry id="A3"><text>"6 weeks"</text></outputEntry>
                    <outputEntry id="C3"><text></text></outputEntry><outputEntry id="O3"><text>"complainant"</text></outputEntry><outputEntry id="L3"><text>"CORP-21"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    private SampleTable() {}

    static String text() {
        return TABLE;
    }
}
