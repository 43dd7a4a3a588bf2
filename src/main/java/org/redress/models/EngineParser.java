package org.redress.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;
import org.redress.engine.ModelReader;
import org.redress.models.EngineSays.Said;

/** Reads models and tables with the engine's own parsers, without an engine: what they cannot read could not be deployed. */
final class EngineParser {
    static final String RULE = "engine-reads";

    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> unread = new HashSet<>();
    private final Map<String, DmnModelInstance> tables = new HashMap<>();

    private EngineParser() {}

    static EngineParser read(Map<String, byte[]> files, List<XmlFile> processes, List<XmlFile> tables) {
        var parser = new EngineParser();
        var reader = new ModelReader();
        for (var file : processes) {
            parser.process(reader, file, files.get(file.name()));
        }
        for (var file : tables) {
            parser.table(reader, file, files.get(file.name()));
        }
        return parser;
    }

    private void process(ModelReader reader, XmlFile file, byte[] bytes) {
        try {
            reader.process(file.name(), bytes);
        } catch (ParseException e) {
            e.getResorceReports().stream().flatMap(report -> report.getErrors().stream()).forEach(problem -> found(file, problem));
            unread.add(file.name());
        } catch (RuntimeException e) {
            found(file, "", 0, EngineSays.of(String.valueOf(e.getMessage())));
            unread.add(file.name());
        }
    }

    private void found(XmlFile file, Problem problem) {
        var said = EngineSays.of(problem.getMessage());
        var element = Stream.concat(said.element().stream(), Stream.ofNullable(problem.getMainElementId())).findFirst();
        found(file, element.orElse(""), problem.getLine(), said);
    }

    private void found(XmlFile file, String element, int line, Said said) {
        findings.add(file.byId(element).map(one -> file.finding(RULE, one, said.why()))
                .orElseGet(() -> new Finding(RULE, file.name(), -1, Math.max(0, line), element.isEmpty() ? "the file" : element, said.why())));
    }

    private void table(ModelReader reader, XmlFile file, byte[] bytes) {
        try {
            tables.put(file.name(), reader.table(bytes));
        } catch (ModelException | DmnEngineException e) {
            unread.add(file.name());
            found(file, "", 0, EngineSays.of(EngineSays.innermost(e)));
        }
    }

    /** Whether the engine could read a file. */
    boolean reads(String file) {
        return !unread.contains(file);
    }

    Optional<DmnModelInstance> table(String file) {
        return Optional.ofNullable(tables.get(file));
    }

    Stream<Finding> findings() {
        return findings.stream();
    }
}
