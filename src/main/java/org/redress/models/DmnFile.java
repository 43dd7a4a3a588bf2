package org.redress.models;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A table that the engine can read, with the file that it was read from. */
record DmnFile(XmlFile file, DmnModelInstance model) {
    String name() {
        return file.name();
    }

    String stem() {
        return name().replaceFirst(".*/", "").replaceFirst("\\.dmn$", "");
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

    Spot at(DmnElement element) {
        return new Spot(name(), file.byId(String.valueOf(element.getId())).map(file.elements()::indexOf).orElse(-1), String.valueOf(element.getId()));
    }

    Spot itself() {
        return new Spot(name(), -1, "the file");
    }

    static String text(ModelElementInstance element) {
        return element == null ? "" : element.getTextContent().strip();
    }
}
