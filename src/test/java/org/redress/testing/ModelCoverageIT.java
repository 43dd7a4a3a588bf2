package org.redress.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;

/** After all other tests: whatever a process owner sees in a model or a table has been run by one of them. */
class ModelCoverageIT {
    @Test
    void everyNodeFlowAndRowWasRunByATest() throws IOException {
        var wanted = new TreeSet<String>();
        try (var files = Files.list(Path.of("processes"))) {
            for (var file : files.sorted().toList()) {
                wanted.addAll(file.toString().endsWith(".dmn") ? rows(file) : nodesAndFlows(file));
            }
        }
        var run = new TreeSet<String>();
        try (var reports = Files.list(ModelCoverage.REPORTS)) {
            for (var report : reports.toList()) {
                run.addAll(Files.readAllLines(report));
            }
        }

        assertThat(wanted).as("models and tables in processes/").hasSizeGreaterThan(100);
        System.out.printf("Model coverage: %d nodes, flows and table rows, %d of them run by the tests%n", wanted.size(),
                wanted.stream().filter(run::contains).count());
        assertThat(run).as("nodes, flows and rows run by the tests").containsAll(wanted);
    }

    private static TreeSet<String> nodesAndFlows(Path file) {
        var model = Bpmn.readModelFromFile(file.toFile());
        var process = model.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.Process.class).iterator().next().getId();
        var wanted = new TreeSet<String>();
        model.getModelElementsByType(FlowNode.class).forEach(node -> wanted.add(process + " " + node.getId()));
        model.getModelElementsByType(SequenceFlow.class).forEach(flow -> wanted.add(process + " " + flow.getId()));
        return wanted;
    }

    private static TreeSet<String> rows(Path file) {
        var model = Dmn.readModelFromFile(file.toFile());
        var table = model.getModelElementsByType(Decision.class).iterator().next().getId();
        var wanted = new TreeSet<String>();
        model.getModelElementsByType(Rule.class).forEach(rule -> wanted.add(table + " " + rule.getId()));
        return wanted;
    }
}
