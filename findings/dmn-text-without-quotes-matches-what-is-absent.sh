#!/usr/bin/env bash
# org.camunda.bpm.dmn:camunda-engine-dmn 7.24.0 (FEEL of DMN 1.3, default configuration), input column of type "string".
#
# Behaviour: a text without quotes, such as  refused , is the name of a variable. A name that nobody knows is null, and null
#   equals null.
# Most would guess: an error that names the unknown variable, or a row that never matches.
# Seen: the row does not match the text, and matches when the value is absent (null); no error and no warning. The row that
#   catches what is missing is the one that was written for something else.
set -euo pipefail
mvnw=$(cd "$(dirname "$0")/.." && pwd)/mvnw
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/src/main/java"
cat > "$folder/pom.xml" <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
    <dependency>
      <groupId>org.camunda.bpm.dmn</groupId>
      <artifactId>camunda-engine-dmn</artifactId>
      <version>7.24.0</version>
    </dependency>
    <dependency>
      <groupId>org.slf4j</groupId>
      <artifactId>slf4j-simple</artifactId>
      <version>1.7.36</version>
    </dependency>
  </dependencies>
</project>
POM
cat > "$folder/src/main/java/Finding.java" <<'JAVA'
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
seen=$("$mvnw" -B -ntp -q -f "$folder/pom.xml" compile org.codehaus.mojo:exec-maven-plugin:3.5.1:java -Dexec.mainClass=Finding)
echo "$seen"
grep -qxF 'refused [with quotes]' <<<"$seen" && grep -qxF 'accepted []' <<<"$seen" && grep -qxF 'null [without quotes]' <<<"$seen" || { echo "This has changed." >&2; exit 1; }
