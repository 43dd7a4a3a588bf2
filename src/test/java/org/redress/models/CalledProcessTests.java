package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.models.Convention.unless;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;

/** A decision that chooses the process to call chooses only among those that exist. */
class CalledProcessTests {

    private static final Pattern COLUMN = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)}");

    @Test
    void callsOnlyProcessesThatExist() {
        convention(ProjectFiles.decisions()).holdsIn(ProjectFiles.models());
    }

    @Test
    void findsNothingWrongWithTheSample() {
        assertThat(faults("${tone.process}", SampleTable.file())).isEmpty();
    }

    @Test
    void findsARowThatCallsAProcessThatDoesNotExist() {
        assertThat(faults("${tone.process}", SampleTable.file("\"post\"", "\"pigeon\""))).singleElement().asString()
                .contains("tone.dmn", "Rule_Child", "processes/pigeon.bpmn");
    }

    @Test
    void findsAProcessThatNoDecisionChooses() {
        assertThat(faults("${mood.process}", SampleTable.file())).singleElement().asString()
                .contains("letter.bpmn", "CallActivity_PostAnswer", "no decision");
        assertThat(faults("${tone.way}", SampleTable.file())).singleElement().asString().contains("no decision");
        assertThat(faults("${postProcess}", SampleTable.file())).singleElement().asString().contains("no decision");
    }

    private static List<String> faults(String calledElement, DmnFile table) {
        BpmnFile model = Sample.model("calledElement=\"post\"", "calledElement=\"" + calledElement + "\"");
        return convention(List.of(table)).faultsIn(model).toList();
    }

    private static Convention<BpmnFile, CallActivity> convention(List<DmnFile> tables) {
        return new Convention<>(
                file -> file.all(CallActivity.class).filter(call -> call.getCalledElement().contains("${")),
                (file, call) -> unknownProcesses(file, call, tables));
    }

    private static Stream<String> unknownProcesses(BpmnFile file, CallActivity call, List<DmnFile> tables) {
        Matcher expression = COLUMN.matcher(call.getCalledElement());
        Optional<DmnFile> table = expression.matches()
                ? decision(file, expression.group(1)).flatMap(decision -> table(tables, decision)) : Optional.empty();
        return table.filter(found -> found.column(expression.group(2)) >= 0)
                .map(found -> found.all(Rule.class).flatMap(row -> unknown(file, found, row, expression.group(2))))
                .orElseGet(() -> Stream.of(file.at(call) + "calls " + call.getCalledElement() + ", which no decision "
                        + "of this model answers; use the result variable and the column of a business rule task"));
    }

    private static Stream<String> unknown(BpmnFile file, DmnFile table, Rule row, String column) {
        String process = table.entry(row, column).orElseThrow();
        return unless(process.isEmpty() || "null".equals(process) || file.project().processes().contains(process),
                table.at(row) + "chooses a process that does not exist; add processes/" + process
                        + ".bpmn or correct it");
    }

    private static Optional<String> decision(BpmnFile file, String variable) {
        return file.all(BusinessRuleTask.class).filter(task -> variable.equals(task.getCamundaResultVariable()))
                .map(BusinessRuleTask::getCamundaDecisionRef).findFirst();
    }

    private static Optional<DmnFile> table(List<DmnFile> tables, String decision) {
        return tables.stream().filter(table -> table.stem().equals(decision)).findFirst();
    }
}
