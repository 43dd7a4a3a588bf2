package org.redress.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * A decision table as it is written.
 *
 * @param description what it says of itself
 */
record Table(XmlFile file, String id, String name, String hitPolicy, String description, List<Column> inputs, List<Column> outputs, List<Row> rows) {
    /**
     * A column.
     *
     * @param text the expression of an input, the name of an output
     */
    record Column(Element element, String label, String text, String type) {}

    /** A row with its number as the Modeler shows it. */
    record Row(Element element, int number, List<Element> inputs, List<Element> outputs) {
        String input(int column) {
            return column < inputs.size() ? written(inputs.get(column)) : "";
        }

        String output(int column) {
            return column < outputs.size() ? written(outputs.get(column)) : "";
        }
    }

    static List<Table> of(XmlFile file) {
        return file.all("decision").flatMap(decision -> XmlFile.children(decision, "decisionTable").stream().map(table -> of(file, decision, table))).toList();
    }

    private static Table of(XmlFile file, Element decision, Element table) {
        var rows = new ArrayList<Row>();
        for (var row : XmlFile.children(table, "rule")) {
            rows.add(new Row(row, rows.size() + 1, XmlFile.children(row, "inputEntry"), XmlFile.children(row, "outputEntry")));
        }
        return new Table(file, decision.getAttribute("id"), name(decision), table.getAttribute("hitPolicy").isEmpty() ? "UNIQUE" : table.getAttribute("hitPolicy"),
                XmlFile.text(decision, "description") + " " + XmlFile.text(table, "description"),
                XmlFile.children(table, "input").stream().map(Table::input).toList(), XmlFile.children(table, "output").stream().map(Table::output).toList(), List.copyOf(rows));
    }

    private static String name(Element decision) {
        return decision.getAttribute("name").isBlank() ? decision.getAttribute("id") : decision.getAttribute("name");
    }

    private static Column input(Element input) {
        var expression = XmlFile.children(input, "inputExpression").stream().findFirst();
        var text = expression.map(Table::written).orElse("");
        return new Column(input, label(input, text), text, expression.map(one -> one.getAttribute("typeRef")).orElse(""));
    }

    private static Column output(Element output) {
        return new Column(output, label(output, output.getAttribute("name")), output.getAttribute("name"), output.getAttribute("typeRef"));
    }

    private static String label(Element column, String otherwise) {
        return column.getAttribute("label").isBlank() ? otherwise : column.getAttribute("label");
    }

    private static String written(Element cell) {
        return XmlFile.text(cell, "text");
    }

    /** The table, as a sentence names it. */
    String at(Row row, Column column) {
        return at(row) + ", column " + column.label();
    }

    String at(Row row) {
        return name + ", row " + row.number() + " (" + row.element().getAttribute("id") + ")";
    }

    String at(Column column) {
        return name + ", column " + column.label();
    }

    /** Whether the table says of itself what it means that no row applies. */
    boolean saysWhatNoRowMeans() {
        return description.toLowerCase(Locale.ROOT).matches("(?s).*\\bno row\\b.*");
    }

    /** Whether one row at most may apply, or only the first that does. */
    boolean oneRow() {
        return Stream.of("UNIQUE", "FIRST").anyMatch(hitPolicy::equals);
    }
}
