#!/usr/bin/env bash
# org.operaton.bpm.model:operaton-bpmn-model 1.0.3, as Maven 3.9 resolves it.
#
# Behaviour: the published POM of the model API, and those of other parts of the engine, have JUnit Jupiter and AssertJ in the
#   scope "compile".
# Most would guess: a library's test libraries have the scope "test" and reach nobody who uses it. Those of the part that it
#   was forked from, camunda-bpmn-model 7.24.0, do.
# Seen: whoever depends on the engine packs both into what is deployed, unless they exclude them. Who has a test dependency on
#   them sees nothing of it: their own scope hides JUnit, and AssertJ comes along all the same.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
maven=$(cd "$(dirname "$0")/.." && pwd)/mvnw
brought() { # group artifact version
  mkdir -p "$folder/$2"
  cat >"$folder/$2/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>$1</groupId><artifactId>$2</artifactId><version>$3</version></dependency>
  </dependencies>
</project>
POM
  "$maven" -q -B -ntp -Dstyle.color=never -f "$folder/$2/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath \
    -DincludeScope=runtime -Dmdep.outputFile="$folder/$2/path"
  tr ':' '\n' <"$folder/$2/path" | sed 's|.*/||' | grep -oE '^(assertj-core|junit-jupiter)-[0-9]' | sed 's/-[0-9]$//' | sort | paste -sd' ' || true
}
fork=$(brought org.operaton.bpm.model operaton-bpmn-model 1.0.3)
origin=$(brought org.camunda.bpm.model camunda-bpmn-model 7.24.0)
echo "operaton-bpmn-model 1.0.3 brings: ${fork:-nothing}; camunda-bpmn-model 7.24.0 brings: ${origin:-nothing}"
[ "$fork" = "assertj-core junit-jupiter" ] && [ -z "$origin" ] || { echo "This is otherwise now."; exit 1; }
