package org.redress.models;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.core.NestedExceptionUtils;

/** One decision table: its file name and its content. */
record DmnFile(String name, DmnModelInstance model) {

    static DmnFile parse(String name, String xml) {
        var bytes = new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
        try {
            return new DmnFile(name, Dmn.readModelFromStream(bytes));
        } catch (ModelException broken) {
            throw new AssertionError(name + " is not valid DMN: " + NestedExceptionUtils.getMostSpecificCause(broken)
                    .getMessage(), broken);
        }
    }

    String stem() {
        return name.replace(".dmn", "");
    }

    <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
        return model.getModelElementsByType(type).stream();
    }

    int column(String output) {
        return all(Output.class).map(Output::getName).toList().indexOf(output);
    }

    /** What a row says in a column, without quotation marks. */
    Optional<String> entry(Rule row, String output) {
        int column = column(output);
        return column < 0 ? Optional.empty()
                : Optional.of(text(List.copyOf(row.getOutputEntries()).get(column)).replace("\"", ""));
    }

    String at(DmnElement element) {
        return name + ": " + element.getId() + " ";
    }

    static String text(ModelElementInstance element) {
        return element == null ? "" : element.getTextContent().strip();
    }
}
