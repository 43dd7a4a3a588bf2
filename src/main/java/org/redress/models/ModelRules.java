package org.redress.models;

import java.util.List;
import java.util.stream.Stream;

/** All rules that models, tables and forms keep; whoever checks them runs this list. */
final class ModelRules {
    static final List<Rule> ALL = Stream.of(FileRules.ALL, BpmnRules.ALL, FlowRules.ALL, TableRules.ALL, FormRules.ALL, ConditionRules.ALL).flatMap(List::stream).toList();

    private ModelRules() {}

    /** Everything that is wrong, in the order of the files. */
    static List<Finding> findings(Models models) {
        return ALL.stream().flatMap(rule -> rule.look().apply(models)).distinct().sorted().toList();
    }
}
