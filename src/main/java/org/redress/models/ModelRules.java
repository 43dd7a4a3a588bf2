package org.redress.models;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/** All rules that models, tables and forms keep; whoever checks them runs this list. */
final class ModelRules {
    static final List<Rule> ALL = Stream.of(FileRules.ALL, BpmnRules.ALL, FlowRules.ALL, TableRules.ALL, FormRules.ALL, LetterRules.ALL, ConditionRules.ALL, CouncilRules.ALL, MeaningRules.ALL, TaskConventions.ALL, DeadlineConventions.ALL,
            DocumentationConventions.ALL, NamingConventions.ALL, ExpressionConventions.ALL, ProcessConventions.ALL, ShapeLayout.ALL, FlowLayout.ALL, TemplateConventions.ALL, TableConventions.ALL,
            FormConventions.ALL, FieldConventions.ALL).flatMap(List::stream).toList();

    private ModelRules() {}

    /** Everything for which a start refuses, in the order of the files; the engine's parsers run beside the other rules, because both take long. */
    static List<Finding> refused(Models models) {
        var reading = new FutureTask<>(models::engine);
        new Thread(reading, "engine's parsers").start();
        var found = ALL.stream().filter(rule -> rule.refuses() && !rule.id().equals(EngineParser.RULE)).flatMap(rule -> rule.findings(models)).toList();
        return inOrder(models, Stream.concat(found.stream(), read(reading)));
    }

    private static Stream<Finding> read(FutureTask<EngineParser> reading) {
        try {
            return reading.get().findings();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** What the house advises besides, in the order of the files. */
    static List<Finding> advised(Models models) {
        return findings(models, ALL.stream().filter(rule -> !rule.refuses()));
    }

    private static List<Finding> findings(Models models, Stream<Rule> rules) {
        return inOrder(models, rules.flatMap(rule -> rule.findings(models)));
    }

    private static List<Finding> inOrder(Models models, Stream<Finding> findings) {
        var found = findings.map(finding -> finding.line() > 0 ? finding : finding.onLine(models.line(finding.file(), finding.place()))).distinct().sorted().toList();
        return found.stream().filter(finding -> !saidBetter(finding, found)).toList();
    }

    /** The engine's own word about an element of which a rule says what to do. */
    private static boolean saidBetter(Finding finding, List<Finding> found) {
        return finding.rule().equals(EngineParser.RULE) && finding.place() >= 0
                && found.stream().anyMatch(other -> !other.rule().equals(EngineParser.RULE) && other.file().equals(finding.file()) && other.place() == finding.place());
    }
}
