package org.redress.models;

import static org.redress.models.Convention.unless;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;

/** One process a file, few files, no copies, nothing too big for one look. */
final class ProcessConventions {

    private static final int MOST_MODELS = 46;
    private static final int MOST_FORMS = 120;
    private static final int MOST_NODES = 20;
    private static final double COPY = 0.7;
    private static final int FEW_NAMES = 5;

    static final List<Rule> ALL = List.of(
            Convention.model("writing-one-process", "A file holds one process",
                    Stream::of, (file, self) -> severalProcesses(file)),
            Convention.model("writing-file-name", "The id of a process is in lower case with hyphens, and its file is named after it",
                    file -> file.all(Process.class), ProcessConventions::otherFileName),
            Convention.model("writing-process", "A process has a name, and a documentation that says what it does",
                    file -> file.all(Process.class), ProcessConventions::missingAttributes),
            Convention.model("writing-level-size", "A level has at most 20 elements",
                    BpmnFile::levels, ProcessConventions::tooManyNodes),
            new Rule("folder-copies", Rule.About.WRITING, Rule.Weight.ADVICE, "No two models are copies of each other", Models::drawn,
                    ProcessConventions::copies),
            new Rule("folder-few", Rule.About.WRITING, Rule.Weight.ADVICE, "The folders can be looked through: at most " + MOST_MODELS + " models and " + MOST_FORMS + " forms", Stream::of,
                    ProcessConventions::tooMany));

    private ProcessConventions() {}

    private static Stream<Finding> tooMany(Models models) {
        long processes = models.processes().count();
        long forms = models.forms().count();
        return Stream.concat(
                unless(processes <= MOST_MODELS, Finding.of("processes", -1, "the folder", "it holds " + processes + " models, more than " + MOST_MODELS + "; generalise one before you add one")),
                unless(forms <= MOST_FORMS, Finding.of("forms", -1, "the folder", "it holds " + forms + " forms, more than " + MOST_FORMS + "; let tasks share one")))
                .map(finding -> finding.under("folder-few"));
    }

    private static Stream<Finding> severalProcesses(BpmnFile file) {
        long processes = file.all(Process.class).count();
        return unless(processes == 1, file.itself().says("it has " + processes + " processes; give each a file of its own"));
    }

    private static Stream<Finding> otherFileName(BpmnFile file, Process process) {
        return Stream.concat(
                unless(file.stem().equals(process.getId()), file.at(process).says("stands in a file of another name; "
                        + "the file is named " + process.getId() + ".bpmn, or the process " + file.stem())),
                unless(Words.isKebabCase(process.getId()), file.at(process).says("is not in lower case with hyphens, like review-panel")));
    }

    private static Stream<Finding> missingAttributes(BpmnFile file, Process process) {
        return Stream.of(
                unless(process.getName() != null && !process.getName().isBlank(), file.at(process).says("has no name; Tasklist shows it under Start process")),
                unless(!BpmnFile.documentation(process).isBlank(), file.at(process).says("has no documentation; say what it does and on which rule it rests")))
                .flatMap(faults -> faults);
    }

    private static Stream<Finding> tooManyNodes(BpmnFile file, BaseElement level) {
        long nodes = file.nodesOn(level).count();
        return unless(nodes <= MOST_NODES, file.at(level).says("has " + nodes + " elements on one level, more than "
                + MOST_NODES + "; draw some of them as a sub-process or a called process"));
    }

    /** A model with the names of its elements. */
    private record Named(BpmnFile file, Set<String> names) {
        static Named of(BpmnFile file) {
            return new Named(file, file.nodes().map(FlowElement::getName).filter(name -> name != null && !name.isBlank()).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private static Stream<Finding> copies(Models models) {
        return Pairs.of(models.drawn().map(Named::of).toList()).flatMap(pair -> copy(pair.first(), pair.second()));
    }

    private static Stream<Finding> copy(Named first, Named second) {
        long common = first.names().stream().filter(second.names()::contains).count();
        // a beginning that is drawn is a copy of nothing
        double share = (double) common / Math.max(FEW_NAMES, Math.min(first.names().size(), second.names().size()));
        return unless(share < COPY, second.file().itself().says("it and " + first.file().name() + " are copies of each other: "
                + common + " elements have the same names; call one model with a variable instead").under("folder-copies"));
    }
}
